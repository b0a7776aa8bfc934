//! The parameters of a combinator: `{X:Type}`.

use std::mem;

use crate::resolve::combinator::Resolver;
use crate::resolve::mistake::Mistake;
use crate::resolve::scope;
use crate::resolve::{Parameter, ParameterKind};
use crate::schema::{self, ExprKind, Name, Section};

/// The parameters of a combinator.
#[derive(Default)]
pub(crate) struct Parameters {
    pub(crate) usable: Vec<Parameter>,
    /// Reported once, and not again where they are used.
    pub(crate) refused: Vec<Name>,
    /// Whether a declared parameter was refused.
    pub(crate) is_refused: bool,
    /// Those of a constructor that stand for any function: `engine.query {X:Type} query:!X = engine.Query`.
    pub(crate) any_function: Vec<Name>,
}

impl Parameters {
    /// Whether this type stands for any function.
    pub(crate) fn is_any_function(&self, ty: &schema::Expr) -> bool {
        ty.name().is_some_and(|name| self.any_function.iter().any(|of| of.text == name.text))
    }

    /// The index of the `{n:#}` of this name.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        let is_it = |of: &Parameter| of.kind == ParameterKind::Nat && of.name.text == name;
        self.usable.iter().position(is_it)
    }
}

impl Resolver<'_, '_> {
    /// `{X:Type}`, and of constructors `{n:#}`.
    pub(crate) fn parameters(&mut self, source: &schema::Combinator) -> Parameters {
        let mut parameters = Parameters::default();
        for generic in &source.generics {
            let span = generic.name.span.to(generic.kind.span);
            let mistake = match (scope::kind(&generic.kind), source.section) {
                (Some(ParameterKind::Nat), Section::Functions) => {
                    Mistake::NatParameter { name: generic.name.text.clone() }
                }
                (Some(kind), Section::Functions | Section::Types) => {
                    parameters.usable.push(Parameter { name: generic.name.clone(), kind });
                    continue;
                }
                (None, Section::Functions | Section::Types) => Mistake::ParameterKind,
            };
            self.diagnostics.report(span, mistake);
            parameters.refused.push(generic.name.clone());
        }
        parameters.is_refused = !parameters.refused.is_empty();
        // A result that is a parameter is reported as such.
        let is_constructor = source.section == Section::Types && !source.has_parameter_as_result();
        if is_constructor && !parameters.is_refused {
            self.in_order_of_result(source, &mut parameters);
        }
        self.undeclared(source, &mut parameters);
        parameters
    }

    /// Puts the parameters of a constructor into the order of its type: `= Matrix rows columns`. Each must appear
    /// once, so that a use of the type determines all of them.
    fn in_order_of_result(&mut self, source: &schema::Combinator, parameters: &mut Parameters) {
        let ExprKind::Name { name: ty, args } = &source.result.kind else { return };
        let mut left = mem::take(&mut parameters.usable);
        for arg in args {
            let is_it = |parameter: &Parameter| matches!(&arg.kind, ExprKind::Name { name, args } if args.is_empty() && name.text == parameter.name.text);
            match left.iter().position(is_it) {
                Some(index) => parameters.usable.push(left.remove(index)),
                None if left.is_empty() && parameters.usable.is_empty() => {}
                None => {
                    let argument = arg.to_string();
                    let mistake = match parameters.usable.iter().any(is_it) {
                        true => Mistake::ResultArgumentTwice { argument },
                        false => Mistake::ResultArgument { argument },
                    };
                    self.diagnostics.report(arg.span, mistake);
                    parameters.is_refused = true;
                }
            }
        }
        for parameter in left {
            if is_any_function(source, &parameter) {
                parameters.any_function.push(parameter.name);
                continue;
            }
            if !parameters.is_refused {
                let (name, ty) = (parameter.name.text.clone(), ty.text.clone());
                self.diagnostics.report(parameter.name.span, Mistake::ParameterNotInResult { name, ty });
            }
            parameters.is_refused = true;
            parameters.refused.push(parameter.name);
        }
    }

    /// `query:!X` where there is no `{X:Type}`: of a function it declares this `X`, as old layers of Telegram's API have
    /// it.
    fn undeclared(&mut self, source: &schema::Combinator, parameters: &mut Parameters) {
        for field in &source.fields {
            let (Some(bang), ExprKind::Name { name, args }) = (field.bang, &field.ty.kind) else { continue };
            let is_known = parameters
                .usable
                .iter()
                .map(|usable| &usable.name)
                .chain(&parameters.refused)
                .chain(&parameters.any_function)
                .any(|known| known.text == name.text)
                || self.scope.names().any(|known| known == name.text);
            if is_known || !args.is_empty() || !name.is_boxed() {
                continue;
            }
            match source.section {
                Section::Functions => {
                    parameters.usable.push(Parameter { name: name.clone(), kind: ParameterKind::Type });
                }
                Section::Types => {
                    let mistake = Mistake::UndeclaredParameter { name: name.text.clone() };
                    self.diagnostics.report(bang.to(field.ty.span), mistake);
                    parameters.refused.push(name.clone());
                }
            }
        }
    }
}

/// Whether fields hold a function that this stands for, and nothing else mentions it.
fn is_any_function(source: &schema::Combinator, parameter: &Parameter) -> bool {
    let is_it = |field: &&schema::Field| field.ty.name().is_some_and(|name| name.text == parameter.name.text);
    let mut fields = source.fields.iter().filter(is_it).peekable();
    fields.peek().is_some() && fields.all(|field| field.bang.is_some())
}
