//! The enum `Object`: which combinators it has, and what they are called there.

use std::collections::HashSet;

use crate::options::Options;
use crate::resolve::ty::Type;
use crate::resolve::{Combinator, Named, name};
use crate::schema::Section;

impl Named {
    /// Whether a field is of TON's bare type `object` or `function`.
    pub(crate) fn mentions_any_combinator(&self) -> bool {
        self.types_used().any(|ty| *ty == Type::AnyCombinator)
    }

    /// Whether functions are decoded: on request, and where a field holds any of them.
    pub(crate) fn decodes_functions(&self, options: &Options) -> bool {
        options.decode_functions || self.mentions_any_combinator()
    }

    /// The combinators of the enum `Object`, if there is one: on request, and where a field holds any combinator.
    pub(crate) fn object(&self, options: &Options) -> Option<Vec<usize>> {
        if !options.object && !self.mentions_any_combinator() {
            return None;
        }
        let functions = self.decodes_functions(options);
        let holds = |combinator: &Combinator| {
            !combinator.duplicate && (functions || combinator.section == Section::Types)
        };
        let indices = 0..self.combinators.len();
        Some(indices.filter(|&index| holds(&self.combinators[index])).collect())
    }

    /// The names of the variants of `Object` for these combinators, with their namespaces. A constructor and a function
    /// may have one name; then the function's tells what it is.
    pub(crate) fn object_variants(&self, combinators: &[usize]) -> Vec<String> {
        let section = |index: usize| self.combinators[index].section;
        let named: Vec<(Section, String)> =
            combinators.iter().map(|&index| (section(index), self.flat_name(index))).collect();
        let constructors: HashSet<&String> =
            named.iter().filter(|(section, _)| *section == Section::Types).map(|(_, name)| name).collect();
        let variant = |(section, name): &(Section, String)| match section {
            Section::Functions if constructors.contains(name) => format!("{name}Function"),
            _ => name.clone(),
        };
        named.iter().map(variant).collect()
    }

    /// The Rust name of a combinator where there are no modules.
    fn flat_name(&self, combinator: usize) -> String {
        match &self.attributes(combinator).rename {
            Some((rename, _)) => rename.clone(),
            None => name::flat(&self.combinators[combinator].name.text),
        }
    }
}
