//! Constructor ids in the enum of all combinators.

use tl_schema::check::unique_ids;

use crate::check::mistake::Mistake;
use crate::diag::Diagnostics;
use crate::options::Options;
use crate::resolve::Named;
use crate::resolve::object::{BoolConstructor, Member};

/// Rule: all that the enum `Object` decodes differs in its ids.
pub(super) fn unique_in_object(resolved: &Named, options: &Options, diagnostics: &mut Diagnostics) {
    let Some(object) = resolved.object(options) else { return };
    let combinators = || object.iter().filter_map(|&member| resolved.combinator_of(member));
    unique_ids(combinators(), diagnostics, |first, second| Mistake::SameIdInObject {
        names: [first.name.text.clone(), second.name.text.clone()],
        id: second.id.value,
    });
    for value in [true, false].into_iter().filter(|value| object.contains(&Member::Bool(*value))) {
        let BoolConstructor { name, id, .. } = BoolConstructor::of(value);
        for combinator in combinators().filter(|combinator| combinator.id.value == id) {
            let mistake = Mistake::SameIdInObject { names: [name.into(), combinator.name.text.clone()], id };
            diagnostics.report(combinator.id.written.unwrap_or(combinator.name.span), mistake);
        }
    }
}
