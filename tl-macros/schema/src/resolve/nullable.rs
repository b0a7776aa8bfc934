//! Objects that may be absent although no line says so: TDLib says it in words.
//!
//! TDLib's schema has no masks, for its values travel as JSON. As bytes, a combinator starts with one, which has a bit for
//! each field that may be absent. An element of a vector has its id, or that of `null`. Ids are those of the lines as
//! they are.

use super::ty::Type;
use super::{Combinator, Condition, Field, Mask};
use crate::resolve::builtin::Builtin;
use crate::schema::Name;

/// The bits of a mask.
const BITS: usize = 32;

/// Makes the fields optional whose documentation says that they may be null; of vectors, the elements.
pub(super) fn mark(combinator: &mut Combinator) {
    combinator.fields.iter_mut().filter(|field| may_be_null(field)).for_each(mark_element);
    let is_optional = |field: &Field| is_object(&field.ty) && field.condition.is_none() && may_be_null(field);
    let nullable: Vec<usize> =
        (0..combinator.fields.len()).filter(|&field| is_optional(&combinator.fields[field])).collect();
    // The last first: each mask moves the fields after it.
    for fields in nullable.chunks(BITS).rev() {
        let mask = mask(combinator);
        add(combinator, mask, fields);
    }
}

fn may_be_null(field: &Field) -> bool {
    let docs = field.docs.join(" ");
    docs.contains("may be null") || docs.contains("pass null")
}

fn is_object(ty: &Type) -> bool {
    matches!(ty, Type::Boxed(_) | Type::Bare(_))
}

/// TDLib's vectors are never null themselves.
fn mark_element(field: &mut Field) {
    if let Type::Vector { element, .. } = &mut field.ty
        && is_object(element)
    {
        **element = Type::Nullable(element.clone());
    }
}

/// A mask with the first name of a hidden one that is free.
fn mask(combinator: &Combinator) -> Field {
    let is_free = |name: &String| combinator.fields.iter().all(|field| field.name.text != *name);
    let names =
        (1..).map(|number: u32| if number == 1 { "flags".to_owned() } else { format!("flags{number}") });
    let text = names.into_iter().find(is_free).unwrap_or_default();
    let span = combinator.name.span;
    Field {
        line: format!("{text}:#"),
        name: Name { text, span },
        docs: Vec::new(),
        ty: Type::Builtin(Builtin::Nat),
        condition: None,
        ty_span: span,
    }
}

/// Puts the mask before all fields, and lets these depend on it.
fn add(combinator: &mut Combinator, mask: Field, fields: &[usize]) {
    let span = mask.ty_span;
    for (bit, &field) in (0..).zip(fields) {
        combinator.fields[field].condition = Some(Condition { mask: Mask::Field(0), bit, span });
    }
    for (index, field) in combinator.fields.iter_mut().enumerate() {
        let condition = field.condition.as_mut().filter(|_| !fields.contains(&index));
        if let Some(Mask::Field(mask)) = condition.map(|condition| &mut condition.mask) {
            *mask += 1;
        }
    }
    combinator.fields.insert(0, mask);
}
