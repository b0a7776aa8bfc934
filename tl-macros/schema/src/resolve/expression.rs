//! From the type expressions of a field to its type.

use crate::diag::Diagnostics;
use crate::nearest::nearest;
use crate::resolve::builtin::Builtin;
use crate::resolve::mistake::Mistake;
use crate::resolve::nat::{Numbers, is_number};
use crate::resolve::scope::Scope;
use crate::resolve::ty::{Applied, Argument, ExternalType, Template, Type};
use crate::resolve::{Parameter, ParameterKind};
use crate::schema::{Expr, ExprKind, Field, Name};
use crate::span::Span;

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
            ExprKind::Number(number) => {
                self.refuse(expr.span, Mistake::NumberAsType { number: number.to_string() })
            }
            ExprKind::Sum(..) => {
                self.refuse(expr.span, Mistake::NumberAsType { number: format!("({expr})") })
            }
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

    /// A type that may be followed by something: the element of a vector, or an argument.
    fn inside(&mut self, expr: &Expr) -> Option<Type> {
        match self.resolve(expr)? {
            Type::Raw => self.refuse(expr.span, Mistake::ObjectNotLast { name: "Object".into() }),
            ty => Some(ty),
        }
    }

    /// A name by itself: definitions of the schema take precedence over what is built in.
    fn plain(&mut self, name: &Name) -> Option<Type> {
        let text = name.text.as_str();
        if let Some(index) = self.parameters.iter().position(|parameter| parameter.name.text == text) {
            return match self.parameters[index].kind {
                ParameterKind::Type => Some(Type::Parameter(index)),
                ParameterKind::Nat => {
                    self.refuse(name.span, Mistake::NumberAsType { number: text.to_owned() })
                }
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
            return Some(Type::External(ExternalType { name: name.clone(), boxed: name.is_boxed() }));
        }
        let is_it = |field: &Field| field.name.as_ref().is_some_and(|of| of.text == name.text);
        if self.numbers.fields[..self.numbers.before].iter().any(|field| is_it(field) && is_number(field)) {
            return self.refuse(name.span, Mistake::NumberAsType { number: name.text.clone() });
        }
        let several = |&ty: &usize| self.scope.constructor_counts[ty] > 1;
        if let Some(ty) = self.scope.boxed(&name.capitalised()).filter(several) {
            return self.refuse(name.span, self.not_bare(ty, &name.text));
        }
        let near = nearest(&name.text, self.scope.names());
        let may_be_field = self.unnamed == Some(name.span) && !name.is_boxed();
        self.refuse(name.span, Mistake::UnknownType { name: name.clone(), near, may_be_field })
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
