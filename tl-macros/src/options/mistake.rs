//! What can be wrong with the options.

use std::fmt;

use super::table::{self, Entry};

/// A mistake in `#![…]`.
pub(super) enum Mistake {
    /// Neither `derive(…)` nor `tl(…)`.
    UnknownAttribute {
        name: String,
    },
    /// `#![tl = "…"]`.
    NoList {
        name: String,
    },
    UnknownOption {
        name: String,
        near: Option<String>,
    },
    /// `#![tl(rename = "…")]`: an option of one definition.
    OfDefinition {
        option: String,
    },
    GivenTwice {
        name: String,
    },
    BadValue {
        name: String,
        expected: String,
    },
    LossyBorrow,
    ObjectWithoutExtern,
    JsonWithoutReflect,
    /// Within the list of an option.
    NamedTwice {
        name: String,
        option: &'static str,
    },
    /// `only(auth.*, auth.sendCode)`
    NamedInNamespace {
        name: String,
        namespace: String,
    },
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::UnknownAttribute { name } => write!(
                f,
                "unknown attribute `{name}`\nhelp: an invocation can have `#![derive(…)]` and `#![tl(…)]`",
            ),
            Mistake::NoList { name } => {
                let example = if name == "tl" { "verify_ids" } else { "Eq, Hash" };
                write!(f, "`{name}` takes a list in parentheses\nhelp: write it as `#![{name}({example})]`")
            }
            Mistake::UnknownOption { name, near } => {
                write!(f, "unknown option `{name}`\nhelp: ")?;
                match near.as_deref().and_then(table::find) {
                    Some(Entry { name, help, .. }) => write!(f, "did you mean `{name}`? {help}"),
                    None => write!(f, "the options are {}", table::forms()),
                }
            }
            Mistake::OfDefinition { option } => write!(
                f,
                "`{option}` is an option of a single definition\n\
                 help: write `#[tl({option})]`, without `!`, above that definition",
            ),
            Mistake::GivenTwice { name } => {
                write!(f, "option `{name}` is given twice\nhelp: remove one of the two")
            }
            Mistake::BadValue { name, expected } => write!(f, "option `{name}` takes {expected}"),
            Mistake::ObjectWithoutExtern => f.write_str(
                "`object = \"extern\"` includes the `Object` of the `extern` module, and there is no `extern`\n\
                 help: add `extern = crate::mtproto`, or write `object` alone",
            ),
            Mistake::JsonWithoutReflect => f.write_str(
                "`json` has no effect without `reflect`\n\
                 help: add `reflect`, or remove `json`",
            ),
            Mistake::NamedTwice { name, option } => {
                write!(f, "`{option}` names `{name}` twice\nhelp: remove one of the two")
            }
            Mistake::NamedInNamespace { name, namespace } => {
                write!(f, "`{name}` is not needed: `{namespace}` includes it\nhelp: remove `{name}`")
            }
            Mistake::LossyBorrow => f.write_str(
                "`string = \"lossy\"` replaces bytes, so it cannot borrow them\n\
                 help: with `borrow` use `string = \"utf8\"` or `string = \"bytes\"`",
            ),
        }
    }
}
