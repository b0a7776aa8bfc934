//! TL as text: the lexical grammar of <https://core.telegram.org/mtproto/TL-formal#comments-and-whitespace>.

use super::comment::Comments;
use super::mistake::Mistake;
use super::token::{Token, TokenKind, Tokens};
use crate::diag::Diagnostics;
use crate::span::{SourceMap, Span};

/// Reads the text of a source.
pub(super) fn lex(range: Span, map: &SourceMap, tokens: &mut Tokens, diagnostics: &mut Diagnostics) {
    let comments = Comments::new(tokens.list.len());
    let text = map.slice(range);
    let mut lexer = TextLexer { text, at: 0, range, tokens, diagnostics, comments, end_of_quote: None };
    while let Some(char) = lexer.peek() {
        lexer.step(char);
    }
    // Documentation at the end documents nothing.
    lexer.comments.discard_docs(lexer.tokens);
}

/// The state of reading one text.
pub(super) struct TextLexer<'a> {
    pub(super) text: &'a str,
    /// The offset in `text` of what comes next.
    pub(super) at: usize,
    pub(super) range: Span,
    pub(super) tokens: &'a mut Tokens,
    pub(super) diagnostics: &'a mut Diagnostics,
    pub(super) comments: Comments,
    /// The place of the second of two quotes: the first is reported for both.
    end_of_quote: Option<usize>,
}

impl<'a> TextLexer<'a> {
    /// Reads a token, a comment or a stretch of white space.
    fn step(&mut self, char: char) {
        match char {
            '\n' => {
                self.at += 1;
                self.comments.newline(self.tokens);
            }
            '/' if self.rest().starts_with("//") => self.line_comment(),
            '/' if self.rest().starts_with("/*") => self.block_comment(),
            _ if is_space(char) => self.at += char.len_utf8(),
            'a'..='z' | 'A'..='Z' | '_' => self.token(TokenKind::Word, is_word),
            '0'..='9' => self.token(TokenKind::Number, is_word),
            _ if is_punct(char) => {
                self.at += 1;
                self.push(TokenKind::Punct(char), self.at - 1);
            }
            _ if self.end_of_quote.take_if(|end| *end == self.at).is_some() => self.at += char.len_utf8(),
            _ => self.stray(),
        }
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Moves over all characters of a kind.
    pub(super) fn skip_while(&mut self, is: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|char| !is(char)).unwrap_or(rest.len());
    }

    fn token(&mut self, kind: TokenKind, is: impl Fn(char) -> bool) {
        let start = self.at;
        self.skip_while(is);
        self.push(kind, start);
    }

    /// The token from `start` to here.
    fn push(&mut self, kind: TokenKind, start: usize) {
        let joint = self.peek().is_some_and(|next| !is_space(next))
            && !self.rest().starts_with("//")
            && !self.rest().starts_with("/*");
        self.comments.token();
        self.tokens.list.push(Token { kind, span: self.range.part(start, self.at), joint });
    }

    /// Characters that are not TL, as one mistake. They are left out, so that they do not break the declaration too.
    fn stray(&mut self) {
        let start = self.at;
        let first = self.peek().unwrap_or_default();
        self.at += first.len_utf8();
        let mut end = self.at;
        if let Some(closing) = closing_quote(first) {
            let line = self.rest().lines().next().unwrap_or_default();
            let length = line.find(closing).map(|length| length + closing.len_utf8());
            end += length.unwrap_or(0);
            self.end_of_quote = length.map(|length| self.at + length - closing.len_utf8());
        } else {
            self.skip_while(|char| !char.is_ascii() && !is_space(char) && closing_quote(char).is_none());
            end = self.at;
        }
        self.comments.token();
        self.tokens.stray.push(self.range.part(start, end));
        let text = self.text[start..self.at].to_owned();
        self.diagnostics.report(self.range.part(start, end), Mistake::Stray(text));
    }
}

/// The quote that ends what this one starts.
fn closing_quote(char: char) -> Option<char> {
    match char {
        '"' | '\'' | '`' => Some(char),
        '\u{2018}' => Some('\u{2019}'),
        '\u{201c}' => Some('\u{201d}'),
        _ => None,
    }
}

fn is_word(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '_'
}

/// White space, also the kinds that web pages and editors leave behind: no-break spaces and byte order marks.
fn is_space(char: char) -> bool {
    char.is_whitespace() || char == '\u{feff}'
}

/// The punctuation of TL, and `|` of TL2, which the parser knows how to refuse.
fn is_punct(char: char) -> bool {
    "#:;=()[]{}<>,.?!%*+-@|".contains(char)
}
