//! Which name means which definition.

use std::collections::{HashMap, HashSet};

use crate::diag::Diagnostics;
use crate::options::Options;
use crate::resolve::ParameterKind;
use crate::resolve::builtin;
use crate::resolve::declared::Builtins;
use crate::resolve::growth;
use crate::resolve::repeated::Once;
use crate::schema::{Broken, Combinator, Declaration, Expr, ExprKind, Generic, Name, Schema, Section};

/// The definitions of a schema by name.
pub(crate) struct Scope<'s> {
    /// What code is generated for, in the order of the schema: everything but what repeats a builtin.
    pub(crate) combinators: Vec<&'s Combinator>,
    /// Declarations with a mistake whose name could be read.
    pub(crate) broken: Vec<&'s Broken>,
    /// Boxed types, in the order of their first constructor: each name at its first place.
    pub(crate) types: Vec<&'s Name>,
    type_indices: HashMap<&'s str, usize>,
    constructors: HashMap<&'s str, usize>,
    /// For each type, its first constructor, if it has one.
    first_constructors: Vec<usize>,
    /// For each type, how many constructors it has.
    pub(crate) constructor_counts: Vec<usize>,
    /// For each type, what its parameters are by its first constructor; `None` for one that is neither a type nor a
    /// number.
    pub(crate) parameter_kinds: Vec<Vec<Option<ParameterKind>>>,
    types_left_out: HashSet<&'s str>,
    pub(crate) builtins: Builtins<'s>,
}

impl<'s> Scope<'s> {
    /// Sorts the declarations of a schema. The indices of [`Scope::combinators`] go on with those that are broken.
    pub(crate) fn collect(
        schema: &'s Schema,
        declarations: &'s [Declaration],
        options: &Options,
        diagnostics: &mut Diagnostics,
    ) -> Scope<'s> {
        let mut combinators = Vec::new();
        let builtins = Builtins::declared(schema, options, diagnostics);
        for declaration in declarations {
            match declaration {
                Declaration::Combinator(combinator) if builtins.repeats(combinator) => {}
                Declaration::Combinator(combinator) => combinators.push(combinator),
                Declaration::Builtin(_) => {}
                Declaration::Partial(_) | Declaration::Final { .. } => {}
            }
        }
        let empty = growth::types_without_constructors(schema, diagnostics);
        let Once { combinators, broken, mut types_left_out } =
            Once::of(combinators, &schema.broken, diagnostics);
        types_left_out.extend(&builtins.unknown);
        let mut scope = Scope {
            combinators,
            broken,
            types: Vec::new(),
            type_indices: HashMap::new(),
            constructors: HashMap::new(),
            first_constructors: Vec::new(),
            constructor_counts: Vec::new(),
            parameter_kinds: Vec::new(),
            types_left_out,
            builtins,
        };
        scope.index();
        for ty in empty {
            scope.add_type(ty, 0, Vec::new());
        }
        scope
    }

    fn index(&mut self) {
        for (index, combinator) in self.combinators.clone().into_iter().enumerate() {
            if combinator.section == Section::Types {
                let result = Some(&combinator.result).filter(|_| !combinator.has_parameter_as_result());
                self.add_constructor(index, &combinator.name, result, &combinator.generics);
            }
        }
        for (index, broken) in self.broken.clone().into_iter().enumerate() {
            if broken.section == Section::Types {
                self.add_constructor(
                    self.combinators.len() + index,
                    &broken.name,
                    broken.result.as_ref(),
                    &[],
                );
            }
        }
    }

    fn add_constructor(
        &mut self,
        index: usize,
        name: &'s Name,
        result: Option<&'s Expr>,
        generics: &[Generic],
    ) {
        self.constructors.entry(&name.text).or_insert(index);
        let Some(ExprKind::Name { name: ty, args }) = result.map(|result| &result.kind) else { return };
        if ty.text == "Object" {
            return;
        }
        let kinds = args.iter().map(|arg| kind_of(arg, generics)).collect();
        let ty = self.add_type(ty, index, kinds);
        self.constructor_counts[ty] += 1;
    }

    /// The index of a boxed type, which may be new.
    fn add_type(
        &mut self,
        ty: &'s Name,
        constructor: usize,
        parameters: Vec<Option<ParameterKind>>,
    ) -> usize {
        let next = self.types.len();
        let index = *self.type_indices.entry(&ty.text).or_insert(next);
        if index == next {
            self.types.push(ty);
            self.first_constructors.push(constructor);
            self.constructor_counts.push(0);
            self.parameter_kinds.push(parameters);
        }
        index
    }

    /// The boxed type of this name.
    pub(crate) fn boxed(&self, name: &str) -> Option<usize> {
        self.type_indices.get(name).copied()
    }

    /// Whether only definitions that were left out have this boxed type, which is reported.
    pub(crate) fn is_left_out(&self, name: &str) -> bool {
        self.types_left_out.contains(name) && self.boxed(name).is_none()
    }

    /// The constructor of this name.
    pub(crate) fn constructor(&self, name: &str) -> Option<usize> {
        self.constructors.get(name).copied()
    }

    /// Whether this name alone, or with arguments, is a type.
    pub(crate) fn is_type(&self, name: &str) -> bool {
        let is_defined = self.boxed(name).is_some() || self.constructor(name).is_some();
        is_defined || matches!(name, "Vector" | "vector") || self.builtins.named(name).is_some()
    }

    /// The boxed type that a constructor belongs to.
    pub(crate) fn type_of(&self, constructor: usize) -> Option<usize> {
        let result = match self.combinators.get(constructor) {
            Some(combinator) => Some(&combinator.result),
            None => self.broken[constructor - self.combinators.len()].result.as_ref(),
        };
        self.boxed(&result?.name()?.text)
    }

    /// The constructor of a type that has only one.
    pub(crate) fn only_constructor(&self, ty: usize) -> Option<usize> {
        (self.constructor_counts[ty] == 1).then(|| self.first_constructors[ty])
    }

    /// Every name that the type of a field could have been meant to be.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let types = self.types.iter().map(|ty| ty.text.as_str());
        types.chain(self.constructors.keys().copied()).chain(builtin::NAMES.iter().copied())
    }
}

/// What a parameter is that is an argument on the right of `=`.
pub(crate) fn kind_of(argument: &Expr, generics: &[Generic]) -> Option<ParameterKind> {
    let ExprKind::Name { name, args } = &argument.kind else { return None };
    let generic = generics.iter().find(|generic| args.is_empty() && generic.name.text == name.text)?;
    kind(&generic.kind)
}

/// What the `Type` or `#` of a parameter says.
pub(crate) fn kind(expr: &Expr) -> Option<ParameterKind> {
    match &expr.kind {
        ExprKind::Nat => Some(ParameterKind::Nat),
        ExprKind::Name { name, args } if name.text == "Type" && args.is_empty() => Some(ParameterKind::Type),
        ExprKind::Name { .. } | ExprKind::Number(_) | ExprKind::Sum(..) => None,
        ExprKind::Bare(_) | ExprKind::Repeat { .. } => None,
    }
}
