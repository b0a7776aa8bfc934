//! From a resolved schema to the model.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use tl_schema::analyse::{Analysis, Contains};

use crate::model::derives::{derives, is_usual};
use crate::model::role::roles;
use crate::model::{Appears, BoxedType, External, Field, Model, Role, Runtime, Shape, Struct, Variant};
use crate::options::{self, Borrow, Options, StringMode};
use crate::resolve::builtin::Builtin;
use crate::resolve::name::{self, RustPath};
use crate::resolve::size::{self, Sizes};
use crate::resolve::ty::Type;
use crate::resolve::{Named, Output};
use crate::schema::Section;
use crate::span::SourceMap;
use crate::tables::{self, Facts, Strings, Tables};

/// Decides what is left to decide.
pub(crate) fn build(resolved: &Named, options: &Options, map: &SourceMap) -> Model {
    let analysis = Analysis::new(resolved);
    let builder = Builder {
        resolved,
        options,
        map,
        sizes: size::sizes(resolved, &analysis, options),
        recursive: analysis.recursive(),
        views: analysis.contains(|ty| borrows(ty, options.borrow)),
        // There is no exact equality.
        inexact: analysis.contains(|ty| ty.builtin() == Some(Builtin::Double)),
        open: analysis.contains(is_open),
        used_bare: used_bare(resolved),
        decodes_functions: resolved.decodes_functions(options),
    };
    Model {
        runtime: Runtime(options.runtime.clone().into_iter().collect()),
        external: options.external.as_ref().map(|external| builder.external(external)),
        string: options.string,
        borrow: options.borrow,
        inline: options.inline,
        layer: options.layer.or(resolved.layer),
        structs: (0..resolved.combinators.len()).map(|index| builder.structure(index)).collect(),
        types: (0..resolved.types.len()).map(|index| builder.boxed_type(index)).collect(),
        object: builder.object(),
        tables: options.reflect.then(|| builder.tables()),
    }
}

struct Builder<'b> {
    resolved: &'b Named,
    options: &'b Options,
    map: &'b SourceMap,
    sizes: Sizes,
    recursive: Vec<bool>,
    views: Contains,
    inexact: Contains,
    open: Contains,
    used_bare: HashSet<usize>,
    /// Functions are decoded on request, and where a field holds any function.
    decodes_functions: bool,
}

/// Whether a field of this type borrows from the input.
fn borrows(ty: &Type, borrow: Borrow) -> bool {
    match ty {
        Type::Raw => borrow != Borrow::Nothing,
        Type::Builtin(builtin) | Type::BoxedBuiltin { builtin, .. } => borrow.takes(*builtin),
        Type::Vector { .. } | Type::Array { .. } | Type::Boxed(_) | Type::Bare(_) => false,
        Type::External(_) | Type::Parameter(_) | Type::Unknown | Type::AnyCombinator => false,
    }
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

impl Builder<'_> {
    fn external(&self, external: &options::External) -> External {
        let used = self.resolved.types_used().filter_map(|ty| match ty {
            Type::External(external) => Some(external.name.span),
            _ => None,
        });
        External {
            module: external.path.clone(),
            spans: used.map(|span| (span, self.map.ident_span(span))).collect(),
        }
    }

    fn tables(&self) -> Tables {
        let facts = Facts {
            least: &self.sizes.wire.least,
            recursive: &self.recursive,
            strings: match self.options.string {
                StringMode::Utf8 => Strings::Utf8,
                StringMode::Lossy => Strings::Lossy,
                StringMode::Bytes => Strings::Bytes,
            },
            tdlib_json: false,
            layer: self.options.layer.or(self.resolved.layer),
        };
        tables::tables(self.resolved, &facts)
    }

    fn structure(&self, index: usize) -> Struct {
        let combinator = &self.resolved.combinators[index];
        let roles = roles(combinator, self.options.flags).into_iter().enumerate();
        let fields: Vec<Field> = roles.map(|(field, role)| self.field(index, field, role)).collect();
        let is_function = combinator.section == Section::Functions;
        let own = self.resolved.attributes(index);
        let has_default = combinator.parameters.is_empty() && fields.iter().all(Field::may_be_absent);
        let mut all_derives =
            derives(self.options.derives.iter(), has_default, self.inexact.in_combinator(index));
        all_derives = derives_with(all_derives, &own.derives);
        Struct {
            omitted: combinator.duplicate,
            section: combinator.section,
            path: self.resolved.path(index).clone(),
            span: self.map.ident_span(combinator.name.span),
            name: combinator.name.text.clone(),
            id: combinator.id.value,
            line: combinator.line.clone(),
            docs: combinator.docs.clone(),
            cfgs: own.cfgs.clone(),
            attributes: own.on_struct.clone(),
            derives: all_derives,
            parameters: combinator
                .parameters
                .iter()
                .map(|parameter| name::parameter(&parameter.text))
                .collect(),
            borrows: self.views.in_combinator(index),
            fields,
            recursive: self.recursive[index],
            least: self.sizes.wire.least[index],
            fixed: self.sizes.wire.fixed[index].filter(|_| self.used_bare.contains(&index)),
            decodes: !is_function || self.decodes_functions,
            returns: match &combinator.output {
                Output::Returns(ty) => Some(ty.clone()),
                Output::Constructs(_) | Output::ConstructsObject => None,
            },
        }
    }

    fn field(&self, combinator: usize, index: usize, role: Role) -> Field {
        let field = &self.resolved.combinators[combinator].fields[index];
        Field {
            name: field.name.text.clone(),
            ident: name::field(&field.name.text),
            span: self.map.ident_span(field.name.span),
            docs: field.docs.clone(),
            line: field.line.clone(),
            ty: field.ty.clone(),
            boxed: self.sizes.boxed_fields[combinator][index],
            fixed: match (&field.condition, &role) {
                (None, Role::Value | Role::Mask(_) | Role::Length { .. }) => {
                    self.sizes.wire.fixed_type(&field.ty)
                }
                (Some(_), _) | (None, Role::Bit | Role::Bounded { .. }) => None,
            },
            condition: field.condition.as_ref().map(|condition| (condition.mask, condition.bit)),
            role,
        }
    }

    fn boxed_type(&self, index: usize) -> BoxedType {
        let ty = &self.resolved.types[index];
        let shape = match ty.constructors[..] {
            [only] => Shape::Alias(only),
            ref several => {
                let named = self.resolved.variants(index).into_iter().zip(several);
                let variant = |(ident, &constructor)| self.variant(ident, constructor, several.len());
                Shape::Enum(named.map(variant).collect())
            }
        };
        BoxedType {
            path: self.resolved.type_path(index).clone(),
            name: ty.name.text.clone(),
            docs: ty.docs.clone(),
            is_object: false,
            shape,
            borrows: self.views.in_any(&ty.constructors),
            derives: derives(self.options.derives.iter(), false, self.inexact.in_any(&ty.constructors)),
        }
    }

    /// One of so many variants.
    fn variant(&self, ident: String, constructor: usize, variants: usize) -> Variant {
        let boxed = self.sizes.boxes_variant(constructor, variants);
        Variant { ident, constructor, boxed, nests: false }
    }

    /// The enum of all constructors.
    fn object(&self) -> Option<BoxedType> {
        let indices = self.resolved.object(self.options)?;
        let names = self.resolved.object_variants(&indices);
        let variants = indices.iter().zip(names).map(|(&index, name)| {
            let variant = self.variant(name, index, indices.len());
            // The function passed on is an `Object` again.
            let boxed = variant.boxed || !self.resolved.combinators[index].parameters.is_empty();
            Variant { boxed, nests: self.open.in_combinator(index), ..variant }
        });
        let mut object = BoxedType {
            path: RustPath { modules: Vec::new(), ident: "Object".into() },
            name: "Object".into(),
            docs: vec!["Every combinator of the schema, told apart by its id.".into()],
            is_object: true,
            shape: Shape::Enum(variants.collect()),
            borrows: self.views.in_any(&indices),
            derives: derives(self.options.derives.iter(), false, self.inexact.in_any(&indices)),
        };
        if object.is_split() {
            object.derives.retain(|path| !is_usual(path)); // written out
        }
        Some(object)
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

impl Field {
    /// A value without this field can be built: it is optional, a bit, or computed.
    pub(crate) fn may_be_absent(&self) -> bool {
        match &self.role {
            Role::Value | Role::Bounded { .. } => self.condition.is_some(),
            Role::Bit | Role::Length { .. } => true,
            Role::Mask(mask) => mask.appears != Appears::AsParameter || self.condition.is_some(),
        }
    }
}
