//! Tokens to the syntax tree: <https://core.telegram.org/mtproto/TL-formal>.
//!
//! One grammar item, one function. A function returns the first mistake it meets; `Parser::declaration` reports it,
//! skips to the `;` and goes on with the next declaration.

use crate::diag::Diagnostics;
use crate::lex::token::{Token, TokenKind, Tokens};
use crate::schema::{Schema, Section};
use crate::span::{SourceMap, Span};

mod cursor;
mod declaration;
mod docs;
mod expression;
mod field;
mod head;
mod mistake;
mod recovery;
mod result;
mod section;

#[cfg(test)]
mod tests;

use cursor::Cursor;
use docs::Above;
use mistake::Mistake;

/// Reads a whole schema: `TL-program`. Mistakes are reported; the rest of the schema is correct.
pub fn schema(tokens: &Tokens, map: &SourceMap, diagnostics: &mut Diagnostics) -> Schema {
    let mut parser = Parser {
        cursor: Cursor::new(&tokens.list, map),
        stray: &tokens.stray,
        diagnostics,
        schema: Schema { layer: tokens.layer, ..Schema::default() },
        section: Section::Types,
        resume: None,
        loose_docs: Vec::new(),
    };
    parser.program();
    parser.schema
}

/// The state of reading a schema.
struct Parser<'a> {
    cursor: Cursor<'a>,
    /// Where the lexer left out characters.
    stray: &'a [Span],
    diagnostics: &'a mut Diagnostics,
    schema: Schema,
    section: Section,
    /// Where reading continues after a declaration without `;`, if that is not its end.
    resume: Option<usize>,
    /// Documentation inside the declaration that is above no field.
    loose_docs: Vec<Token>,
}

/// What a grammar function returns.
type Parsed<T> = Result<T, Found>;

/// A mistake at its place.
struct Found {
    span: Span,
    mistake: Mistake,
    related: Vec<(Span, &'static str)>,
}

impl Mistake {
    fn at(self, span: Span) -> Found {
        Found { span, mistake: self, related: Vec::new() }
    }
}

impl Parser<'_> {
    /// `TL-program ::= constr-declarations { --- functions --- fun-declarations | --- types --- constr-declarations }`
    fn program(&mut self) {
        loop {
            let above = self.above();
            let token = self.cursor.peek();
            match token.kind {
                _ if self.cursor.is_at_end() => return self.unattached(&above),
                TokenKind::EndOfFile => {
                    self.unattached(&above);
                    self.cursor.bump();
                    self.section = Section::Types;
                }
                TokenKind::Punct('-') => {
                    self.unattached(&above);
                    self.section_marker();
                }
                TokenKind::Punct(';') => {
                    self.unattached(&above);
                    self.cursor.bump();
                    self.report(Mistake::EmptyDeclaration.at(token.span));
                }
                _ => self.declaration(above),
            }
        }
    }

    /// Attributes that are above no declaration.
    fn unattached(&mut self, above: &Above) {
        for &(_, span) in &above.attributes {
            self.report(Mistake::UnattachedAttribute.at(span));
        }
    }

    fn report(&mut self, found: Found) {
        self.diagnostics.report_with(found.span, found.mistake, found.related);
    }
}
