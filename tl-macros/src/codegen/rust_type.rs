//! Prints Rust types.

use proc_macro2::Literal;
use quote::quote;

use crate::codegen::form;
use crate::codegen::item::{Item, ident};
use crate::codegen::paths::Paths;
use crate::codegen::tokens::Tokens;
use crate::model::{BoxedType, Parameter, RustType, Struct};

/// The type of a field: `Option<Box<super::enums::InputPeer>>`.
pub(super) fn field_type(item: &Item<'_>, structure: &Struct, ty: &RustType) -> Tokens {
    Printer { item, parameters: &structure.parameters, lifetime: Tokens::lifetime("a") }.print(ty)
}

/// What a function answers, which it owns: `InForm<WithId<0xa8509bda, Boxed>, i32>`, `<X as Function>::Return`.
pub(super) fn answer(item: &Item<'_>, structure: &Struct, ty: &RustType) -> Tokens {
    Printer { item, parameters: &structure.parameters, lifetime: Tokens::lifetime("static") }.print(ty)
}

/// What a method of an enum gives of a field: `&str`, `&[i64]`, `i32`, `&super::types::UserFull<'a>`.
pub(super) fn view(item: &Item<'_>, ty: &RustType) -> Tokens {
    let printer = Printer { item, parameters: &[], lifetime: Tokens::lifetime("a") };
    if let RustType::Vec(element) = ty {
        let element = printer.print(element);
        return quote!(&[#element]).into();
    }
    let reference = (!ty.is_small()).then(|| quote!(&));
    let ty = if *ty == RustType::String { ident("str").into() } else { printer.print(ty) };
    quote!(#reference #ty).into()
}

/// What a boxed type has in it: the struct of a variant, or what a template holds.
pub(super) fn content(item: &Item<'_>, of: &BoxedType, ty: &RustType) -> Tokens {
    Printer { item, parameters: &of.parameters, lifetime: Tokens::lifetime("a") }.print(ty)
}

/// `<'a, X>` of a struct.
pub(super) fn generics(structure: &Struct) -> Tokens {
    Tokens::in_angles(declared(structure.borrows, &structure.parameters))
}

/// `<'a, X>` of the enum of a boxed type.
pub(super) fn generics_of_type(ty: &BoxedType) -> Tokens {
    Tokens::in_angles(declared(ty.borrows, &ty.parameters))
}

/// `'a` and `X`
pub(super) fn declared(borrows: bool, parameters: &[Parameter]) -> impl Iterator<Item = Tokens> {
    let parameters = Parameter::generics(parameters).map(|name| ident(name).into());
    lifetime(borrows).into_iter().chain(parameters)
}

/// `'a`, where something borrows.
pub(super) fn lifetime(borrows: bool) -> Option<Tokens> {
    borrows.then(|| Tokens::lifetime("a"))
}

/// `Decode<'a>`
pub(super) fn of_input(path: &Tokens) -> Tokens {
    path.clone().then(Tokens::in_angles(lifetime(true)))
}

struct Printer<'p> {
    item: &'p Item<'p>,
    /// Those that types refer to by index.
    parameters: &'p [Parameter],
    lifetime: Tokens,
}

impl Printer<'_> {
    fn print(&self, ty: &RustType) -> Tokens {
        let Paths { true_type, bytes, raw_object, raw_object_ref, string, vec, option, box_type, .. } =
            self.item.paths;
        let lifetime = &self.lifetime;
        match ty {
            RustType::Bool => ident("bool").into(),
            RustType::I32 => ident("i32").into(),
            RustType::I64 => ident("i64").into(),
            RustType::U32 => ident("u32").into(),
            RustType::F32 => ident("f32").into(),
            RustType::F64 => ident("f64").into(),
            RustType::True => true_type.clone(),
            RustType::String => string.clone(),
            RustType::Bytes => bytes.clone(),
            RustType::Str => quote!(&#lifetime str).into(),
            RustType::Slice => quote!(&#lifetime [u8]).into(),
            RustType::ByteArray { len, borrowed } => {
                let (view, len) = (borrowed.then(|| quote!(&#lifetime)), Literal::u32_unsuffixed(*len));
                quote!(#view [u8; #len]).into()
            }
            RustType::Raw { borrowed: false } => raw_object.clone(),
            RustType::Raw { borrowed: true } => raw_object_ref.clone().then(Tokens::in_angles([lifetime])),
            RustType::Vec(element) => self.around(vec, element),
            RustType::Option(value) => self.around(option, value),
            RustType::Box(value) => self.around(box_type, value),
            RustType::Array { element, len } => {
                let (element, len) = (self.print(element), Literal::u32_unsuffixed(*len));
                quote!([#element; #len]).into()
            }
            RustType::Struct { structure, arguments } => self.structure(*structure, arguments),
            RustType::Enum { ty, arguments } => {
                let ty = &self.item.model.types[*ty];
                self.generic(self.item.path("enums", &ty.path), ty.borrows, arguments)
            }
            RustType::Object => {
                let borrows = self.item.model.object.as_ref().is_some_and(|object| object.borrows);
                self.generic(self.item.object().into(), borrows, &[])
            }
            RustType::External(external) => self.item.external(external).into(),
            RustType::Parameter(index) => ident(&self.parameters[*index].ident).into(),
            RustType::Answer(index) => {
                let (name, function) = (ident(&self.parameters[*index].ident), &self.item.paths.function);
                quote!(<#name as #function>::Return).into()
            }
            RustType::InForm { form, value } => {
                let in_form = &self.item.paths.in_form;
                let (form, value) = (form::ty(self.item, self.parameters, form), self.print(value));
                quote!(#in_form<#form, #value>).into()
            }
            RustType::OfCall(value) => self.around(&self.item.paths.answer, value),
        }
    }

    fn around(&self, path: &Tokens, inner: &RustType) -> Tokens {
        path.clone().then(Tokens::in_angles([self.print(inner)]))
    }

    fn structure(&self, index: usize, arguments: &[RustType]) -> Tokens {
        let structure = &self.item.model.structs[index];
        self.generic(self.item.structure(structure), structure.borrows, arguments)
    }

    fn generic(&self, path: Tokens, borrows: bool, arguments: &[RustType]) -> Tokens {
        let lifetime = borrows.then(|| self.lifetime.clone());
        let arguments = arguments.iter().map(|argument| self.print(argument));
        path.then(Tokens::in_angles(lifetime.into_iter().chain(arguments)))
    }
}
