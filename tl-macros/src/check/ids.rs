//! Constructor ids in the enum of all combinators.

use tl_schema::check::unique_ids;

use crate::check::mistake::Mistake;
use crate::diag::Diagnostics;
use crate::options::Options;
use crate::resolve::Named;

/// Rule: all that the enum `Object` decodes differs in its ids.
pub(super) fn unique_in_object(resolved: &Named, options: &Options, diagnostics: &mut Diagnostics) {
    let Some(object) = resolved.object(options) else { return };
    let combinators = object.iter().map(|&index| &resolved.combinators[index]);
    unique_ids(combinators, diagnostics, |first, second| Mistake::SameIdInObject {
        names: [first.name.text.clone(), second.name.text.clone()],
        id: second.id.value,
    });
}
