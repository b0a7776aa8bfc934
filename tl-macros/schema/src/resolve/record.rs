//! Repetitions of several fields, `n*[ x:int y:int ]`: what is repeated becomes a constructor of its own.
//!
//! It is named after the combinator and the field, `point_list` for `list` of `point`, and its parameters are those of
//! the combinator that its fields use. It is used bare, so that only its fields are on the wire.

use std::collections::HashSet;

use crate::options::Rule;
use crate::resolve::id;
use crate::schema::{Combinator, Declaration, Expr, ExprKind, Field, Generic, Id, Name, Section};

/// The declarations with a name for each such repetition; `None` if there is none.
pub(super) fn named(declarations: &[Declaration]) -> Option<Vec<Declaration>> {
    if !declarations.iter().filter_map(Declaration::combinator).any(has_records) {
        return None;
    }
    let names = declarations.iter().filter_map(Declaration::combinator).map(|of| of.name.text.clone());
    let mut namer = Namer { taken: names.collect(), declarations: Vec::new() };
    for declaration in declarations {
        match declaration {
            Declaration::Combinator(combinator) => namer.add(combinator.clone()),
            Declaration::Builtin(_) | Declaration::Partial(_) | Declaration::Final { .. } => {
                namer.declarations.push(declaration.clone());
            }
        }
    }
    Some(namer.declarations)
}

fn has_records(combinator: &Combinator) -> bool {
    combinator.fields.iter().any(|field| in_expr(&field.ty)) || in_expr(&combinator.result)
}

fn in_expr(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Name { args, .. } => args.iter().any(in_expr),
        ExprKind::Bare(inner) => in_expr(inner),
        ExprKind::Repeat { fields, .. } => is_record(fields) || fields.iter().any(|field| in_expr(&field.ty)),
        ExprKind::Nat | ExprKind::Number(_) | ExprKind::Sum(..) => false,
    }
}

/// Whether it is more than one type.
fn is_record(fields: &[Field]) -> bool {
    match fields {
        [] => false,
        [only] => only.name.is_some() || only.condition.is_some(),
        _ => true,
    }
}

struct Namer {
    taken: HashSet<String>,
    declarations: Vec<Declaration>,
}

impl Namer {
    /// Adds a combinator, and what is repeated in it.
    fn add(&mut self, mut combinator: Combinator) {
        if !has_records(&combinator) {
            self.declarations.push(Declaration::Combinator(combinator));
            return;
        }
        let written = combinator.clone();
        let mut records = Vec::new();
        for (index, field) in combinator.fields.iter_mut().enumerate() {
            self.replace(&mut field.ty, &written, index, &mut records);
        }
        self.replace(&mut combinator.result, &written, written.fields.len(), &mut records);
        combinator.written.get_or_insert(Box::new(written));
        self.declarations.push(Declaration::Combinator(combinator));
        records.into_iter().for_each(|record| self.add(record));
    }

    /// Puts names into the type of a field, or, after the last field, into the result of a function.
    fn replace(&mut self, expr: &mut Expr, around: &Combinator, index: usize, records: &mut Vec<Combinator>) {
        match &mut expr.kind {
            ExprKind::Name { args, .. } => {
                args.iter_mut().for_each(|arg| self.replace(arg, around, index, records));
            }
            ExprKind::Bare(inner) => self.replace(inner, around, index, records),
            ExprKind::Repeat { fields, .. } if is_record(fields) => {
                let record = self.record(std::mem::take(fields), around, index);
                let args = record.generics.iter().map(|generic| plain(&generic.name)).collect();
                let kind = ExprKind::Name { name: record.name.clone(), args };
                let ty = Expr { kind, span: record.span };
                let span = record.span;
                fields.push(Field { docs: Vec::new(), name: None, condition: None, bang: None, ty, span });
                records.push(record);
            }
            ExprKind::Repeat { fields, .. } => {
                fields.iter_mut().for_each(|field| self.replace(&mut field.ty, around, index, records));
            }
            ExprKind::Nat | ExprKind::Number(_) | ExprKind::Sum(..) => {}
        }
    }

    fn record(&mut self, fields: Vec<Field>, around: &Combinator, index: usize) -> Combinator {
        let (name, span, line) = match around.fields.get(index) {
            Some(field) => match &field.name {
                Some(name) => (name.text.clone(), name.span, field.to_string()),
                None => (index.to_string(), field.ty.span, field.to_string()),
            },
            None => ("answer".to_owned(), around.result.span, around.result.to_string()),
        };
        let name = Name { text: self.free(format!("{}_{name}", around.name.text)), span };
        let docs = format!("What `{}` repeats in `{line}`.", around.name.text);
        let generics = parameters(&fields, around, index);
        let args = generics.iter().map(|generic| plain(&generic.name)).collect();
        let ty = Name { text: name.capitalised(), span };
        let mut record = Combinator {
            section: Section::Types,
            docs: vec![Name { text: docs, span }],
            attributes: Vec::new(),
            annotations: Vec::new(),
            name,
            is_nameless: false,
            id: None,
            generics,
            fields,
            arrow: None,
            result: Expr { kind: ExprKind::Name { name: ty, args }, span },
            span,
            written: None,
        };
        // The id is never used, so either rule will do.
        let line = id::canonical_line(&record, Rule::Formal);
        record.id = Some(Id { value: id::crc32(&line), span });
        record
    }

    fn free(&mut self, mut name: String) -> String {
        while !self.taken.insert(name.clone()) {
            name.push('_');
        }
        name
    }
}

/// The parameters, and the numbers before them, that the fields use.
fn parameters(fields: &[Field], around: &Combinator, index: usize) -> Vec<Generic> {
    let mut mentioned = HashSet::new();
    let mut own: HashSet<&str> = HashSet::new();
    for field in fields {
        let mut found = Vec::new();
        found.extend(field.condition.as_ref().map(|condition| condition.mask.text.as_str()));
        mention(&field.ty, &mut found);
        mentioned.extend(found.into_iter().filter(|name| !own.contains(name)));
        own.extend(field.name.as_ref().map(|name| name.text.as_str()));
    }
    let numbers = around.fields[..index].iter().filter_map(|field| match (&field.name, &field.ty.kind) {
        (Some(name), ExprKind::Nat) => {
            let kind = Expr { kind: ExprKind::Nat, span: name.span };
            Some(Generic { name: name.clone(), bang: None, kind })
        }
        _ => None,
    });
    // A field hides a parameter of the same name.
    let mut all: Vec<Generic> = numbers.collect();
    let declared =
        around.generics.iter().filter(|of| all.iter().all(|field| field.name.text != of.name.text));
    all = declared.cloned().collect::<Vec<Generic>>().into_iter().chain(all).collect();
    all.retain(|generic| mentioned.contains(generic.name.text.as_str()));
    all
}

fn mention<'e>(expr: &'e Expr, found: &mut Vec<&'e str>) {
    match &expr.kind {
        ExprKind::Name { name, args } => {
            found.push(&name.text);
            args.iter().for_each(|arg| mention(arg, found));
        }
        ExprKind::Bare(inner) => mention(inner, found),
        ExprKind::Sum(one, other) => {
            mention(one, found);
            mention(other, found);
        }
        ExprKind::Repeat { count, fields } => {
            count.iter().for_each(|count| mention(count, found));
            for field in fields {
                found.extend(field.condition.as_ref().map(|condition| condition.mask.text.as_str()));
                mention(&field.ty, found);
            }
        }
        ExprKind::Nat | ExprKind::Number(_) => {}
    }
}

fn plain(name: &Name) -> Expr {
    Expr { kind: ExprKind::Name { name: name.clone(), args: Vec::new() }, span: name.span }
}
