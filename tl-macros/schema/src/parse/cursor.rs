//! The parser's place in the tokens.

use super::mistake::Mistake;
use super::{Found, Parsed};
use crate::lex::token::{Token, TokenKind};
use crate::schema::Name;
use crate::span::{SourceMap, Span};

/// A place in the list of tokens. Documentation may be between any two tokens: the cursor steps over it, and
/// [`Cursor::docs`] takes it where it belongs to something.
pub(super) struct Cursor<'a> {
    tokens: &'a [Token],
    map: &'a SourceMap,
    /// The index of the next token.
    pub(super) at: usize,
    /// Nothing is read from here on: the end of the declaration, or of the tokens.
    pub(super) end: usize,
    /// How many expressions are open.
    pub(super) depth: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(tokens: &'a [Token], map: &'a SourceMap) -> Cursor<'a> {
        Cursor { tokens, map, at: 0, end: tokens.len(), depth: 0 }
    }

    /// The next token.
    pub(super) fn peek(&self) -> Token {
        self.peek_nth(0)
    }

    /// The token after `n` others; at the end, an [`TokenKind::EndOfFile`] at the place of the last token.
    pub(super) fn peek_nth(&self, n: usize) -> Token {
        let rest = &self.tokens[self.at..self.end];
        let next = rest.iter().filter(|token| !matches!(token.kind, TokenKind::Doc(_))).nth(n);
        next.copied().unwrap_or_else(|| {
            let span = self.tokens[..self.end].last().map_or(Span::INVOCATION, |last| last.span);
            Token { kind: TokenKind::EndOfFile, span, joint: false }
        })
    }

    /// The tokens that are left of the declaration.
    pub(super) fn rest(&self) -> &'a [Token] {
        &self.tokens[self.at..self.end]
    }

    /// How many of the tokens that are left belong to the next declaration: up to its `;`, and never over a section
    /// or the end of a file.
    pub(super) fn length_of_declaration(&self) -> usize {
        let rest = self.rest();
        let is_end = |at: &usize| match rest[*at].kind {
            TokenKind::Punct(';') | TokenKind::EndOfFile => true,
            TokenKind::Punct('-') => {
                rest[*at..].iter().take(3).all(|next| next.kind == TokenKind::Punct('-'))
            }
            _ => false,
        };
        match (0..rest.len()).find(is_end) {
            Some(at) if rest[at].kind == TokenKind::Punct(';') => at + 1,
            Some(at) => at,
            None => rest.len(),
        }
    }

    /// The offset after the token before `at`.
    pub(super) fn end_before(&self, at: usize) -> u32 {
        self.tokens[..at].last().map_or(0, |token| token.span.hi)
    }

    /// No token is left.
    pub(super) fn is_at_end(&self) -> bool {
        self.rest().iter().all(|token| matches!(token.kind, TokenKind::Doc(_)))
    }

    /// Takes the next token.
    pub(super) fn bump(&mut self) -> Token {
        let token = self.peek();
        self.docs();
        self.at = (self.at + 1).min(self.end);
        token
    }

    /// Takes the documentation in front of the next token.
    pub(super) fn docs(&mut self) -> &'a [Token] {
        let rest = self.rest();
        let count = rest.iter().take_while(|token| matches!(token.kind, TokenKind::Doc(_))).count();
        self.at += count;
        &rest[..count]
    }

    /// The source text of a token.
    pub(super) fn text(&self, token: Token) -> &'a str {
        self.map.slice(token.span)
    }

    /// The token that was taken last.
    pub(super) fn last(&self) -> Option<Token> {
        let taken = self.tokens[..self.at].iter().rev();
        taken.copied().find(|token| !matches!(token.kind, TokenKind::Doc(_)))
    }

    /// The place of the token that was taken last.
    pub(super) fn last_span(&self) -> Span {
        self.last().map_or(Span::INVOCATION, |token| token.span)
    }

    pub(super) fn is_punct(&self, char: char) -> bool {
        self.peek().kind == TokenKind::Punct(char)
    }

    /// The tokens after `n` others are these characters.
    pub(super) fn are_puncts(&self, n: usize, chars: &str) -> bool {
        chars.chars().enumerate().all(|(at, char)| self.peek_nth(n + at).kind == TokenKind::Punct(char))
    }

    /// Takes a character if it is the next token.
    pub(super) fn eat(&mut self, char: char) -> Option<Span> {
        self.is_punct(char).then(|| self.bump().span)
    }

    /// Takes a character that has to be there; `what` says in which words the message asks for it.
    pub(super) fn expect(&mut self, char: char, what: &'static str) -> Parsed<Span> {
        self.eat(char).ok_or_else(|| self.expected(what))
    }

    /// Takes the character that closes the bracket opened at `open`.
    pub(super) fn close(&mut self, char: char, open: Span) -> Parsed<Span> {
        self.eat(char).ok_or_else(|| {
            let token = self.peek();
            let mistake = Mistake::Unclosed { closing: char, found: self.describe(token) };
            Found { span: token.span, mistake, related: vec![(open, "opened here")] }
        })
    }

    /// Takes one word: `var-ident ::= lc-ident | uc-ident`.
    pub(super) fn word(&mut self, what: &'static str) -> Parsed<Name> {
        if self.peek().kind != TokenKind::Word {
            return Err(self.expected(what));
        }
        let token = self.bump();
        Ok(Name { text: self.text(token).to_owned(), span: token.span })
    }

    /// The next token is not what the grammar asks for.
    pub(super) fn expected(&self, what: &'static str) -> Found {
        let token = self.peek();
        Mistake::Expected { what, found: self.describe(token) }.at(token.span)
    }

    /// A token as a message names it.
    pub(super) fn describe(&self, token: Token) -> String {
        match token.kind {
            TokenKind::EndOfFile => "the end of the schema".to_owned(),
            TokenKind::Attribute(_) => "an attribute".to_owned(),
            _ => format!("`{}`", self.text(token)),
        }
    }
}
