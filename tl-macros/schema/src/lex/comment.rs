//! Comments, and the documentation in them.
//!
//! TL itself has no documentation comments. `/// text` directly above a declaration or a field is taken as such, as
//! in Rust, and so are the `//@name text` lines of TDLib's schemas.

use super::mistake::Mistake;
use super::text::TextLexer;
use super::token::{DocStyle, Token, TokenKind, Tokens};

/// What the lexer knows about comments.
pub(super) struct Comments {
    /// Nothing but white space was read on this line.
    line_is_empty: bool,
    /// The index of the first `///` token with nothing else after it.
    docs: usize,
    /// There are such tokens.
    has_docs: bool,
}

impl Comments {
    /// For a source whose first token has the index `first`.
    pub(super) fn new(first: usize) -> Comments {
        Comments { line_is_empty: true, docs: first, has_docs: false }
    }

    /// A token: the documentation above is its.
    pub(super) fn token(&mut self) {
        self.line_is_empty = false;
        self.has_docs = false;
    }

    /// A line ends: documentation reaches to the next line, but not over an empty one.
    pub(super) fn newline(&mut self, tokens: &mut Tokens) {
        if self.line_is_empty {
            self.discard_docs(tokens);
        }
        self.line_is_empty = true;
    }

    /// Takes back `///` lines that turned out to be a banner, not documentation.
    pub(super) fn discard_docs(&mut self, tokens: &mut Tokens) {
        if self.has_docs {
            tokens.list.truncate(self.docs);
            self.has_docs = false;
        }
    }

    fn doc(&mut self, tokens: &Tokens) {
        if !self.has_docs {
            self.docs = tokens.list.len();
            self.has_docs = true;
        }
    }
}

impl TextLexer<'_> {
    /// `//` to the end of the line.
    pub(super) fn line_comment(&mut self) {
        let start = self.at;
        self.skip_line();
        let line = &self.text[start..self.at];
        let first_on_line = self.comments.line_is_empty;
        self.comments.line_is_empty = false;
        if first_on_line && line.starts_with("///") && !line.starts_with("////") {
            self.comments.doc(self.tokens);
            let text = line.strip_prefix("/// ").unwrap_or(&line[3..]);
            self.doc(DocStyle::Rust, start + line.len() - text.len());
            return;
        }
        self.comments.discard_docs(self.tokens);
        if first_on_line && line.starts_with("//@") {
            while self.continued() {
                self.skip_line();
            }
            self.doc(DocStyle::Tdlib, start + 2);
        } else if let Some(layer) = layer(line) {
            self.tokens.layer = Some((layer, self.range.part(start, self.at)));
        }
    }

    /// `/* … */`, not nested.
    pub(super) fn block_comment(&mut self) {
        let start = self.at;
        self.comments.line_is_empty = false;
        self.comments.discard_docs(self.tokens);
        match self.text[start + 2..].find("*/") {
            Some(length) => self.at = start + 2 + length + 2,
            None => {
                self.at = self.text.len();
                self.diagnostics.report(self.range.part(start, start + 2), Mistake::UnterminatedComment);
            }
        }
    }

    fn skip_line(&mut self) {
        self.skip_while(|char| char != '\n');
    }

    /// Moves onto the `//-` with which the next line continues this one.
    fn continued(&mut self) -> bool {
        let Some(next) = self.rest().strip_prefix('\n') else { return false };
        let next = next.trim_start_matches([' ', '\t']);
        let continued = next.starts_with("//-");
        if continued {
            self.at = self.text.len() - next.len();
        }
        continued
    }

    /// Documentation from `start` to here.
    fn doc(&mut self, style: DocStyle, start: usize) {
        let length = self.text[start..self.at].trim_end().len();
        let span = self.range.part(start, start + length);
        self.tokens.list.push(Token { kind: TokenKind::Doc(style), span, joint: false });
    }
}

/// The number of `// LAYER n`, with which Telegram marks the version of a schema.
fn layer(comment: &str) -> Option<i32> {
    let mut words = comment.trim_start_matches('/').split_whitespace();
    let layer = (words.next()? == "LAYER").then(|| words.next()?.parse().ok())?;
    layer.filter(|_| words.next().is_none())
}
