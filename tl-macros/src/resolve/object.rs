//! The enum `Object`: what it decodes by id, and what that is called there.

use std::collections::{HashMap, HashSet};

use crate::options::{ObjectMode, Options};
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::Type;
use crate::resolve::{Combinator, Named, Output, id, name};
use crate::schema::Section;

/// One of the variants of `Object`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Member {
    /// The combinator of this index.
    Combinator(usize),
    /// `boolTrue` or `boolFalse`, which have no struct.
    Bool(bool),
    /// The `Object` of the module that `extern` gives.
    Extern,
}

impl Member {
    /// The index of its combinator.
    pub(crate) fn combinator(self) -> Option<usize> {
        match self {
            Member::Combinator(index) => Some(index),
            Member::Bool(_) | Member::Extern => None,
        }
    }
}

/// A constructor of `Bool`.
pub(crate) struct BoolConstructor {
    pub(crate) name: &'static str,
    pub(crate) line: &'static str,
    pub(crate) id: u32,
}

impl BoolConstructor {
    pub(crate) fn of(value: bool) -> BoolConstructor {
        let (name, line) = match value {
            true => ("boolTrue", "boolTrue = Bool"),
            false => ("boolFalse", "boolFalse = Bool"),
        };
        BoolConstructor { name, line, id: id::crc32(line) }
    }
}

impl Named {
    /// Whether a field is of TON's bare type `object` or `function`.
    pub(crate) fn mentions_any_combinator(&self) -> bool {
        self.types_used().any(|ty| *ty == Type::AnyCombinator)
    }

    /// Whether functions are decoded: on request, and where a field holds any of them.
    pub(crate) fn decodes_functions(&self, options: &Options) -> bool {
        options.decode_functions || self.mentions_any_combinator()
    }

    /// The variants of the enum `Object`, if there is one: on request, and where a field holds any combinator.
    pub(crate) fn object(&self, options: &Options) -> Option<Vec<Member>> {
        if options.object == ObjectMode::Absent && !self.mentions_any_combinator() {
            return None;
        }
        let functions = self.decodes_functions(options);
        let holds = |combinator: &Combinator| {
            let is_template = combinator.section == Section::Types && !combinator.parameters.is_empty();
            !combinator.duplicate && !is_template && (functions || combinator.section == Section::Types)
        };
        let indices = (0..self.combinators.len()).filter(|&index| holds(&self.combinators[index]));
        let mut members: Vec<Member> = indices.map(Member::Combinator).collect();
        if self.declares_bool || self.answers_bool() {
            members.extend([Member::Bool(true), Member::Bool(false)]);
        }
        if options.object == ObjectMode::WithExtern && options.external.is_some() {
            members.push(Member::Extern);
        }
        Some(members)
    }

    /// The combinator of a variant.
    pub(crate) fn combinator_of(&self, member: Member) -> Option<&Combinator> {
        member.combinator().map(|index| &self.combinators[index])
    }

    fn answers_bool(&self) -> bool {
        let is_bool = |output: &Output| matches!(output, Output::Returns(Type::Builtin(Builtin::Bool)));
        self.combinators.iter().any(|combinator| is_bool(&combinator.output))
    }

    /// The names of these variants.
    ///
    /// A combinator has its name of its module, with its namespaces before it. If a constructor and a function have the
    /// same name, that of the function gets a suffix. All other names that collide keep a `_` between their parts, so
    /// that their order does not matter: `validatorSession.candidate.id` and
    /// `validatorSession.candidateId` are `ValidatorSession_Candidate_Id` and `ValidatorSession_CandidateId`.
    pub(crate) fn object_variants(&self, members: &[Member]) -> Vec<String> {
        let flat: Vec<String> = members.iter().map(|&member| self.flat_name(member)).collect();
        let of_constructors: HashSet<&String> = members
            .iter()
            .zip(&flat)
            .filter(|(member, _)| !self.is_function(**member))
            .map(|(_, name)| name)
            .collect();
        let gives_way = |member, name| self.is_function(member) && of_constructors.contains(name);
        let named = members.iter().zip(&flat).map(|(&member, name)| match gives_way(member, name) {
            true => (format!("{name}Function"), [self.parted_name(member), "Function".into()].join("_")),
            false => (name.clone(), self.parted_name(member)),
        });
        let named: Vec<(String, String)> = named.collect();
        let mut counts: HashMap<&String, usize> = HashMap::new();
        named.iter().for_each(|(name, _)| *counts.entry(name).or_default() += 1);
        let settled = |(name, parted): &(String, String)| match counts[name] {
            1 => name.clone(),
            _ => parted.clone(),
        };
        named.iter().map(settled).collect()
    }

    fn is_function(&self, member: Member) -> bool {
        self.combinator_of(member).is_some_and(|combinator| combinator.section == Section::Functions)
    }

    /// The Rust name without modules.
    fn flat_name(&self, member: Member) -> String {
        match member {
            Member::Combinator(index) => match &self.attributes(index).rename {
                Some((rename, _)) => rename.clone(),
                None => name::flat(&self.combinators[index].name.text),
            },
            Member::Bool(value) => name::flat(BoolConstructor::of(value).name),
            Member::Extern => "Extern".into(),
        }
    }

    /// The same with `_` between its parts.
    fn parted_name(&self, member: Member) -> String {
        match member {
            Member::Combinator(index) => {
                name::parted(&self.combinators[index].name.text, &self.path(index).ident)
            }
            Member::Bool(_) => format!("Builtin_{}", self.flat_name(member)),
            Member::Extern => "Extern_Object".into(),
        }
    }
}
