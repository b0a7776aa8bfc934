//! From a resolved schema to the model.

mod parameters;
mod results;
mod structs;
mod types;

use std::collections::HashSet;

use tl_schema::analyse::{Analysis, Contains};

use crate::model::rust_type::Types;
use crate::model::{BoxedType, Model, Tables, default, getter};
use crate::options::{Borrow, Options, StringMode};
use crate::resolve::Named;
use crate::resolve::builtin::Builtin;
use crate::resolve::size::{self, Sizes};
use crate::resolve::template::Templates;
use crate::resolve::ty::Type;
use crate::span::SourceMap;
use crate::tables::{self, Facts, Strings};

/// Decides what is left to decide.
pub(crate) fn build(resolved: &Named, options: &Options, map: &SourceMap) -> Model {
    let analysis = Analysis::new(resolved);
    let templates = &Templates::new(resolved, &analysis);
    let builder = Builder {
        resolved,
        analysis: &analysis,
        options,
        map,
        templates,
        types: Types { resolved, options, map, templates },
        sizes: size::sizes(resolved, &analysis, templates, options),
        recursive: analysis.recursive(),
        views: analysis.contains(|ty| borrows(ty, options.borrow)),
        // There is no exact equality.
        inexact: analysis.contains(|ty| matches!(ty.builtin(), Some(Builtin::Double | Builtin::Float))),
        open: analysis.contains(is_open),
        used_bare: used_bare(resolved),
        answers: results::answers(resolved),
        decodes_functions: resolved.decodes_functions(options),
    };
    let (mut structs, mut object) = (builder.structs(), builder.object());
    let mut types: Vec<BoxedType> =
        (0..resolved.types.len()).map(|index| builder.boxed_type(index)).collect();
    if options.default {
        default::settle(&mut structs, &mut types, object.as_mut());
    }
    if options.getters {
        types.iter_mut().for_each(|ty| ty.getters = getter::getters(ty, &structs));
    }
    Model {
        runtime: options.runtime.clone(),
        external: options.external.as_ref().map(|external| external.path.clone()),
        inline: options.inline,
        docs: options.docs,
        layer: options.layer.or(resolved.layer),
        default: options.default,
        try_from: options.try_from,
        setters: options.setters,
        structs,
        types,
        object,
        tables: options.reflect.then(|| builder.tables()),
    }
}

struct Builder<'b> {
    resolved: &'b Named,
    analysis: &'b Analysis<'b>,
    options: &'b Options,
    map: &'b SourceMap,
    templates: &'b Templates,
    types: Types<'b>,
    sizes: Sizes<'b>,
    recursive: Vec<bool>,
    views: Contains,
    inexact: Contains,
    open: Contains,
    used_bare: HashSet<usize>,
    /// The functions that answer with each boxed type.
    answers: Vec<Vec<usize>>,
    /// Functions are decoded on request, and where a field holds any function.
    decodes_functions: bool,
}

/// Whether a field of this type borrows from the input.
fn borrows(ty: &Type, borrow: Borrow) -> bool {
    match ty {
        Type::Raw => borrow != Borrow::Nothing,
        Type::Builtin(builtin) | Type::BoxedBuiltin { builtin, .. } => borrow.takes(*builtin),
        Type::Vector { .. } | Type::Array { .. } | Type::Repeat { .. } => false,
        Type::Nullable(_) | Type::Applied(_) => false,
        Type::Boxed(_) | Type::Bare(_) => false,
        Type::External(_) | Type::Parameter(_) | Type::Unknown | Type::AnyCombinator => false,
    }
}

/// Whether this holds any combinator.
fn is_open(ty: &Type) -> bool {
    matches!(ty, Type::AnyCombinator | Type::Parameter(_))
}

/// The constructors that stand somewhere without their id.
fn used_bare(resolved: &Named) -> HashSet<usize> {
    let bare = |ty: &Type| if let Type::Bare(constructor) = ty { Some(*constructor) } else { None };
    resolved.types_used().filter_map(bare).collect()
}

impl Builder<'_> {
    fn tables(&self) -> Tables {
        let facts = Facts {
            least: &self.sizes.wire.least,
            recursive: &self.recursive,
            strings: match self.options.string {
                StringMode::Utf8 => Strings::Utf8,
                StringMode::Lossy => Strings::Lossy,
                StringMode::Bytes => Strings::Bytes,
            },
            tdlib_json: self.options.tdlib_json,
            layer: self.options.layer.or(self.resolved.layer),
        };
        tables::tables(self.resolved, &facts)
    }
}
