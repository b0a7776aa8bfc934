//! What is left of a declaration with a mistake.

use super::head::Head;
use super::{Found, Parser};
use crate::lex::token::TokenKind;
use crate::schema::Broken;

impl Parser<'_> {
    /// Reports what is wrong with the declaration that starts at the token `start`, unless characters were left out
    /// of what was read of it: they are reported, and it is their consequence.
    pub(super) fn report_broken(&mut self, found: Found, start: usize) {
        let before = self.cursor.end_before(start);
        let next = self.stray.partition_point(|stray| stray.lo < before);
        let read = found.span.hi.max(self.cursor.peek().span.lo);
        if self.stray.get(next).is_none_or(|stray| stray.lo > read) {
            self.report(found);
        }
    }

    /// Keeps the name and, if it can be read, the result of a declaration that starts at the token `start`.
    pub(super) fn salvage(&mut self, head: Head, start: usize) {
        let resume = self.resume.take();
        self.cursor.at = start;
        let equals = self.cursor.rest().iter().position(|token| token.kind == TokenKind::Punct('='));
        let result = equals.and_then(|equals| {
            self.cursor.at = start + equals + 1;
            self.cursor.eat('>');
            // Another mistake in the result is not reported: one for each declaration is enough.
            self.result_type(self.section).ok().map(|(result, _)| result)
        });
        self.resume = resume;
        self.schema.broken.push(Broken { section: self.section, name: head.name, result });
    }
}
