//! `ok value:T = Response T`: an undefined name among the parameters of a result is a parameter, as if `{T:Type}` were
//! written.

use std::collections::HashSet;

use crate::schema::{Combinator, Declaration, Expr, ExprKind, Generic, Name, Section};

/// The declarations with such parameters; `None` if there is none.
pub(super) fn parameters(declarations: &[Declaration]) -> Option<Vec<Declaration>> {
    let results = declarations.iter().filter_map(Declaration::result).filter_map(Expr::name);
    let types: HashSet<&str> = results.map(|ty| ty.text.as_str()).collect();
    if !declarations
        .iter()
        .filter_map(Declaration::combinator)
        .any(|combinator| implied(combinator, &types).is_some())
    {
        return None;
    }
    let declared = declarations.iter().map(|declaration| match declaration.combinator() {
        Some(combinator) => Declaration::Combinator(declare(combinator, &types)),
        None => declaration.clone(),
    });
    Some(declared.collect())
}

fn declare(combinator: &Combinator, types: &HashSet<&str>) -> Combinator {
    match implied(combinator, types) {
        Some(names) => Combinator {
            generics: names.into_iter().map(type_parameter).collect(),
            written: Some(Box::new(combinator.clone())),
            ..combinator.clone()
        },
        None => combinator.clone(),
    }
}

/// The parameters of a constructor that its result has, and that nothing declares.
fn implied(combinator: &Combinator, types: &HashSet<&str>) -> Option<Vec<Name>> {
    let ExprKind::Name { args, .. } = &combinator.result.kind else { return None };
    if combinator.section == Section::Functions || !combinator.generics.is_empty() || args.is_empty() {
        return None;
    }
    let name = |arg: &Expr| match &arg.kind {
        ExprKind::Name { name, args } if args.is_empty() && name.is_boxed() => {
            (!types.contains(name.text.as_str())).then(|| name.clone())
        }
        ExprKind::Name { .. } | ExprKind::Nat | ExprKind::Number(_) | ExprKind::Sum(..) => None,
        ExprKind::Bare(_) | ExprKind::Repeat { .. } => None,
    };
    args.iter().map(name).collect()
}

fn type_parameter(name: Name) -> Generic {
    let span = name.span;
    let kind = ExprKind::Name { name: Name { text: "Type".to_owned(), span }, args: Vec::new() };
    Generic { name, bang: None, kind: Expr { kind, span } }
}
