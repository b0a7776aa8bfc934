//! `only(…)`: generates what it names and what that needs.

use std::collections::BTreeSet;
use std::mem;

use crate::diag::Diagnostics;
use crate::options::Options;
use crate::options::names::Mention;
use crate::resolve::ty::{Template, Type};
use crate::resolve::{Combinator, Named, Output, Resolved, mention};

/// Leaves out what `only(…)` neither names nor needs; all of it was checked. Does nothing without the option.
pub(crate) fn keep(mut resolved: Named, options: &Options, diagnostics: &mut Diagnostics) -> Named {
    if let Some(only) = &options.only {
        let mut needed = Needed::new(&resolved);
        only.iter().for_each(|name| needed.add_named(name, diagnostics));
        needed.close();
        let Needed { combinators, types, .. } = needed;
        resolved.retain(&combinators, &types);
    }
    resolved
}

/// What is generated.
struct Needed<'r> {
    resolved: &'r Resolved,
    combinators: Vec<bool>,
    types: Vec<bool>,
    /// Combinators whose own needs are not added yet.
    open: Vec<usize>,
}

impl<'r> Needed<'r> {
    fn new(resolved: &'r Resolved) -> Needed<'r> {
        let (combinators, types) =
            (vec![false; resolved.combinators.len()], vec![false; resolved.types.len()]);
        Needed { resolved, combinators, types, open: Vec::new() }
    }

    /// The functions, constructors and types of this name, or of this namespace.
    fn add_named(&mut self, of: &Mention, diagnostics: &mut Diagnostics) {
        let namespace = of.name.strip_suffix('*');
        let is_named = |name: &str| match namespace {
            Some(namespace) => name.starts_with(namespace),
            None => name == of.name,
        };
        let resolved = self.resolved;
        let combinators =
            (0..self.combinators.len()).filter(|&index| is_named(&resolved.combinators[index].name.text));
        let types = (0..self.types.len()).filter(|&index| is_named(&resolved.types[index].name.text));
        let (combinators, types): (Vec<usize>, Vec<usize>) = (combinators.collect(), types.collect());
        if combinators.is_empty() && types.is_empty() {
            let names = names(resolved, namespace.is_some());
            mention::unknown(of, "only", names.iter().map(String::as_str), diagnostics);
        }
        combinators.into_iter().for_each(|index| self.add(index));
        types.into_iter().for_each(|index| self.add_type(index));
    }

    fn add(&mut self, combinator: usize) {
        if !mem::replace(&mut self.combinators[combinator], true) {
            self.open.push(combinator);
        }
    }

    /// All constructors, so that the enum is the same as without the option.
    fn add_type(&mut self, ty: usize) {
        if !mem::replace(&mut self.types[ty], true) {
            self.resolved.types[ty].constructors.iter().for_each(|&constructor| self.add(constructor));
        }
    }

    fn close(&mut self) {
        while let Some(combinator) = self.open.pop() {
            let combinator = &self.resolved.combinators[combinator];
            if let Output::Constructs(ty) = combinator.output {
                self.add_type(ty);
            }
            combinator.types().flat_map(Type::parts).for_each(|ty| self.add_part(ty));
        }
    }

    fn add_part(&mut self, ty: &Type) {
        match ty {
            Type::Boxed(ty) => self.add_type(*ty),
            Type::Bare(constructor) => self.add(*constructor),
            Type::Applied(applied) => match applied.template {
                Template::Boxed(ty) => self.add_type(ty),
                Template::Bare(constructor) => self.add(constructor),
            },
            Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Vector { .. } => {}
            Type::Array { .. } | Type::Repeat { .. } | Type::Nullable(_) => {}
            Type::External(_) | Type::Parameter(_) | Type::Raw | Type::Unknown | Type::AnyCombinator => {}
        }
    }
}

/// What `only` can name: namespaces, or all others.
fn names(resolved: &Resolved, namespaces: bool) -> BTreeSet<String> {
    let combinators = resolved.combinators.iter().map(|combinator| combinator.name.text.clone());
    let types = resolved.types.iter().map(|ty| ty.name.text.clone());
    let namespace = |combinator: &Combinator| {
        combinator.name.text.rsplit_once('.').map(|(namespace, _)| format!("{namespace}.*"))
    };
    match namespaces {
        true => resolved.combinators.iter().filter_map(namespace).collect(),
        false => combinators.chain(types).collect(),
    }
}
