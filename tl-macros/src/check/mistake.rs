//! What the checks find, in the words of TL.

use std::fmt;

/// A schema that can be read, and cannot be right.
pub(crate) enum Mistake {
    AmbiguousId { formal: u32, telegram: u32 },
    IdMismatch { written: u32, computed: Vec<(String, u32)> },
    UnusedExcuse,
    NotVerified,
    SameIdInType { ty: String, names: [String; 2], id: u32 },
    SameIdInObject { names: [String; 2], id: u32 },
    Unnamed,
    FieldTwice { name: String },
    FieldClash { names: [String; 2], rust: String },
    ParameterTwice { name: String },
    RustClash { names: [String; 2], rust: String, way: Way },
    UnusedRename { name: String },
    MaskIsNoNumber { name: String },
    BitTooHigh { mask: String, bit: u32 },
    TrueWithoutFlag { name: String },
    TooLarge { name: String, size: usize, most: usize, largest: Vec<(String, usize)> },
    UnusedExtern,
}

/// The way out of a clash of names.
pub(crate) enum Way {
    Rename,
    OtherInvocation,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::AmbiguousId { formal, telegram } => write!(
                f,
                "this line has no id, and the two rules to compute one differ: {formal:08x} by the formal rule (TON, \
                 TDLib, VK), {telegram:08x} by Telegram's\n\
                 help: write the id, or say which rule: `#![tl(ids = \"formal\")]` or `#![tl(ids = \"telegram\")]`",
            ),
            Mistake::IdMismatch { written, computed } => {
                let ids: Vec<String> = computed.iter().map(|(_, id)| format!("{id:08x}")).collect();
                write!(f, "the id {written:08x} is not the one of this line, {}", ids.join(" or "))?;
                for (line, id) in computed {
                    write!(f, "\nnote: {id:08x} is computed from `{line}`")?;
                }
                f.write_str(
                    "\nhelp: if the id is right all the same, excuse the line: `#[tl(id_mismatch_ok)]` above it, in the \
                     token form",
                )
            }
            Mistake::NotVerified => f.write_str(
                "`id_mismatch_ok` excuses nothing: ids are not verified\n\
                 help: leave it out, or ask for it: `#![tl(verify_ids)]`",
            ),
            Mistake::UnusedExcuse => f.write_str(
                "`id_mismatch_ok` excuses nothing: the id is the computed one\nhelp: leave it out",
            ),
            Mistake::SameIdInType { ty, names: [first, second], id } => write!(
                f,
                "`{first}` and `{second}` are both constructors of `{ty}` and have the same id {id:08x}: nobody could tell \
                 which one is on the wire\nhelp: one of the two ids is wrong; leave it out, and it is computed",
            ),
            Mistake::SameIdInObject { names: [first, second], id } => write!(
                f,
                "`{first}` and `{second}` have the same id {id:08x}, and `object` asks for an enum that decodes by id\n\
                 help: leave one of them out, with `#[cfg(…)]` or in another invocation, or leave out `object`",
            ),
            other => other.of_names(f),
        }
    }
}

impl Mistake {
    /// About names, in TL and in Rust.
    fn of_names(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::Unnamed => {
                f.write_str("a constructor without a name is not supported yet\nhelp: give it a name")
            }
            Mistake::FieldTwice { name } => {
                write!(f, "field `{name}` is named twice\nhelp: give one of them another name")
            }
            Mistake::FieldClash { names: [first, second], rust } => write!(
                f,
                "fields `{first}` and `{second}` would both be `{rust}` in Rust\nhelp: give one of them another name",
            ),
            Mistake::ParameterTwice { name } => {
                write!(f, "parameter `{name}` is declared twice\nhelp: give one of them another name")
            }
            Mistake::RustClash { names: [first, second], rust, way } => {
                write!(f, "`{first}` and `{second}` would both be `{rust}` in Rust")?;
                match way {
                    Way::Rename => f.write_str(
                        "\nhelp: give one another name: `#[tl(rename = \"Name\")]` above it, in the token form",
                    ),
                    Way::OtherInvocation => f.write_str("\nhelp: put one into another invocation"),
                }
            }
            Mistake::UnusedRename { name } => {
                write!(f, "`rename` changes nothing: the name is `{name}` anyway\nhelp: leave it out")
            }
            other => other.of_types(f),
        }
    }

    /// About masks and types.
    fn of_types(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::MaskIsNoNumber { name } => {
                write!(f, "`{name}` is not a mask\nhelp: a mask is a field of type `#`: write `{name}:#`")
            }
            Mistake::BitTooHigh { mask, bit } => {
                write!(f, "`{mask}` has no bit {bit}\nhelp: a mask has the bits 0 to 31")
            }
            Mistake::TrueWithoutFlag { name } => write!(
                f,
                "`true` has no bytes, so `{name}` would say nothing\n\
                 help: let a flag decide, `{name}:flags.0?true`, or use `Bool`",
            ),
            Mistake::TooLarge { name, size, most, largest } => {
                write!(f, "a value of `{name}` takes {size} bytes of memory, and the limit is {most}")?;
                for (field, size) in largest {
                    write!(f, "\nnote: the field `{field}` takes {size} of them")?;
                }
                f.write_str("\nhelp: use a vector, which keeps its elements elsewhere: `Vector<…>` or `vector<…>`")
            }
            Mistake::UnusedExtern => f.write_str(
                "`extern` is not needed: every name is defined in this invocation\nhelp: leave the option out",
            ),
            _ => Ok(()),
        }
    }
}
