//! What becomes of an input.

use std::fmt;

/// What a crate did.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// An error of these words.
    Refused(String),
    /// A value: what it is, where that says more than that there is one.
    Accepted(&'static str),
}

impl Outcome {
    /// What came of decoding, for an input that should be refused.
    pub(crate) fn of<T, E: fmt::Display>(result: Result<T, E>, accepted: &'static str) -> Outcome {
        match result {
            Ok(_) => Outcome::Accepted(accepted),
            Err(error) => Outcome::Refused(error.to_string()),
        }
    }
}

/// The words of an error, without the path that may follow.
fn short(words: &str) -> &str {
    words.split_once(", in ").map_or(words, |(words, _)| words)
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Outcome::Refused(words) => write!(f, "refused: {}", short(words)),
            Outcome::Accepted(words) => f.write_str(words),
        }
    }
}
