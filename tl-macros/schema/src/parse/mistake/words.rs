//! What the parser's mistakes say.

use std::fmt;

use super::{BadId, Mistake};
use crate::schema::Section;

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::Expected { what, found } => write!(f, "expected {what}, found {found}"),
            Mistake::Unclosed { closing, found } => {
                write!(f, "expected `{closing}`, found {found}\nhelp: close the bracket with `{closing}`")
            }
            Mistake::Section { meant } => section(f, *meant),
            Mistake::TooLong { most } => write!(
                f,
                "this declaration is longer than {most} bytes\n\
                 help: a `;` may be missing at its end"
            ),
            Mistake::TooDeep { most } => {
                write!(
                    f,
                    "this expression is nested deeper than {most} levels\n\
                     help: define a constructor for the inner part and use its name"
                )
            }
            Mistake::GroupTooLarge { most } => write!(
                f,
                "this group of fields expands to more than {most} types\n\
                 help: a group such as `(a b:int)` declares a field for each of its names; write the fields out"
            ),
            Mistake::UpperName { name } => write!(
                f,
                "`{name}` is the name of a type, not of a combinator\n\
                 help: constructors and functions start with a lower-case letter, types with a capital"
            ),
            Mistake::Id { text, why } => id(f, text, why),
            Mistake::MissingEquals { name, result } => {
                let result = result.as_deref().unwrap_or("Type");
                write!(f, "`{name}` has no result\nhelp: end the declaration with `= {result};`")
            }
            Mistake::ResultNotBoxed { found } => write!(
                f,
                "the result must be a boxed type, found {found}\n\
                 help: the name of a boxed type starts with a capital letter, as in `= User;`"
            ),
            Mistake::Number { text } => {
                write!(f, "`{text}` is not a TL number\nhelp: numbers are decimal, and at most 4294967295")
            }
            Mistake::MissingType { name } => {
                write!(f, "field `{name}` has no type\nhelp: write it as `{name}:int`")
            }
            Mistake::NothingToClose { closing } => {
                write!(f, "unmatched `{closing}`\nhelp: remove it")
            }
            Mistake::Tl2 { what, instead } => {
                write!(f, "{what} is TL2 syntax; this is TL\nhelp: in TL, {instead}")
            }
            Mistake::EmptyDeclaration => f.write_str("there is no declaration before this `;`\nhelp: remove it"),
            Mistake::ParameterBehindFields => f.write_str(
                "a parameter in braces must come before all fields\n\
                 help: move it before the first field, as in `invoke {X:Type} query:!X = X;`"
            ),
            Mistake::UnattachedAttribute => f.write_str(
                "there is no combinator below this attribute\n\
                 help: move it above a constructor or a function, or remove it"
            ),
            Mistake::FieldAttribute => f.write_str(
                "attributes go above a declaration, not inside it\n\
                 help: if the declaration above is complete, end it with `;`; a field can only have `///` documentation"
            ),
            Mistake::SecondId => f.write_str("this combinator already has an id\nhelp: remove one of the two"),
            Mistake::IdOfType => f.write_str(
                "a type has no id\n\
                 help: write it after the name of the constructor or function, as in `user#d23c81a3 id:int = User;`"
            ),
            Mistake::MissingResult => f.write_str("expected the result type after `=`\nhelp: for example `= User;`"),
            Mistake::MissingSemicolon => f.write_str("expected `;` after the result\nhelp: a declaration ends with `;`"),
            Mistake::TextAfterResult => f.write_str(
                "unexpected text after the result\n\
                 help: end the declaration with `;`; fields go before `=`"
            ),
            Mistake::NotAType => f.write_str("expected a type, found a number\nhelp: a repetition is written `4*[ int ]`"),
            Mistake::MaskNotName => f.write_str(
                "a condition starts with the name of a `#` field, not with a number\n\
                 help: write it as `flags.0?int`"
            ),
            Mistake::BitNotNumber => f.write_str("expected a bit number, 0 to 31\nhelp: write it as `flags.0?int`"),
            Mistake::UnnamedCondition => f.write_str(
                "an optional field needs a name\nhelp: write it as `name:flags.0?int`"
            ),
            Mistake::SumWithoutNumber => f.write_str("one side of `+` must be a number\nhelp: write it as `n+1`"),
            Mistake::EmptyRepetition => f.write_str(
                "this repetition is empty\nhelp: write the repeated type in the brackets, as in `4*[ int ]`"
            ),
            Mistake::Comma => f.write_str("fields are separated by spaces, not by `,`\nhelp: remove it"),
            Mistake::DoubleColon => f.write_str("`::` is not TL\nhelp: a namespace ends with `.`, as in `auth.SentCode`"),
            Mistake::BangInside => f.write_str(
                "`!` belongs before the type of a field, not inside it\nhelp: write it as `query:!X`"
            ),
            Mistake::BareWithoutName => f.write_str(
                "`%` must precede the name of a type\nhelp: write it as `%User` or `%(Vector int)`"
            ),
            Mistake::NotApplicable => f.write_str(
                "only a named type can have parameters\nhelp: write the name first, as in `(Vector int)`"
            ),
        }
    }
}

fn section(f: &mut fmt::Formatter<'_>, meant: Option<Section>) -> fmt::Result {
    f.write_str("invalid section header\nhelp: ")?;
    match meant {
        Some(Section::Types) => f.write_str("write `---types---`"),
        Some(Section::Functions) => f.write_str("write `---functions---`"),
        None => f.write_str("the sections are `---types---` and `---functions---`"),
    }
}

fn id(f: &mut fmt::Formatter<'_>, text: &str, why: &BadId) -> fmt::Result {
    match why {
        BadId::Missing => f.write_str("expected an id after `#`")?,
        BadId::NotHex => write!(f, "`{text}` is not an id")?,
        BadId::TooLong => write!(f, "the id `{text}` has more than 8 digits")?,
    }
    f.write_str("\nhelp: an id has 1 to 8 hexadecimal digits, as in `user#d23c81a3`")?;
    match why {
        BadId::Missing => f.write_str("\nhelp: if this is a field of type `#`, put a space before it"),
        BadId::NotHex | BadId::TooLong => Ok(()),
    }
}
