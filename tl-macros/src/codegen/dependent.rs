//! Structs and enums that depend on arguments: they are read and written by forms that hold these.

mod enums;
mod structs;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::codegen::item::{Item, ident, local};
use crate::codegen::modules::Modules;
use crate::codegen::paths::Paths;
use crate::codegen::pieces::Pieces;
use crate::codegen::rust_type::declared;
use crate::codegen::tokens::Tokens;
use crate::model::{BoxedType, Dependent, Model, Parameter, ParameterKind, RustPath, Shape, Struct};

pub(super) use structs::methods;

/// The module of the forms.
const FORMS: &str = "forms";

/// The forms of a schema; nothing if no combinator depends on arguments.
pub(super) fn forms(model: &Model, pieces: &Pieces) -> Option<TokenStream> {
    let mut modules = Modules::default();
    for structure in model.structs.iter().filter(|structure| structure.is_dependent() && !structure.omitted) {
        let item = Item::new(model, pieces, structure.path.modules.len() + 1);
        modules.add(&structure.path.modules, [structs::of_structure(&item, structure)]);
    }
    for ty in model.types.iter().filter(|ty| !ty.parameters.is_empty()) {
        let item = Item::new(model, pieces, ty.path.modules.len() + 1);
        match &ty.shape {
            Shape::Enum(variants) => modules.add(&ty.path.modules, [enums::of_enum(&item, ty, variants)]),
            Shape::Option(variants) => {
                modules.add(&ty.path.modules, [enums::of_option(&item, ty, *variants)])
            }
            Shape::Alias(_) | Shape::Held(_) | Shape::Empty | Shape::Omitted => {}
        }
    }
    let forms = modules.render(FORMS, "How what depends on arguments is read and written.")?;
    Some(quote!(#[doc(hidden)] #forms))
}

/// The path of a form, from an item.
pub(super) fn path(item: &Item<'_>, of: Dependent) -> Tokens {
    let path = match of {
        Dependent::Struct(index) => structure_path(&item.model.structs[index]),
        Dependent::Enum(index) => enum_path(&item.model.types[index]),
    };
    item.path(FORMS, &path)
}

/// `super::forms::a::InnerForm { i: n }`, `super::forms::PairForm { X: Boxed, Y: Counted(Boxed) }`
pub(super) fn value(
    item: &Item<'_>,
    of: Dependent,
    arguments: impl Iterator<Item = TokenStream>,
) -> TokenStream {
    let parameters = match of {
        Dependent::Struct(index) => &item.model.structs[index].parameters,
        Dependent::Enum(index) => &item.model.types[index].parameters,
    };
    let names = Parameter::arguments(parameters).map(|parameter| ident(&parameter.ident));
    let path = path(item, of);
    quote!(#path { #(#names: #arguments),* })
}

fn structure_path(structure: &Struct) -> RustPath {
    RustPath { ident: format!("{}Form", structure.path.ident), ..structure.path.clone() }
}

/// A type may have the name of one of its constructors.
fn enum_path(ty: &BoxedType) -> RustPath {
    RustPath { ident: format!("Boxed{}Form", ty.path.ident), ..ty.path.clone() }
}

/// The forms that are arguments: for each type parameter `X`, the name `XForm` of its form's type.
fn forms_of(parameters: &[Parameter]) -> impl Iterator<Item = (Ident, Ident)> {
    Parameter::generics(parameters).map(|name| (ident(name), ident(&format!("{name}Form"))))
}

/// The arguments of a form as a struct.
///
/// ```text
/// #[derive(Clone, Copy, Default)]
/// pub struct InnerForm { pub i: u32 }
/// pub struct PairForm<X, Y> { pub X: X, pub Y: Y }
/// ```
fn definition(item: &Item<'_>, path: &RustPath, parameters: &[Parameter]) -> TokenStream {
    let Paths { u32, .. } = item.paths;
    let name = ident(&path.ident);
    let generics = Tokens::in_angles(declared(false, parameters));
    let fields = Parameter::arguments(parameters).map(|parameter| {
        let name = ident(&parameter.ident);
        match parameter.kind {
            ParameterKind::Nat => quote!(pub #name: #u32),
            ParameterKind::Type => quote!(pub #name: #name),
        }
    });
    quote! {
        #[allow(missing_docs, non_snake_case)]
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy, ::core::default::Default)]
        pub struct #name #generics { #(#fields,)* }
    }
}

/// What the implementations of a form's traits differ in.
struct Implementations<'p> {
    path: &'p RustPath,
    ty: &'p Tokens,
    borrows: bool,
    parameters: &'p [Parameter],
    cfgs: TokenStream,
    write: TokenStream,
    least: TokenStream,
    hint: Option<TokenStream>,
    read: TokenStream,
}

fn implementations(item: &Item<'_>, of: &Implementations<'_>) -> TokenStream {
    let Implementations { path, ty, borrows, parameters, cfgs, write, least, hint, read } = of;
    let Paths { encode_as, decode_as, writer: writer_type, reader: reader_type, result, .. } = item.paths;
    let Paths { decode_error, usize, .. } = item.paths;
    let (name, writer, reader) = (ident(&path.ident), local("writer"), local("reader"));
    let forms = || forms_of(parameters);
    let name = Tokens::from(name).then(Tokens::in_angles(forms().map(|(_, form)| form)));
    let writes = forms().map(|(ty, form)| quote!(#form: #encode_as<#ty>).into());
    let writes = Tokens::in_angles(declared(*borrows, parameters).chain(writes));
    let reads = forms().map(|(ty, form)| quote!(#form: #decode_as<'a, #ty>).into());
    let reads = Tokens::in_angles(declared(true, parameters).chain(reads));
    let inline = item.inline();
    let hint = hint.as_ref().map(|hint| quote!(#inline fn size_hint(self, value: &#ty) -> #usize { #hint }));
    quote! {
        #cfgs
        impl #writes #encode_as<#ty> for #name {
            #inline
            fn write(self, value: &#ty, mut #writer: #writer_type<'_>) { #write }

            #hint
        }

        #cfgs
        impl #reads #decode_as<'a, #ty> for #name {
            #inline
            fn min_size(self) -> #usize { #least }

            #inline
            fn read(self, #reader: &mut #reader_type<'a>) -> #result<#ty, #decode_error> { #read }
        }
    }
}
