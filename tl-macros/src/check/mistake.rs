//! What the checks find, in the words of TL.

use std::fmt;

/// A schema that can be read, and cannot be right.
pub(crate) enum Mistake {
    SameIdInObject { names: [String; 2], id: u32 },
    Unnamed,
    PartClash { parts: &'static str, names: [String; 2], rust: String },
    RustClash { names: [String; 2], rust: String, way: Way },
    UnusedRename { name: String },
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
            Mistake::SameIdInObject { names: [first, second], id } => write!(
                f,
                "`{first}` and `{second}` have the same id {id:08x}, so `object` could not tell them apart\n\
                 help: remove one of them, with `#[cfg(…)]` or into another invocation, or remove `object`",
            ),
            Mistake::Unnamed => f.write_str(
                "only a constructor can be nameless: it is named after its type\nhelp: give it a name",
            ),
            Mistake::PartClash { parts, names: [first, second], rust } => write!(
                f,
                "{parts} `{first}` and `{second}` would both be `{rust}` in Rust\nhelp: give one of them another name",
            ),
            Mistake::RustClash { names: [first, second], rust, way } => {
                write!(f, "`{first}` and `{second}` would both be `{rust}` in Rust")?;
                match way {
                    Way::Rename => write!(
                        f,
                        "\nhelp: give one another name: `#![tl(rename(\"{second}\" = \"Name\"))]`, or in the token form \
                         `#[tl(rename = \"Name\")]` above it",
                    ),
                    Way::OtherInvocation => f.write_str("\nhelp: put one into another invocation"),
                }
            }
            Mistake::UnusedRename { name } => {
                write!(f, "`rename` changes nothing: the name is `{name}` anyway\nhelp: remove it")
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
