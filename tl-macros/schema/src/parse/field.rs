//! Arguments: `opt-args` and `args`.

use super::mistake::Mistake;
use super::{Parsed, Parser, docs};
use crate::lex::token::{DocStyle, Token, TokenKind};
use crate::schema::{Condition, Expr, ExprKind, Field, Generic, Name, Number};
use crate::span::Span;

/// A group `(a b : T)` stands for that many fields; nested groups multiply.
const MOST_NODES: usize = 65_536;

impl Parser<'_> {
    /// `opt-args ::= { var-ident { var-ident } : [excl-mark] type-expr }`, any number of them.
    pub(super) fn opt_args(&mut self) -> Parsed<Vec<Generic>> {
        let mut generics = Vec::new();
        while let Some(open) = self.cursor.eat('{') {
            let mut names = vec![self.cursor.word("the name of a parameter after `{`")?];
            while self.cursor.peek().kind == TokenKind::Word {
                names.push(self.cursor.word("the name of a parameter")?);
            }
            self.cursor.expect(':', "`:` and the kind of the parameter, as in `{X:Type}`")?;
            let bang = self.cursor.eat('!');
            let kind = self.expr()?;
            self.cursor.close('}', open)?;
            self.check_size(names.len(), &kind)?;
            generics.extend(names.into_iter().map(|name| Generic { name, bang, kind: kind.clone() }));
        }
        Ok(generics)
    }

    /// `args`: a field, or a group of fields of one type.
    pub(super) fn args(&mut self, fields: &mut Vec<Field>) -> Parsed<()> {
        let docs = self.field_docs();
        if self.at_group() {
            return self.group(&docs, fields);
        }
        fields.push(self.field(docs)?);
        Ok(())
    }

    /// Whether `(` starts names with a `:` after them.
    fn at_group(&self) -> bool {
        let is_doc = |token: &&Token| matches!(token.kind, TokenKind::Doc(_));
        let mut kinds = self.cursor.rest().iter().filter(|token| !is_doc(token)).map(|token| token.kind);
        kinds.next() == Some(TokenKind::Punct('('))
            && kinds.next() == Some(TokenKind::Word)
            && kinds.find(|&kind| kind != TokenKind::Word) == Some(TokenKind::Punct(':'))
    }

    /// `args ::= ( var-ident-opt { var-ident-opt } : [!] type-term )`
    fn group(&mut self, docs: &[Name], fields: &mut Vec<Field>) -> Parsed<()> {
        let open = self.cursor.bump().span;
        let mut names = Vec::new();
        while !self.cursor.is_punct(':') {
            names.push(self.cursor.word("the name of a field")?);
        }
        self.cursor.bump();
        let (condition, bang, ty) = self.value()?;
        self.cursor.close(')', open)?;
        self.check_size(names.len(), &ty)?;
        fields.extend(names.into_iter().map(|name| Field {
            docs: docs.to_vec(),
            span: Span { lo: name.span.lo, hi: ty.span.hi },
            name: (name.text != "_").then_some(name),
            condition: condition.clone(),
            bang,
            ty: ty.clone(),
        }));
        Ok(())
    }

    /// `args ::= var-ident-opt : [ conditional-def ] [ ! ] type-term | [ ! ] type-term`
    fn field(&mut self, docs: Vec<Name>) -> Parsed<Field> {
        let start = self.cursor.peek();
        if start.kind == TokenKind::Word && self.cursor.are_puncts(1, ":") {
            let name = self.cursor.word("the name of a field")?;
            let colon = self.cursor.bump().span;
            if self.lacks_type() {
                return Err(Mistake::MissingType { name: name.text }.at(name.span.to(colon)));
            }
            let (condition, bang, ty) = self.value()?;
            let (span, name) = (name.span.to(ty.span), (name.text != "_").then_some(name));
            return Ok(Field { docs, name, condition, bang, ty, span });
        }
        if start.kind == TokenKind::Word {
            self.refuse_unnamed_condition()?;
        }
        if self.cursor.are_puncts(0, "::") {
            return Err(Mistake::DoubleColon.at(start.span));
        }
        let bang = self.cursor.eat('!');
        let ty = self.type_term("a field, as in `name:Type`, or `= Type`")?;
        Ok(Field { docs, name: None, condition: None, bang, span: start.span.to(ty.span), ty })
    }

    /// The next field, or the result, is where the type of a field should be.
    fn lacks_type(&self) -> bool {
        let is_next_field = self.cursor.are_puncts(1, ":") && !self.cursor.are_puncts(1, "::");
        match self.cursor.peek().kind {
            TokenKind::Word => is_next_field,
            TokenKind::Punct('=' | ';') | TokenKind::EndOfFile => true,
            _ => false,
        }
    }

    /// What follows the `:` of a field.
    fn value(&mut self) -> Parsed<(Option<Condition>, Option<Span>, Expr)> {
        if self.cursor.is_punct(':') {
            return Err(Mistake::DoubleColon.at(self.cursor.peek().span));
        }
        let condition = self.condition()?;
        let bang = self.cursor.eat('!');
        Ok((condition, bang, self.type_term("a type")?))
    }

    /// `conditional-def ::= var-ident [ . nat-const ] ?`
    fn condition(&mut self) -> Parsed<Option<Condition>> {
        let (first, second) = (self.cursor.peek(), self.cursor.peek_nth(2).kind);
        let dot = self.cursor.are_puncts(1, ".");
        match first.kind {
            TokenKind::Number if dot || self.cursor.are_puncts(1, "?") => {
                Err(Mistake::MaskNotName.at(first.span))
            }
            TokenKind::Word if dot && second == TokenKind::Number => {
                let mask = self.cursor.word("a mask")?;
                self.cursor.bump();
                let bit = Some(self.number()?);
                self.cursor.expect('?', "`?` after the bit number, as in `flags.0?int`")?;
                Ok(Some(Condition { mask, bit }))
            }
            TokenKind::Word if dot && second == TokenKind::Word && self.cursor.are_puncts(3, "?") => {
                Err(Mistake::BitNotNumber.at(self.cursor.peek_nth(2).span))
            }
            TokenKind::Word if self.cursor.are_puncts(1, "?") => {
                let mask = self.cursor.word("a mask")?;
                self.cursor.bump();
                Ok(Some(Condition { mask, bit: None }))
            }
            _ => Ok(None),
        }
    }

    /// `flags.0?int` without a name before it, and `name?:int` of TL2.
    fn refuse_unnamed_condition(&self) -> Parsed<()> {
        let token = self.cursor.peek();
        if self.cursor.are_puncts(1, "?:") {
            let instead = "an optional field depends on a bit of a mask: `flags:# id:flags.0?int`";
            return Err(Mistake::Tl2 { what: "`name?:Type`", instead }.at(token.span));
        }
        let has_bit = self.cursor.are_puncts(1, ".") && self.cursor.peek_nth(2).kind == TokenKind::Number;
        if has_bit || self.cursor.are_puncts(1, "?") {
            return Err(Mistake::UnnamedCondition.at(token.span));
        }
        Ok(())
    }

    /// `nat-const`, at most 32 bits wide.
    pub(super) fn number(&mut self) -> Parsed<Number> {
        let token = self.cursor.bump();
        let text = self.cursor.text(token);
        let value = text.parse().map_err(|_| Mistake::Number { text: text.to_owned() }.at(token.span))?;
        Ok(Number { value, span: token.span })
    }

    /// The documentation in front of a field; TDLib's names its field itself.
    fn field_docs(&mut self) -> Vec<Name> {
        let (own, tdlib): (Vec<_>, Vec<_>) =
            self.cursor.docs().iter().partition(|token| token.kind == TokenKind::Doc(DocStyle::Rust));
        self.loose_docs.extend(tdlib);
        own.into_iter().map(|&token| docs::line(&self.cursor, token)).collect()
    }

    /// Refuses a group whose expansion would be far larger than its text.
    fn check_size(&self, names: usize, ty: &Expr) -> Parsed<()> {
        if names.saturating_mul(nodes(ty)) > MOST_NODES {
            return Err(Mistake::GroupTooLarge { most: MOST_NODES }.at(ty.span));
        }
        Ok(())
    }
}

/// How many expressions an expression is made of.
fn nodes(expr: &Expr) -> usize {
    let inner = match &expr.kind {
        ExprKind::Name { args, .. } => args.iter().map(nodes).sum(),
        ExprKind::Nat | ExprKind::Number(_) => 0,
        ExprKind::Sum(left, right) => nodes(left) + nodes(right),
        ExprKind::Bare(inner) => nodes(inner),
        ExprKind::Repeat { count, fields } => {
            count.as_deref().map_or(0, nodes) + fields.iter().map(|field| nodes(&field.ty)).sum::<usize>()
        }
    };
    inner + 1
}
