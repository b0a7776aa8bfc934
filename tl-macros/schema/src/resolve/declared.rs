//! What the schema itself says about the builtin types.
//!
//! A line in a usual form repeats what is known, and gives its boxed type an id. In another form it is an ordinary
//! definition, which replaces what is built in; so are then the other constructors of its type.

use std::collections::{HashMap, HashSet};

use crate::diag::Diagnostics;
use crate::options::{Options, Rule};
use crate::resolve::builtin::{self, Builtin};
use crate::resolve::id;
use crate::resolve::mistake::Mistake;
use crate::resolve::ty::Type;
use crate::schema::{self, Combinator, Declaration, ExprKind, Schema, Section};

/// The builtins as the schema declares them.
#[derive(Default)]
pub(crate) struct Builtins<'s> {
    /// The ids of boxed types.
    ids: HashMap<&'s str, u32>,
    /// Boxed types that are built in, but redefined here.
    redefined: HashSet<&'s str>,
    /// Unknown names that `?` declares: reported.
    pub(crate) unknown: HashSet<&'s str>,
}

impl<'s> Builtins<'s> {
    /// Collects and checks the lines of builtins.
    pub(crate) fn declared(
        schema: &'s Schema,
        options: &Options,
        diagnostics: &mut Diagnostics,
    ) -> Builtins<'s> {
        let mut builtins = Builtins::default();
        let unusual = constructors(schema).filter(|combinator| !is_usual(combinator));
        builtins.redefined.extend(unusual.filter_map(Combinator::constructs).filter(|ty| is_builtin(ty)));
        for declaration in &schema.declarations {
            match declaration {
                Declaration::Combinator(combinator) if is_vector(combinator) && !is_usual(combinator) => {
                    let name = combinator.name.text.clone();
                    let usual = builtin::VECTOR.to_owned();
                    diagnostics.report(combinator.span, Mistake::UnusualBuiltin { name, usual });
                }
                Declaration::Combinator(combinator) if builtins.repeats(combinator) => {
                    builtins.repeated(combinator, options, diagnostics);
                }
                Declaration::Builtin(builtin) => builtins.builtin(builtin, schema, options, diagnostics),
                Declaration::Combinator(_) | Declaration::Partial(_) | Declaration::Final { .. } => {}
            }
        }
        builtins
    }

    /// `boolTrue#997275b5 = Bool`: nothing new.
    pub(crate) fn repeats(&self, combinator: &Combinator) -> bool {
        is_vector(combinator)
            || is_usual(combinator) && combinator.constructs().is_some_and(|ty| !self.redefined.contains(ty))
    }

    fn repeated(&mut self, combinator: &'s Combinator, options: &Options, diagnostics: &mut Diagnostics) {
        let lines = builtin::declarations(&combinator.name.text);
        let id = id::crc32(&id::canonical_line(combinator, Rule::Formal));
        let ty = combinator.constructs();
        self.ids.extend(ty.map(|ty| (ty, combinator.id.map_or(id, |id| id.value))));
        // The runtime knows these ids.
        let is_fixed = matches!(ty, Some("Bool" | "Vector"));
        let written = combinator.id.filter(|_| is_fixed || options.verify_ids);
        if let Some(written) =
            written.filter(|written| !lines.iter().any(|line| id::crc32(line) == written.value))
        {
            diagnostics.report(written.span, Mistake::BuiltinId { name: combinator.name.text.clone(), id });
        }
    }

    /// `int ? = Int`: only what is built in may be declared so, or what is defined elsewhere.
    fn builtin(
        &mut self,
        builtin: &'s schema::Builtin,
        schema: &'s Schema,
        options: &Options,
        diagnostics: &mut Diagnostics,
    ) {
        let name = &builtin.name.text;
        let ExprKind::Name { name: ty, args } = &builtin.result.kind else { return };
        let is_known = |builtin| Builtin::boxed(&ty.text).is_some_and(|(boxed, _)| boxed == builtin);
        let is_usual = builtin::declarations(name).contains(&id::builtin_line(builtin));
        match Builtin::bare(name) {
            Some(known) if is_known(known) && args.is_empty() => {
                self.declared_id(builtin, &ty.text, options, diagnostics);
            }
            Some(_) => {
                let usual = builtin::declarations(name).swap_remove(0);
                diagnostics.report(builtin.span, Mistake::UnusualBuiltin { name: name.clone(), usual });
            }
            None if is_usual || options.external || constructors(schema).any(|of| of.name.text == *name) => {}
            None => {
                diagnostics.report(builtin.span, Mistake::NotBuiltin { name: name.clone() });
                self.unknown.extend([name.as_str(), ty.text.as_str()]);
            }
        }
    }

    fn declared_id(
        &mut self,
        builtin: &schema::Builtin,
        ty: &'s str,
        options: &Options,
        diagnostics: &mut Diagnostics,
    ) {
        let id = id::crc32(&id::builtin_line(builtin));
        self.ids.insert(ty, builtin.id.map_or(id, |id| id.value));
        if let Some(written) = builtin.id.filter(|written| options.verify_ids && written.value != id) {
            diagnostics.report(written.span, Mistake::BuiltinId { name: builtin.name.text.clone(), id });
        }
    }

    /// Whether the schema has a line of `Bool` in its usual form.
    pub(crate) fn declares_bool(&self) -> bool {
        self.ids.contains_key("Bool")
    }

    /// The builtin that a name means.
    pub(crate) fn named(&self, name: &str) -> Option<Type> {
        match name {
            "Bool" => Some(Type::Builtin(Builtin::Bool)),
            "Object" | "Function" => Some(Type::Raw),
            "object" | "function" => Some(Type::AnyCombinator),
            _ => match Builtin::boxed(name) {
                Some((builtin, id)) => {
                    let id = self.ids.get(name).copied().unwrap_or(id);
                    Some(Type::BoxedBuiltin { builtin, id })
                }
                None => Builtin::bare(name).map(Type::Builtin),
            },
        }
    }
}

fn constructors(schema: &Schema) -> impl Iterator<Item = &Combinator> {
    let combinators = schema.declarations.iter().filter_map(Declaration::combinator);
    combinators.filter(|combinator| combinator.section == Section::Types)
}

/// Whether a boxed type is built in and has constructors of its own.
fn is_builtin(ty: &str) -> bool {
    ty == "Bool" || Builtin::boxed(ty).is_some()
}

fn is_vector(combinator: &Combinator) -> bool {
    combinator.section == Section::Types
        && (combinator.name.text == "vector" || combinator.constructs() == Some("Vector"))
}

/// Whether a builtin is usually declared so.
fn is_usual(combinator: &Combinator) -> bool {
    builtin::declarations(&combinator.name.text).contains(&id::canonical_line(combinator, Rule::Formal))
}
