//! What a natural number in a type means.

use crate::nearest::nearest;
use crate::resolve::ParameterKind;
use crate::resolve::expression::TypeResolver;
use crate::resolve::mistake::Mistake;
use crate::resolve::ty::Nat;
use crate::schema::{Expr, ExprKind, Field, Name};
use crate::span::Span;

/// The fields of a combinator, as a type expression among them sees them.
#[derive(Clone, Copy)]
pub(crate) struct Numbers<'s> {
    /// All of them, in the order of the schema.
    pub(crate) fields: &'s [Field],
    /// How many are before the expression.
    pub(crate) before: usize,
}

impl TypeResolver<'_, '_> {
    /// A number: `4`, `n`, `n+1`; `None` after a report.
    pub(super) fn nat(&mut self, expr: &Expr) -> Option<Nat> {
        match &expr.kind {
            ExprKind::Number(number) => Some(Nat::Number(*number)),
            ExprKind::Sum(..) => self.sum(expr),
            ExprKind::Name { name, args } if args.is_empty() => self.named(name),
            ExprKind::Name { .. } | ExprKind::Nat | ExprKind::Bare(_) | ExprKind::Repeat { .. } => {
                self.refuse(expr.span, Mistake::TypeAsNumber { expression: expr.to_string() })
            }
        }
    }

    /// `(n+1)`, `(1 + 2 + 4)`: one sum, in which plain numbers are one.
    fn sum(&mut self, expr: &Expr) -> Option<Nat> {
        let mut terms = Vec::new();
        collect_terms(expr, &mut terms);
        let terms = terms.into_iter().map(|term| self.nat(term)).collect::<Option<Vec<Nat>>>()?;
        let number = |term: &Nat| if let Nat::Number(number) = term { *number } else { 0 };
        match terms.iter().map(number).try_fold(0, u32::checked_add) {
            Some(_) => Some(Nat::sum(terms)),
            None => self.refuse(expr.span, Mistake::SumTooLarge),
        }
    }

    /// An earlier `#` field, or a parameter.
    fn named(&mut self, name: &Name) -> Option<Nat> {
        let text = name.text.as_str();
        let is_it = |field: &Field| field.name.as_ref().is_some_and(|name| name.text == text);
        let place = self.numbers.fields.iter().position(is_it);
        if let Some(place) = place.filter(|&place| place < self.numbers.before) {
            return self.number_field(place, name.span);
        }
        if let Some(index) = self.parameters.iter().position(|parameter| parameter.name.text == text) {
            return match self.parameters[index].kind {
                ParameterKind::Nat => Some(Nat::Parameter(index)),
                ParameterKind::Type => {
                    self.refuse(name.span, Mistake::TypeAsNumber { expression: text.to_owned() })
                }
            };
        }
        if self.is_refused(text) {
            return None;
        }
        if place.is_some() {
            return self.refuse(name.span, Mistake::NumberDeclaredLater { name: text.to_owned() });
        }
        if self.scope.is_type(text) {
            return self.refuse(name.span, Mistake::TypeAsNumber { expression: text.to_owned() });
        }
        let before = &self.numbers.fields[..self.numbers.before];
        let fields = before.iter().filter(|field| is_number(field)).filter_map(|field| field.name.as_ref());
        let parameters = self.parameters.iter().filter(|parameter| parameter.kind == ParameterKind::Nat);
        let known = fields.chain(parameters.map(|parameter| &parameter.name));
        let near = nearest(text, known.map(|name| name.text.as_str()));
        self.refuse(name.span, Mistake::UnknownNumber { name: text.to_owned(), near })
    }

    fn number_field(&mut self, place: usize, span: Span) -> Option<Nat> {
        let field = &self.numbers.fields[place];
        match is_number(field) {
            true => Some(Nat::Field(place)),
            false => {
                let ty = field.ty.to_string();
                self.refuse(span, Mistake::NotANumber { field: field_name(field), ty })
            }
        }
    }

    /// The count of a repetition without one, `[ t ]`: the last natural parameter if it is the first field, else the
    /// field before it. See <https://core.telegram.org/mtproto/TL-formal#array-multiplicity>.
    pub(super) fn implied_count(&mut self, span: Span) -> Option<Nat> {
        match self.numbers.before.checked_sub(1) {
            Some(place) if is_number(&self.numbers.fields[place]) => Some(Nat::Field(place)),
            Some(_) => self.refuse(span, Mistake::NoCount),
            None => {
                match self.parameters.iter().rposition(|parameter| parameter.kind == ParameterKind::Nat) {
                    Some(index) => Some(Nat::Parameter(index)),
                    None if self.refused.is_empty() => self.refuse(span, Mistake::NoCount),
                    None => None,
                }
            }
        }
    }
}

pub(super) fn is_number(field: &Field) -> bool {
    matches!(field.ty.kind, ExprKind::Nat)
}

fn field_name(field: &Field) -> String {
    field.name.as_ref().map(|name| name.text.clone()).unwrap_or_default()
}

fn collect_terms<'e>(expr: &'e Expr, terms: &mut Vec<&'e Expr>) {
    match &expr.kind {
        ExprKind::Sum(one, other) => {
            collect_terms(one, terms);
            collect_terms(other, terms);
        }
        ExprKind::Name { .. } | ExprKind::Nat | ExprKind::Number(_) | ExprKind::Bare(_) => terms.push(expr),
        ExprKind::Repeat { .. } => terms.push(expr),
    }
}
