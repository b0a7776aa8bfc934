//! Which name means which definition.

use std::collections::{HashMap, HashSet};

use crate::diag::Diagnostics;
use crate::options::Rule;
use crate::resolve::builtin;
use crate::resolve::id;
use crate::resolve::mistake::Mistake;
use crate::resolve::repeated::Once;
use crate::schema::{Broken, Builtin, Combinator, Declaration, Expr, ExprKind, Name, Schema, Section};

/// The definitions of a schema by name.
pub(crate) struct Scope<'s> {
    /// What code is generated for, in the order of the schema: everything but what repeats a builtin.
    pub(crate) combinators: Vec<&'s Combinator>,
    /// Declarations with a mistake whose name could be read.
    pub(crate) broken: Vec<&'s Broken>,
    /// Boxed types, in the order of their first constructor: the name where it stands first.
    pub(crate) types: Vec<&'s Name>,
    type_indices: HashMap<&'s str, usize>,
    constructors: HashMap<&'s str, usize>,
    /// For each type, its first constructor.
    first_constructors: Vec<usize>,
    /// For each type, how many constructors it has.
    pub(crate) constructor_counts: Vec<usize>,
    /// For each type, how many parameters it has by its first constructor.
    pub(crate) parameter_counts: Vec<usize>,
    types_left_out: HashSet<&'s str>,
    /// There is a line of `Bool`, which is built in.
    pub(crate) declares_bool: bool,
}

impl<'s> Scope<'s> {
    /// Sorts the declarations of a schema. The indices of [`Scope::combinators`] go on with those that are broken.
    pub(crate) fn collect(schema: &'s Schema, diagnostics: &mut Diagnostics) -> Scope<'s> {
        let mut combinators = Vec::new();
        for declaration in &schema.declarations {
            match declaration {
                Declaration::Combinator(combinator) if repeats_builtin(combinator, diagnostics) => {}
                Declaration::Combinator(combinator) => combinators.push(combinator),
                Declaration::Builtin(builtin) => check_builtin(builtin, diagnostics),
                Declaration::Partial(expr) => diagnostics.report(expr.span, Mistake::PartialApplication),
                Declaration::Final { keyword, ty } => {
                    diagnostics.report(
                        keyword.span.to(ty.span),
                        Mistake::FinalDeclaration { keyword: keyword.text.clone() },
                    );
                }
            }
        }
        let Once { combinators, broken, types_left_out } = Once::of(combinators, &schema.broken, diagnostics);
        let mut scope = Scope {
            combinators,
            broken,
            types: Vec::new(),
            type_indices: HashMap::new(),
            constructors: HashMap::new(),
            first_constructors: Vec::new(),
            constructor_counts: Vec::new(),
            parameter_counts: Vec::new(),
            types_left_out,
            declares_bool: schema.declarations.iter().any(declares_bool),
        };
        scope.index();
        scope
    }

    fn index(&mut self) {
        for (index, combinator) in self.combinators.clone().into_iter().enumerate() {
            if combinator.section == Section::Types {
                let result = Some(&combinator.result).filter(|_| !combinator.has_parameter_as_result());
                self.add_constructor(index, &combinator.name, result);
            }
        }
        for (index, broken) in self.broken.clone().into_iter().enumerate() {
            if broken.section == Section::Types {
                self.add_constructor(self.combinators.len() + index, &broken.name, broken.result.as_ref());
            }
        }
    }

    fn add_constructor(&mut self, index: usize, name: &'s Name, result: Option<&'s Expr>) {
        self.constructors.entry(&name.text).or_insert(index);
        let Some(ExprKind::Name { name: ty, args }) = result.map(|result| &result.kind) else { return };
        if ty.text == "Object" {
            return;
        }
        let next = self.types.len();
        let ty_index = *self.type_indices.entry(&ty.text).or_insert(next);
        if ty_index == next {
            self.types.push(ty);
            self.first_constructors.push(index);
            self.constructor_counts.push(0);
            self.parameter_counts.push(args.len());
        }
        self.constructor_counts[ty_index] += 1;
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

    /// The boxed type that a constructor belongs to.
    pub(crate) fn type_of(&self, constructor: usize) -> Option<usize> {
        let result = match self.combinators.get(constructor) {
            Some(combinator) => Some(&combinator.result),
            None => self.broken[constructor - self.combinators.len()].result.as_ref(),
        };
        self.boxed(&result_name(&result?.kind)?.text)
    }

    /// The constructor of a type that has only one.
    pub(crate) fn only_constructor(&self, ty: usize) -> Option<usize> {
        (self.constructor_counts[ty] == 1).then(|| self.first_constructors[ty])
    }

    /// Every name a field's type could have been meant to be.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let types = self.types.iter().map(|ty| ty.text.as_str());
        types.chain(self.constructors.keys().copied()).chain(builtin::NAMES.iter().copied())
    }
}

/// The name on the right of `=`, if it is one.
fn result_name(result: &ExprKind) -> Option<&Name> {
    match result {
        ExprKind::Name { name, .. } => Some(name),
        _ => None,
    }
}

/// `boolTrue = Bool`, `boolFalse = Bool`
fn declares_bool(declaration: &Declaration) -> bool {
    match declaration {
        Declaration::Combinator(combinator) => {
            combinator.section == Section::Types
                && result_name(&combinator.result.kind).is_some_and(|name| name.text == "Bool")
        }
        Declaration::Builtin(_) | Declaration::Partial(_) | Declaration::Final { .. } => false,
    }
}

/// `boolTrue#997275b5 = Bool;`: accepted in a usual form, refused in any other.
fn repeats_builtin(combinator: &Combinator, diagnostics: &mut Diagnostics) -> bool {
    let lines = builtin::declarations(&combinator.name.text);
    if lines.is_empty() || combinator.section == Section::Functions {
        return false;
    }
    let line = id::canonical_line(combinator, Rule::Formal);
    if !lines.contains(&line) {
        let usual = lines[0].clone();
        diagnostics
            .report(combinator.span, Mistake::UnusualBuiltin { name: combinator.name.text.clone(), usual });
    } else if let Some(written) =
        combinator.id.filter(|id| !lines.iter().any(|line| id::crc32(line) == id.value))
    {
        let id = id::crc32(&line);
        diagnostics.report(written.span, Mistake::BuiltinId { name: combinator.name.text.clone(), id });
    }
    true
}

/// `int ? = Int;`: only what is built in may be declared so.
fn check_builtin(builtin: &Builtin, diagnostics: &mut Diagnostics) {
    let line = id::builtin_line(builtin);
    if !builtin::declarations(&builtin.name.text).contains(&line) {
        diagnostics.report(builtin.span, Mistake::NotBuiltin { name: builtin.name.text.clone() });
    } else if let Some(written) = builtin.id.filter(|written| written.value != id::crc32(&line)) {
        let id = id::crc32(&line);
        diagnostics.report(written.span, Mistake::BuiltinId { name: builtin.name.text.clone(), id });
    }
}
