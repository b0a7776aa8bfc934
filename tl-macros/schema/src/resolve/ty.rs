//! What a field's type expression means.

use crate::diag::Diagnostics;
use crate::nearest::nearest;
use crate::resolve::builtin::Builtin;
use crate::resolve::mistake::Mistake;
use crate::resolve::nat::{Numbers, is_number};
use crate::resolve::scope::Scope;
use crate::resolve::{Parameter, ParameterKind};
use crate::schema::{Expr, ExprKind, Field, Name};
use crate::span::Span;

/// A type, resolved. Says both what the value is and how it stands on the wire.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Type {
    /// `int`, `#`, `Bool`, …: without an id of its own (`Bool` is nothing but ids).
    Builtin(Builtin),
    /// `Int`, `String`, …: behind the id of the type's only constructor.
    BoxedBuiltin {
        /// What follows the id.
        builtin: Builtin,
        /// The id.
        id: u32,
    },
    /// `Vector<t>`, boxed, or `vector<t>`, bare.
    Vector {
        /// The id of vectors precedes it.
        boxed: bool,
        /// The type of its elements.
        element: Box<Type>,
    },
    /// `4*[ t ]`.
    Array {
        /// How many elements it has.
        len: u32,
        /// Their type.
        element: Box<Type>,
    },
    /// `n*[ t ]`: as many elements as a number says that whoever reads them knows.
    Repeat {
        /// How many elements there are.
        count: Nat,
        /// Their type.
        element: Box<Type>,
    },
    /// An object, or null in its place: an element of a vector, by TDLib's documentation.
    Nullable(Box<Type>),
    /// `(pair int string)`, `(Tuple int n)`: a template with its arguments.
    Applied(Box<Applied>),
    /// A boxed type of the schema: an index into its types.
    Boxed(usize),
    /// A constructor without its id: an index into the combinators.
    Bare(usize),
    /// A type that the module of `extern` defines.
    External(ExternalType),
    /// `X` of `{X:Type}`, with a function as its value where `!` stands before it: the parameter's index.
    Parameter(usize),
    /// `Object`: whatever stands to the end of the buffer.
    Raw,
    /// What could not be resolved: reported, and nothing else is said about it.
    Unknown,
    /// TON's bare `object` and `function`: any combinator of the schema, behind its id.
    AnyCombinator,
}

/// A template with its arguments.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Applied {
    /// What has the parameters.
    pub template: Template,
    /// One for each parameter, in their order.
    pub arguments: Vec<Argument>,
}

/// What takes the place of a parameter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Argument {
    /// For `{X:Type}`.
    Type(Type),
    /// For `{n:#}`.
    Nat(Nat),
}

impl Argument {
    /// The type, if it is one.
    pub fn as_type(&self) -> Option<&Type> {
        match self {
            Argument::Type(ty) => Some(ty),
            Argument::Nat(_) => None,
        }
    }

    /// Whether it is the value of this field, or a sum with it.
    pub(super) fn depends_on(&self, field: usize) -> bool {
        self.as_nat().is_some_and(|nat| nat.depends_on(field))
    }

    /// The number, if it is one.
    pub fn as_nat(&self) -> Option<&Nat> {
        match self {
            Argument::Type(_) => None,
            Argument::Nat(nat) => Some(nat),
        }
    }
}

/// What can have parameters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Template {
    /// A boxed type: an index into the types.
    Boxed(usize),
    /// A constructor without its id: an index into the combinators.
    Bare(usize),
}

/// A natural number in a type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Nat {
    /// `4`
    Number(u32),
    /// The value of an earlier field: its index. One that is absent counts as 0.
    Field(usize),
    /// `n` of `{n:#}`: the parameter's index.
    Parameter(usize),
    /// `n+1`
    Sum(Vec<Nat>),
}

impl Nat {
    /// Whether it is the value of a field, or a sum with one.
    pub fn has_fields(&self) -> bool {
        match self {
            Nat::Field(_) => true,
            Nat::Number(_) | Nat::Parameter(_) => false,
            Nat::Sum(parts) => parts.iter().any(Nat::has_fields),
        }
    }

    /// Whether it is this field, or a sum with it.
    pub fn depends_on(&self, field: usize) -> bool {
        match self {
            Nat::Number(_) | Nat::Parameter(_) => false,
            Nat::Field(index) => *index == field,
            Nat::Sum(parts) => parts.iter().any(|part| part.depends_on(field)),
        }
    }
}

impl Type {
    /// So many elements. Arrays are values, so that one which is large would be copied around on the stack; it is
    /// repeated as often as a number says.
    pub fn repeated(count: Nat, element: Type) -> Type {
        let element = Box::new(element);
        match count {
            Nat::Number(len) if elements(&element).saturating_mul(len) <= MAX_ARRAY => {
                Type::Array { len, element }
            }
            count => Type::Repeat { count, element },
        }
    }

    /// The builtin that this is, with or without an id.
    pub fn builtin(&self) -> Option<Builtin> {
        match self {
            Type::Builtin(builtin) | Type::BoxedBuiltin { builtin, .. } => Some(*builtin),
            Type::Vector { .. } | Type::Array { .. } | Type::Repeat { .. } | Type::Nullable(_) => None,
            Type::Applied(_) | Type::Boxed(_) | Type::Bare(_) | Type::External(_) => None,
            Type::Parameter(_) | Type::Raw | Type::Unknown | Type::AnyCombinator => None,
        }
    }

    /// The types that this one is written around: that of the elements, or the arguments of a template.
    pub fn inner(&self) -> impl DoubleEndedIterator<Item = &Type> {
        let (element, arguments) = match self {
            Type::Vector { element, .. } | Type::Array { element, .. } | Type::Repeat { element, .. } => {
                (Some(&**element), &[][..])
            }
            Type::Nullable(inner) => (Some(&**inner), &[][..]),
            Type::Applied(applied) => (None, &applied.arguments[..]),
            Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Boxed(_) | Type::Bare(_) => (None, &[][..]),
            Type::External(_) | Type::Parameter(_) | Type::Raw | Type::Unknown | Type::AnyCombinator => {
                (None, &[][..])
            }
        };
        element.into_iter().chain(arguments.iter().filter_map(Argument::as_type))
    }

    /// The natural numbers that this type itself is written with, not those of inner types.
    pub fn numbers(&self) -> impl Iterator<Item = &Nat> {
        let (count, arguments) = match self {
            Type::Repeat { count, .. } => (Some(count), &[][..]),
            Type::Applied(applied) => (None, &applied.arguments[..]),
            Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Vector { .. } => (None, &[][..]),
            Type::Array { .. } | Type::Nullable(_) => (None, &[][..]),
            Type::Boxed(_) | Type::Bare(_) | Type::External(_) => (None, &[][..]),
            Type::Parameter(_) | Type::Raw | Type::Unknown | Type::AnyCombinator => (None, &[][..]),
        };
        count.into_iter().chain(arguments.iter().filter_map(Argument::as_nat))
    }

    /// The template with its arguments, if it is one.
    pub fn applied(&self) -> Option<&Applied> {
        match self {
            Type::Applied(applied) => Some(applied),
            Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Vector { .. } | Type::Array { .. } => None,
            Type::Repeat { .. } | Type::Nullable(_) => None,
            Type::Boxed(_) | Type::Bare(_) | Type::External(_) => None,
            Type::Parameter(_) | Type::Raw | Type::Unknown | Type::AnyCombinator => None,
        }
    }

    /// The type of the elements, if the field of this index says how many there are.
    pub fn counted_by(&self, field: usize) -> Option<&Type> {
        match self {
            Type::Repeat { count: Nat::Field(count), element } if *count == field => Some(element),
            Type::Repeat { .. } | Type::Vector { .. } | Type::Array { .. } => None,
            Type::Nullable(_) | Type::Applied(_) => None,
            Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Boxed(_) | Type::Bare(_) => None,
            Type::External(_) | Type::Parameter(_) | Type::Raw | Type::Unknown | Type::AnyCombinator => None,
        }
    }

    /// This type and those that it is written around, each before what is inside of it.
    pub fn parts(&self) -> impl Iterator<Item = &Type> {
        let mut open = vec![self];
        std::iter::from_fn(move || {
            let next = open.pop()?;
            open.extend(next.inner().rev());
            Some(next)
        })
    }

    /// Whether this is such a type, or one that it is written around is.
    pub fn any(&self, is_one: impl Fn(&Type) -> bool) -> bool {
        self.parts().any(is_one)
    }
}

/// A name taken from another invocation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExternalType {
    /// Its name, where it is used.
    pub name: Name,
    /// It is written with its id.
    pub boxed: bool,
}

/// Resolves the type expressions of one combinator.
pub(crate) struct TypeResolver<'r, 's> {
    pub(crate) scope: &'r Scope<'s>,
    /// The combinator's parameters.
    pub(crate) parameters: &'r [Parameter],
    /// Names of parameters that were refused, and of some that were never declared: reported, and not again.
    pub(crate) refused: &'r [Name],
    /// An `extern` module takes the names that the schema does not define.
    pub(crate) external: bool,
    /// The fields that can be counts and arguments.
    pub(crate) numbers: Numbers<'r>,
    /// The type of a field without a name. `id int` are two such fields, but was meant to be one.
    pub(crate) unnamed: Option<Span>,
    pub(crate) diagnostics: &'r mut Diagnostics,
    /// Set when a name was left to the `extern` module.
    pub(crate) external_used: &'r mut bool,
}

impl TypeResolver<'_, '_> {
    /// What `expr` means; `None` after a report.
    pub(crate) fn resolve(&mut self, expr: &Expr) -> Option<Type> {
        match &expr.kind {
            ExprKind::Nat => Some(Type::Builtin(Builtin::Nat)),
            ExprKind::Name { name, args } => self.name(name, args, expr.span),
            ExprKind::Bare(inner) => self.bare(inner, expr.span),
            ExprKind::Repeat { count, fields } => self.array(count.as_deref(), fields, expr.span),
            ExprKind::Number(_) | ExprKind::Sum(..) => self.refuse(expr.span, Mistake::NumberAsType),
        }
    }

    pub(super) fn refuse<T>(&mut self, span: Span, mistake: Mistake) -> Option<T> {
        self.diagnostics.report(span, mistake);
        None
    }

    fn name(&mut self, name: &Name, args: &[Expr], span: Span) -> Option<Type> {
        let text = name.text.as_str();
        if let "Vector" | "vector" = text {
            return self.vector(text == "Vector", args, span);
        }
        let ty = self.plain(name)?;
        let template = match ty {
            Type::Boxed(ty) => Some((Template::Boxed(ty), ty)),
            // `(pair int string)` is the bare form of `(Pair int string)`.
            Type::Bare(bare) => self.scope.type_of(bare).map(|ty| (Template::Bare(bare), ty)),
            Type::External(_) | Type::Unknown => {
                let mistake = Mistake::ExternalTemplate { name: text.to_owned() };
                return if args.is_empty() { Some(ty) } else { self.refuse(span, mistake) };
            }
            Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Vector { .. } | Type::Array { .. } => None,
            Type::Repeat { .. } | Type::Nullable(_) | Type::Applied(_) => None,
            Type::Parameter(_) | Type::Raw | Type::AnyCombinator => None,
        };
        let scope = self.scope;
        let kinds = template.map_or(&[][..], |(_, ty)| &scope.parameter_kinds[ty][..]);
        if kinds.len() != args.len() {
            let span = args.first().zip(args.last()).map_or(span, |(first, last)| first.span.to(last.span));
            let takes = kinds.iter().map(|kind| kind.unwrap_or(ParameterKind::Type)).collect();
            let mistake = Mistake::WrongParameters { name: text.to_owned(), takes, given: args.len() };
            return self.refuse(span, mistake);
        }
        match template.filter(|_| !args.is_empty()) {
            None => Some(ty),
            Some((template, _)) => self.applied(template, kinds, args),
        }
    }

    /// `(pair int string)`, `(matrix 3 n)`
    fn applied(
        &mut self,
        template: Template,
        kinds: &[Option<ParameterKind>],
        args: &[Expr],
    ) -> Option<Type> {
        let argument = |(arg, kind): (&Expr, &Option<ParameterKind>)| match kind {
            Some(ParameterKind::Nat) => self.nat(arg).map(Argument::Nat),
            Some(ParameterKind::Type) => self.inside(arg).map(Argument::Type),
            // What has parameters of another kind was refused.
            None => None,
        };
        let arguments = args.iter().zip(kinds).map(argument).collect::<Option<Vec<Argument>>>()?;
        Some(Type::Applied(Box::new(Applied { template, arguments })))
    }

    /// A type that something may follow: the element of a vector, or an argument.
    fn inside(&mut self, expr: &Expr) -> Option<Type> {
        match self.resolve(expr)? {
            Type::Raw => self.refuse(expr.span, Mistake::ObjectNotLast { name: "Object".into() }),
            ty => Some(ty),
        }
    }

    /// A name by itself: what the schema defines goes before what is built in.
    fn plain(&mut self, name: &Name) -> Option<Type> {
        let text = name.text.as_str();
        if let Some(index) = self.parameters.iter().position(|parameter| parameter.name.text == text) {
            return match self.parameters[index].kind {
                ParameterKind::Type => Some(Type::Parameter(index)),
                ParameterKind::Nat => self.refuse(name.span, Mistake::NumberAsType),
            };
        }
        if self.is_refused(text) {
            return None;
        }
        if let Some(index) = self.scope.boxed(text) {
            return Some(Type::Boxed(index));
        }
        if let Some(index) = self.scope.constructor(text) {
            // Its name says which constructor it is, however many its type has.
            return Some(Type::Bare(index));
        }
        self.scope.builtins.named(text).or_else(|| self.undefined(name))
    }

    pub(super) fn is_refused(&self, name: &str) -> bool {
        self.refused.iter().any(|refused| refused.text == name) || self.scope.is_left_out(name)
    }

    fn undefined(&mut self, name: &Name) -> Option<Type> {
        if self.external {
            *self.external_used = true;
            return Some(Type::External(ExternalType { name: name.clone(), boxed: is_boxed(&name.text) }));
        }
        let is_it = |field: &Field| field.name.as_ref().is_some_and(|of| of.text == name.text);
        if self.numbers.fields[..self.numbers.before].iter().any(|field| is_it(field) && is_number(field)) {
            return self.refuse(name.span, Mistake::NumberAsType);
        }
        let several = |&ty: &usize| self.scope.constructor_counts[ty] > 1;
        if let Some(ty) = self.scope.boxed(&capitalised(&name.text)).filter(several) {
            return self.refuse(name.span, self.not_bare(ty, &name.text));
        }
        let near = nearest(&name.text, self.scope.names());
        let may_be_field = self.unnamed == Some(name.span) && !is_boxed(&name.text);
        self.refuse(name.span, Mistake::UnknownType { name: name.text.clone(), near, may_be_field })
    }

    fn not_bare(&self, ty: usize, name: &str) -> Mistake {
        Mistake::NotBare {
            name: name.to_owned(),
            ty: self.scope.types[ty].text.clone(),
            constructors: self.scope.constructor_counts[ty],
        }
    }

    /// `%T`.
    fn bare(&mut self, inner: &Expr, span: Span) -> Option<Type> {
        match self.resolve(inner)? {
            Type::Boxed(ty) => match self.scope.constructor_counts[ty] {
                1 => Some(Type::Bare(self.scope.only_constructor(ty)?)),
                _ => self.refuse(span, self.not_bare(ty, &format!("%{}", self.scope.types[ty].text))),
            },
            Type::Vector { element, .. } => Some(Type::Vector { boxed: false, element }),
            Type::BoxedBuiltin { builtin, .. } => Some(Type::Builtin(builtin)),
            Type::External(external) => self.refuse(span, Mistake::BareExternal { name: external.name.text }),
            Type::Builtin(Builtin::Bool) => self
                .refuse(span, Mistake::NotBare { name: "%Bool".into(), ty: "Bool".into(), constructors: 2 }),
            Type::Raw | Type::Parameter(_) => self.refuse(span, Mistake::BareUnknown),
            bare @ (Type::Builtin(_) | Type::Array { .. } | Type::Repeat { .. }) => Some(bare),
            Type::Applied(applied) => match applied.template {
                Template::Bare(_) => Some(Type::Applied(applied)),
                Template::Boxed(ty) => match self.scope.only_constructor(ty) {
                    Some(only) => {
                        Some(Type::Applied(Box::new(Applied { template: Template::Bare(only), ..*applied })))
                    }
                    None => self.refuse(span, self.not_bare(ty, &format!("%{}", self.scope.types[ty].text))),
                },
            },
            bare @ Type::Bare(_) => Some(bare),
            bare @ (Type::Nullable(_) | Type::AnyCombinator | Type::Unknown) => Some(bare),
        }
    }

    /// `Vector<t>`, `(vector t)`.
    fn vector(&mut self, boxed: bool, args: &[Expr], span: Span) -> Option<Type> {
        let [element] = args else {
            let name = if boxed { "Vector" } else { "vector" };
            return self.refuse(span, Mistake::VectorParameters { name, given: args.len() });
        };
        self.inside(element).map(|element| Type::Vector { boxed, element: Box::new(element) })
    }

    /// `4*[ t ]`, `n*[ t ]`: one field without a name, repeated.
    fn array(&mut self, count: Option<&Expr>, fields: &[Field], span: Span) -> Option<Type> {
        let count = match count {
            Some(count) => self.nat(count)?,
            None => self.implied_count(span)?,
        };
        // Several fields have become one.
        let Field { ty, bang, .. } = fields.first()?;
        let element = self.inside(ty)?;
        match bang.filter(|_| !matches!(element, Type::Parameter(_))) {
            Some(bang) => self.refuse(bang.to(ty.span), Mistake::BangWithoutParameter { ty: ty.to_string() }),
            None => Some(Type::repeated(count, element)),
        }
    }
}

/// How many values a repetition stands for; 1 for all other types.
fn elements(ty: &Type) -> u32 {
    let lengths = ty.parts().map_while(|part| match part {
        Type::Array { len, .. } => Some(*len),
        Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Vector { .. } => None,
        Type::Repeat { .. } | Type::Nullable(_) | Type::Applied(_) => None,
        Type::Boxed(_) | Type::Bare(_) | Type::External(_) | Type::Parameter(_) => None,
        Type::Raw | Type::Unknown | Type::AnyCombinator => None,
    });
    lengths.fold(1, u32::saturating_mul)
}

/// The most elements of an array.
const MAX_ARRAY: u32 = 1024;

/// Whether a name is that of a boxed type: the part behind the namespaces starts with a capital letter.
pub fn is_boxed(name: &str) -> bool {
    name.rsplit('.').next().is_some_and(|last| last.starts_with(|first: char| first.is_ascii_uppercase()))
}

/// The boxed type that a lower-case name would belong to by custom: `messages.chat` to `messages.Chat`.
pub(super) fn capitalised(name: &str) -> String {
    let start = name.rfind('.').map_or(0, |dot| dot + 1);
    let (namespaces, last) = name.split_at(start);
    let mut letters = last.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    namespaces.chars().chain(first).chain(letters).collect()
}
