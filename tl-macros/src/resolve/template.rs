//! What templates are in Rust: a type of their own, or what they hold.

use tl_schema::analyse::{Analysis, Node};

use crate::resolve::builtin::Builtin;
use crate::resolve::ty::{Applied, Argument, Template, Type};
use crate::resolve::{Combinator, Output, ParameterKind, Resolved};

/// How many templates that are what they hold can be inside each other: each level may double what is written out.
const DEEPEST: u32 = 8;

/// What the templates of a schema are in Rust.
pub(crate) struct Templates {
    /// For each combinator: what its template stands for, if that is not a type of its own.
    contents: Vec<Option<Content>>,
    /// For each boxed type: the constructors of an `Option`, that of nothing first.
    options: Vec<Option<[usize; 2]>>,
    /// For each combinator, for each parameter: whether its Rust type has it.
    used: Vec<Vec<bool>>,
    /// The same of boxed types.
    used_by_types: Vec<Vec<bool>>,
}

/// What a template holds.
struct Content {
    ty: Type,
    /// How many templates that are what they hold are inside of it, and itself.
    depth: u32,
}

impl Templates {
    pub(crate) fn new(resolved: &Resolved, analysis: &Analysis<'_>) -> Templates {
        let count = resolved.combinators.len();
        let used = |template, parameters: usize| {
            (0..parameters).map(|index| analysis.graph().hold_of(template, index).is_some()).collect()
        };
        let of_type = |index: usize| {
            let first = resolved.types[index].constructors.first();
            let parameters = first.map_or(0, |&first| resolved.combinators[first].parameters.len());
            used(Template::Boxed(index), parameters)
        };
        let of_combinator = |index: usize| match resolved.combinators[index].is_template() {
            true => used(Template::Bare(index), resolved.combinators[index].parameters.len()),
            false => vec![true; resolved.combinators[index].parameters.len()],
        };
        let mut templates = Templates {
            contents: (0..count).map(|_| None).collect(),
            options: (0..resolved.types.len()).map(|ty| option(resolved, ty)).collect(),
            used: (0..count).map(of_combinator).collect(),
            used_by_types: (0..resolved.types.len()).map(of_type).collect(),
        };
        for (component, nodes) in analysis.components().in_order() {
            for &node in nodes.iter().filter(|_| !analysis.components().is_cyclic(component)) {
                if let Node::Combinator(combinator) = analysis.graph().node(node) {
                    templates.contents[combinator] = templates.content(resolved, combinator);
                }
            }
        }
        templates
    }

    /// The only field without a name of a template with one constructor. What it holds is known.
    fn content(&self, resolved: &Resolved, index: usize) -> Option<Content> {
        let combinator = &resolved.combinators[index];
        let is_only =
            matches!(combinator.output, Output::Constructs(ty) if resolved.types[ty].constructors == [index]);
        let ty = only_value(combinator).filter(|_| is_only && combinator.is_template())?;
        let inner = ty.parts().filter_map(Type::applied);
        let inner = inner.filter_map(|applied| self.contents[constructor(resolved, applied)?].as_ref());
        let depth = 1 + inner.map(|content| content.depth).max().unwrap_or(0);
        (depth <= DEEPEST).then_some(Content { ty, depth })
    }

    /// What a template with these arguments holds, and the constructor whose id is before it where it is boxed; `None` if
    /// it is a type of its own.
    pub(crate) fn held(&self, resolved: &Resolved, applied: &Applied) -> Option<(Type, usize)> {
        let constructor = constructor(resolved, applied)?;
        let content = self.contents[constructor].as_ref()?;
        Some((content.ty.with_arguments(&applied.arguments), constructor))
    }

    /// What a combinator's template holds, if it is not a type of its own.
    pub(crate) fn content_of(&self, combinator: usize) -> Option<&Type> {
        self.contents[combinator].as_ref().map(|content| &content.ty)
    }

    /// The constructors of a boxed type that is an `Option`, that of nothing first.
    pub(crate) fn option(&self, ty: usize) -> Option<[usize; 2]> {
        self.options[ty]
    }

    /// For each parameter of a combinator, whether its Rust type has it.
    pub(crate) fn used(&self, combinator: usize) -> &[bool] {
        &self.used[combinator]
    }

    /// The same of a boxed type.
    pub(crate) fn used_by_type(&self, ty: usize) -> &[bool] {
        &self.used_by_types[ty]
    }

    /// The arguments that a template's Rust type has, and the numbers.
    pub(crate) fn arguments<'a>(&'a self, applied: &'a Applied) -> impl Iterator<Item = &'a Argument> {
        let used = match applied.template {
            Template::Bare(constructor) => &self.used[constructor],
            Template::Boxed(ty) => &self.used_by_types[ty],
        };
        let arguments = applied.arguments.iter().zip(used);
        arguments
            .filter(|(argument, used)| **used || argument.as_nat().is_some())
            .map(|(argument, _)| argument)
    }
}

/// The constructor of a template that has one.
fn constructor(resolved: &Resolved, applied: &Applied) -> Option<usize> {
    match applied.template {
        Template::Bare(constructor) => Some(constructor),
        Template::Boxed(ty) => match resolved.types[ty].constructors[..] {
            [only] => Some(only),
            _ => None,
        },
    }
}

/// Nothing, or one value without a name.
fn option(resolved: &Resolved, ty: usize) -> Option<[usize; 2]> {
    let [one, other] = resolved.types[ty].constructors[..] else { return None };
    let is_nothing = |index: usize| resolved.combinators[index].fields.is_empty();
    let is_value = |index: usize| {
        let combinator = &resolved.combinators[index];
        matches!(&combinator.parameters[..], [only] if only.kind == ParameterKind::Type)
            && matches!(&combinator.fields[..], [only] if only.is_unnamed() && only.condition.is_none() && only.ty == Type::Parameter(0))
    };
    match (is_nothing(one) && is_value(other), is_nothing(other) && is_value(one)) {
        (true, _) => Some([one, other]),
        (_, true) => Some([other, one]),
        (false, false) => None,
    }
}

/// The type of the only value of a template's constructor, if that has no name: `[ t ]`, or `# [ t ]`.
fn only_value(combinator: &Combinator) -> Option<Type> {
    if !combinator.fields.iter().all(|field| field.is_unnamed() && field.condition.is_none()) {
        return None;
    }
    match &combinator.fields[..] {
        [only] => Some(only.ty.clone()),
        [count, elements] if count.ty == Type::Builtin(Builtin::Nat) => elements
            .ty
            .counted_by(0)
            .map(|element| Type::Vector { boxed: false, element: Box::new(element.clone()) }),
        _ => None,
    }
}
