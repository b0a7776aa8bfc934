//! Documentation and attributes above a declaration.

use super::Parser;
use super::cursor::Cursor;
use crate::lex::token::{DocStyle, Token, TokenKind};
use crate::schema::{ClassDoc, Combinator, Field, Name};
use crate::span::Span;

/// What is above a declaration.
#[derive(Default)]
pub(super) struct Above {
    pub(super) docs: Vec<Token>,
    /// Indices into `Tokens::attributes`, with the place of each.
    pub(super) attributes: Vec<(usize, Span)>,
}

/// A line of documentation in Rust's style.
pub(super) fn line(cursor: &Cursor<'_>, token: Token) -> Name {
    Name { text: cursor.text(token).to_owned(), span: token.span }
}

impl Parser<'_> {
    /// Takes the documentation and the attributes in front of a declaration.
    pub(super) fn above(&mut self) -> Above {
        let mut above = Above::default();
        loop {
            above.docs.extend(self.cursor.docs());
            let token = self.cursor.peek();
            let TokenKind::Attribute(index) = token.kind else { break };
            above.attributes.push((index, token.span));
            self.cursor.bump();
        }
        above.docs.retain(|&token| !self.class(token));
        above
    }

    /// `//@class Name @description text`, which documents a type and belongs to no declaration.
    fn class(&mut self, token: Token) -> bool {
        let comment = self.cursor.text(token);
        if token.kind != TokenKind::Doc(DocStyle::Tdlib) || !comment.starts_with("@class") {
            return false;
        }
        let mut tags = tags(comment).into_iter();
        let Some(class) = tags.next().filter(|tag| tag.name == "class") else { return false };
        let span = token.span;
        let (name, first) = class.text.split_once(' ').unwrap_or((&class.text, ""));
        let texts = [first.trim().to_owned()].into_iter().chain(tags.map(|tag| match tag.name.as_str() {
            "description" => tag.text,
            _ => tag.written(),
        }));
        let docs = texts.filter(|text| !text.is_empty()).map(|text| Name { text, span }).collect();
        self.schema.classes.push(ClassDoc { name: Name { text: name.to_owned(), span }, docs });
        true
    }

    /// Gives a combinator and its fields their documentation.
    pub(super) fn document(&mut self, combinator: &mut Combinator, above: &[Token]) {
        for token in above.iter().copied().chain(self.loose_docs.drain(..)) {
            match token.kind {
                TokenKind::Doc(DocStyle::Tdlib) => {
                    tags(self.cursor.text(token))
                        .into_iter()
                        .for_each(|tag| tag.apply(combinator, token.span));
                }
                _ => combinator.docs.push(line(&self.cursor, token)),
            }
        }
    }
}

/// `@name text`.
struct Tag {
    name: String,
    text: String,
}

impl Tag {
    /// Documents the declaration or the field that the tag names; words for a field that there is not are the
    /// declaration's.
    fn apply(self, combinator: &mut Combinator, span: Span) {
        let Combinator { docs, fields, .. } = combinator;
        let has_name =
            |field: &Field, wanted: &str| field.name.as_ref().is_some_and(|name| name.text == wanted);
        // `param_` is TDLib's way to document a field that is itself called `description`.
        let other = self.name.strip_prefix("param_").unwrap_or(&self.name);
        let field = fields.iter().position(|field| has_name(field, &self.name));
        let field = field.or_else(|| fields.iter().position(|field| has_name(field, other)));
        match field {
            _ if self.name == "description" => docs.push(Name { text: self.text, span }),
            Some(field) => fields[field].docs.push(Name { text: self.text, span }),
            None => docs.push(Name { text: self.written(), span }),
        }
    }

    fn written(&self) -> String {
        format!("@{} {}", self.name, self.text).trim_end().to_owned()
    }
}

/// The tags of a documentation comment, its `//-` lines joined.
fn tags(comment: &str) -> Vec<Tag> {
    let lines = comment.lines().map(|line| {
        let line = line.trim();
        line.strip_prefix("//-").unwrap_or(line).trim()
    });
    let mut tags: Vec<Tag> = Vec::new();
    for word in lines.flat_map(str::split_whitespace) {
        match (word.strip_prefix('@').filter(|name| is_tag(name)), tags.last_mut()) {
            (Some(name), _) => tags.push(Tag { name: name.to_owned(), text: String::new() }),
            (None, Some(tag)) => {
                let space = if tag.text.is_empty() { "" } else { " " };
                tag.text.extend([space, word]);
            }
            // `//@ text`: no tag, but words all the same.
            (None, None) => tags.push(Tag { name: "description".to_owned(), text: word.to_owned() }),
        }
    }
    tags
}

fn is_tag(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
