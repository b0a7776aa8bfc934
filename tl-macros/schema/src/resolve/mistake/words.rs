//! What the mistakes of names and types say.

use std::fmt;

use super::{Difference, Mistake};
use crate::nearest;
use crate::resolve::ParameterKind;
use crate::schema::Name;

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::DefinedTwice { name, difference } => defined_twice(f, name, difference),
            Mistake::UnknownType { name, near, may_be_field: true } => unknown_word(f, &name.text, near),
            Mistake::UnknownType { name, near, .. } => unknown_type(f, name, near),
            Mistake::UnknownMask { name, masks } => unknown_mask(f, name, masks),
            Mistake::MaskDeclaredLater { name } => write!(
                f,
                "mask `{name}` is declared after this field, which depends on it\n\
                 help: move `{name}:#` before this field",
            ),
            Mistake::ConditionWithoutBit { name } => write!(
                f,
                "this condition has no bit number\n\
                 help: name a bit of `{name}`, as in `{name}.0?`",
            ),
            Mistake::MaskOfItself { name } => write!(
                f,
                "mask `{name}` cannot control its own presence\n\
                 help: write `{name}:#`, or test a bit of another mask before it",
            ),
            // `Vector<int>`, `{X:Type}` and `!X`.
            Mistake::WrongParameters { name, takes, given } => wrong_parameters(f, name, takes, *given),
            Mistake::ResultParameters { name } => write!(
                f,
                "the result `{name}` has parameters, but the constructor declares none\n\
                 help: write `= {name};`, or declare parameters: `{{X:Type}}`",
            ),
            Mistake::ParameterAsResult { name } => write!(
                f,
                "the result of a constructor is a boxed type, but `{name}` is a parameter\n\
                 help: only a function can have this result: move this line below `---functions---`",
            ),
            Mistake::VectorParameters { name, given } => write!(
                f,
                "`{name}` takes one parameter, the type of its elements, but {given} were given\n\
                 help: write `{name}<int>` or `({name} int)`",
            ),
            Mistake::BangWithoutParameter { ty } => write!(
                f,
                "`!` must precede a type parameter; `{ty}` is not one\n\
                 help: remove the `!`, or accept any function: `{{X:Type}} query:!X = X`",
            ),
            Mistake::UndeclaredParameter { name } => write!(
                f,
                "the type parameter `{name}` is not declared\n\
                 help: declare it before the fields: `{{{name}:Type}}`",
            ),
            // Where a type is.
            Mistake::ObjectNotLast { name } => object_not_last(f, name),
            Mistake::NotBare { name, ty, constructors } => write!(
                f,
                "`{name}` is bare, but `{ty}` has {constructors} constructors: without an id, decode cannot tell which one follows\n\
                 help: write `{ty}`, which is boxed",
            ),
            Mistake::BareExternal { name } => write!(
                f,
                "`%` needs to know the constructors of `{name}`, which another invocation defines\n\
                 help: name the constructor instead: its lower-case name is the bare type",
            ),
            Mistake::BareUnknown => f.write_str(
                "only a type with exactly one constructor has a bare form\nhelp: write it without `%`",
            ),
            Mistake::NumberAsType { number } => write!(
                f,
                "expected a type, found the number `{number}`\nhelp: a repetition is written `{number}*[ int ]`",
            ),
            Mistake::ResultNotBoxed { name } => write!(
                f,
                "the result must be a boxed type, found `{name}`\n\
                 help: the name of a boxed type starts with a capital letter, as in `= User;`",
            ),
            // What is built in.
            Mistake::UnusualBuiltin { name, usual } => write!(
                f,
                "`{name}` is built in, with another definition\nhelp: remove the line, or write `{usual};`",
            ),
            Mistake::BuiltinId { name, id } => {
                write!(
                    f,
                    "`{name}` is built in, with the id {id:08x}\nhelp: remove the id, or write `#{id:08x}`"
                )
            }
            Mistake::NotBuiltin { name } => write!(
                f,
                "`{name}` is not built in: `?` declares only types that are\n\
                 help: list its fields instead of the `?`, or name the module that defines it: `#![tl(extern = crate::api)]`",
            ),
            Mistake::NatParameter { name } => write!(
                f,
                "`{{{name}:#}}` cannot be a parameter of a function\n\
                 help: make it a field: `{name}:#`",
            ),
            Mistake::ResultArgument { argument } => write!(
                f,
                "`{argument}` is not a parameter of this constructor\n\
                 help: the arguments of the result are the constructor's parameters: `matrix {{n:#}} … = Matrix n`",
            ),
            Mistake::ResultArgumentTwice { argument } => {
                write!(f, "the result has the parameter `{argument}` twice\nhelp: remove one of the two")
            }
            Mistake::ParameterNotInResult { name, ty } => write!(
                f,
                "the result does not determine `{name}`\n\
                 help: add it to the result, `= {ty} {name}`, or remove the parameter",
            ),
            Mistake::OtherParameters { ty } => write!(
                f,
                "the constructors of `{ty}` declare different parameters\n\
                 help: declare the same ones, in the same order",
            ),
            Mistake::ParameterKind => {
                f.write_str("a parameter is a type or a number\nhelp: write it as `{X:Type}` or `{n:#}`")
            }
            Mistake::ExternalTemplate { name } => write!(
                f,
                "the parameters of `{name}` are unknown: another invocation defines it\n\
                 help: a template can only be used where it is defined: repeat its lines here",
            ),
            Mistake::TypeAsNumber { expression } => write!(
                f,
                "expected a natural number, found the type `{expression}`\n\
                 help: write a number, or the name of an earlier field `n:#`",
            ),
            Mistake::UnknownNumber { name, near } => unknown_number(f, name, near),
            Mistake::NumberDeclaredLater { name } => write!(
                f,
                "`{name}` is declared after this field, whose type depends on it\n\
                 help: move `{name}` before this field",
            ),
            Mistake::NotANumber { field, ty } => write!(
                f,
                "expected a natural number, found `{field}` of type `{ty}`\n\
                 help: declare it as `{field}:#`",
            ),
            Mistake::NoCount => f.write_str(
                "this repetition has no count\n\
                 help: write it before the `*`, as in `n*[ int ]`, or add a `#` field right before this one",
            ),
            Mistake::SumTooLarge => {
                f.write_str("this sum exceeds 4294967295\nhelp: a natural number has 32 bits")
            }
            Mistake::AfterFinal { name } => write!(
                f,
                "`{name}` is final: no constructor can follow\nhelp: move this line before `Final {name};`, or remove that one",
            ),
            Mistake::NotNew { name } => write!(
                f,
                "`{name}` is not new: it has a constructor before this line\n\
                 help: move `New {name};` before its first constructor, or remove it",
            ),
            Mistake::NotEmpty { name } => write!(
                f,
                "`{name}` is not empty: it has a constructor\nhelp: remove `Empty {name};`, or the constructor",
            ),
        }
    }
}

fn wrong_parameters(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    takes: &[ParameterKind],
    given: usize,
) -> fmt::Result {
    if takes.is_empty() {
        return write!(f, "type `{name}` takes no parameters\nhelp: write `{name}` alone");
    }
    let example = |kind: &ParameterKind| match kind {
        ParameterKind::Type => "int",
        ParameterKind::Nat => "4",
    };
    write!(
        f,
        "type `{name}` takes {} parameter{}, but {given} {} given\nhelp: for example `{name}<{}>`",
        takes.len(),
        if takes.len() == 1 { "" } else { "s" },
        if given == 1 { "was" } else { "were" },
        takes.iter().map(example).collect::<Vec<&str>>().join(", "),
    )
}

fn defined_twice(f: &mut fmt::Formatter<'_>, name: &str, difference: &Difference) -> fmt::Result {
    write!(f, "`{name}` is defined twice")?;
    match difference {
        Difference::Line => f.write_str(", and the two lines differ")?,
        Difference::Ids([first, second]) => write!(f, ", with the ids {first:08x} and {second:08x}")?,
        Difference::WrittenId(id) => write!(f, ", and {id:08x} is not the id of the other line")?,
        Difference::Attributes => f.write_str("; only a line without attributes can be repeated")?,
    }
    f.write_str("\nhelp: remove one of the two, or move it to another invocation")
}

fn unknown_type(f: &mut fmt::Formatter<'_>, name: &Name, near: &[String]) -> fmt::Result {
    write!(f, "unknown type `{}`", name.text)?;
    if name.text == "Option" {
        return f.write_str(
            "\nhelp: an optional field depends on a bit of a mask: `flags:# name:flags.0?string`",
        );
    }
    if near.is_empty() {
        return f.write_str(
            "\nhelp: define it in this invocation, or name the module that defines it: `#![tl(extern = crate::api)]`",
        );
    }
    write!(f, "\nhelp: did you mean {}?", list(near, "or"))?;
    // What could be the name of a type in another invocation.
    if nearest::of_rust(&name.text).is_none() && (name.is_boxed() || name.text.contains('.')) {
        f.write_str(
            "\nhelp: if another invocation defines it, name its module: `#![tl(extern = crate::api)]`",
        )?;
    }
    Ok(())
}

/// In the place of a whole field.
fn unknown_word(f: &mut fmt::Formatter<'_>, name: &str, near: &[String]) -> fmt::Result {
    write!(f, "unknown type `{name}`")?;
    if !near.is_empty() {
        write!(f, "\nhelp: did you mean {}?", list(near, "or"))?;
    }
    write!(f, "\nhelp: if this is the name of a field, add `:` and its type: `{name}:Type`")
}

fn unknown_mask(f: &mut fmt::Formatter<'_>, name: &str, masks: &[String]) -> fmt::Result {
    write!(f, "unknown mask `{name}`")?;
    match masks {
        [] => write!(f, "\nhelp: declare it before this field: `{name}:#`"),
        [mask] => write!(f, "\nhelp: the mask before this field is `{mask}`"),
        masks => write!(f, "\nhelp: the masks before this field are {}", list(masks, "and")),
    }
}

fn unknown_number(f: &mut fmt::Formatter<'_>, name: &str, near: &[String]) -> fmt::Result {
    write!(f, "unknown number `{name}`")?;
    match near {
        [] => write!(f, "\nhelp: declare it before this field: `{name}:#`"),
        near => write!(f, "\nhelp: did you mean {}?", list(near, "or")),
    }
}

fn object_not_last(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    write!(
        f,
        "`{name}` extends to the end of the input, so nothing can follow it\n\
         help: make it the last field, or put `bytes:int` right before it, under the same condition, for its length",
    )
}

/// `` `a`, `b` or `c` ``.
fn list(names: &[String], last: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((end, [])) => end.clone(),
        Some((end, front)) => format!("{} {last} {end}", front.join(", ")),
        None => String::new(),
    }
}
