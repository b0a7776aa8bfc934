//! What can be wrong with the form of a schema, in the words of TL.

use std::fmt;

/// A mistake that the parser finds.
#[derive(Debug)]
pub(super) enum Mistake {
    /// Another token than the grammar asks for.
    Expected {
        what: &'static str,
        found: String,
    },
    /// A bracket without its partner.
    Unclosed {
        closing: char,
        found: String,
    },
    /// A `;` with nothing before it.
    EmptyDeclaration,
    /// Attributes above a section, the end, or a declaration that makes no Rust.
    UnattachedAttribute,
    /// An attribute above a field.
    FieldAttribute,
    /// `---functions---` misspelt; the section that was meant.
    Section {
        meant: Option<crate::schema::Section>,
    },
    /// A declaration longer than `most` bytes.
    TooLong {
        most: usize,
    },
    /// Expressions nested deeper than `most`.
    TooDeep {
        most: usize,
    },
    /// A group of fields that expands to too much.
    GroupTooLarge,
    /// A combinator whose name is a type's.
    UpperName {
        name: String,
    },
    /// Digits behind the `#` of a name that are no id.
    Id {
        text: String,
        why: BadId,
    },
    /// `name#12345678#9abcdef0`.
    SecondId,
    /// `= Type#12345678`.
    IdOfType,
    /// No `=`; a name that could be meant as the result.
    MissingEquals {
        name: String,
        result: Option<String>,
    },
    MissingResult,
    ResultNotBoxed {
        found: String,
    },
    MissingSemicolon,
    TextAfterResult,
    /// A number that is no decimal number of 32 bits.
    Number {
        text: String,
    },
    /// `name:4`.
    NotAType,
    /// `1.2?int`.
    MaskNotName,
    /// `flags.name?int`.
    BitNotNumber,
    /// `flags.0?int` as a whole field.
    UnnamedCondition,
    /// `X+Y`.
    SumWithoutNumber,
    /// `[ ]`.
    EmptyRepetition,
    /// `a:int, b:int`.
    Comma,
    /// `auth::SentCode`.
    DoubleColon,
    /// `!` elsewhere than before the type of a field.
    BangInside,
    /// `%4`.
    BareWithoutName,
    /// `(4 int)`.
    NotApplicable,
    /// Syntax of TL2.
    Tl2(&'static str),
}

/// What is wrong with an id.
#[derive(Debug)]
pub(super) enum BadId {
    NotHex,
    TooLong,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::Expected { what, found } => write!(f, "expected {what}, found {found}"),
            Mistake::Unclosed { closing, found } => write!(f, "expected `{closing}`, found {found}"),
            Mistake::Section { meant } => section(f, *meant),
            Mistake::TooLong { most } => write!(
                f,
                "this declaration is longer than {most} bytes\n\
                 help: perhaps a `;` is missing at its end"
            ),
            Mistake::TooDeep { most } => write!(f, "this expression is nested deeper than {most} levels"),
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
                "the result has to be a boxed type, found {found}\n\
                 help: the name of a boxed type starts with a capital letter, as in `= User;`"
            ),
            Mistake::Number { text } => {
                write!(f, "`{text}` is not a number of TL\nhelp: numbers are decimal and at most 4294967295")
            }
            Mistake::Tl2(what) => write!(
                f,
                "{what} is syntax of TL2, which is not supported\n\
                 help: write it as `name field:Type = Type;`, see https://core.telegram.org/mtproto/TL-formal"
            ),
            _ => f.write_str(self.of_declaration()),
        }
    }
}

impl Mistake {
    /// The message of a mistake in a declaration that holds no data.
    fn of_declaration(&self) -> &'static str {
        match self {
            Mistake::EmptyDeclaration => "there is no declaration before this `;`",
            Mistake::UnattachedAttribute => {
                "this attribute stands above no combinator\n\
                 help: attributes belong above a constructor or a function"
            }
            Mistake::FieldAttribute => {
                "attributes stand above a declaration, not inside it\n\
                 help: if a declaration ends before it, a `;` is missing; a field can only have `///` documentation"
            }
            Mistake::GroupTooLarge => "this group of parameters stands for too many types",
            Mistake::SecondId => "this combinator has an id already\nhelp: leave out one of the two",
            Mistake::IdOfType => {
                "a type has no id\n\
                 help: an id belongs to the name of a constructor or a function, as in `user#d23c81a3 id:int = User;`"
            }
            Mistake::MissingResult => "expected the result after `=`\nhelp: name its type, as in `= User;`",
            Mistake::MissingSemicolon => "expected `;` after the result",
            Mistake::TextAfterResult => {
                "the declaration ends with its result, but more text follows\n\
                 help: put `;` behind the result; fields belong before the `=`"
            }
            _ => self.of_expression(),
        }
    }

    /// The message of a mistake in a field or an expression that holds no data.
    fn of_expression(&self) -> &'static str {
        match self {
            Mistake::NotAType => "expected a type, found a number\nhelp: a repetition is written `4*[ int ]`",
            Mistake::MaskNotName => {
                "a condition starts with the name of a `#` field, not with a number\n\
                 help: write it as `flags.0?int`"
            }
            Mistake::BitNotNumber => "expected the number of a bit, 0 to 31\nhelp: write it as `flags.0?int`",
            Mistake::UnnamedCondition => {
                "an optional field needs a name\nhelp: write it as `name:flags.0?int`"
            }
            Mistake::SumWithoutNumber => "one side of `+` has to be a number, as in `n+1`",
            Mistake::EmptyRepetition => {
                "this repetition is empty\nhelp: write what is repeated between the brackets, as in `4*[ int ]`"
            }
            Mistake::Comma => "fields are separated by spaces, not by `,`",
            Mistake::DoubleColon => "`::` is not TL\nhelp: a namespace ends with `.`, as in `auth.SentCode`",
            Mistake::BangInside => {
                "`!` stands before the type of a field, not inside one\nhelp: write it as `query:!X`"
            }
            Mistake::BareWithoutName => {
                "`%` stands before the name of a type, as in `%User` or `%(Vector int)`"
            }
            Mistake::NotApplicable => "only a named type has parameters, as in `(Vector int)`",
            _ => "this is not TL",
        }
    }
}

fn section(f: &mut fmt::Formatter<'_>, meant: Option<crate::schema::Section>) -> fmt::Result {
    use crate::schema::Section;
    f.write_str("this is not the start of a section\nhelp: ")?;
    match meant {
        Some(Section::Types) => f.write_str("write `---types---`"),
        Some(Section::Functions) => f.write_str("write `---functions---`"),
        None => f.write_str("there are two sections, `---types---` and `---functions---`"),
    }
}

fn id(f: &mut fmt::Formatter<'_>, text: &str, why: &BadId) -> fmt::Result {
    match why {
        BadId::NotHex => write!(f, "`{text}` is not an id")?,
        BadId::TooLong => write!(f, "the id `{text}` has more than 8 digits")?,
    }
    f.write_str("\nhelp: an id has 1 to 8 hexadecimal digits, as in `user#d23c81a3`")
}
