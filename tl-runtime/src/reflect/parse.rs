//! The way back from text: the mirror image of `text.rs`.
//!
//! ```text
//! value = "(" name { field } ")" | name | "[" { value } "]" | string | number | "0x" digits | "true" | "false" | "null"
//! field = [ name ":" ] value
//! ```

use alloc::string::String;
use alloc::vec::Vec;

use super::Schema;
use super::build::{Builder, Form, Result, Scalar, hex, syntax};
use super::events::Root;

/// Reads text as a value of this type.
pub(super) fn parse(schema: &Schema<'_>, root: Root<'_>, text: &str) -> Result<Vec<u8>> {
    let mut parser = Parser { text, at: 0, builder: Builder::new(schema, root, Form::Text, text.len() / 2) };
    match parser.all() {
        Ok(()) => Ok(parser.builder.into_bytes()),
        Err(error) => Err(error.at(Some(parser.at), parser.builder.path())),
    }
}

struct Parser<'t, 'a> {
    text: &'t str,
    /// Where the next token starts.
    at: usize,
    builder: Builder<'a>,
}

impl<'t> Parser<'t, '_> {
    fn all(&mut self) -> Result<()> {
        while !self.builder.is_done() {
            self.skip_space();
            match self.rest().chars().next() {
                Some('(') => self.begin()?,
                Some('[') => {
                    self.builder.list()?;
                    self.at += 1;
                }
                Some(')') => {
                    self.builder.end()?;
                    self.at += 1;
                }
                Some(']') => {
                    self.builder.end_list()?;
                    self.at += 1;
                }
                Some('"') => self.string()?,
                Some(first) if first == '-' || is_word(first) => self.word()?,
                Some(_) | None => return syntax("a value"),
            }
        }
        self.skip_space();
        if self.rest().is_empty() { Ok(()) } else { syntax("the end") }
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn skip_space(&mut self) {
        let rest = self.rest();
        let is_space = |char: char| char.is_ascii_whitespace() || matches!(char, ',' | ';');
        self.at += rest.len() - rest.trim_start_matches(is_space).len();
    }

    /// A run of characters of names and numbers.
    fn take_word(&mut self) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|char| !is_word(char)).unwrap_or(rest.len());
        &rest[..end]
    }

    /// `(name`
    fn begin(&mut self) -> Result<()> {
        self.builder.begin()?;
        self.at += 1;
        self.skip_space();
        let name = self.take_word();
        if name.is_empty() {
            return syntax("the name of a combinator");
        }
        self.builder.name(name)?;
        self.at += name.len();
        Ok(())
    }

    /// `name:`, or a value that is one word.
    fn word(&mut self) -> Result<()> {
        let rest = self.rest();
        let sign = rest.len() - rest.trim_start_matches('-').len();
        let end = rest[sign..].find(|char| !is_word(char)).map_or(rest.len(), |end| sign + end);
        let word = &rest[..end];
        if rest[end..].starts_with(':') && !word.starts_with("NaN") {
            self.builder.field(word)?;
            self.at += end + 1;
            return Ok(());
        }
        let end = self.exponent(end);
        let word = &rest[..end];
        match word.strip_prefix("0x") {
            Some(digits) => {
                let mut bytes = Vec::new();
                if hex(digits, &mut bytes).is_none() {
                    return syntax("an even number of hexadecimal digits");
                }
                self.builder.scalar(Scalar::Bytes(&bytes))?;
            }
            None => self.plain(word)?,
        }
        self.at += end;
        Ok(())
    }

    /// Numbers go on after the sign of their exponent, and NaN after a colon.
    fn exponent(&self, end: usize) -> usize {
        let rest = self.rest();
        let is_number = rest.starts_with(|first: char| first.is_ascii_digit() || first == '-');
        let goes_on = is_number && rest[..end].ends_with(['e', 'E']) && rest[end..].starts_with(['-', '+'])
            || &rest[..end] == "NaN" && rest[end..].starts_with(':');
        match goes_on {
            true => {
                let after = &rest[end + 1..];
                end + 1 + after.find(|char| !is_word(char)).unwrap_or(after.len())
            }
            false => end,
        }
    }

    fn plain(&mut self, word: &str) -> Result<()> {
        let is_number = word.starts_with(|first: char| first.is_ascii_digit() || first == '-');
        let scalar = match word {
            "true" => Scalar::Bool(true),
            "false" => Scalar::Bool(false),
            "null" => Scalar::Null,
            "inf" => Scalar::Number(word),
            _ if is_number || word.starts_with("NaN") => Scalar::Number(word),
            // A combinator without fields.
            _ => {
                self.builder.begin()?;
                self.builder.name(word)?;
                return self.builder.end();
            }
        };
        self.builder.scalar(scalar)
    }

    fn string(&mut self) -> Result<()> {
        let rest = &self.rest()[1..];
        let Some(end) = end_of_string(rest) else { return syntax("a closing quote") };
        let inside = &rest[..end];
        match inside.contains('\\') {
            false => self.builder.scalar(Scalar::String(inside))?,
            true => {
                let Some(text) = unescaped(inside) else { return syntax("an escape of JSON") };
                self.builder.scalar(Scalar::String(&text))?;
            }
        }
        self.at += end + 2;
        Ok(())
    }
}

fn is_word(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '_' | '.' | '#')
}

/// Where the closing quote is.
pub(super) fn end_of_string(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += text.as_bytes().get(at..)?.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
        match text.as_bytes()[at] {
            b'"' => return Some(at),
            _ => at += 2,
        }
    }
}

/// The text that escapes of JSON say.
pub(super) fn unescaped(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, after)) = rest.split_once('\\') {
        out.push_str(plain);
        let mut chars = after.chars();
        out.push(match chars.next()? {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => {
                let (char, after) = unicode(chars.as_str())?;
                out.push(char);
                rest = after;
                continue;
            }
            char @ ('"' | '\\' | '/') => char,
            _ => return None,
        });
        rest = chars.as_str();
    }
    out.push_str(rest);
    Some(out)
}

/// The character that four digits after `\u` say, or a pair of them.
fn unicode(text: &str) -> Option<(char, &str)> {
    let unit = |text: &str| u32::from_str_radix(text.get(..4)?, 16).ok();
    let first = unit(text)?;
    let after = &text[4..];
    if !(0xd800..0xdc00).contains(&first) {
        return Some((char::from_u32(first)?, after));
    }
    let second = unit(after.strip_prefix("\\u")?)?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
    Some((char::from_u32(0x10000 + (first - 0xd800) * 0x400 + second)?, &after[6..]))
}
