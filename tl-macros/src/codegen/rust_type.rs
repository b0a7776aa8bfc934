//! The Rust types of fields and results.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::codegen::form;
use crate::codegen::item::{Item, ident};
use crate::model::{Field, Role, Shape, Struct};
use crate::options::{Borrow, StringMode};
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::Type;

/// The type of a field: `Option`, `Box`, and what is in them.
pub(super) fn field_type(item: &Item<'_>, structure: &Struct, field: &Field) -> TokenStream {
    if let Role::Bit = field.role {
        return quote!(bool);
    }
    let mut ty = Printer { item, parameters: Parameters::Named(&structure.parameters), lifetime: quote!('a) }
        .ty(&field.ty);
    if field.boxed {
        ty = quote!(::std::boxed::Box<#ty>);
    }
    match field.condition {
        Some(_) => quote!(::core::option::Option<#ty>),
        None => ty,
    }
}

/// What a function answers; the type parameter stands for a function, whose answer it is. The answer knows its form on
/// the wire where that is not its type's own: `InForm<WithId<…>, i32>` for `= Int`.
pub(super) fn result_type(item: &Item<'_>, structure: &Struct, ty: &Type) -> TokenStream {
    let tl = item.runtime();
    let parameters = Parameters::Answers(&structure.parameters);
    let answer = Printer { item, parameters, lifetime: quote!('static) }.ty(ty);
    match form::type_of_special(item, ty) {
        Some(form) => quote!(#tl::InForm<#form, #answer>),
        None => answer,
    }
}

/// The struct as the payload of a variant; a type parameter is whatever the schema knows.
pub(super) fn payload(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let path = item.structure(structure);
    let lifetime = structure.borrows.then(|| quote!('a));
    let borrows = item.model.object.as_ref().is_some_and(|object| object.borrows);
    let object = angle(item.object(), borrows.then(|| quote!('a)).into_iter().collect());
    let parameters = structure.parameters.iter().map(|_| object.clone());
    angle(path, lifetime.into_iter().chain(parameters).collect())
}

/// `<'a, X>` of a struct.
pub(super) fn generics(structure: &Struct) -> TokenStream {
    let lifetime = structure.borrows.then(|| quote!('a));
    let parameters = structure.parameters.iter().map(|name| {
        let name = ident(name);
        quote!(#name)
    });
    angle(TokenStream::new(), lifetime.into_iter().chain(parameters).collect())
}

/// `path<arguments>`, without the brackets where there are none.
fn angle(path: TokenStream, arguments: Vec<TokenStream>) -> TokenStream {
    match arguments.is_empty() {
        true => path,
        false => quote!(#path<#(#arguments),*>),
    }
}

/// `where X: Trait`, where there are parameters.
pub(super) fn bounds(structure: &Struct, bound: TokenStream) -> Option<TokenStream> {
    let parameters = structure.parameters.iter().map(|name| ident(name));
    (!structure.parameters.is_empty()).then(|| quote!(where #(#parameters: #bound,)*))
}

/// What a `{X:Type}` parameter is in a type.
enum Parameters<'p> {
    /// `X`.
    Named(&'p [String]),
    /// `X::Return`.
    Answers(&'p [String]),
}

struct Printer<'p> {
    item: &'p Item<'p>,
    parameters: Parameters<'p>,
    lifetime: TokenStream,
}

impl Printer<'_> {
    fn ty(&self, ty: &Type) -> TokenStream {
        let tl = self.item.runtime();
        match ty {
            Type::Builtin(builtin) | Type::BoxedBuiltin { builtin, .. } => self.builtin(*builtin),
            Type::Vector { element, .. } => {
                let element = self.ty(element);
                quote!(::std::vec::Vec<#element>)
            }
            Type::Array { len, element } => {
                let (element, len) = (self.ty(element), Literal::u32_unsuffixed(*len));
                quote!([#element; #len])
            }
            Type::Boxed(ty) => self.boxed(*ty),
            Type::Bare(constructor) => self.structure(*constructor),
            Type::External(external) => self.item.external(external).unwrap_or_default(),
            Type::Parameter(index) => self.parameter(*index),
            Type::Raw if self.item.model.borrow != Borrow::Nothing => {
                let lifetime = &self.lifetime;
                quote!(#tl::RawObjectRef<#lifetime>)
            }
            Type::Raw | Type::Unknown => quote!(#tl::RawObject),
            Type::AnyCombinator => {
                let lifetime = self.item.model.object.as_ref().is_some_and(|object| object.borrows);
                self.with_lifetime(self.item.object(), lifetime)
            }
        }
    }

    fn builtin(&self, builtin: Builtin) -> TokenStream {
        let (tl, lifetime) = (self.item.runtime(), &self.lifetime);
        let model = self.item.model;
        let view = model.borrow.takes(builtin).then(|| quote!(&#lifetime));
        match builtin {
            Builtin::Int => quote!(i32),
            Builtin::Long | Builtin::Int53 => quote!(i64),
            Builtin::Double => quote!(f64),
            Builtin::Nat => quote!(u32),
            Builtin::Bool => quote!(bool),
            Builtin::True => quote!(#tl::True),
            Builtin::Int128 => quote!(#view [u8; 16]),
            Builtin::Int256 => quote!(#view [u8; 32]),
            Builtin::Int512 => quote!(#view [u8; 64]),
            Builtin::String if model.string != StringMode::Bytes => match view {
                Some(view) => quote!(#view str),
                None => quote!(::std::string::String),
            },
            Builtin::String | Builtin::Bytes => match view {
                Some(view) => quote!(#view [u8]),
                None => quote!(#tl::Bytes),
            },
        }
    }

    fn boxed(&self, index: usize) -> TokenStream {
        let ty = &self.item.model.types[index];
        match ty.shape {
            Shape::Alias(constructor) => self.structure(constructor),
            Shape::Enum(_) => self.with_lifetime(self.item.path("enums", &ty.path), ty.borrows),
        }
    }

    fn structure(&self, index: usize) -> TokenStream {
        let structure = &self.item.model.structs[index];
        self.with_lifetime(self.item.structure(structure), structure.borrows)
    }

    fn with_lifetime(&self, path: TokenStream, borrows: bool) -> TokenStream {
        let lifetime = borrows.then(|| self.lifetime.clone());
        angle(path, lifetime.into_iter().collect())
    }

    fn parameter(&self, index: usize) -> TokenStream {
        let tl = self.item.runtime();
        match self.parameters {
            Parameters::Named(names) => {
                let name = ident(&names[index]);
                quote!(#name)
            }
            Parameters::Answers(names) => {
                let name = ident(&names[index]);
                quote!(<#name as #tl::Function>::Return)
            }
        }
    }
}
