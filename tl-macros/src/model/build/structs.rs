//! The structs of combinators, with their fields.

use proc_macro2::TokenStream;

use crate::attributes::Attributes;
use crate::model::build::Builder;
use crate::model::build::parameters::parameters;
use crate::model::build::results::result;
use crate::model::derives::{derives, is_debug, is_default};
use crate::model::hint::hint;
use crate::model::role::roles;
use crate::model::run::{Bytes, steps, whole};
use crate::model::{Answer, Appears, Condition, Field, Form, Initial, Module, Role, RustType, Struct};
use crate::resolve::name::{self, RustPath};
use crate::resolve::object::BoolConstructor;
use crate::resolve::ty::Type;
use crate::resolve::{Combinator, Output};
use crate::schema::Section;

/// What has so many bytes is a good piece by itself: to gather it before it is written would be one more copy.
const LARGE_PIECE: usize = 32;

impl Builder<'_> {
    /// Those of all combinators, then those of the constructors of `Bool`, which are variants of `Object` only.
    pub(super) fn structs(&self) -> Vec<Struct> {
        let combinators = (0..self.resolved.combinators.len()).map(|index| self.structure(index));
        combinators.chain([true, false].map(bool_constructor)).collect()
    }

    fn structure(&self, index: usize) -> Struct {
        let combinator = &self.resolved.combinators[index];
        let roles = roles(combinator, self.options.flags).into_iter().enumerate();
        let fields: Vec<Field> = roles.map(|(field, role)| self.field(index, field, role)).collect();
        let bytes: Vec<Bytes> =
            (0..fields.len()).map(|field| self.bytes(index, field, &fields[field].role)).collect();
        let module = match combinator.section {
            Section::Types => Module::Types,
            Section::Functions => Module::Functions,
        };
        let own = self.resolved.attributes(index);
        Struct {
            omitted: combinator.duplicate || self.templates.content_of(index).is_some(),
            module,
            path: self.resolved.path(index).clone(),
            span: self.map.ident_span(combinator.name.span),
            name: combinator.name.text.clone(),
            id: combinator.id.value,
            line: combinator.line.clone(),
            docs: combinator.docs.clone(),
            cfgs: own.cfgs.clone(),
            attributes: own.on_struct.clone(),
            derives: self.derives(index, own, &fields),
            parameters: parameters(combinator, self.resolved.path(index), self.templates.used(index)),
            borrows: self.views.in_combinator(index),
            is_tuple: is_tuple(combinator),
            fields,
            reads: steps(&bytes, usize::MAX),
            writes: steps(&bytes, LARGE_PIECE),
            chunk: whole(&bytes)
                .filter(|run| run.len > 0 && !combinator.is_template() && self.used_bare.contains(&index)),
            recursive: self.recursive[index],
            least: self.sizes.wire.least[index],
            hint: hint(combinator, self.recursive[index], |ty| self.analysis.least(ty, &self.sizes.wire)),
            decodes: module == Module::Types || self.decodes_functions,
            has_default: false,
            answer: match &combinator.output {
                Output::Returns(ty) => Some(self.answer(ty)),
                Output::Constructs(_) | Output::ConstructsObject => None,
            },
            result: result(self.resolved, &combinator.output),
        }
    }

    /// Those that are written out are not derived.
    fn derives(&self, combinator: usize, own: &Attributes, fields: &[Field]) -> Vec<TokenStream> {
        let of = &self.resolved.combinators[combinator];
        let has_default = !self.options.default
            && (of.parameters.is_empty() || of.is_template())
            && fields.iter().all(|field| field.initial.is_some() || field.role.is_computed());
        let shows_bytes = fields.iter().any(|field| !field.role.is_computed() && field.ty.shows_bytes());
        let all = derives(self.options.derives.iter(), has_default, self.inexact.in_combinator(combinator));
        let mut all = derives_with(all, &own.derives);
        all.retain(|path| !(self.options.default && is_default(path) || shows_bytes && is_debug(path)));
        all
    }

    /// The answer knows its form where that is not its type's own, or else the call does.
    fn answer(&self, ty: &Type) -> Answer {
        let (form, rust) = (self.types.form(ty, |_| Form::Boxed), self.types.of(ty, RustType::Answer));
        match (form.has_numbers(), &rust) {
            (true, _) => Answer { ty: RustType::OfCall(Box::new(rust)), form: Some(form) },
            (false, RustType::Answer(index)) => {
                let form = Some(Form::Answer(*index));
                Answer { ty: rust, form }
            }
            (false, _) => Answer { ty: rust.in_form(form), form: None },
        }
    }

    fn field(&self, combinator: usize, index: usize, role: Role) -> Field {
        let field = &self.resolved.combinators[combinator].fields[index];
        let condition = field.condition.as_ref();
        let boxed = self.sizes.boxed_fields[combinator][index];
        let parameter = match self.resolved.combinators[combinator].is_template() {
            true => Form::Parameter,
            // A function that is a parameter is written by itself.
            false => |_| Form::Boxed,
        };
        let (ty, form) =
            (self.types.of(&field.ty, RustType::Parameter), self.types.form(&field.ty, parameter));
        let (ty, form) = if boxed { (ty.boxed(), form.on_the_heap()) } else { (ty, form) };
        Field {
            name: field.name.text.clone(),
            ident: match is_tuple(&self.resolved.combinators[combinator]) {
                true => "0".into(),
                false => name::field(&field.name.text),
            },
            span: self.map.ident_span(field.name.span),
            docs: field.docs.clone(),
            line: field.line.clone(),
            initial: initial(&role, condition.is_some()).or_else(|| self.absent_in_json(&role, &ty)),
            ty: match (&role, condition) {
                (Role::Bit, _) => RustType::Bool,
                (_, Some(_)) => ty.optional(),
                (_, None) => ty,
            },
            form,
            condition: condition.map(|condition| Condition { mask: condition.mask, bit: condition.bit }),
            role,
        }
    }

    /// What a field is that TDLib's JSON leaves out: zero or empty. An object has no such value.
    fn absent_in_json(&self, role: &Role, ty: &RustType) -> Option<Initial> {
        let is_left_out = self.options.tdlib_json && matches!(role, Role::Value) && ty.has_empty();
        is_left_out.then_some(Initial::Empty)
    }

    fn bytes(&self, combinator: usize, index: usize, role: &Role) -> Bytes {
        let field = &self.resolved.combinators[combinator].fields[index];
        match role {
            Role::Bit => Bytes::None,
            Role::Bounded { .. } => Bytes::Varying,
            Role::Value | Role::Mask(_) | Role::Length { .. } | Role::Count { .. } => {
                match self.sizes.wire.fixed_type(&field.ty).filter(|_| field.condition.is_none()) {
                    Some(len) => Bytes::Fixed(len),
                    None => Bytes::Varying,
                }
            }
        }
    }
}

/// Whether the struct is a tuple: its only field has no name.
fn is_tuple(combinator: &Combinator) -> bool {
    matches!(&combinator.fields[..], [only] if only.is_unnamed())
}

/// What a variant needs to know of it.
fn bool_constructor(value: bool) -> Struct {
    let BoolConstructor { name, line, id } = BoolConstructor::of(value);
    Struct {
        omitted: true,
        module: Module::Types,
        path: RustPath::new(name, None),
        span: proc_macro2::Span::call_site(),
        name: name.into(),
        id,
        line: line.into(),
        docs: Vec::new(),
        cfgs: Vec::new(),
        attributes: Vec::new(),
        derives: Vec::new(),
        parameters: Vec::new(),
        borrows: false,
        is_tuple: false,
        fields: Vec::new(),
        reads: Vec::new(),
        writes: Vec::new(),
        chunk: None,
        recursive: false,
        least: 0,
        hint: None,
        decodes: true,
        has_default: false,
        answer: None,
        result: None,
    }
}

/// What the definition asks for itself comes on top.
fn derives_with(mut derives: Vec<TokenStream>, own: &[TokenStream]) -> Vec<TokenStream> {
    for path in own {
        if !derives.iter().any(|given| given.to_string() == path.to_string()) {
            derives.push(path.clone());
        }
    }
    derives
}

/// What `new` sets a field to.
fn initial(role: &Role, optional: bool) -> Option<Initial> {
    match role {
        Role::Bit => Some(Initial::False),
        Role::Mask(mask) if mask.appears == Appears::AsZero && !optional => Some(Initial::Zero),
        Role::Value | Role::Mask(_) | Role::Length { .. } | Role::Count { .. } | Role::Bounded { .. } => {
            optional.then_some(Initial::None)
        }
    }
}
