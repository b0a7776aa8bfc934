//! `#![tl(getters)]`: the fields of an enum's variants that are of one type in all that have them.

use std::collections::HashMap;

use crate::model::{BoxedType, Field, RustType, Shape, Struct};
use crate::resolve::name;

/// The methods of every enum.
const RESERVED: &[&str] = &["constructor_id", "constructor_name"];

/// A method of an enum.
pub(crate) struct Getter {
    /// The name of the field in TL.
    pub(crate) name: String,
    /// The name of the method.
    pub(crate) ident: String,
    /// The type of the field, which is in no `Option` here and in no `Box`.
    pub(crate) ty: RustType,
    /// A value need not have the field.
    pub(crate) optional: bool,
    pub(crate) sources: Vec<Source>,
}

/// Where a variant has the field.
pub(crate) struct Source {
    /// Index of the variant.
    pub(crate) variant: usize,
    /// Index of the field in the variant's struct.
    pub(crate) field: usize,
}

/// The getters of a type, in the order in which its fields come first.
pub(super) fn getters(ty: &BoxedType, structs: &[Struct]) -> Vec<Getter> {
    let Shape::Enum(variants) = &ty.shape else { return Vec::new() };
    let mut found: Vec<Option<Getter>> = Vec::new();
    let mut names: HashMap<&str, usize> = HashMap::new();
    for (variant, constructor) in variants.iter().map(|variant| variant.constructor).enumerate() {
        let structure = &structs[constructor];
        for (index, field) in structure.fields.iter().enumerate() {
            // The field of a tuple struct has no name to call it by.
            if field.role.is_computed() || structure.is_tuple {
                continue;
            }
            let source = Source { variant, field: index };
            match names.get(field.ident.as_str()) {
                None => {
                    names.insert(&field.ident, found.len());
                    found.push(Some(getter(field, source)).filter(|_| structure.generics().next().is_none()));
                }
                Some(&at) => join(&mut found[at], field, source),
            }
        }
    }
    let mut getters: Vec<Getter> = found.into_iter().flatten().collect();
    for getter in &mut getters {
        getter.ident = name::method(&getter.ident, RESERVED, |name| names.contains_key(name));
        getter.optional |= getter.sources.len() < variants.len();
    }
    getters
}

fn getter(field: &Field, source: Source) -> Getter {
    let (name, ident) = (field.name.clone(), field.ident.clone());
    let (optional, ty) = content(field);
    Getter { name, ident, ty: ty.clone(), optional, sources: vec![source] }
}

/// Adds a variant, or gives the getter up where the variant's field is of another type.
fn join(getter: &mut Option<Getter>, field: &Field, source: Source) {
    let (optional, ty) = content(field);
    getter.take_if(|getter| getter.ty != *ty);
    if let Some(getter) = getter {
        getter.optional |= optional;
        getter.sources.push(source);
    }
}

/// What is in the `Option` and in the `Box`, and whether there is an `Option`. That of a template is a value by itself.
fn content(field: &Field) -> (bool, &RustType) {
    match (&field.ty, field.condition) {
        (RustType::Option(inner), Some(_)) => (true, unboxed(inner)),
        (ty, _) => (false, unboxed(ty)),
    }
}

fn unboxed(ty: &RustType) -> &RustType {
    if let RustType::Box(inner) = ty { inner } else { ty }
}
