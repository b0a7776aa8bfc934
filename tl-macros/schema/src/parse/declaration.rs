//! Declarations: combinators, builtins, partial applications and final declarations.

use std::mem;

use super::docs::Above;
use super::head::Head;
use super::mistake::Mistake;
use super::{Parsed, Parser};
use crate::lex::token::TokenKind;
use crate::schema::{
    Broken, Builtin, Combinator, Declaration, Expr, ExprKind, Field, Generic, INSTEAD_OF_ARROW, Name, Section,
};
use crate::span::Span;

/// A whole declaration is at most this long, in bytes; the longest of Telegram's has 2,073.
const LONGEST: usize = 65_536;

impl Parser<'_> {
    /// `declaration ::= combinator-decl | builtin-combinator-decl | partial-app-decl | final-decl`
    pub(super) fn declaration(&mut self, above: Above) {
        let start = self.cursor.at;
        let end = start + self.cursor.length_of_declaration();
        let everything = mem::replace(&mut self.cursor.end, end);
        self.until_end(start, above);
        // Where a `;` is missing, the next declaration starts before the end of this one.
        self.cursor.at = self.resume.take().unwrap_or(self.cursor.end);
        self.cursor.end = everything;
    }

    fn until_end(&mut self, start: usize, above: Above) {
        let first = self.cursor.peek().span;
        let last = self.cursor.rest().last().map_or(first, |last| last.span);
        if first.to(last).len() > LONGEST {
            return self.report(Mistake::TooLong { most: LONGEST }.at(first));
        }
        self.cursor.depth = 0;
        self.loose_docs.clear();
        let head = match self.head() {
            Ok(head) => head,
            Err(found) => return self.report_broken(found, start),
        };
        match self.body(&head) {
            Ok(body) => self.finish(head, body, above),
            Err(found) => {
                self.report_broken(found, start);
                self.salvage(head, start);
            }
        }
    }

    /// What follows the name and the id.
    fn body(&mut self, head: &Head) -> Parsed<Body> {
        let name = &head.name;
        if matches!(name.text.as_str(), "New" | "Final" | "Empty")
            && self.cursor.peek().kind == TokenKind::Word
        {
            return self.final_decl();
        }
        if self.cursor.is_punct('?') {
            return self.builtin();
        }
        if self.cursor.is_punct('<') {
            return self.partial_in_angles(name.clone());
        }
        self.combinator(head)
    }

    /// `final-decl ::= New boxed-type-ident ; | Final boxed-type-ident ; | Empty boxed-type-ident ;`
    fn final_decl(&mut self) -> Parsed<Body> {
        let ty = self.name("the name of a type")?;
        self.cursor.expect(';', "`;` after the type")?;
        Ok(Body::Final(ty))
    }

    /// `builtin-combinator-decl ::= full-combinator-id ? = boxed-type-ident ;`
    fn builtin(&mut self) -> Parsed<Body> {
        self.cursor.bump();
        self.cursor.expect('=', "`=` after `?`")?;
        Ok(Body::Builtin(self.result(Section::Types)?))
    }

    /// `partial-type-app-decl ::= boxed-type-ident < expr { , expr } > ;`
    fn partial_in_angles(&mut self, name: Name) -> Parsed<Body> {
        if self.cursor.are_puncts(0, "<=>") {
            let span = self.cursor.peek().span.to(self.cursor.peek_nth(2).span);
            let instead = "there are no aliases: use the type itself";
            return Err(Mistake::Tl2 { what: "`<=>`", instead }.at(span));
        }
        if self.cursor.peek_nth(1).kind == TokenKind::Word && self.cursor.are_puncts(2, ":") {
            let instead = "parameters are in braces: `pair {X:Type} first:X = Pair X;`";
            return Err(Mistake::Tl2 { what: "`name<X:type>`", instead }.at(self.cursor.peek().span));
        }
        let start = name.span;
        let args = self.angles()?;
        let span = start.to(self.cursor.last_span());
        self.cursor.expect(';', "`;` after the partial application")?;
        Ok(Body::Partial(Expr { kind: ExprKind::Name { name, args }, span }))
    }

    /// `combinator-decl ::= full-combinator-id { opt-args } { args } = result-type ;`
    fn combinator(&mut self, head: &Head) -> Parsed<Body> {
        let generics = self.opt_args()?;
        let mut fields = Vec::new();
        while !matches!(self.cursor.peek().kind, TokenKind::Punct('=' | ';') | TokenKind::EndOfFile) {
            self.args(&mut fields)?;
        }
        if !self.cursor.is_punct('=') {
            return self.without_equals(head, &generics, fields);
        }
        if head.name.is_boxed() {
            return Err(Mistake::UpperName { name: head.name.text.clone() }.at(head.name.span));
        }
        self.loose_docs();
        let equals = self.cursor.bump().span;
        let arrow = self.cursor.eat('>').map(|angle| equals.to(angle));
        // TL2 writes its functions so, in any section.
        let section = if arrow.is_some() { Section::Functions } else { self.section };
        match (self.result(section), arrow) {
            (Ok(result), arrow) => Ok(Body::Combinator { section, generics, fields, arrow, result }),
            // What follows it in TL2 may not be a result in TL.
            (Err(_), Some(arrow)) => Err(Mistake::Tl2 { what: "`=>`", instead: INSTEAD_OF_ARROW }.at(arrow)),
            (Err(found), None) => Err(found),
        }
    }

    /// `partial-comb-app-decl ::= combinator-id subexpr { subexpr } ;`, and the same of a boxed type.
    ///
    /// Up to the `;` it looks like a combinator with unnamed fields. Anything else lacks its result.
    fn without_equals(&mut self, head: &Head, generics: &[Generic], fields: Vec<Field>) -> Parsed<Body> {
        let is_plain = |field: &Field| field.name.is_none() && field.bang.is_none();
        let is_partial = head.id.is_none() && generics.is_empty() && fields.iter().all(is_plain);
        if is_partial && !fields.is_empty() && self.cursor.eat(';').is_some() {
            let name = head.name.clone();
            let args: Vec<Expr> = fields.into_iter().map(|field| field.ty).collect();
            let span = args.last().map_or(name.span, |last| name.span.to(last.span));
            return Ok(Body::Partial(Expr { kind: ExprKind::Name { name, args }, span }));
        }
        let result = fields.last().filter(|last| is_plain(last)).and_then(|last| match &last.ty.kind {
            ExprKind::Name { name, args } if args.is_empty() && name.is_boxed() => Some(name.text.clone()),
            _ => None,
        });
        let name = head.name.text.clone();
        Err(Mistake::MissingEquals { name, result }.at(self.cursor.last_span()))
    }

    /// Puts the parts together.
    fn finish(&mut self, head: Head, body: Body, above: Above) {
        let Head { annotations, name, id, is_sound } = head;
        let span = name.span.to(self.cursor.last_span());
        let declaration = match body {
            Body::Combinator { section, result, .. } if !is_sound => {
                return self.schema.broken.push(Broken { section, name, result: Some(result) });
            }
            Body::Combinator { section, generics, fields, arrow, result } => {
                let (docs, attributes) = (Vec::new(), above.attributes);
                let (name, is_nameless) = match (section, &result.kind) {
                    (Section::Types, ExprKind::Name { name: ty, .. }) if name.text == "_" => {
                        (Name { text: ty.uncapitalised(), span: name.span }, true)
                    }
                    (Section::Types | Section::Functions, _) => (name, false),
                };
                let mut combinator = Combinator {
                    section,
                    docs,
                    attributes,
                    annotations,
                    name,
                    is_nameless,
                    id,
                    generics,
                    fields,
                    arrow,
                    written: None,
                    result,
                    span,
                };
                self.document(&mut combinator, &above.docs);
                return self.schema.declarations.push(Declaration::Combinator(combinator));
            }
            Body::Builtin(result) => Declaration::Builtin(Builtin { name, id, result, span }),
            Body::Partial(application) => Declaration::Partial(application),
            Body::Final(ty) => Declaration::Final { keyword: name, ty },
        };
        self.unattached(&above);
        self.schema.declarations.push(declaration);
    }
}

/// The part of a declaration after its name.
enum Body {
    Combinator {
        section: Section,
        generics: Vec<Generic>,
        fields: Vec<Field>,
        arrow: Option<Span>,
        result: Expr,
    },
    Builtin(Expr),
    Partial(Expr),
    Final(Name),
}
