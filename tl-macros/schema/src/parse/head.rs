//! What a declaration starts with: annotations, the name and the id.

use super::mistake::{BadId, Mistake};
use super::{Parsed, Parser};
use crate::lex::token::TokenKind;
use crate::schema::{Id, Name};

/// The start of a declaration.
pub(super) struct Head {
    pub(super) annotations: Vec<Name>,
    pub(super) name: Name,
    pub(super) id: Option<Id>,
    /// Its id was read without a mistake.
    pub(super) is_sound: bool,
}

impl Parser<'_> {
    /// `full-combinator-id ::= lc-ident-full | _`, after any `@annotations`.
    pub(super) fn head(&mut self) -> Parsed<Head> {
        let mut annotations = Vec::new();
        while self.cursor.eat('@').is_some() {
            annotations.push(self.cursor.word("the name of an annotation after `@`")?);
        }
        let name = self.name("the name of a constructor or a function, as in `user id:int = User;`")?;
        let mistakes = self.diagnostics.len();
        self.refuse_missing_id();
        let has_id = self.at_id();
        let id = self.id();
        if has_id {
            self.second_id();
        }
        Ok(Head { annotations, name, id, is_sound: self.diagnostics.len() == mistakes })
    }

    /// `lc-ident-ns` or `uc-ident-ns`: words with dots between them.
    pub(super) fn name(&mut self, what: &'static str) -> Parsed<Name> {
        let mut name = self.cursor.word(what)?;
        // A number after the dot is a bit: `flags.0?true`.
        while self.cursor.is_punct('.') && self.cursor.peek_nth(1).kind != TokenKind::Number {
            self.cursor.bump();
            let part = self.cursor.word("a name after `.`")?;
            name.text.push('.');
            name.text.push_str(&part.text);
            name.span = name.span.to(part.span);
        }
        Ok(name)
    }

    /// `lc-ident-full ::= lc-ident-ns [ # hex-digit *8 ]`, also with fewer digits, or with `0x`, which Rust's lexer
    /// needs for ids such as `3eadb1bb`.
    ///
    /// A wrong id is reported, and the declaration read on.
    fn id(&mut self) -> Option<Id> {
        if !self.at_id() {
            return None;
        }
        let hash = self.cursor.bump().span;
        let token = self.cursor.bump();
        let span = hash.to(token.span);
        match hex(self.cursor.text(token)) {
            Ok(value) => Some(Id { value, span }),
            Err(why) => {
                let text = self.cursor.text(token).to_owned();
                self.report(Mistake::Id { text, why }.at(span));
                None
            }
        }
    }

    /// `user# id:int`: in text, a `#` right after the name, but not before digits. In Rust tokens, which do not
    /// show spaces, it is a field of type `#`.
    fn refuse_missing_id(&mut self) {
        let is_glued = self.cursor.last().is_some_and(|name| name.joint);
        let hash = self.cursor.peek();
        if is_glued && hash.kind == TokenKind::Punct('#') && !hash.joint {
            self.cursor.bump();
            self.report(Mistake::Id { text: String::new(), why: BadId::Missing }.at(hash.span));
        }
    }

    /// A `#` with digits right after it. `name # x:int` has an unnamed number and a field, not an id.
    pub(super) fn at_id(&self) -> bool {
        let (hash, digits) = (self.cursor.peek(), self.cursor.peek_nth(1));
        hash.kind == TokenKind::Punct('#')
            && hash.joint
            && matches!(digits.kind, TokenKind::Word | TokenKind::Number)
            && !self.cursor.are_puncts(2, ":")
    }

    /// `name#12345678#9abcdef0`; but Rust tokens also have `vector #1cb5c415 # t`, so only digits count.
    fn second_id(&mut self) {
        if self.at_id() && hex(self.cursor.text(self.cursor.peek_nth(1))).is_ok() {
            let hash = self.cursor.bump().span;
            let span = hash.to(self.cursor.bump().span);
            self.report(Mistake::SecondId.at(span));
        }
    }
}

/// 1 to 8 hexadecimal digits.
fn hex(text: &str) -> Result<u32, BadId> {
    let digits = text.strip_prefix("0x").or(text.strip_prefix("0X")).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(BadId::NotHex);
    }
    if digits.len() > 8 {
        return Err(BadId::TooLong);
    }
    u32::from_str_radix(digits, 16).map_err(|_| BadId::NotHex)
}
