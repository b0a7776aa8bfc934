//! What can be wrong with names and types, in the words of TL.

use std::fmt;

/// A name that means nothing, or means something that cannot stand where it is.
pub(crate) enum Mistake {
    UnknownType { name: String, near: Vec<String> },
    UnknownMask { name: String, masks: Vec<String> },
    MaskDeclaredLater { name: String },
    ConditionWithoutBit { name: String },
    TakesNoParameters { name: String },
    VectorParameters { name: &'static str, given: usize },
    VectorOfTrue,
    ObjectNotLast { name: String },
    NotBare { name: String, ty: String, constructors: usize },
    BareExternal { name: String },
    BareUnknown,
    BangWithoutParameter,
    NumberAsType,
    ResultNotBoxed { name: String },
    UnusualBuiltin { name: String, usual: String },
    BuiltinId { name: String, id: u32 },
    NotBuiltin { name: String },
    NatParameter { name: String },
    ParameterKind,
    Template { name: String },
    DependentRepetition,
    RepeatedFields,
    ArrayTooLong { max: u32 },
    PartialApplication,
    FinalDeclaration { keyword: String },
    Arrow,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::UnknownType { name, near } => unknown_type(f, name, near),
            Mistake::UnknownMask { name, masks } => unknown_mask(f, name, masks),
            Mistake::MaskDeclaredLater { name } => write!(
                f,
                "mask `{name}` is declared later than the field that depends on it\n\
                 help: move `{name}:#` in front of this field",
            ),
            Mistake::ConditionWithoutBit { name } => write!(
                f,
                "the condition names no bit of `{name}`\n\
                 help: `{name}.0?` tests bit 0; testing a whole number is not supported yet",
            ),
            Mistake::TakesNoParameters { name } => {
                write!(f, "type `{name}` takes no parameters\nhelp: write `{name}` alone")
            }
            Mistake::VectorParameters { name, given } => write!(
                f,
                "`{name}` takes one parameter, the type of its elements, and {given} are given\n\
                 help: `{name}<int>` or `({name} int)`",
            ),
            Mistake::VectorOfTrue => f.write_str(
                "`true` has no bytes, so a vector of it would hold nothing but a count\n\
                 help: a count is `#` or `int`; a vector of truth values is `Vector<Bool>`",
            ),
            Mistake::ObjectNotLast { name } => object_not_last(f, name),
            Mistake::NotBare { name, ty, constructors } => write!(
                f,
                "`{name}` is bare, but `{ty}` has {constructors} constructors: without an id nobody can tell which it is\n\
                 help: write `{ty}`, which is boxed",
            ),
            Mistake::BareExternal { name } => write!(
                f,
                "`%` needs to know the constructors of `{name}`, which another invocation defines\n\
                 help: name the constructor instead: its lower-case name is the bare type",
            ),
            Mistake::BareUnknown => f.write_str("only a type with exactly one constructor has a bare form"),
            Mistake::BangWithoutParameter => f.write_str(
                "`!` stands before a type parameter, and this is none\n\
                 help: declare it first: `{X:Type} … query:!X = X`",
            ),
            Mistake::NumberAsType => f.write_str("expected a type, found a number"),
            Mistake::ResultNotBoxed { name } => write!(
                f,
                "a constructor belongs to a boxed type, whose name starts with a capital letter; `{name}` does not",
            ),
            Mistake::UnusualBuiltin { name, usual } => write!(
                f,
                "`{name}` is built in, and this is not what it means\nhelp: leave the line out, or write `{usual};`",
            ),
            Mistake::BuiltinId { name, id } => {
                write!(
                    f,
                    "the builtin `{name}` has the id {id:08x}\nhelp: leave the id out, or write `#{id:08x}`"
                )
            }
            Mistake::NotBuiltin { name } => write!(
                f,
                "`?` declares a builtin type, and `{name}` is none in this form\n\
                 help: `int ? = Int;` is one; for a type of your own, list its fields",
            ),
            unsupported => unsupported.fmt_unsupported(f),
        }
    }
}

impl Mistake {
    /// What TL has and code generation does not do.
    fn fmt_unsupported(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::NatParameter { name } => write!(
                f,
                "natural parameters such as `{{{name}:#}}` are not supported yet: the size of the type would depend on a value",
            ),
            Mistake::ParameterKind => f.write_str("a parameter is a type or a number: `{X:Type}` or `{n:#}`"),
            Mistake::Template { name } => {
                write!(f, "`{name}` has type parameters: templates other than `Vector` are not supported yet",)
            }
            Mistake::DependentRepetition => f.write_str(
                "repetition whose count is not a plain number is not supported yet\n\
                 help: `4*[ int ]` is; for a counted list use `Vector<int>` or `vector<int>`",
            ),
            Mistake::RepeatedFields => f.write_str(
                "repetition of anything but one unnamed field is not supported yet\n\
                 help: define a constructor with these fields and repeat it: `4*[ point ]`",
            ),
            Mistake::ArrayTooLong { max } => {
                write!(
                    f,
                    "a repetition of more than {max} elements is not supported: it would be one large value"
                )
            }
            Mistake::PartialApplication => f.write_str("partial application is not supported yet"),
            Mistake::Arrow => f.write_str(
                "`=>` is TL2, which is not supported yet\nhelp: in TL a function's result stands behind `=`",
            ),
            Mistake::FinalDeclaration { keyword } => {
                write!(f, "`{keyword}` declarations are not supported yet")
            }
            _ => Ok(()),
        }
    }
}

fn unknown_type(f: &mut fmt::Formatter<'_>, name: &str, near: &[String]) -> fmt::Result {
    write!(f, "unknown type `{name}`")?;
    match near {
        [] => f.write_str(
            "\nhelp: define it in this invocation, or name the module that does: `#![tl(extern = crate::api)]`",
        ),
        near => write!(f, "\nhelp: did you mean {}?", list(near, "or")),
    }
}

fn unknown_mask(f: &mut fmt::Formatter<'_>, name: &str, masks: &[String]) -> fmt::Result {
    write!(f, "unknown mask `{name}`")?;
    match masks {
        [] => write!(f, "\nhelp: declare it before this field: `{name}:#`"),
        masks => write!(f, "\nhelp: the masks in front of this field are {}", list(masks, "and")),
    }
}

fn object_not_last(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    write!(
        f,
        "`{name}` takes all bytes to the end, so nothing can follow it\n\
         help: make it the last field, or let `bytes:int` stand right before it to say how long it is",
    )
}

/// `` `a`, `b` or `c` ``.
pub(crate) fn list(names: &[String], last: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((end, [])) => end.clone(),
        Some((end, front)) => format!("{} {last} {end}", front.join(", ")),
        None => String::new(),
    }
}
