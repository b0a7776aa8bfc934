//! Boxed types: enums, aliases, and `Object`.

use crate::model::build::Builder;
use crate::model::build::parameters::parameters;
use crate::model::derives::{derives, is_usual};
use crate::model::{BoxedType, Object, ParameterKind, RustType, Shape, Variant};
use crate::resolve::name::RustPath;
use crate::resolve::object::Member;

impl Builder<'_> {
    pub(super) fn boxed_type(&self, index: usize) -> BoxedType {
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

    /// A template that is not a type of its own.
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
    pub(super) fn object(&self) -> Option<BoxedType> {
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
