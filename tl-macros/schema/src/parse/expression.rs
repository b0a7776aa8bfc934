//! Expressions: types, numbers and applications.

use super::mistake::Mistake;
use super::{Parsed, Parser};
use crate::lex::token::TokenKind;
use crate::schema::{Expr, ExprKind};
use crate::span::Span;

/// How deep expressions may be nested, and how many numbers a sum may have.
const DEEPEST: usize = 64;

impl Parser<'_> {
    /// `expr ::= { subexpr }`: a type with its parameters.
    pub(super) fn expr(&mut self) -> Parsed<Expr> {
        let mut expr = self.subexpr()?;
        while self.at_term() {
            let arg = self.subexpr()?;
            expr = apply(expr, arg)?;
        }
        Ok(expr)
    }

    /// `subexpr ::= term | nat-const + subexpr | subexpr + nat-const`
    pub(super) fn subexpr(&mut self) -> Parsed<Expr> {
        let mut sum = self.term("a type")?;
        for count in 0.. {
            let Some(plus) = self.cursor.eat('+') else { break };
            if count == DEEPEST {
                return Err(Mistake::TooDeep { most: DEEPEST }.at(plus));
            }
            let right = self.term("a number after `+`")?;
            let span = sum.span.to(right.span);
            if ![&sum, &right].iter().any(|side| matches!(side.kind, ExprKind::Number(_))) {
                return Err(Mistake::SumWithoutNumber.at(span));
            }
            sum = Expr { kind: ExprKind::Sum(Box::new(sum), Box::new(right)), span };
        }
        Ok(sum)
    }

    /// `type-term ::= term`: a term that is not a number. `what` names it in a message.
    pub(super) fn type_term(&mut self, what: &'static str) -> Parsed<Expr> {
        let term = self.term(what)?;
        match term.kind {
            ExprKind::Number(_) | ExprKind::Sum(..) => Err(Mistake::NotAType.at(term.span)),
            _ => Ok(term),
        }
    }

    /// Whether a term starts here.
    pub(super) fn at_term(&self) -> bool {
        matches!(
            self.cursor.peek().kind,
            TokenKind::Word | TokenKind::Number | TokenKind::Punct('(' | '[' | '%' | '#')
        )
    }

    /// `term`, or `[ multiplicity * ] [ { args } ]`, because a repetition can be wherever a type can.
    pub(super) fn term(&mut self, what: &'static str) -> Parsed<Expr> {
        if self.cursor.depth == DEEPEST {
            return Err(Mistake::TooDeep { most: DEEPEST }.at(self.cursor.peek().span));
        }
        self.cursor.depth += 1;
        let term = self.repetition(what);
        self.cursor.depth -= 1;
        term
    }

    /// `args ::= [ var-ident-opt : ] [ multiplicity * ] [ { args } ]`, from the multiplicity on.
    fn repetition(&mut self, what: &'static str) -> Parsed<Expr> {
        let start = self.cursor.peek().span;
        let count = if self.cursor.is_punct('[') {
            None
        } else {
            let term = self.simple_term(what)?;
            if self.cursor.eat('*').is_none() {
                return Ok(term);
            }
            Some(Box::new(term))
        };
        let open = self.cursor.expect('[', "`[` after `*`, as in `4*[ int ]`")?;
        self.refuse_array_of_tl2(open)?;
        let mut fields = Vec::new();
        while !matches!(self.cursor.peek().kind, TokenKind::Punct(']' | '=' | ';') | TokenKind::EndOfFile) {
            self.args(&mut fields)?;
        }
        let close = self.cursor.close(']', open)?;
        if fields.is_empty() && self.at_term() {
            let instead = "a list is a vector: `Vector<int>`";
            return Err(Mistake::Tl2 { what: "`[]Type`", instead }.at(open.to(close)));
        }
        if fields.is_empty() {
            return Err(Mistake::EmptyRepetition.at(open.to(close)));
        }
        Ok(Expr { kind: ExprKind::Repeat { count, fields }, span: start.to(close) })
    }

    /// `[4]int`, after the `[`.
    fn refuse_array_of_tl2(&self, open: Span) -> Parsed<()> {
        if self.cursor.peek().kind != TokenKind::Number || !self.cursor.are_puncts(1, "]") {
            return Ok(());
        }
        let instead = "the number comes before the bracket: `4*[ int ]`";
        let close = self.cursor.peek_nth(1).span;
        Err(Mistake::Tl2 { what: "`[4]Type`", instead }.at(open.to(close)))
    }

    /// `term ::= ( expr ) | type-ident | var-ident | nat-const | % term | type-ident < expr { , expr } >`
    fn simple_term(&mut self, what: &'static str) -> Parsed<Expr> {
        let token = self.cursor.peek();
        match token.kind {
            TokenKind::Word => self.type_ident(what),
            TokenKind::Number => {
                let number = self.number()?;
                Ok(Expr { kind: ExprKind::Number(number.value), span: number.span })
            }
            TokenKind::Punct('#') => {
                self.cursor.bump();
                Ok(Expr { kind: ExprKind::Nat, span: token.span })
            }
            TokenKind::Punct('(') => {
                self.cursor.bump();
                let expr = self.expr()?;
                let close = self.cursor.close(')', token.span)?;
                Ok(Expr { span: token.span.to(close), ..expr })
            }
            TokenKind::Punct('%') => self.bare(),
            TokenKind::Punct('!') => Err(Mistake::BangInside.at(token.span)),
            TokenKind::Punct(',') => Err(Mistake::Comma.at(token.span)),
            TokenKind::Attribute(_) => Err(Mistake::FieldAttribute.at(token.span)),
            TokenKind::Punct('{') if self.at_parameter() => {
                Err(Mistake::ParameterBehindFields.at(token.span.to(self.cursor.peek_nth(4).span)))
            }
            TokenKind::Punct(closing @ (')' | ']' | '}' | '>')) => {
                Err(Mistake::NothingToClose { closing }.at(token.span))
            }
            _ => Err(self.cursor.expected(what)),
        }
    }

    /// `{X:Type}` or `{n:#}`
    fn at_parameter(&self) -> bool {
        self.cursor.peek_nth(1).kind == TokenKind::Word
            && self.cursor.are_puncts(2, ":")
            && self.cursor.are_puncts(4, "}")
    }

    /// `term ::= % term`
    fn bare(&mut self) -> Parsed<Expr> {
        let percent = self.cursor.bump().span;
        if self.cursor.is_punct('%') {
            return Err(Mistake::BareWithoutName.at(percent));
        }
        let inner = self.simple_term("a type after `%`")?;
        let span = percent.to(inner.span);
        match inner.kind {
            ExprKind::Name { .. } => Ok(Expr { kind: ExprKind::Bare(Box::new(inner)), span }),
            _ => Err(Mistake::BareWithoutName.at(span)),
        }
    }

    /// `type-ident`, with or without `< expr { , expr } >`.
    pub(super) fn type_ident(&mut self, what: &'static str) -> Parsed<Expr> {
        let name = self.name(what)?;
        let args = if self.cursor.is_punct('<') { self.angles()? } else { Vec::new() };
        let span = if args.is_empty() { name.span } else { name.span.to(self.cursor.last_span()) };
        Ok(Expr { kind: ExprKind::Name { name, args }, span })
    }

    /// `< expr { , expr } >`
    pub(super) fn angles(&mut self) -> Parsed<Vec<Expr>> {
        let open = self.cursor.bump().span;
        let mut args = vec![self.expr()?];
        while self.cursor.eat(',').is_some() {
            args.push(self.expr()?);
        }
        self.cursor.close('>', open)?;
        Ok(args)
    }
}

/// A type with one more parameter: `(Vector int)` and `Vector<int>` are the same.
fn apply(expr: Expr, arg: Expr) -> Parsed<Expr> {
    let span = expr.span.to(arg.span);
    let kind = match expr.kind {
        ExprKind::Name { name, mut args } => {
            args.push(arg);
            ExprKind::Name { name, args }
        }
        ExprKind::Bare(inner) => ExprKind::Bare(Box::new(apply(*inner, arg)?)),
        _ => return Err(Mistake::NotApplicable.at(span)),
    };
    Ok(Expr { kind, span })
}
