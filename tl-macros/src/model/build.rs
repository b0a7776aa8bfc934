//! From a resolved schema to the model.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use tl_schema::analyse::{Analysis, Contains};

use crate::model::default;
use crate::model::derives::{derives, is_debug, is_default, is_usual};
use crate::model::getter;
use crate::model::hint::hint;
use crate::model::role::roles;
use crate::model::run::{Bytes, steps, whole};
use crate::model::rust_type::Types;
use crate::model::{
    Answer, Appears, BoxedType, Condition, Field, Form, Initial, Model, Module, Object, Parameter,
    ParameterKind, Role, RustType, Shape, Struct, Tables, Variant,
};
use crate::options::{Borrow, Options, StringMode};
use crate::resolve::builtin::Builtin;
use crate::resolve::name::{self, RustPath};
use crate::resolve::object::{BoolConstructor, Member};
use crate::resolve::size::{self, Sizes};
use crate::resolve::template::Templates;
use crate::resolve::ty::{Template, Type};
use crate::resolve::{self, Combinator, Named, Output};
use crate::schema::Section;
use crate::span::SourceMap;
use crate::tables::{self, Facts, Strings};

/// What has so many bytes is a good piece by itself: to gather it before it is written would be one more copy.
const LARGE_PIECE: usize = 32;

/// Decides what is left to decide.
pub(crate) fn build(resolved: &Named, options: &Options, map: &SourceMap) -> Model {
    let analysis = Analysis::new(resolved);
    let templates = &Templates::new(resolved, &analysis);
    let builder = Builder {
        resolved,
        analysis: &analysis,
        options,
        map,
        templates,
        types: Types { resolved, options, map, templates },
        sizes: size::sizes(resolved, &analysis, templates, options),
        recursive: analysis.recursive(),
        views: analysis.contains(|ty| borrows(ty, options.borrow)),
        // There is no exact equality.
        inexact: analysis.contains(|ty| matches!(ty.builtin(), Some(Builtin::Double | Builtin::Float))),
        open: analysis.contains(is_open),
        used_bare: used_bare(resolved),
        answers: answers(resolved),
        decodes_functions: resolved.decodes_functions(options),
    };
    let (mut structs, mut object) = (builder.structs(), builder.object());
    let mut types: Vec<BoxedType> =
        (0..resolved.types.len()).map(|index| builder.boxed_type(index)).collect();
    if options.default {
        default::settle(&mut structs, &mut types, object.as_mut());
    }
    if options.getters {
        types.iter_mut().for_each(|ty| ty.getters = getter::getters(ty, &structs));
    }
    Model {
        runtime: options.runtime.clone(),
        external: options.external.as_ref().map(|external| external.path.clone()),
        inline: options.inline,
        docs: options.docs,
        layer: options.layer.or(resolved.layer),
        default: options.default,
        try_from: options.try_from,
        setters: options.setters,
        structs,
        types,
        object,
        tables: options.reflect.then(|| builder.tables()),
    }
}

struct Builder<'b> {
    resolved: &'b Named,
    analysis: &'b Analysis<'b>,
    options: &'b Options,
    map: &'b SourceMap,
    templates: &'b Templates,
    types: Types<'b>,
    sizes: Sizes<'b>,
    recursive: Vec<bool>,
    views: Contains,
    inexact: Contains,
    open: Contains,
    used_bare: HashSet<usize>,
    /// The functions that answer with each boxed type.
    answers: Vec<Vec<usize>>,
    /// Functions are decoded on request, and where a field holds any function.
    decodes_functions: bool,
}

/// Whether a field of this type borrows from the input.
fn borrows(ty: &Type, borrow: Borrow) -> bool {
    match ty {
        Type::Raw => borrow != Borrow::Nothing,
        Type::Builtin(builtin) | Type::BoxedBuiltin { builtin, .. } => borrow.takes(*builtin),
        Type::Vector { .. } | Type::Array { .. } | Type::Repeat { .. } | Type::Applied(_) => false,
        Type::Boxed(_) | Type::Bare(_) => false,
        Type::External(_) | Type::Parameter(_) | Type::Unknown | Type::AnyCombinator => false,
    }
}

/// Whether the struct is a tuple: its only field has no name.
fn is_tuple(combinator: &Combinator) -> bool {
    matches!(&combinator.fields[..], [only] if only.is_unnamed())
}

/// Whether this holds any combinator.
fn is_open(ty: &Type) -> bool {
    matches!(ty, Type::AnyCombinator | Type::Parameter(_))
}

/// The constructors that stand somewhere without their id.
fn used_bare(resolved: &Named) -> HashSet<usize> {
    let bare = |ty: &Type| if let Type::Bare(constructor) = ty { Some(*constructor) } else { None };
    resolved.types_used().filter_map(bare).collect()
}

/// The boxed type that a combinator constructs or answers with, also bare or in a vector.
fn result(resolved: &Named, output: &Output) -> Option<usize> {
    let mut ty = match output {
        Output::Constructs(index) => return Some(*index),
        Output::ConstructsObject => return None,
        Output::Returns(ty) => ty,
    };
    loop {
        match ty {
            Type::Boxed(index) => return Some(*index),
            Type::Vector { element, .. } | Type::Array { element, .. } | Type::Repeat { element, .. } => {
                ty = element;
            }
            Type::Applied(applied) => match applied.template {
                Template::Boxed(index) => return Some(index),
                Template::Bare(constructor) => return constructed(resolved, constructor),
            },
            Type::Bare(constructor) => return constructed(resolved, *constructor),
            Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::External(_) => return None,
            Type::Parameter(_) | Type::Raw | Type::Unknown | Type::AnyCombinator => return None,
        }
    }
}

/// The boxed type of a constructor.
fn constructed(resolved: &Named, constructor: usize) -> Option<usize> {
    match resolved.combinators[constructor].output {
        Output::Constructs(ty) => Some(ty),
        Output::ConstructsObject | Output::Returns(_) => None,
    }
}

/// The functions that answer with each boxed type.
fn answers(resolved: &Named) -> Vec<Vec<usize>> {
    let mut answers = vec![Vec::new(); resolved.types.len()];
    for (index, combinator) in resolved.combinators.iter().enumerate() {
        if combinator.section == Section::Functions
            && !combinator.duplicate
            && let Some(ty) = result(resolved, &combinator.output)
        {
            answers[ty].push(index);
        }
    }
    answers
}

impl Builder<'_> {
    fn tables(&self) -> Tables {
        let facts = Facts {
            least: &self.sizes.wire.least,
            recursive: &self.recursive,
            strings: match self.options.string {
                StringMode::Utf8 => Strings::Utf8,
                StringMode::Lossy => Strings::Lossy,
                StringMode::Bytes => Strings::Bytes,
            },
            tdlib_json: self.options.tdlib_json,
            layer: self.options.layer.or(self.resolved.layer),
        };
        tables::tables(self.resolved, &facts)
    }

    /// Those of all combinators, then those of the constructors of `Bool`, which are variants of `Object` only.
    fn structs(&self) -> Vec<Struct> {
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
        let is_template = combinator.is_template();
        let has_default = !self.options.default
            && (combinator.parameters.is_empty() || is_template)
            && fields.iter().all(|field| field.initial.is_some() || field.role.is_computed());
        let mut all_derives =
            derives(self.options.derives.iter(), has_default, self.inexact.in_combinator(index));
        all_derives = derives_with(all_derives, &own.derives);
        if self.options.default {
            all_derives.retain(|path| !is_default(path)); // written out
        }
        if fields.iter().any(|field| !field.role.is_computed() && field.ty.shows_bytes()) {
            all_derives.retain(|path| !is_debug(path)); // written out
        }
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
            derives: all_derives,
            parameters: parameters(combinator, self.resolved.path(index), self.templates.used(index)),
            borrows: self.views.in_combinator(index),
            is_tuple: is_tuple(combinator),
            fields,
            reads: steps(&bytes, usize::MAX),
            writes: steps(&bytes, LARGE_PIECE),
            chunk: whole(&bytes).filter(|run| run.len > 0 && !is_template && self.used_bare.contains(&index)),
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

    fn boxed_type(&self, index: usize) -> BoxedType {
        let ty = &self.resolved.types[index];
        let shape = match (self.template(index), self.options.stands_for_type(&ty.constructors)) {
            (Some(shape), _) => shape,
            (None, Some(only)) => Shape::Alias(only),
            (None, None) if ty.is_empty => Shape::Empty,
            (None, None) if ty.constructors.is_empty() => Shape::Omitted,
            (None, None) => {
                let named = self.resolved.variants(index).into_iter().zip(&ty.constructors);
                let variant = |(ident, &constructor)| self.variant(ident, constructor, ty.constructors.len());
                Shape::Enum(named.map(variant).collect())
            }
        };
        BoxedType {
            path: self.resolved.type_path(index).clone(),
            name: ty.name.text.clone(),
            docs: ty.docs.clone(),
            answers: self.answers[index].clone(),
            object: None,
            default: None,
            getters: Vec::new(),
            shape,
            least: self.least(&ty.constructors),
            borrows: self.views.in_any(&ty.constructors),
            parameters: match ty.constructors.first() {
                Some(&first) => parameters(
                    &self.resolved.combinators[first],
                    self.resolved.type_path(index),
                    self.templates.used_by_type(index),
                ),
                None => Vec::new(),
            },
            derives: derives(self.options.derives.iter(), false, self.inexact.in_any(&ty.constructors)),
        }
    }

    /// A template that is no type of its own.
    fn template(&self, ty: usize) -> Option<Shape> {
        if let Some(constructors) = self.templates.option(ty) {
            return Some(Shape::Option(constructors));
        }
        let [only] = self.resolved.types[ty].constructors[..] else { return None };
        let content = self.templates.content_of(only)?;
        Some(Shape::Held(self.types.of(content, RustType::Parameter)))
    }

    /// Fewest bytes of one of these combinators with its id.
    fn least(&self, constructors: &[usize]) -> usize {
        let least = constructors.iter().map(|&constructor| self.sizes.wire.least[constructor]).min();
        least.unwrap_or(0).saturating_add(4)
    }

    /// One of so many variants.
    fn variant(&self, ident: String, constructor: usize, variants: usize) -> Variant {
        let of = &self.resolved.combinators[constructor];
        let parameters = of.parameters.iter().zip(self.templates.used(constructor)).enumerate();
        let types = parameters.filter(|(_, (of, used))| **used && of.kind == ParameterKind::Type);
        let arguments = types.map(|(index, _)| match of.is_template() {
            true => RustType::Parameter(index),
            // A function that is a parameter may be any.
            false => RustType::Object,
        });
        let arguments = arguments.collect();
        let payload = RustType::Struct { structure: constructor, arguments };
        Variant {
            ident,
            constructor,
            payload: (!of.fields.is_empty()).then_some(payload),
            boxed: self.sizes.boxes_variant(constructor, variants),
            nests: false,
        }
    }

    /// The enum of all constructors.
    fn object(&self) -> Option<BoxedType> {
        let members = self.resolved.object(self.options)?;
        let names = self.resolved.object_variants(&members);
        let has_bool = members.contains(&Member::Bool(true));
        let external = members.iter().zip(&names).find(|(member, _)| **member == Member::Extern);
        let external = external.map(|(_, name)| name.clone());
        let variants = members.iter().zip(names).filter_map(|(&member, name)| match member {
            Member::Combinator(index) => Some(self.object_variant(name, index, members.len())),
            Member::Bool(value) => Some(self.bool_variant(name, value)),
            Member::Extern => None,
        });
        let indices: Vec<usize> = members.iter().filter_map(|member| member.combinator()).collect();
        let mut object = BoxedType {
            path: RustPath { modules: Vec::new(), ident: "Object".into() },
            name: "Object".into(),
            docs: vec!["Any combinator of the schema, decoded by its id.".into()],
            shape: Shape::Enum(variants.collect()),
            answers: Vec::new(),
            default: None,
            getters: Vec::new(),
            least: if has_bool || external.is_some() { 4 } else { self.least(&indices) },
            object: Some(Object { has_bool, external }),
            borrows: self.views.in_any(&indices),
            parameters: Vec::new(),
            derives: derives(self.options.derives.iter(), false, self.inexact.in_any(&indices)),
        };
        if object.is_split() {
            object.derives.retain(|path| !is_usual(path)); // written out
        }
        Some(object)
    }

    fn object_variant(&self, ident: String, constructor: usize, variants: usize) -> Variant {
        let variant = self.variant(ident, constructor, variants);
        // The function passed on is an `Object` again.
        let boxed = variant.boxed || !self.resolved.combinators[constructor].parameters.is_empty();
        Variant { boxed, nests: self.open.in_combinator(constructor), ..variant }
    }

    fn bool_variant(&self, ident: String, value: bool) -> Variant {
        let constructor = self.resolved.combinators.len() + usize::from(!value);
        Variant { ident, constructor, payload: None, boxed: false, nests: false }
    }
}

/// The parameters of a combinator, for a Rust type at this path; `used` says of each whether the type has it.
fn parameters(combinator: &Combinator, path: &RustPath, used: &[bool]) -> Vec<Parameter> {
    let parameter = |(of, used): (&resolve::Parameter, &bool)| {
        let ident = match of.kind {
            // It would hide the type itself.
            ParameterKind::Type if name::parameter(&of.name.text) == path.ident => {
                format!("{}Type", path.ident)
            }
            ParameterKind::Type => name::parameter(&of.name.text),
            ParameterKind::Nat => name::field(&of.name.text),
        };
        Parameter { ident, name: of.name.text.clone(), kind: of.kind, used: *used }
    };
    combinator.parameters.iter().zip(used).map(parameter).collect()
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
