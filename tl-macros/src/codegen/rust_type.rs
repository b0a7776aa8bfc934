//! Prints Rust types.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::codegen::form;
use crate::codegen::item::{Item, ident};
use crate::codegen::paths::{Path, Paths};
use crate::model::{BoxedType, Parameter, RustType, Struct};

/// The type of a field: `Option<Box<super::enums::InputPeer>>`.
pub(super) fn field_type(item: &Item<'_>, structure: &Struct, ty: &RustType) -> TokenStream {
    Printer { item, parameters: &structure.parameters, lifetime: quote!('a) }.print(ty)
}

/// What a function answers, which it owns: `InForm<WithId<0xa8509bda, Boxed>, i32>`, `<X as Function>::Return`.
pub(super) fn answer(item: &Item<'_>, structure: &Struct, ty: &RustType) -> TokenStream {
    Printer { item, parameters: &structure.parameters, lifetime: quote!('static) }.print(ty)
}

/// What a method of an enum gives of a field: `&str`, `&[i64]`, `i32`, `&super::types::UserFull<'a>`.
pub(super) fn view(item: &Item<'_>, ty: &RustType) -> TokenStream {
    let printer = Printer { item, parameters: &[], lifetime: quote!('a) };
    if let RustType::Vec(element) = ty {
        let element = printer.print(element);
        return quote!(&[#element]);
    }
    let reference = (!ty.is_small()).then(|| quote!(&));
    let ty = if *ty == RustType::String { quote!(str) } else { printer.print(ty) };
    quote!(#reference #ty)
}

/// What a boxed type has in it: the struct of a variant, or what a template holds.
pub(super) fn content(item: &Item<'_>, of: &BoxedType, ty: &RustType) -> TokenStream {
    Printer { item, parameters: &of.parameters, lifetime: quote!('a) }.print(ty)
}

/// `<'a, X>` of a struct.
pub(super) fn generics(structure: &Struct) -> TokenStream {
    angle(TokenStream::new(), declared(structure.borrows, &structure.parameters))
}

/// `<'a, X>` of the enum of a boxed type.
pub(super) fn generics_of_type(ty: &BoxedType) -> TokenStream {
    angle(TokenStream::new(), declared(ty.borrows, &ty.parameters))
}

/// `'a` and `X`
pub(super) fn declared(borrows: bool, parameters: &[Parameter]) -> impl Iterator<Item = TokenStream> {
    let parameters = Parameter::generics(parameters).map(|name| ident(name).into_token_stream());
    lifetime(borrows).into_iter().chain(parameters)
}

/// `'a`, where something borrows.
pub(super) fn lifetime(borrows: bool) -> Option<TokenStream> {
    borrows.then(|| quote!('a))
}

/// `path<arguments>`, without the brackets where there are none.
pub(super) fn angle(path: TokenStream, arguments: impl IntoIterator<Item = TokenStream>) -> TokenStream {
    let arguments: Vec<TokenStream> = arguments.into_iter().collect();
    match arguments.is_empty() {
        true => path,
        false => quote!(#path<#(#arguments),*>),
    }
}

struct Printer<'p> {
    item: &'p Item<'p>,
    /// Those that types refer to by index.
    parameters: &'p [Parameter],
    lifetime: TokenStream,
}

impl Printer<'_> {
    fn print(&self, ty: &RustType) -> TokenStream {
        let Paths { true_type, bytes, raw_object, raw_object_ref, string, vec, option, box_type, .. } =
            self.item.paths;
        let lifetime = &self.lifetime;
        match ty {
            RustType::Bool => quote!(bool),
            RustType::I32 => quote!(i32),
            RustType::I64 => quote!(i64),
            RustType::U32 => quote!(u32),
            RustType::F32 => quote!(f32),
            RustType::F64 => quote!(f64),
            RustType::True => quote!(#true_type),
            RustType::String => quote!(#string),
            RustType::Bytes => quote!(#bytes),
            RustType::Str => quote!(&#lifetime str),
            RustType::Slice => quote!(&#lifetime [u8]),
            RustType::ByteArray { len, borrowed } => {
                let (view, len) = (borrowed.then(|| quote!(&#lifetime)), Literal::u32_unsuffixed(*len));
                quote!(#view [u8; #len])
            }
            RustType::Raw { borrowed: false } => quote!(#raw_object),
            RustType::Raw { borrowed: true } => quote!(#raw_object_ref<#lifetime>),
            RustType::Vec(element) => self.around(vec, element),
            RustType::Option(value) => self.around(option, value),
            RustType::Box(value) => self.around(box_type, value),
            RustType::Array { element, len } => {
                let (element, len) = (self.print(element), Literal::u32_unsuffixed(*len));
                quote!([#element; #len])
            }
            RustType::Struct { structure, arguments } => self.structure(*structure, arguments),
            RustType::Enum { ty, arguments } => {
                let ty = &self.item.model.types[*ty];
                self.generic(self.item.path("enums", &ty.path), ty.borrows, arguments)
            }
            RustType::Object => {
                let borrows = self.item.model.object.as_ref().is_some_and(|object| object.borrows);
                self.generic(self.item.object(), borrows, &[])
            }
            RustType::External(external) => self.item.external(external),
            RustType::Parameter(index) => ident(&self.parameters[*index].ident).into_token_stream(),
            RustType::Answer(index) => {
                let (name, function) = (ident(&self.parameters[*index].ident), &self.item.paths.function);
                quote!(<#name as #function>::Return)
            }
            RustType::InForm { form, value } => {
                let in_form = &self.item.paths.in_form;
                let (form, value) = (form::ty(self.item, self.parameters, form), self.print(value));
                quote!(#in_form<#form, #value>)
            }
            RustType::OfCall(value) => self.around(&self.item.paths.answer, value),
        }
    }

    fn around(&self, path: &Path, inner: &RustType) -> TokenStream {
        let inner = self.print(inner);
        quote!(#path<#inner>)
    }

    fn structure(&self, index: usize, arguments: &[RustType]) -> TokenStream {
        let structure = &self.item.model.structs[index];
        self.generic(self.item.structure(structure), structure.borrows, arguments)
    }

    fn generic(&self, path: TokenStream, borrows: bool, arguments: &[RustType]) -> TokenStream {
        let lifetime = borrows.then(|| self.lifetime.clone());
        angle(path, lifetime.into_iter().chain(arguments.iter().map(|argument| self.print(argument))))
    }
}
