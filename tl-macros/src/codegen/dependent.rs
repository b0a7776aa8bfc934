//! Structs and enums that depend on natural numbers: they are read and written by forms that hold these.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::form::{self, Numbers};
use crate::codegen::header::Header;
use crate::codegen::item::{Item, ident, local};
use crate::codegen::modules::Modules;
use crate::codegen::paths::Paths;
use crate::codegen::pieces::{Pieces, hex, number};
use crate::codegen::rust_type::{angle, field_type, lifetime};
use crate::codegen::{decode, encode};
use crate::model::{BoxedType, Dependent, Model, Parameter, Role, RustPath, Shape, Struct, Variant};

/// The module of the forms.
const FORMS: &str = "forms";

/// The forms of a schema; nothing if no combinator depends on numbers.
pub(super) fn forms(model: &Model, pieces: &Pieces) -> Option<TokenStream> {
    let mut modules = Modules::default();
    for structure in model.structs.iter().filter(|structure| structure.is_dependent() && !structure.omitted) {
        let item = Item::new(model, pieces, structure.path.modules.len() + 1);
        modules.add(&structure.path.modules, of_structure(&item, structure));
    }
    for ty in model.types.iter().filter(|ty| !ty.numbers.is_empty()) {
        if let Shape::Enum(variants) = &ty.shape {
            let item = Item::new(model, pieces, ty.path.modules.len() + 1);
            modules.add(&ty.path.modules, of_enum(&item, ty, variants));
        }
    }
    let forms = modules.render(FORMS, "How what depends on numbers is read and written.")?;
    Some(quote!(#[doc(hidden)] #forms))
}

/// The path of a form, from an item.
pub(super) fn path(item: &Item<'_>, of: Dependent) -> TokenStream {
    let path = match of {
        Dependent::Struct(index) => structure_path(&item.model.structs[index]),
        Dependent::Enum(index) => enum_path(&item.model.types[index]),
    };
    item.path(FORMS, &path)
}

/// `super::forms::a::InnerForm { i: n }`
pub(super) fn value(
    item: &Item<'_>,
    of: Dependent,
    arguments: impl Iterator<Item = TokenStream>,
) -> TokenStream {
    let numbers: Vec<&Parameter> = match of {
        Dependent::Struct(index) => item.model.structs[index].parameters.iter().collect(),
        Dependent::Enum(index) => item.model.types[index].numbers.iter().collect(),
    };
    let (path, names) = (path(item, of), numbers.into_iter().map(|number| ident(&number.ident)));
    quote!(#path { #(#names: #arguments),* })
}

fn structure_path(structure: &Struct) -> RustPath {
    RustPath { ident: format!("{}Form", structure.path.ident), ..structure.path.clone() }
}

/// A type may have the name of one of its constructors.
fn enum_path(ty: &BoxedType) -> RustPath {
    RustPath { ident: format!("Boxed{}Form", ty.path.ident), ..ty.path.clone() }
}

/// The numbers of a form as a struct.
///
/// ```text
/// #[derive(Clone, Copy)]
/// pub struct InnerForm { pub i: u32 }
/// ```
fn definition<'n>(
    item: &Item<'_>,
    path: &RustPath,
    numbers: impl Iterator<Item = &'n Parameter>,
) -> TokenStream {
    let Paths { u32, .. } = item.paths;
    let (name, numbers) = (ident(&path.ident), numbers.map(|number| ident(&number.ident)));
    quote! {
        #[allow(missing_docs)]
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy)]
        pub struct #name { #(pub #numbers: #u32,)* }
    }
}

/// ```text
/// impl Inner {
///     pub fn write_with(&self, numbers: super::super::forms::a::InnerForm, mut writer: Writer<'_>) { … }
///     pub fn read_with(numbers: super::super::forms::a::InnerForm, reader: &mut Reader<'a>) -> Result<Self, DecodeError> { … }
/// }
/// ```
pub(super) fn methods(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let Paths { writer: writer_type, reader: reader_type, result, decode_error, .. } = item.paths;
    let (writer, reader, numbers) = (local("writer"), local("reader"), local("numbers"));
    let form = item.path(FORMS, &structure_path(structure));
    let (write, read, inline) = (encode::body(item, structure), decode::body(item, structure), item.inline());
    let lifetime = if structure.borrows { quote!('a) } else { quote!('_) };
    let methods = quote! {
        #[doc(hidden)]
        #[allow(unused_variables, unused_mut)]
        #inline
        pub fn write_with(&self, #numbers: #form, mut #writer: #writer_type<'_>) {
            #write
        }

        #[doc(hidden)]
        #[allow(unused_variables)]
        #inline
        pub fn read_with(#numbers: #form, #reader: &mut #reader_type<#lifetime>) -> #result<Self, #decode_error> {
            #read
        }
    };
    Header::inherent().on_struct(structure, methods)
}

/// ```text
/// impl EncodeAs<super::types::Inner> for InnerForm {
///     fn write(self, value: &super::types::Inner, mut writer: Writer<'_>) {
///         writer.dependent::<Id<super::types::Inner>>(|writer| value.write_with(self, writer));
///     }
/// }
/// impl<'a> DecodeAs<'a, super::types::Inner> for InnerForm {
///     fn min_size(self) -> usize { … }
///     fn read(self, reader: &mut Reader<'a>) -> Result<super::types::Inner, DecodeError> {
///         reader.dependent::<Id<super::types::Inner>, _>(|reader| super::types::Inner::read_with(self, reader))
///     }
/// }
/// ```
fn of_structure(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let path = structure_path(structure);
    let definition = definition(item, &path, structure.parameters.iter());
    let ty = angle(item.structure(structure), lifetime(structure.borrows));
    let (writer, reader) = (local("writer"), local("reader"));
    let least = least(item, structure);
    let function = item.structure(structure);
    let (cfgs, head) = (&structure.cfgs, encode::head(item, structure));
    let cfgs = quote!(#(#[#cfgs])*);
    let head = quote!(#head<#ty>);
    let code = implementations(
        item,
        &Implementations {
            path: &path,
            ty: &ty,
            borrows: structure.borrows,
            cfgs: cfgs.clone(),
            write: quote!(#writer.dependent::<#head>(|writer| value.write_with(self, writer));),
            least,
            read: quote!(#reader.dependent::<#head, #ty>(|reader| #function::read_with(self, reader))),
        },
    );
    quote!(#cfgs #definition #code)
}

/// The least size: what is always there, and as many elements as the numbers say.
fn least(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let (min_size, numbers, least) = (&item.paths.min_size, local("numbers"), number(structure.least));
    // A form that asks itself would do so without end.
    let fields = structure.fields.iter().filter(|field| {
        let depends = field.form.has_numbers() && !field.form.has_fields();
        matches!(field.role, Role::Value) && depends && field.condition.is_none() && !structure.recursive
    });
    let sizes = fields.map(|field| {
        let ty = field_type(item, structure, &field.ty);
        let form = form::any(item, &field.form, &Numbers::Least(structure));
        quote!(.saturating_add(#min_size::<#ty>(#form)))
    });
    let usize = &item.paths.usize;
    quote!(let #numbers = self; (#least as #usize) #(#sizes)*)
}

fn of_enum(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> TokenStream {
    let Paths { ok, err, .. } = item.paths;
    let path = enum_path(ty);
    let definition = definition(item, &path, ty.numbers.iter());
    let rust = angle(item.path("enums", &ty.path), lifetime(ty.borrows));
    let enumeration = item.path("enums", &ty.path);
    let (writer, reader) = (local("writer"), local("reader"));
    let form_of = |variant: &Variant| {
        let numbers = ty.numbers.iter().map(|number| ident(&number.ident)).map(|name| quote!(self.#name));
        value(item, Dependent::Struct(variant.constructor), numbers)
    };
    let writes = variants.iter().map(|variant| {
        let structure = &item.model.structs[variant.constructor];
        let (cfgs, name, id) = (&structure.cfgs, ident(&variant.ident), hex(structure.id));
        let arm = match &variant.payload {
            None => quote!(#enumeration::#name => #writer.id(#id),),
            Some(_) => {
                let form = form_of(variant);
                let payload = if variant.boxed { quote!(&**value) } else { quote!(value) };
                quote!(#enumeration::#name(ref value) => { #writer.id(#id); #writer.write_as(#form, #payload); })
            }
        };
        quote!(#(#[#cfgs])* #arm)
    });
    let reads = variants.iter().map(|variant| {
        let structure = &item.model.structs[variant.constructor];
        let (cfgs, name, id) = (&structure.cfgs, ident(&variant.ident), hex(structure.id));
        let value = match &variant.payload {
            None => quote!(#ok(#enumeration::#name)),
            Some(_) => {
                let (form, heap) = (form_of(variant), &item.paths.heap);
                let form = if variant.boxed { quote!(#heap(#form)) } else { form };
                quote!(#reader.read_as(#form).map(#enumeration::#name))
            }
        };
        quote!(#(#[#cfgs])* #id => #value,)
    });
    let (id, name, least) = (item.or_return(quote!(#reader.id())), &ty.name, number(ty.least));
    let code = implementations(
        item,
        &Implementations {
            path: &path,
            ty: &rust,
            borrows: ty.borrows,
            cfgs: TokenStream::new(),
            write: quote!(match *value { #(#writes)* }),
            least: quote!(#least),
            read: quote!(match #id { #(#reads)* id => #err(#reader.unknown_id(id, #name)) }),
        },
    );
    quote!(#definition #code)
}

/// What the implementations of a form's traits differ in.
struct Implementations<'p> {
    path: &'p RustPath,
    ty: &'p TokenStream,
    borrows: bool,
    cfgs: TokenStream,
    write: TokenStream,
    least: TokenStream,
    read: TokenStream,
}

fn implementations(item: &Item<'_>, of: &Implementations<'_>) -> TokenStream {
    let Implementations { path, ty, borrows, cfgs, write, least, read } = of;
    let Paths { encode_as, decode_as, writer: writer_type, reader: reader_type, result, .. } = item.paths;
    let Paths { decode_error, usize, .. } = item.paths;
    let (name, writer, reader) = (ident(&path.ident), local("writer"), local("reader"));
    let (declared, inline) = (borrows.then(|| quote!(<'a>)), item.inline());
    quote! {
        #cfgs
        impl #declared #encode_as<#ty> for #name {
            #inline
            fn write(self, value: &#ty, mut #writer: #writer_type<'_>) { #write }
        }

        #cfgs
        impl<'a> #decode_as<'a, #ty> for #name {
            #inline
            fn min_size(self) -> #usize { #least }

            #inline
            fn read(self, #reader: &mut #reader_type<'a>) -> #result<#ty, #decode_error> { #read }
        }
    }
}
