//! What can be wrong with the form of a schema, in the words of TL.

mod words;

/// A mistake that the parser finds.
#[derive(Debug)]
pub(super) enum Mistake {
    /// A token that the grammar does not allow here.
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
    /// A combinator with the name of a type.
    UpperName {
        name: String,
    },
    /// Digits after the `#` of a name that are not an id.
    Id {
        text: String,
        why: BadId,
    },
    /// `name#12345678#9abcdef0`.
    SecondId,
    /// `= Type#12345678`.
    IdOfType,
    /// No `=`; the name that was probably meant as the result.
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
    /// A number that is not decimal, or does not fit into 32 bits.
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
    /// `!` anywhere but before the type of a field.
    BangInside,
    /// `%4`.
    BareWithoutName,
    /// `(4 int)`.
    NotApplicable,
    /// `id:` with nothing after it.
    MissingType {
        name: String,
    },
    /// A bracket that closes nothing.
    NothingToClose {
        closing: char,
    },
    /// `{X:Type}` after a field.
    ParameterBehindFields,
    /// TL2 syntax, and what to write in TL.
    Tl2 {
        what: &'static str,
        instead: &'static str,
    },
}

/// What is wrong with an id.
#[derive(Debug)]
pub(super) enum BadId {
    /// A `#` and nothing after it.
    Missing,
    NotHex,
    TooLong,
}
