//! Vectors and repetitions.

use super::super::events::{Bound, VECTOR};
use super::super::ty::Kind;
use super::super::{ParseError, ParseErrorKind};
use super::level::{Level, List};
use super::{Builder, Result, syntax, wrong_type};

impl<'a> Builder<'a> {
    /// A list begins.
    pub(in crate::reflect) fn list(&mut self) -> Result<()> {
        let bound = self.next()?;
        self.list_of(bound)
    }

    fn list_of(&mut self, Bound { ty, scope }: Bound<'a>) -> Result<()> {
        let (element, count) = match ty.kind() {
            Kind::Vector { is_boxed, element } => {
                if is_boxed {
                    self.out.extend(VECTOR.to_le_bytes());
                }
                self.out.extend([0; 4]);
                (element, None)
            }
            Kind::Repeat { count, element } => (element, Some(count)),
            Kind::Parameter(index) => match self.scopes.parameter(index, scope) {
                Some(bound) => return self.list_of(bound),
                None => return Err(wrong_type("a list", ty.name())),
            },
            Kind::Builtin(_) | Kind::WithId(..) | Kind::Boxed(..) | Kind::Bare(..) => {
                return Err(wrong_type("a list", ty.name()));
            }
            Kind::Nullable(_) | Kind::Any | Kind::Raw | Kind::Unknown(_) => {
                return Err(wrong_type("a list", ty.name()));
            }
        };
        let element = Bound { ty: element, scope };
        self.stack.push(Level::List(List { element, len: 0, count, scope, start: self.out.len() }));
        Ok(())
    }

    pub(in crate::reflect) fn end_list(&mut self) -> Result<()> {
        self.has_value()?;
        let Some(Level::List(list)) = self.stack.pop() else {
            return syntax("`)`");
        };
        match list.count {
            None => self.out[list.start - 4..list.start].copy_from_slice(&list.len.to_le_bytes()),
            Some(count) => {
                let count = self.scopes.number(count, list.scope);
                if count != list.len {
                    return Err(ParseError::new(
                        ParseErrorKind::WrongCount { count, found: list.len },
                        "elements",
                    ));
                }
            }
        }
        self.ended()
    }
}
