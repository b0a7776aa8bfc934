//! Names: each thing is defined once, in TL and in the Rust that comes out.

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;

use crate::check::mistake::{Mistake, Way};
use crate::diag::Diagnostics;
use crate::options::Options;
use crate::resolve::name::{self, RustPath};
use crate::resolve::{Combinator, Named};
use crate::schema::{Name, Section};
use crate::span::Span;

/// Rule: a combinator has a name that Rust can use; TL also knows unnamed constructors, `_`.
pub(super) fn named(resolved: &Named, diagnostics: &mut Diagnostics, duplicates: &mut Vec<usize>) {
    for (index, combinator) in resolved.combinators.iter().enumerate() {
        let last = combinator.name.text.rsplit('.').next().unwrap_or_default();
        if last.bytes().all(|byte| byte == b'_') {
            diagnostics.report(combinator.name.span, Mistake::Unnamed);
            duplicates.push(index);
        }
    }
}

/// Rule: the fields of a combinator have different names, also where a mask is shadowed.
pub(super) fn fields_named_once(resolved: &Named, diagnostics: &mut Diagnostics, failed: &mut Vec<usize>) {
    for (index, combinator) in resolved.combinators.iter().enumerate() {
        let mut seen: HashMap<String, &Name> = HashMap::new();
        for field in &combinator.fields {
            let rust = name::field(&field.name.text);
            let first = *seen.entry(rust.clone()).or_insert(&field.name);
            if first.span == field.name.span {
                continue;
            }
            let names = [first.text.clone(), field.name.text.clone()];
            let mistake = match names[0] == names[1] {
                true => Mistake::FieldTwice { name: field.name.text.clone() },
                false => Mistake::FieldClash { names, rust },
            };
            diagnostics.report_with(field.name.span, mistake, vec![(first.span, "named here first")]);
            failed.push(index);
        }
    }
}

/// Rule: the parameters of a function have different names, in Rust too.
pub(super) fn parameters_named_once(
    resolved: &Named,
    diagnostics: &mut Diagnostics,
    failed: &mut Vec<usize>,
) {
    for (index, combinator) in resolved.combinators.iter().enumerate() {
        let mut seen = HashMap::new();
        for parameter in &combinator.parameters {
            if let Some(first) = first_of(&mut seen, name::parameter(&parameter.text), parameter.span) {
                let mistake = Mistake::ParameterTwice { name: parameter.text.clone() };
                diagnostics.report_with(parameter.span, mistake, vec![(first, "declared here first")]);
                failed.push(index);
            }
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
    distinct_in_enum(&"Object", variants, resolved, diagnostics, duplicates);
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
    let related = vec![(names[0].span, "the other one")];
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

/// Where a key was seen first, if this is not the first time.
fn first_of<K: Eq + Hash>(seen: &mut HashMap<K, Span>, key: K, span: Span) -> Option<Span> {
    let first = *seen.entry(key).or_insert(span);
    (first != span).then_some(first)
}
