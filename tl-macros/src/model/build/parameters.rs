//! The parameters of Rust types.

use crate::model::{Parameter, ParameterKind};
use crate::resolve::name::{self, RustPath};
use crate::resolve::{self, Combinator};

/// The parameters of a combinator, for a Rust type at this path; `used` says of each whether the type has it.
pub(super) fn parameters(combinator: &Combinator, path: &RustPath, used: &[bool]) -> Vec<Parameter> {
    let parameter = |(of, used): (&resolve::Parameter, &bool)| {
        let ident = match of.kind {
            // It would hide the type itself.
            ParameterKind::Type if name::parameter(&of.name.text) == path.ident => {
                format!("{}Type", path.ident)
            }
            ParameterKind::Type => name::parameter(&of.name.text),
            ParameterKind::Nat => name::field(&of.name.text),
        };
        Parameter { ident, name: of.name.text.clone(), kind: of.kind, used: *used }
    };
    combinator.parameters.iter().zip(used).map(parameter).collect()
}
