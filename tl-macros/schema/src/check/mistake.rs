//! What is wrong with the ids, masks and types of a schema, in the words of TL.

use std::fmt;

/// A schema that parses but cannot be right.
pub(super) enum Mistake {
    FieldTwice { name: String },
    ParameterTwice { name: String },
    AmbiguousId { formal: u32, telegram: u32, others: usize },
    IdMismatch { written: u32, computed: Vec<(String, u32)> },
    UnusedExcuse,
    NotVerified,
    SameIdInType { ty: String, names: [String; 2], id: u32 },
    MaskIsNoNumber { name: String },
    BitTooHigh { mask: String, bit: u32 },
    ObjectNotLast,
    TooDeep { name: String, most: usize },
    InfinitelyLarge { steps: Vec<String> },
    EverLarger { name: String, field: String, steps: Vec<String> },
    UndeterminedParameter { name: String },
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::FieldTwice { name } => {
                write!(f, "field `{name}` is declared twice\nhelp: rename one of them")
            }
            Mistake::ParameterTwice { name } => {
                write!(f, "parameter `{name}` is declared twice\nhelp: rename one of them")
            }
            Mistake::AmbiguousId { formal, telegram, others } => {
                write!(
                    f,
                    "this line has no id, and the two rules for ids disagree: {formal:08x} by the formal rule (TON, \
                     TDLib, VK), {telegram:08x} by Telegram's",
                )?;
                match others {
                    0 => {}
                    1 => f.write_str("\nnote: the same is true of another line")?,
                    _ => write!(f, "\nnote: the same is true of {others} other lines")?,
                }
                f.write_str(
                    "\nhelp: write the id, or choose a rule: `#![tl(ids = \"formal\")]` or `#![tl(ids = \"telegram\")]`",
                )
            }
            Mistake::IdMismatch { written, computed } => {
                let ids: Vec<String> = computed.iter().map(|(_, id)| format!("{id:08x}")).collect();
                write!(f, "the id {written:08x} does not match this line: expected {}", ids.join(" or "))?;
                for (line, id) in computed {
                    write!(f, "\nnote: {id:08x} is computed from `{line}`")?;
                }
                let name = computed.first().and_then(|(line, _)| line.split(' ').next()).unwrap_or_default();
                write!(
                    f,
                    "\nhelp: if the written id is right, allow it: `#![tl(id_mismatch_ok(\"{name}\"))]`, or in the token form \
                     `#[tl(id_mismatch_ok)]` above the line",
                )
            }
            Mistake::NotVerified => f.write_str(
                "`id_mismatch_ok` has no effect without `verify_ids`\n\
                 help: add `#![tl(verify_ids)]`, or remove `id_mismatch_ok`",
            ),
            Mistake::UnusedExcuse => f.write_str(
                "`id_mismatch_ok` is not needed: the written id is the computed one\nhelp: remove it",
            ),
            Mistake::SameIdInType { ty, names: [first, second], id } => write!(
                f,
                "the constructors `{first}` and `{second}` of `{ty}` have the same id {id:08x}, so decode cannot tell \
                 them apart\nhelp: correct the wrong id, or remove it to have it computed",
            ),
            Mistake::MaskIsNoNumber { name } => {
                write!(f, "`{name}` is not a mask\nhelp: a mask is a field of type `#`: write `{name}:#`")
            }
            Mistake::BitTooHigh { mask, bit } => {
                write!(f, "`{mask}` has no bit {bit}\nhelp: the bits of a mask are 0 to 31")
            }
            Mistake::ObjectNotLast => f.write_str(
                "`Object` extends to the end of the input, so nothing can follow it\n\
                 help: make it the last field, or put `bytes:int` right before it, under the same condition, for its length",
            ),
            Mistake::TooDeep { name, most } => write!(
                f,
                "values of `{name}` are nested more than {most} levels deep without a vector\n\
                 help: put a vector in between, or define some of the types in another invocation and use `extern`",
            ),
            Mistake::InfinitelyLarge { steps } => write!(
                f,
                "a value of this type would be infinitely large: {}\n\
                 help: make one of these fields optional or a vector, or give its type another constructor",
                steps.join(" > "),
            ),
            Mistake::EverLarger { name, field, steps } => write!(
                f,
                "`{name}` contains itself with ever larger arguments, so each level would be a new type: {}\n\
                 note: the argument grows in `{field}`\n\
                 help: pass the parameters on unchanged",
                steps.join(" > "),
            ),
            Mistake::UndeterminedParameter { name } => write!(
                f,
                "nothing determines `{name}`: no field has this type\n\
                 help: add a field for the function whose result it is: `query:!{name}`",
            ),
        }
    }
}
