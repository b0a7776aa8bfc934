//! Why bytes could not be shown.

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

use crate::DecodeErrorKind;

/// Why bytes are not a value of the schema, and where: what decode would say.
///
/// It differs from [`DecodeError`](crate::DecodeError) in that its names come from a schema that may not be `'static`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadError(Box<Fault>);

#[derive(Clone, PartialEq, Eq, Debug)]
struct Fault {
    kind: DecodeErrorKind,
    offset: usize,
    expected: Option<String>,
    path: String,
}

impl ReadError {
    #[cold]
    pub(super) fn new(kind: DecodeErrorKind, offset: usize, expected: Option<&str>) -> Self {
        Self(Box::new(Fault { kind, offset, expected: expected.map(Into::into), path: String::new() }))
    }

    pub(super) fn at_path(mut self, path: String) -> Self {
        self.0.path = path;
        self
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> &DecodeErrorKind {
        &self.0.kind
    }

    /// Where, in bytes from the start of the input.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// The type that was expected there, if the error is about that.
    #[must_use]
    pub fn expected(&self) -> Option<&str> {
        self.0.expected.as_deref()
    }

    /// The way to it, outermost first: `updates.updates[3].message`. Empty at the outermost value.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.kind(), self.offset())?;
        if let Some(expected) = self.expected() {
            write!(f, ", expected {expected}")?;
        }
        if !self.path().is_empty() {
            write!(f, ", in {}", self.path())?;
        }
        Ok(())
    }
}

impl core::error::Error for ReadError {}
