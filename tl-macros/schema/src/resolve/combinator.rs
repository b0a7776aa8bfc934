//! One combinator with its names resolved.

use crate::diag::Diagnostics;
use crate::options::Rule;
use crate::resolve::expression::TypeResolver;
use crate::resolve::id;
use crate::resolve::mistake::Mistake;
use crate::resolve::nat::Numbers;
use crate::resolve::parameters::Parameters;
use crate::resolve::scope::Scope;
use crate::resolve::ty::Type;
use crate::resolve::{Combinator, CombinatorId, Condition, Field, Mask, Output};
use crate::schema::{self, Broken, Expr, ExprKind, Name, Section};

/// Resolves the combinators of a schema one by one.
pub(crate) struct Resolver<'r, 's> {
    pub(crate) scope: &'r Scope<'s>,
    pub(crate) external: bool,
    pub(crate) diagnostics: &'r mut Diagnostics,
    /// Set when a name was left to the `extern` module.
    pub(crate) external_used: bool,
}

impl Resolver<'_, '_> {
    /// Resolves a combinator; one with a mistake comes out `broken`.
    pub(crate) fn combinator(&mut self, source: &schema::Combinator) -> Combinator {
        let parameters = self.parameters(source);
        let fields = self.fields(source, &parameters);
        let output = self.output(source, &parameters);
        let is_unknown = fields.iter().any(|field| field.ty == Type::Unknown);
        let broken = is_unknown || parameters.is_refused || output.is_none();
        Combinator {
            section: source.section,
            name: source.name.clone(),
            id: combinator_id(source.as_written()),
            line: source.as_written().to_string(),
            docs: texts(&source.docs),
            attributes: source.attributes.clone(),
            parameters: parameters.usable,
            fields,
            output: output.unwrap_or_else(|| self.broken_output(source.section, Some(&source.result))),
            broken,
            duplicate: false,
        }
    }

    /// Takes the place of a declaration that could not be read, so that the rest of the program knows its name.
    pub(crate) fn broken(&self, source: &Broken) -> Combinator {
        let line = source.name.text.clone();
        Combinator {
            section: source.section,
            name: source.name.clone(),
            id: CombinatorId {
                value: 0,
                written: None,
                formal: (line.clone(), 0),
                telegram: (line.clone(), 0),
            },
            line,
            docs: Vec::new(),
            attributes: Vec::new(),
            parameters: Vec::new(),
            fields: Vec::new(),
            output: self.broken_output(source.section, source.result.as_ref()),
            broken: true,
            duplicate: false,
        }
    }

    fn broken_output(&self, section: Section, result: Option<&Expr>) -> Output {
        let ty = result.and_then(Expr::name).and_then(|ty| self.scope.boxed(&ty.text));
        match (section, ty) {
            (Section::Types, Some(ty)) => Output::Constructs(ty),
            (Section::Types, None) => Output::ConstructsObject,
            // The arguments of a template are lost.
            (Section::Functions, Some(ty)) if self.scope.parameter_kinds[ty].is_empty() => {
                Output::Returns(Type::Boxed(ty))
            }
            (Section::Functions, Some(_) | None) => Output::Returns(Type::Raw),
        }
    }

    /// The fields; one with a mistake has an unknown type.
    fn fields(&mut self, source: &schema::Combinator, parameters: &Parameters) -> Vec<Field> {
        let mut unnamed = 0..;
        let resolved = source.fields.iter().enumerate().map(|(index, field)| {
            let condition = self.condition(source, index, parameters);
            let ty = self.field_type(source, index, parameters).filter(|_| condition.is_some());
            Field {
                name: field.name.clone().unwrap_or_else(|| {
                    let text = unnamed.next().map_or_else(String::new, |number: usize| format!("_{number}"));
                    Name { text, span: field.span }
                }),
                docs: texts(&field.docs),
                line: source.as_written().fields[index].to_string(),
                ty: ty.unwrap_or(Type::Unknown),
                condition: condition.flatten(),
                ty_span: field.ty.span,
            }
        });
        resolved.collect()
    }

    fn field_type(
        &mut self,
        source: &schema::Combinator,
        index: usize,
        parameters: &Parameters,
    ) -> Option<Type> {
        let field = &source.fields[index];
        let unnamed = field.name.is_none().then_some(field.ty.span);
        if field.bang.is_some() && parameters.is_any_function(&field.ty) {
            return Some(Type::Raw);
        }
        let numbers = Numbers { fields: &source.fields, before: index };
        let ty = TypeResolver { unnamed, numbers, ..self.types(source, parameters) }.resolve(&field.ty)?;
        match (field.bang, &ty) {
            (Some(_), Type::Parameter(_)) | (None, _) => Some(ty),
            (Some(bang), _) => {
                let mistake = Mistake::BangWithoutParameter { ty: field.ty.to_string() };
                self.diagnostics.report(bang.to(field.ty.span), mistake);
                None
            }
        }
    }

    /// The condition of a field: `Some(None)` where it has none, `None` after a report.
    fn condition(
        &mut self,
        source: &schema::Combinator,
        index: usize,
        parameters: &Parameters,
    ) -> Option<Option<Condition>> {
        let Some(condition) = &source.fields[index].condition else { return Some(None) };
        let mask = &condition.mask;
        let named = |field: &schema::Field| field.name.as_ref().is_some_and(|name| name.text == mask.text);
        let (place, parameter) = (source.fields.iter().position(named), parameters.number(&mask.text));
        if let (None, Some(parameter), Some(bit)) = (place, parameter, condition.bit) {
            let span = mask.span.to(bit.span);
            return Some(Some(Condition { mask: Mask::Parameter(parameter), bit: bit.value, span }));
        }
        let mistake = match (place, condition.bit) {
            (Some(mask), Some(bit)) if mask < index => {
                let span = condition.mask.span.to(bit.span);
                return Some(Some(Condition { mask: Mask::Field(mask), bit: bit.value, span }));
            }
            (Some(itself), _) if itself == index => Mistake::MaskOfItself { name: mask.text.clone() },
            (Some(later), _) if later > index => Mistake::MaskDeclaredLater { name: mask.text.clone() },
            (Some(_), _) => Mistake::ConditionWithoutBit { name: mask.text.clone() },
            (None, _) if parameter.is_some() => Mistake::ConditionWithoutBit { name: mask.text.clone() },
            // `{n:#} x:n.0?int`
            (None, _) if parameters.refused.iter().any(|refused| refused.text == mask.text) => return None,
            (None, _) => Mistake::UnknownMask {
                name: mask.text.clone(),
                masks: source.fields[..index].iter().filter_map(mask_name).collect(),
            },
        };
        self.diagnostics.report(mask.span, mistake);
        None
    }

    fn output(&mut self, source: &schema::Combinator, parameters: &Parameters) -> Option<Output> {
        match source.section {
            Section::Types => self.constructs(source, parameters),
            Section::Functions => self.types(source, parameters).resolve(&source.result).map(Output::Returns),
        }
    }

    /// The boxed type on the right side of a constructor.
    fn constructs(&mut self, source: &schema::Combinator, parameters: &Parameters) -> Option<Output> {
        let mistake = match &source.result.kind {
            ExprKind::Name { name, .. } if source.has_parameter_as_result() => {
                Mistake::ParameterAsResult { name: name.text.clone() }
            }
            // The parameters of the constructor were refused.
            ExprKind::Name { .. } if parameters.is_refused => return None,
            ExprKind::Name { name, args } if !args.is_empty() && source.generics.is_empty() => {
                Mistake::ResultParameters { name: name.text.clone() }
            }
            ExprKind::Name { name, .. } if !name.is_boxed() => {
                Mistake::ResultNotBoxed { name: name.text.clone() }
            }
            ExprKind::Name { name, .. } if name.text == "Object" => return Some(Output::ConstructsObject),
            ExprKind::Name { name, .. } => {
                let ty = self.scope.boxed(&name.text)?;
                let own = parameters.usable.iter().map(|parameter| Some(parameter.kind));
                if own.eq(self.scope.parameter_kinds[ty].iter().copied()) {
                    return Some(Output::Constructs(ty));
                }
                Mistake::OtherParameters { ty: name.text.clone() }
            }
            _ => Mistake::ResultNotBoxed { name: source.result.to_string() },
        };
        self.diagnostics.report(source.result.span, mistake);
        None
    }

    fn types<'t>(
        &'t mut self,
        source: &'t schema::Combinator,
        parameters: &'t Parameters,
    ) -> TypeResolver<'t, 't> {
        TypeResolver {
            scope: self.scope,
            parameters: &parameters.usable,
            refused: &parameters.refused,
            external: self.external,
            numbers: Numbers { fields: &source.fields, before: source.fields.len() },
            unnamed: None,
            diagnostics: self.diagnostics,
            external_used: &mut self.external_used,
        }
    }
}

fn combinator_id(source: &schema::Combinator) -> CombinatorId {
    let by = |rule| {
        let line = id::canonical_line(source, rule);
        let id = id::crc32(&line);
        (line, id)
    };
    let (formal, telegram) = (by(Rule::Formal), by(Rule::Telegram));
    let value = source.id.map_or(telegram.1, |id| id.value);
    CombinatorId { value, written: source.id.map(|id| id.span), formal, telegram }
}

/// The name of a field that can serve as a mask.
fn mask_name(field: &schema::Field) -> Option<String> {
    match field.ty.kind {
        ExprKind::Nat => field.name.as_ref().map(|name| name.text.clone()),
        _ => None,
    }
}

fn texts(names: &[Name]) -> Vec<String> {
    names.iter().map(|name| name.text.clone()).collect()
}
