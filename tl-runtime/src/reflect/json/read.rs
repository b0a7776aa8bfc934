//! From JSON to bytes; the mirror image of `write.rs`.

use alloc::vec::Vec;

use super::super::build::{Builder, Result, Scalar, syntax};
use super::super::events::Root;
use super::super::{ParseError, ParseErrorKind, Schema, base64};
use super::tags::Tags;
use super::token::{Token, plain, skip_space, token};
use super::{Envelope, JsonStyle};

/// Reads JSON as a value of this type.
pub(super) fn read<'t>(
    schema: &Schema<'_>,
    root: Root<'_>,
    text: &'t str,
) -> Result<(Vec<u8>, Envelope<'t>)> {
    let mut reader = Reader::new(schema, root, text);
    match reader.all() {
        Ok(()) => Ok((reader.builder.into_bytes(), reader.envelope)),
        Err(error) => Err(error.at(Some(reader.at), reader.builder.path())),
    }
}

/// Finds what is beside a message. What is wrong in the message itself does not matter, up to where it is no JSON.
pub(super) fn envelope<'t>(schema: &Schema<'_>, root: Root<'_>, text: &'t str) -> Envelope<'t> {
    let mut reader = Reader::new(schema, root, text);
    // An error is where the search ends.
    let _ = reader.search();
    reader.envelope
}

struct Reader<'t, 'a> {
    text: &'t str,
    /// Where the next token starts.
    at: usize,
    style: JsonStyle,
    builder: Builder<'a>,
    /// What is open: for an object where the value of its tag is, for a list nothing.
    open: Vec<Open>,
    tags: Tags,
    envelope: Envelope<'t>,
}

#[derive(Clone, Copy)]
enum Open {
    Object { tag: Option<usize> },
    List,
}

impl<'t, 'a> Reader<'t, 'a> {
    fn new(schema: &'a Schema<'a>, root: Root<'a>, text: &'t str) -> Self {
        let style = schema.json_style();
        let builder = Builder::new(schema, root, style.form(), text.len() / 2);
        Reader {
            text,
            at: 0,
            style,
            builder,
            open: Vec::new(),
            tags: Tags::default(),
            envelope: Envelope::default(),
        }
    }

    fn all(&mut self) -> Result<()> {
        self.skip_space();
        self.value()?;
        while let Some(open) = self.open.last().copied() {
            let is_first =
                self.text.as_bytes()[..self.at].last().is_some_and(|byte| matches!(byte, b'{' | b'['));
            self.skip_space();
            match (open, self.text.as_bytes().get(self.at)) {
                (Open::Object { .. }, Some(b'}')) => {
                    self.builder.end()?;
                    self.close();
                }
                (Open::List, Some(b']')) => {
                    self.builder.end_list()?;
                    self.close();
                }
                (_, Some(b',')) if !is_first => {
                    self.at += 1;
                    self.skip_space();
                    self.item(open)?;
                }
                (_, _) if is_first => self.item(open)?,
                (Open::Object { .. }, _) => return syntax("`,` or `}`"),
                (Open::List, _) => return syntax("`,` or `]`"),
            }
        }
        self.skip_space();
        if self.at == self.text.len() { Ok(()) } else { syntax("the end") }
    }

    /// Goes over the keys of an object, and reads those that belong to no type.
    fn search(&mut self) -> Result<()> {
        self.skip_space();
        let (Token::Mark(b'{'), mut end) = self.token()? else { return syntax("an object") };
        self.open.push(Open::Object { tag: None });
        loop {
            self.at = skip_space(self.text, end);
            let (Token::String(key), _) = self.token()? else { return syntax("a key") };
            self.skip_key()?;
            match plain(key) {
                Some(key) if self.is_beside(&key) => self.beside(&key)?,
                _ => self.skip_value()?,
            }
            self.skip_space();
            (_, end) = match self.token()? {
                comma @ (Token::Mark(b','), _) => comma,
                _ => return Ok(()),
            };
        }
    }

    fn skip_space(&mut self) {
        self.at = skip_space(self.text, self.at);
    }

    fn token(&self) -> Result<(Token<'t>, usize)> {
        match token(self.text, self.at) {
            Some(found) => Ok(found),
            None => syntax("a token of JSON"),
        }
    }

    fn close(&mut self) {
        self.at += 1;
        self.open.pop();
    }

    /// An element, or a key with its value.
    fn item(&mut self, open: Open) -> Result<()> {
        let Open::Object { tag } = open else { return self.value() };
        let (Token::String(key), end) = self.token()? else { return syntax("a key") };
        let Some(key) = plain(key) else { return syntax("an escape of JSON") };
        let colon = skip_space(self.text, end);
        if !self.text[colon..].starts_with(':') {
            self.at = end;
            return syntax("`:`");
        }
        let value = skip_space(self.text, colon + 1);
        if key == self.style.tag() {
            let is_first = tag == Some(value);
            self.at = value;
            if !is_first {
                return Err(ParseError::new(ParseErrorKind::DuplicateField, self.style.tag()));
            }
            self.at = self.token()?.1;
            return Ok(());
        }
        if self.is_beside(&key) {
            self.at = value;
            return self.beside(&key);
        }
        self.builder.field(&key)?;
        self.at = value;
        self.value()
    }

    /// Whether the key is one of TDLib's that belong to no type.
    fn is_beside(&self, key: &str) -> bool {
        self.style == JsonStyle::Tdlib && self.open.len() == 1 && matches!(key, "@extra" | "@client_id")
    }

    fn beside(&mut self, key: &str) -> Result<()> {
        let start = self.at;
        self.skip_value()?;
        let value = &self.text[start..self.at];
        let is_new = match key {
            "@extra" => self.envelope.extra.replace(value).is_none(),
            _ => {
                let Ok(id) = value.parse() else {
                    return Err(ParseError::new(
                        ParseErrorKind::OutOfRange { number: value.into() },
                        "int32",
                    ));
                };
                self.envelope.client_id.replace(id).is_none()
            }
        };
        match is_new {
            true => Ok(()),
            false => Err(ParseError::new(ParseErrorKind::DuplicateField, "")),
        }
    }

    fn value(&mut self) -> Result<()> {
        let (token, end) = self.token()?;
        match token {
            Token::Mark(b'{') => return self.object(end),
            Token::Mark(b'[') => {
                self.builder.list()?;
                self.open.push(Open::List);
            }
            Token::String(inside) => {
                let Some(text) = plain(inside) else { return syntax("an escape of JSON") };
                self.builder.scalar(Scalar::String(&text))?;
            }
            Token::Number(digits) => self.builder.scalar(Scalar::Number(digits))?,
            Token::True => self.builder.scalar(Scalar::Bool(true))?,
            Token::False => self.builder.scalar(Scalar::Bool(false))?,
            Token::Null => self.builder.scalar(Scalar::Null)?,
            Token::Mark(_) | Token::End => return syntax("a value"),
        }
        self.at = end;
        Ok(())
    }

    fn object(&mut self, end: usize) -> Result<()> {
        if self.builder.expects_string() {
            return self.binary(end);
        }
        let first = self.first_tag(end);
        let tag = first.or_else(|| self.tags.of(self.text, self.at, self.style.tag()));
        self.builder.begin()?;
        self.open.push(Open::Object { tag });
        self.at = end;
        let Some(tag) = tag else { return Ok(()) };
        self.at = tag;
        let after = self.name()?;
        self.at = if first.is_some() { after } else { end };
        Ok(())
    }

    /// The name of a combinator; returns where it ends.
    fn name(&mut self) -> Result<usize> {
        let (Token::String(name), end) = self.token()? else { return syntax("the name of a combinator") };
        let Some(name) = plain(name) else { return syntax("an escape of JSON") };
        self.builder.name(&name)?;
        Ok(end)
    }

    /// Where the value of the tag is in the object of which this is the first key, if that is the tag.
    fn first_tag(&self, start: usize) -> Option<usize> {
        let (Token::String(key), end) = token(self.text, skip_space(self.text, start))? else { return None };
        let colon = skip_space(self.text, end);
        let is_tag = key == self.style.tag() && self.text[colon..].starts_with(':');
        is_tag.then(|| skip_space(self.text, colon + 1))
    }

    /// `{"base64": "…"}`: a string that is not UTF-8.
    fn binary(&mut self, end: usize) -> Result<()> {
        let mut at = skip_space(self.text, end);
        let mut parts = [Token::End; 4];
        for part in &mut parts {
            let Some((found, end)) = token(self.text, at) else { return syntax("a string") };
            *part = found;
            at = skip_space(self.text, end);
        }
        let [Token::String("base64"), Token::Mark(b':'), Token::String(digits), Token::Mark(b'}')] = parts
        else {
            return syntax("a string");
        };
        let mut bytes = Vec::new();
        match base64::decode(digits, &mut bytes) {
            Some(()) => self.builder.scalar(Scalar::Bytes(&bytes))?,
            None => return syntax("base64"),
        }
        self.at = at;
        Ok(())
    }

    /// Any value, which is left as it is.
    fn skip_value(&mut self) -> Result<()> {
        let mut open = Vec::new();
        loop {
            self.skip_space();
            if open.last() == Some(&b'{') {
                self.skip_key()?;
            }
            let (token, end) = self.token()?;
            self.at = end;
            match token {
                Token::Mark(mark @ (b'{' | b'[')) => {
                    open.push(mark);
                    let after = skip_space(self.text, end);
                    if !matches!(self.text.as_bytes().get(after), Some(b'}' | b']')) {
                        continue;
                    }
                }
                Token::Mark(_) | Token::End => return syntax("a value"),
                Token::String(_) | Token::Number(_) | Token::True | Token::False | Token::Null => {}
            }
            if self.skip_ends(&mut open)? {
                return Ok(());
            }
        }
    }

    fn skip_key(&mut self) -> Result<()> {
        let (Token::String(_), end) = self.token()? else { return syntax("a key") };
        let colon = skip_space(self.text, end);
        if !self.text[colon..].starts_with(':') {
            return syntax("`:`");
        }
        self.at = skip_space(self.text, colon + 1);
        Ok(())
    }

    /// What follows a value inside of another one: the ends of what it is the last part of, or a comma. Returns whether
    /// nothing is open any more.
    fn skip_ends(&mut self, open: &mut Vec<u8>) -> Result<bool> {
        loop {
            let after = skip_space(self.text, self.at);
            match (open.last(), self.text.as_bytes().get(after)) {
                (None, _) => return Ok(true),
                (Some(_), Some(b',')) => {
                    self.at = after + 1;
                    return Ok(false);
                }
                (Some(b'{'), Some(b'}')) | (Some(b'['), Some(b']')) => {
                    open.pop();
                    self.at = after + 1;
                }
                _ => return syntax("`,` or the end of a list or an object"),
            }
        }
    }
}
