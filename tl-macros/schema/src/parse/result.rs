//! The result of a combinator and the `;` after it.

use super::mistake::Mistake;
use super::{Found, Parsed, Parser};
use crate::lex::token::TokenKind;
use crate::schema::{Expr, ExprKind, Section};
use crate::span::Span;

impl Parser<'_> {
    /// The result, up to the `;` and with it. That of a function may be bare.
    pub(super) fn result(&mut self, section: Section) -> Parsed<Expr> {
        let (mut result, starts) = match (section, self.cursor.peek().kind) {
            (Section::Functions, TokenKind::Punct('%' | '#' | '(' | '[')) => {
                (self.type_term("a type")?, Vec::new())
            }
            (Section::Types | Section::Functions, _) => self.result_type(section)?,
        };
        if starts.is_empty() && self.at_id() {
            let hash = self.cursor.bump().span;
            return Err(Mistake::IdOfType.at(hash.to(self.cursor.bump().span)));
        }
        if self.cursor.is_punct('|') {
            return Err(union(self.cursor.peek().span));
        }
        if self.cursor.is_punct(';') {
            self.loose_docs();
            self.cursor.bump();
        } else {
            let found = self.unterminated(&mut result, &starts);
            self.report(found);
        }
        Ok(result)
    }

    /// `result-type ::= boxed-type-ident { subexpr } | boxed-type-ident < subexpr { , subexpr } >`
    ///
    /// A function may answer a bare type, too: `= tonNode.rmqRecord`, `= vector int`.
    ///
    /// Returns with it where each `subexpr` of the first form starts.
    pub(super) fn result_type(&mut self, section: Section) -> Parsed<(Expr, Vec<usize>)> {
        let first = self.cursor.peek();
        match first.kind {
            TokenKind::Word => {}
            TokenKind::Punct(';') | TokenKind::EndOfFile => {
                return Err(Mistake::MissingResult.at(self.cursor.last_span()));
            }
            TokenKind::Punct('|') => return Err(union(first.span)),
            _ => return Err(Mistake::ResultNotBoxed { found: self.cursor.describe(first) }.at(first.span)),
        }
        if self.cursor.are_puncts(1, ":") || self.cursor.are_puncts(1, "?:") {
            let instead = "fields come before `=`: `name field:Type = Type;`";
            return Err(Mistake::Tl2 { what: "`name = field:Type`", instead }.at(first.span));
        }
        let (start, equals) = (self.cursor.at, self.cursor.last_span());
        let name = self.name("a type")?;
        if !name.is_boxed() && self.cursor.is_punct('|') {
            return Err(union(self.cursor.peek().span));
        }
        if !name.is_boxed() {
            if self.rest_has_equals() {
                // The name is that of the next declaration.
                self.resume = Some(start);
                return Err(Mistake::MissingResult.at(equals));
            }
            if section == Section::Types {
                let found = format!("`{}`", name.text);
                return Err(Mistake::ResultNotBoxed { found }.at(name.span));
            }
        }
        let (args, starts) =
            if self.cursor.is_punct('<') { (self.angles()?, Vec::new()) } else { self.result_args()? };
        let span = if args.is_empty() { name.span } else { name.span.to(self.cursor.last_span()) };
        Ok((Expr { kind: ExprKind::Name { name, args }, span }, starts))
    }

    /// `{ subexpr }`, with the place of each.
    fn result_args(&mut self) -> Parsed<(Vec<Expr>, Vec<usize>)> {
        let (mut args, mut starts) = (Vec::new(), Vec::new());
        while matches!(
            self.cursor.peek().kind,
            TokenKind::Word | TokenKind::Number | TokenKind::Punct('(' | '%')
        ) && !self.cursor.are_puncts(1, ":")
        {
            starts.push(self.cursor.at);
            args.push(self.subexpr()?);
        }
        Ok((args, starts))
    }

    /// There is no `;` after the result.
    ///
    /// If another `=` follows before the next `;`, the `;` was left out and the next declaration starts with the last
    /// name, which looked like a parameter of the result.
    fn unterminated(&mut self, result: &mut Expr, starts: &[usize]) -> Found {
        if self.rest_has_equals() {
            let mut resume = self.cursor.at;
            if let (ExprKind::Name { name, args }, Some(&start)) = (&mut result.kind, starts.last())
                && args.last().is_some_and(is_plain_name)
            {
                args.pop();
                result.span = args.last().map_or(name.span, |last| name.span.to(last.span));
                resume = start;
            }
            self.resume = Some(resume);
            self.cursor.at = resume;
            return Mistake::MissingSemicolon.at(self.cursor.last_span());
        }
        if self.cursor.peek().kind == TokenKind::EndOfFile {
            return Mistake::MissingSemicolon.at(self.cursor.last_span());
        }
        let start = self.cursor.peek().span;
        if let TokenKind::Punct(closing @ (')' | ']' | '}' | '>')) = self.cursor.peek().kind
            && self.cursor.are_puncts(1, ";")
        {
            self.cursor.bump();
            self.cursor.bump();
            return Mistake::NothingToClose { closing }.at(start);
        }
        while !matches!(self.cursor.peek().kind, TokenKind::Punct(';') | TokenKind::EndOfFile) {
            self.cursor.bump();
        }
        let span = start.to(self.cursor.last_span());
        self.cursor.eat(';');
        Mistake::TextAfterResult.at(span)
    }

    fn rest_has_equals(&self) -> bool {
        self.cursor.rest().iter().any(|token| token.kind == TokenKind::Punct('='))
    }

    /// Keeps documentation that is above no field for the declaration itself.
    pub(super) fn loose_docs(&mut self) {
        let docs = self.cursor.docs();
        self.loose_docs.extend(docs);
    }
}

/// `= A | B` of TL2.
fn union(span: Span) -> Found {
    let instead = "each constructor has its own line: `a = Type; b = Type;`";
    Mistake::Tl2 { what: "`|`", instead }.at(span)
}

fn is_plain_name(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Name { args, .. } if args.is_empty())
}
