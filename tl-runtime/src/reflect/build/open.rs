//! Which combinator it is that begins, by the type that is expected and the name that is given.

use super::super::events::{Bound, Scope};
use super::super::ty::{Arguments, Kind, Ty};
use super::super::{Combinator, ParseError, ParseErrorKind};
use super::{Builder, Result, wrong_type};
use crate::limits;

impl<'a> Builder<'a> {
    /// Decides which combinator it is that began.
    pub(super) fn open(&mut self, bound: Bound<'a>, name: Option<&str>) -> Result<()> {
        let Bound { ty, scope } = bound;
        match ty.kind() {
            Kind::Boxed(boxed, arguments) => {
                let mut constructors = boxed.constructors();
                let found = match name {
                    Some(name) => {
                        let called = Called::new(name);
                        constructors.find(|constructor| called.is(*constructor))
                    }
                    None => constructors.next().filter(|_| constructors.len() == 0),
                };
                match (found, name) {
                    (Some(found), _) => self.opened(found, arguments, scope, true),
                    (None, Some(name)) => Err(unknown_name(name, boxed.name())),
                    (None, None) => Err(ParseError::new(ParseErrorKind::NoName, boxed.name())),
                }
            }
            Kind::Bare(combinator, arguments) => match name {
                Some(name) if !Called::new(name).is(combinator) => Err(unknown_name(name, combinator.name())),
                _ => self.opened(combinator, arguments, scope, false),
            },
            Kind::Parameter(index) => match self.scopes.parameter(index, scope) {
                Some(bound) => self.open(bound, name),
                None => self.open_any(ty, name),
            },
            Kind::Any | Kind::Raw => self.open_any(ty, name),
            Kind::Nullable(inner) => match inner.kind() {
                Kind::Bare(combinator, arguments)
                    if name.is_none_or(|name| Called::new(name).is(combinator)) =>
                {
                    self.opened(combinator, arguments, scope, true)
                }
                _ => self.open(Bound { ty: inner, scope }, name),
            },
            Kind::Builtin(_) | Kind::WithId(..) | Kind::Vector { .. } | Kind::Repeat { .. } => {
                Err(wrong_type("an object", ty.name()))
            }
            Kind::Unknown(unknown) => Err(unknown_name(name.unwrap_or("_"), unknown)),
        }
    }

    fn open_any(&mut self, ty: Ty<'a>, name: Option<&str>) -> Result<()> {
        let Some(name) = name else { return Err(ParseError::new(ParseErrorKind::NoName, "Object")) };
        let schema = ty.schema();
        let found = match name.rsplit_once('#') {
            Some((_, id)) => u32::from_str_radix(id, 16).ok().and_then(|id| schema.combinator(id)),
            None => schema.by_name(name).or_else(|| self.schema.by_name(name)),
        };
        match found {
            Some(found) => self.opened(found, Arguments::none(schema), Scope::NONE, true),
            None => Err(unknown_name(name, "Object")),
        }
    }

    fn opened(
        &mut self,
        combinator: Combinator<'a>,
        arguments: Arguments<'a>,
        around: Scope,
        is_boxed: bool,
    ) -> Result<()> {
        let is_raw = matches!(self.object()?.bound.ty.kind(), Kind::Raw);
        let levels = u32::from(combinator.is_recursive() || is_raw);
        let Some(depth) = self.depth.checked_sub(levels) else {
            return Err(ParseError::new(
                ParseErrorKind::TooDeep { limit: limits::MAX_DEPTH },
                combinator.name(),
            ));
        };
        self.depth = depth;
        if is_boxed {
            self.out.extend(combinator.id().to_le_bytes());
        }
        let outer = self.scopes.mark();
        let scope = self.scopes.enter(combinator, arguments, around);
        let start = self.out.len();
        let object = self.object()?;
        object.combinator = Some(combinator);
        (object.scope, object.outer, object.start, object.levels) = (scope, Some(outer), start, levels);
        Ok(())
    }
}

fn unknown_name(name: &str, expected: &str) -> ParseError {
    ParseError::new(ParseErrorKind::UnknownName { name: name.into() }, expected)
}

/// `name`, or `name#id` where a constructor and a function have one name.
#[derive(Clone, Copy)]
struct Called<'t> {
    name: &'t str,
    id: Option<&'t str>,
}

impl<'t> Called<'t> {
    fn new(text: &'t str) -> Self {
        match text.split_once('#') {
            None => Self { name: text, id: None },
            Some((name, id)) => Self { name, id: Some(id) },
        }
    }

    #[inline]
    fn is(self, combinator: Combinator<'_>) -> bool {
        combinator.is_called(self.name)
            && self.id.is_none_or(|id| u32::from_str_radix(id, 16) == Ok(combinator.id()))
    }
}
