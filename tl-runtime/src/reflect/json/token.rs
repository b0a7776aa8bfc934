//! The tokens of JSON.

use super::super::parse::{end_of_string, unescaped};
use alloc::borrow::Cow;

/// A token, and where it ends.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Token<'t> {
    /// One of `{}[]:,`.
    Mark(u8),
    /// What is between the quotes, with its escapes.
    String(&'t str),
    Number(&'t str),
    True,
    False,
    Null,
    End,
}

/// Reads the token at `at` and returns where it ends; none if there is no token of JSON.
pub(super) fn token(text: &str, at: usize) -> Option<(Token<'_>, usize)> {
    let rest = text.get(at..)?;
    let word = |word: &str, token| rest.starts_with(word).then_some((token, at + word.len()));
    match rest.bytes().next() {
        None => Some((Token::End, at)),
        Some(mark @ (b'{' | b'}' | b'[' | b']' | b':' | b',')) => Some((Token::Mark(mark), at + 1)),
        Some(b'"') => {
            let inside = &rest[1..];
            let end = end_of_string(inside)?;
            let inside = &inside[..end];
            let is_plain = !inside.bytes().any(|byte| byte < 0x20);
            is_plain.then_some((Token::String(inside), at + end + 2))
        }
        Some(b'-' | b'0'..=b'9') => {
            let len = number(rest.as_bytes())?;
            Some((Token::Number(&rest[..len]), at + len))
        }
        Some(b't') => word("true", Token::True),
        Some(b'f') => word("false", Token::False),
        Some(b'n') => word("null", Token::Null),
        Some(_) => None,
    }
}

/// Where the next token starts.
pub(super) fn skip_space(text: &str, at: usize) -> usize {
    let space = text.as_bytes()[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    at + space.count()
}

/// The length of a number.
fn number(text: &[u8]) -> Option<usize> {
    let digits = |at: usize| text[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = usize::from(text.first() == Some(&b'-'));
    let whole = digits(at);
    if whole == 0 || whole > 1 && text[at] == b'0' {
        return None;
    }
    at += whole;
    if text.get(at) == Some(&b'.') {
        let fraction = digits(at + 1);
        at += 1 + fraction;
        if fraction == 0 {
            return None;
        }
    }
    if let Some(b'e' | b'E') = text.get(at) {
        let sign = usize::from(matches!(text.get(at + 1), Some(b'+' | b'-')));
        let exponent = digits((at + 1 + sign).min(text.len()));
        at += 1 + sign + exponent;
        if exponent == 0 {
            return None;
        }
    }
    Some(at)
}

/// The text of a string without its escapes.
pub(super) fn plain(inside: &str) -> Option<Cow<'_, str>> {
    match inside.contains('\\') {
        false => Some(Cow::Borrowed(inside)),
        true => unescaped(inside).map(Cow::Owned),
    }
}
