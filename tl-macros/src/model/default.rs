//! `#![tl(default)]`: which variant is the default of each enum.

use crate::model::{BoxedType, RustType, Shape, Struct};

/// Sets [`BoxedType::default`] of every type that has a finite default, and [`Struct::has_default`].
///
/// A variant without fields comes first, then the first one whose fields have defaults that do not lead back to it.
pub(super) fn settle(structs: &mut [Struct], types: &mut [BoxedType], object: Option<&mut BoxedType>) {
    let mut enums: Vec<&mut BoxedType> = types.iter_mut().chain(object).collect();
    loop {
        let mut changed = false;
        for index in 0..structs.len() {
            if !structs[index].has_default && is_ready(&structs[index], structs, &enums) {
                structs[index].has_default = true;
                changed = true;
            }
        }
        for ty in enums.iter_mut().filter(|ty| ty.default.is_none()) {
            ty.default = variant(ty, structs);
            changed |= ty.default.is_some();
        }
        if !changed {
            return;
        }
    }
}

fn variant(ty: &BoxedType, structs: &[Struct]) -> Option<usize> {
    let Shape::Enum(variants) = &ty.shape else { return None };
    let unit = variants.iter().position(|variant| variant.payload.is_none());
    unit.or_else(|| {
        variants.iter().position(|variant| {
            let structure = &structs[variant.constructor];
            // The function in a variant of `Object` is an `Object` again.
            structure.has_default && (structure.is_dependent() || structure.generics().next().is_none())
        })
    })
}

/// All required fields have a default.
fn is_ready(structure: &Struct, structs: &[Struct], enums: &[&mut BoxedType]) -> bool {
    structure.visible().all(|field| field.initial.is_some() || has_default(&field.ty, structs, enums))
}

fn has_default(ty: &RustType, structs: &[Struct], enums: &[&mut BoxedType]) -> bool {
    match ty {
        RustType::Box(inner)
        | RustType::Array { element: inner, .. }
        | RustType::InForm { value: inner, .. } => has_default(inner, structs, enums),
        RustType::Struct { structure, arguments } => {
            structs[*structure].has_default && have_defaults(arguments, structs, enums)
        }
        RustType::Enum { ty, arguments } => {
            enums[*ty].default.is_some() && have_defaults(arguments, structs, enums)
        }
        RustType::Object => enums.iter().any(|ty| ty.object.is_some() && ty.default.is_some()),
        RustType::Bool | RustType::I32 | RustType::I64 | RustType::U32 => true,
        RustType::F32 | RustType::F64 => true,
        RustType::True | RustType::String | RustType::Bytes | RustType::Str | RustType::Slice => true,
        RustType::ByteArray { .. } | RustType::Raw { .. } | RustType::Vec(_) | RustType::Option(_) => true,
        // The user who chooses the type vouches that it has one.
        RustType::External(_) | RustType::Parameter(_) => true,
        RustType::Answer(_) | RustType::OfCall(_) => false,
    }
}

fn have_defaults(arguments: &[RustType], structs: &[Struct], enums: &[&mut BoxedType]) -> bool {
    arguments.iter().all(|argument| has_default(argument, structs, enums))
}
