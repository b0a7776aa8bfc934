//! The parameters of a combinator: `{X:Type}`.

use std::mem;

use crate::resolve::combinator::Resolver;
use crate::resolve::mistake::Mistake;
use crate::resolve::{Parameter, ParameterKind};
use crate::schema::{self, ExprKind, Name, Section};

/// The parameters of a combinator.
#[derive(Default)]
pub(crate) struct Parameters {
    pub(crate) usable: Vec<Parameter>,
    /// Reported, and not again wherever they are mentioned.
    pub(crate) refused: Vec<Name>,
    /// One was refused that was declared.
    pub(crate) is_refused: bool,
}

impl Resolver<'_, '_> {
    /// `{X:Type}` of functions. Others are not supported yet.
    pub(crate) fn parameters(&mut self, source: &schema::Combinator) -> Parameters {
        let mut parameters = Parameters::default();
        let mut is_template = false;
        for generic in &source.generics {
            let span = generic.name.span.to(generic.kind.span);
            let mistake = match &generic.kind.kind {
                ExprKind::Nat => Some(Mistake::NatParameter { name: generic.name.text.clone() }),
                ExprKind::Name { name, args } if name.text == "Type" && args.is_empty() => {
                    if source.section == Section::Functions {
                        parameters
                            .usable
                            .push(Parameter { name: generic.name.clone(), kind: ParameterKind::Type });
                        continue;
                    }
                    // Of several parameters one message is enough.
                    let mistake = Mistake::Template { name: source.name.text.clone() };
                    let is_first = !mem::replace(&mut is_template, true);
                    (is_first && !source.has_parameter_as_result()).then_some(mistake)
                }
                _ => Some(Mistake::ParameterKind),
            };
            if let Some(mistake) = mistake {
                self.diagnostics.report(span, mistake);
            }
            parameters.refused.push(generic.name.clone());
        }
        parameters.is_refused = !parameters.refused.is_empty();
        self.undeclared(source, &mut parameters);
        parameters
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
