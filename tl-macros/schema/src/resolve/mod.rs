//! From names to what they mean: the schema with every name looked up and every id known.
//!
//! What cannot be resolved is reported here, at its token; `check` then judges what could. A combinator with a
//! mistake stays in the list (`broken`), so that other lines still find it; a field with a mistake is of unknown type.

mod arguments;
pub mod builtin;
mod canonical;
mod combinator;
mod declared;
mod expression;
mod growth;
pub mod id;
mod implied;
mod mistake;
mod nat;
mod nullable;
mod parameters;
mod record;
mod repeated;
mod resolved;
mod retain;
mod scope;
pub mod ty;

pub use resolved::{
    BoxedType, Combinator, CombinatorId, Condition, Field, Mask, Output, Parameter, ParameterKind, Resolved,
};

use crate::diag::Diagnostics;
use crate::nearest::nearest;
use crate::options::Options;
use crate::schema::{Declaration, Name, Schema};
use combinator::Resolver;
use mistake::Mistake;
use scope::Scope;

/// Resolves every name of the schema.
pub fn resolve(schema: &Schema, options: &Options, diagnostics: &mut Diagnostics) -> Resolved {
    let implied = implied::parameters(&schema.declarations);
    let declarations = implied.as_ref().unwrap_or(&schema.declarations);
    let named = record::named(declarations);
    let declarations = named.as_ref().unwrap_or(declarations);
    let scope = Scope::collect(schema, declarations, options, diagnostics);
    if !options.external {
        partial_applications_are_of_known_names(declarations, &scope, diagnostics);
    }
    let external = options.external;
    let mut resolver = Resolver { scope: &scope, external, diagnostics, external_used: false };
    let mut combinators: Vec<Combinator> =
        scope.combinators.iter().map(|source| resolver.combinator(source)).collect();
    combinators.extend(scope.broken.iter().map(|source| resolver.broken(source)));
    if options.tdlib {
        combinators.iter_mut().for_each(nullable::mark);
    }
    let external_used = resolver.external_used;
    let types = types(&scope, &combinators, schema);
    let (layer, declares_bool) = (schema.layer.map(|(layer, _)| layer), scope.builtins.declares_bool());
    Resolved { combinators, types, layer, external_used, declares_bool }
}

/// Rule: `Vector int;`, which says that a template is used so and adds nothing, names what there is.
fn partial_applications_are_of_known_names(
    declarations: &[Declaration],
    scope: &Scope<'_>,
    diagnostics: &mut Diagnostics,
) {
    let applied = declarations.iter().filter_map(|declaration| match declaration {
        Declaration::Partial(application) => application.name(),
        Declaration::Combinator(_) | Declaration::Builtin(_) | Declaration::Final { .. } => None,
    });
    for name in applied.filter(|name| scope.names().all(|known| known != name.text)) {
        let near = nearest(&name.text, scope.names());
        let mistake = Mistake::UnknownType { name: name.clone(), near, may_be_field: false };
        diagnostics.report(name.span, mistake);
    }
}

fn types(scope: &Scope<'_>, combinators: &[Combinator], schema: &Schema) -> Vec<BoxedType> {
    let mut types: Vec<BoxedType> = scope
        .types
        .iter()
        .zip(&scope.constructor_counts)
        .map(|(&name, &constructors)| BoxedType {
            name: name.clone(),
            constructors: Vec::new(),
            is_empty: constructors == 0,
            docs: class_docs(name, schema),
        })
        .collect();
    for (index, combinator) in combinators.iter().enumerate() {
        if let Output::Constructs(ty) = combinator.output {
            types[ty].constructors.push(index);
        }
    }
    types
}

fn class_docs(name: &Name, schema: &Schema) -> Vec<String> {
    let of_type = schema.classes.iter().filter(|class| class.name.text == name.text);
    of_type.flat_map(|class| class.docs.iter().map(|line| line.text.clone())).collect()
}
