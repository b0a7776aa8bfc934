//! Names: each thing is defined once, in TL and in the Rust that comes out.

use std::collections::HashMap;
use std::fmt;

use crate::check::mistake::{Mistake, Way};
use crate::diag::Diagnostics;
use crate::options::Options;
use crate::resolve::name::{self, RustPath};
use crate::resolve::object::Member;
use crate::resolve::{Combinator, Named, ParameterKind};
use crate::schema::{Name, Section};

/// Rule: a function has a name, and one that Rust can use; so has a constructor that is not named after its type.
pub(super) fn named(resolved: &Named, diagnostics: &mut Diagnostics, duplicates: &mut Vec<usize>) {
    for (index, combinator) in resolved.combinators.iter().enumerate() {
        let last = combinator.name.text.rsplit('.').next().unwrap_or_default();
        if last.bytes().all(|byte| byte == b'_') {
            diagnostics.report(combinator.name.span, Mistake::Unnamed);
            duplicates.push(index);
        }
    }
}

/// Rule: names that differ in TL differ in Rust too: the fields and the parameters of one combinator.
pub(super) fn distinct_parts(resolved: &Named, diagnostics: &mut Diagnostics, failed: &mut Vec<usize>) {
    for (index, combinator) in resolved.combinators.iter().enumerate() {
        let fields = combinator.fields.iter().map(|field| (name::field(&field.name.text), &field.name));
        let types = combinator.parameters.iter().filter(|of| of.kind == ParameterKind::Type);
        let parameters = types.map(|of| (name::parameter(&of.name.text), &of.name));
        let before = diagnostics.len();
        distinct("fields", fields, diagnostics);
        distinct("parameters", parameters, diagnostics);
        if diagnostics.len() > before {
            failed.push(index);
        }
    }
}

/// Each name comes with what it is in Rust.
fn distinct<'n>(
    parts: &'static str,
    names: impl Iterator<Item = (String, &'n Name)>,
    diagnostics: &mut Diagnostics,
) {
    let mut seen: HashMap<String, &Name> = HashMap::new();
    for (rust, name) in names {
        let first = *seen.entry(rust.clone()).or_insert(name);
        if first.text != name.text {
            let mistake = Mistake::PartClash { parts, names: [first.text.clone(), name.text.clone()], rust };
            diagnostics.report_with(name.span, mistake, vec![(first.span, "first declared here")]);
        }
    }
}

/// Rule: names that differ in TL differ in Rust too: structs in one module.
pub(super) fn distinct_structs(resolved: &Named, diagnostics: &mut Diagnostics, duplicates: &mut Vec<usize>) {
    let mut seen: HashMap<(bool, &RustPath), &Combinator> = HashMap::new();
    for (index, combinator) in resolved.combinators.iter().enumerate() {
        let path = resolved.path(index);
        let first = *seen.entry((combinator.section == Section::Types, path)).or_insert(combinator);
        if first.name.span != combinator.name.span {
            clash([&first.name, &combinator.name], path.to_string(), Way::Rename, diagnostics);
            duplicates.push(index);
        }
    }
}

/// Rule: the same for boxed types.
pub(super) fn distinct_types(resolved: &Named, diagnostics: &mut Diagnostics, duplicates: &mut Vec<usize>) {
    let mut seen = HashMap::new();
    for (index, ty) in resolved.types.iter().enumerate() {
        let path = resolved.type_path(index);
        let first = *seen.entry(path).or_insert(&ty.name);
        // Where the constructors clash as well, that is the same mistake.
        let is_left_out = ty.constructors.iter().all(|constructor| duplicates.contains(constructor));
        if first.text != ty.name.text && !is_left_out {
            clash([first, &ty.name], path.to_string(), Way::OtherInvocation, diagnostics);
            duplicates.extend(&ty.constructors);
        }
    }
}

/// Rule: the same for the variants of one enum.
pub(super) fn distinct_variants(
    resolved: &Named,
    diagnostics: &mut Diagnostics,
    duplicates: &mut Vec<usize>,
) {
    for (index, ty) in resolved.types.iter().enumerate() {
        let variants = resolved.variants(index).into_iter().zip(ty.constructors.iter().copied());
        distinct_in_enum(resolved.type_path(index), variants, resolved, diagnostics, duplicates);
    }
}

/// Rule: the same for the variants of `Object`, which has them of all namespaces.
pub(super) fn distinct_in_object(
    resolved: &Named,
    options: &Options,
    diagnostics: &mut Diagnostics,
    duplicates: &mut Vec<usize>,
) {
    let Some(object) = resolved.object(options) else { return };
    let variants = resolved.object_variants(&object).into_iter().zip(object);
    let of_combinators = variants.filter_map(|(variant, member)| match member {
        Member::Combinator(index) => Some((variant, index)),
        Member::Bool(_) | Member::Extern => None,
    });
    distinct_in_enum(&"Object", of_combinators, resolved, diagnostics, duplicates);
}

/// Each of the `variants` comes with the index of its combinator.
fn distinct_in_enum(
    path: &dyn fmt::Display,
    variants: impl Iterator<Item = (String, usize)>,
    resolved: &Named,
    diagnostics: &mut Diagnostics,
    duplicates: &mut Vec<usize>,
) {
    let mut seen: HashMap<String, &Combinator> = HashMap::new();
    for (variant, index) in variants {
        let combinator = &resolved.combinators[index];
        let first = *seen.entry(variant.clone()).or_insert(combinator);
        if first.name.span != combinator.name.span && !duplicates.contains(&index) {
            clash([&first.name, &combinator.name], format!("{path}::{variant}"), Way::Rename, diagnostics);
            duplicates.push(index);
        }
    }
}

fn clash(names: [&Name; 2], rust: String, way: Way, diagnostics: &mut Diagnostics) {
    let related = vec![(names[0].span, "the other one is here")];
    let span = names[1].span;
    diagnostics.report_with(
        span,
        Mistake::RustClash { names: names.map(|name| name.text.clone()), rust, way },
        related,
    );
}

/// Rule: `rename` changes the name.
pub(super) fn renames_used(resolved: &Named, diagnostics: &mut Diagnostics) {
    for (index, combinator) in resolved.combinators.iter().enumerate() {
        let Some((rename, span)) = &resolved.attributes(index).rename else { continue };
        if RustPath::new(&combinator.name.text, None).ident == *rename {
            diagnostics.report(*span, Mistake::UnusedRename { name: rename.clone() });
        }
    }
}
