//! What the checks find, in the words of TL.

use std::fmt;

/// A schema that parses but cannot be right.
pub(crate) enum Mistake {
    SameIdInObject { names: [String; 2], id: u32 },
    Unnamed,
    PartClash { parts: &'static str, names: [String; 2], rust: String },
    RustClash { names: [String; 2], rust: String, way: Way },
    UnusedRename { name: String },
    TooLarge { name: String, size: usize, most: usize, largest: Vec<(String, usize)> },
    UnusedExtern,
}

/// How to resolve a clash of names.
pub(crate) enum Way {
    Rename,
    OtherInvocation,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::SameIdInObject { names: [first, second], id } => write!(
                f,
                "`{first}` and `{second}` have the same id {id:08x}, so `object` cannot tell them apart\n\
                 help: disable one with `#[cfg(…)]`, move it to another invocation, or remove `object`",
            ),
            Mistake::Unnamed => f.write_str(
                "a function needs a name\nhelp: only a constructor can be `_`, and is named after its type",
            ),
            Mistake::PartClash { parts, names: [first, second], rust } => write!(
                f,
                "{parts} `{first}` and `{second}` would both be `{rust}` in Rust\nhelp: rename one of them",
            ),
            Mistake::RustClash { names: [first, second], rust, way } => {
                write!(f, "`{first}` and `{second}` would both be `{rust}` in Rust")?;
                match way {
                    Way::Rename => write!(
                        f,
                        "\nhelp: rename one of them: `#![tl(rename(\"{second}\" = \"Name\"))]`, or in the token form \
                         `#[tl(rename = \"Name\")]` above it",
                    ),
                    Way::OtherInvocation => f.write_str("\nhelp: move one to another invocation"),
                }
            }
            Mistake::UnusedRename { name } => {
                write!(f, "`rename` has no effect: the name is `{name}` without it\nhelp: remove it")
            }
            Mistake::TooLarge { name, size, most, largest } => {
                write!(f, "a value of `{name}` is {size} bytes in memory; the limit is {most}")?;
                for (field, size) in largest {
                    write!(f, "\nnote: the field `{field}` accounts for {size} of them")?;
                }
                f.write_str(
                    "\nhelp: use a vector, which keeps its elements on the heap: `Vector<…>` or `vector<…>`",
                )
            }
            Mistake::UnusedExtern => f.write_str(
                "`extern` is not needed: every name is defined in this invocation\nhelp: remove the option",
            ),
        }
    }
}
