//! The module that defines what the schema does not.

use crate::check::mistake::Mistake;
use crate::diag::Diagnostics;
use crate::options::{ObjectMode, Options};
use crate::resolve::Resolved;

/// Rule: an `extern` module is given because a name comes from it.
pub(super) fn extern_is_used(resolved: &Resolved, options: &Options, diagnostics: &mut Diagnostics) {
    match &options.external {
        Some(external) if !resolved.external_used && options.object != ObjectMode::WithExtern => {
            diagnostics.report(external.span, Mistake::UnusedExtern)
        }
        Some(_) | None => {}
    }
}
