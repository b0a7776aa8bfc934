//! What can be wrong with the form of a schema, in the words of TL.

mod words;

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
    /// A group of fields that expands to more than `most` types.
    GroupTooLarge {
        most: usize,
    },
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
    /// `id:` with nothing behind it.
    MissingType {
        name: String,
    },
    /// A bracket that closes nothing.
    NothingToClose {
        closing: char,
    },
    /// `{X:Type}` elsewhere than in front of the fields.
    ParameterBehindFields,
    /// Syntax of TL2, and how TL says it.
    Tl2 {
        what: &'static str,
        instead: &'static str,
    },
}

/// What is wrong with an id.
#[derive(Debug)]
pub(super) enum BadId {
    /// A `#` and nothing behind it.
    Missing,
    NotHex,
    TooLong,
}
