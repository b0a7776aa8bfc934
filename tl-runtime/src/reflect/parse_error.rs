//! Why text or JSON is not a value of the schema.

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

/// Why text or JSON is not a value of the schema, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParseError(Box<Fault>);

#[derive(Clone, PartialEq, Eq, Debug)]
struct Fault {
    kind: ParseErrorKind,
    offset: Option<usize>,
    path: String,
    expected: String,
}

/// The kinds of [`ParseError`].
#[non_exhaustive]
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ParseErrorKind {
    /// The text does not have the form of a value.
    Syntax {
        /// What can follow there.
        expected: &'static str,
    },
    /// The expected type has no such constructor, or the schema no such combinator.
    UnknownName {
        /// The name in the text.
        name: String,
    },
    /// A type with several constructors needs the name of one.
    NoName,
    /// The combinator has no such field.
    UnknownField {
        /// The name in the text.
        name: String,
    },
    /// A field is given twice.
    DuplicateField,
    /// A field that is always there is not given.
    MissingField {
        /// The name of the field.
        name: String,
    },
    /// A combinator has fewer fields than there are values without a name.
    TooManyValues,
    /// A field is given that its mask says is absent, or the other way round.
    FlagConflict {
        /// The name of the field.
        name: String,
        /// The name of the mask.
        mask: String,
        /// The number of the bit.
        bit: u32,
    },
    /// A value of another type.
    WrongType {
        /// What is in the text.
        found: &'static str,
    },
    /// A number that the type does not have.
    OutOfRange {
        /// The number in the text.
        number: String,
    },
    /// A value of a fixed size has another number of bytes.
    WrongSize {
        /// The number of bytes in the text.
        found: usize,
    },
    /// A repetition has another number of elements.
    WrongCount {
        /// The number that it must have.
        count: u32,
        /// The number of elements in the text.
        found: u32,
    },
    /// Combinators are nested more deeply than decode allows.
    TooDeep {
        /// The number of levels that are allowed.
        limit: u32,
    },
}

impl ParseError {
    #[cold]
    pub(super) fn new(kind: ParseErrorKind, expected: &str) -> Self {
        Self(Box::new(Fault { kind, offset: None, path: String::new(), expected: expected.into() }))
    }

    #[cold]
    pub(super) fn at(mut self, offset: Option<usize>, path: String) -> Self {
        (self.0.offset, self.0.path) = (offset, path);
        self
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> &ParseErrorKind {
        &self.0.kind
    }

    /// Where the token at fault starts, in bytes from the start of the text; `None` if that is not known.
    #[must_use]
    pub fn offset(&self) -> Option<usize> {
        self.0.offset
    }

    /// The way to it, outermost first: `$.updates[3].message`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The TL type or combinator that the text at this place has to be. Builtins with several names have their first:
    /// `int` for TDLib's `int32`, `long` for `int64`, `string` and `bytes` for `secureString` and `secureBytes`.
    #[must_use]
    pub fn expected(&self) -> &str {
        &self.0.expected
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let expected = self.expected();
        match self.kind() {
            ParseErrorKind::Syntax { expected } => write!(f, "expected {expected}"),
            ParseErrorKind::UnknownName { name } => write!(f, "{expected} has no constructor {name}"),
            ParseErrorKind::NoName => write!(f, "the constructor of {expected} is missing"),
            ParseErrorKind::UnknownField { name } => write!(f, "{expected} has no field {name}"),
            ParseErrorKind::DuplicateField => f.write_str("the field is given twice"),
            ParseErrorKind::MissingField { name } => write!(f, "{expected} lacks its field {name}"),
            ParseErrorKind::TooManyValues => write!(f, "{expected} has no more fields that need no name"),
            ParseErrorKind::FlagConflict { name, mask, bit } => write!(
                f,
                "field {name} of {expected} must be there exactly if bit {bit} of {mask} is set, and disagrees with it"
            ),
            ParseErrorKind::WrongType { found } => write!(f, "expected {expected}, found {found}"),
            ParseErrorKind::OutOfRange { number } => write!(f, "{number} is no {expected}"),
            ParseErrorKind::WrongSize { found } => write!(f, "{expected} of {found} bytes"),
            ParseErrorKind::WrongCount { count, found } => {
                write!(f, "expected {count} elements, found {found}")
            }
            ParseErrorKind::TooDeep { limit } => write!(f, "nesting deeper than {limit} levels"),
        }?;
        if let Some(offset) = self.offset() {
            write!(f, " at byte {offset}")?;
        }
        write!(f, ", in {}", self.path())
    }
}

impl core::error::Error for ParseError {}
