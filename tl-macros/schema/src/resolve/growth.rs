//! `New T`, `Final T` and `Empty T`: how a type may grow, which changes nothing on the wire.
//!
//! <https://core.telegram.org/mtproto/TL-formal#type-declarations>

use std::collections::HashSet;

use crate::diag::Diagnostics;
use crate::resolve::mistake::Mistake;
use crate::schema::{Declaration, Name, Schema};

/// Checks these declarations; returns the types that `Empty` declares.
pub(super) fn types_without_constructors<'s>(
    schema: &'s Schema,
    diagnostics: &mut Diagnostics,
) -> Vec<&'s Name> {
    let (mut constructed, mut closed) = (HashSet::new(), HashSet::new());
    for declaration in &schema.declarations {
        match declaration {
            Declaration::Combinator(combinator) => {
                let Some(ty) = combinator.constructs() else { continue };
                constructed.insert(ty);
                if closed.contains(ty) {
                    diagnostics.report(combinator.name.span, Mistake::AfterFinal { name: ty.to_owned() });
                }
            }
            Declaration::Final { keyword, ty } => {
                let is_constructed = constructed.contains(ty.text.as_str());
                match keyword.text.as_str() {
                    "Final" => _ = closed.insert(ty.text.as_str()),
                    "New" if is_constructed => {
                        let mistake = Mistake::NotNew { name: ty.text.clone() };
                        diagnostics.report(keyword.span.to(ty.span), mistake);
                    }
                    _ => {}
                }
            }
            Declaration::Builtin(_) | Declaration::Partial(_) => {}
        }
    }
    let mut empty: Vec<&Name> = Vec::new();
    for (keyword, ty) in schema.declarations.iter().filter_map(empty_type) {
        if constructed.contains(ty.text.as_str()) {
            let mistake = Mistake::NotEmpty { name: ty.text.clone() };
            diagnostics.report(keyword.span.to(ty.span), mistake);
        } else if empty.iter().all(|known| known.text != ty.text) {
            empty.push(ty);
        }
    }
    empty
}

/// `Empty T`
fn empty_type(declaration: &Declaration) -> Option<(&Name, &Name)> {
    match declaration {
        Declaration::Final { keyword, ty } if keyword.text == "Empty" => Some((keyword, ty)),
        Declaration::Final { .. } | Declaration::Combinator(_) => None,
        Declaration::Builtin(_) | Declaration::Partial(_) => None,
    }
}
