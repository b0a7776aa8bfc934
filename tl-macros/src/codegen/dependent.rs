//! Structs and enums that depend on arguments: they are read and written by forms that hold these.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

use crate::codegen::form::{self, Numbers};
use crate::codegen::header::Header;
use crate::codegen::item::{Item, ident, local, member};
use crate::codegen::modules::Modules;
use crate::codegen::paths::Paths;
use crate::codegen::pieces::{Pieces, hex, number};
use crate::codegen::rust_type::{content, declared, field_type};
use crate::codegen::tokens::Tokens;
use crate::codegen::{decode, encode, object};
use crate::model::{
    BoxedType, Dependent, Model, Parameter, ParameterKind, Role, RustPath, RustType, Shape, Struct, Variant,
};

/// The module of the forms.
const FORMS: &str = "forms";

/// The forms of a schema; nothing if no combinator depends on arguments.
pub(super) fn forms(model: &Model, pieces: &Pieces) -> Option<TokenStream> {
    let mut modules = Modules::default();
    for structure in model.structs.iter().filter(|structure| structure.is_dependent() && !structure.omitted) {
        let item = Item::new(model, pieces, structure.path.modules.len() + 1);
        modules.add(&structure.path.modules, [of_structure(&item, structure)]);
    }
    for ty in model.types.iter().filter(|ty| !ty.parameters.is_empty()) {
        let item = Item::new(model, pieces, ty.path.modules.len() + 1);
        match &ty.shape {
            Shape::Enum(variants) => modules.add(&ty.path.modules, [of_enum(&item, ty, variants)]),
            Shape::Option(variants) => modules.add(&ty.path.modules, [of_option(&item, ty, *variants)]),
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

/// ```text
/// impl<X, Y> Pair<X, Y> {
///     pub fn write_with<XForm: EncodeAs<X>, YForm: EncodeAs<Y>>(
///         &self,
///         arguments: super::forms::PairForm<XForm, YForm>,
///         mut writer: Writer<'_>,
///     ) { … }
///     pub fn read_with<'a, XForm: DecodeAs<'a, X>, YForm: DecodeAs<'a, Y>>(
///         arguments: super::forms::PairForm<XForm, YForm>,
///         reader: &mut Reader<'a>,
///     ) -> Result<Self, DecodeError> { … }
/// }
/// ```
pub(super) fn methods(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let Paths { writer: writer_type, reader: reader_type, result, decode_error, .. } = item.paths;
    let Paths { encode_as, decode_as, .. } = item.paths;
    let (writer, reader, arguments) = (local("writer"), local("reader"), local("arguments"));
    let forms = || forms_of(&structure.parameters);
    let form = item.path(FORMS, &structure_path(structure));
    let form = form.then(Tokens::in_angles(forms().map(|(_, form)| Tokens::from(form))));
    let (write, read, inline) = (encode::body(item, structure), decode::body(item, structure), item.inline());
    let writes = forms().map(|(ty, form)| quote!(#form: #encode_as<#ty>));
    let writes = Tokens::in_angles(writes);
    let lifetime = (!structure.borrows).then(|| quote!('a));
    let reads = forms().map(|(ty, form)| quote!(#form: #decode_as<'a, #ty>));
    let reads = Tokens::in_angles(lifetime.into_iter().chain(reads));
    let methods = quote! {
        #[doc(hidden)]
        #[allow(unused_variables, unused_mut)]
        #inline
        pub fn write_with #writes (&self, #arguments: #form, mut #writer: #writer_type<'_>) {
            #write
        }

        #[doc(hidden)]
        #[allow(unused_variables)]
        #inline
        pub fn read_with #reads (
            #arguments: #form,
            #reader: &mut #reader_type<'a>,
        ) -> #result<Self, #decode_error> {
            #read
        }
    };
    Header::inherent().on_struct(structure, methods)
}

/// ```text
/// impl<X, Y, XForm: EncodeAs<X>, YForm: EncodeAs<Y>> EncodeAs<super::types::Pair<X, Y>> for PairForm<XForm, YForm> {
///     fn write(self, value: &super::types::Pair<X, Y>, mut writer: Writer<'_>) {
///         writer.dependent::<Id<super::types::Pair<X, Y>>>(|writer| value.write_with(self, writer));
///     }
/// }
/// impl<'a, X, Y, XForm: DecodeAs<'a, X>, YForm: DecodeAs<'a, Y>> DecodeAs<'a, super::types::Pair<X, Y>> for PairForm<XForm, YForm> {
///     fn min_size(self) -> usize { … }
///     fn read(self, reader: &mut Reader<'a>) -> Result<super::types::Pair<X, Y>, DecodeError> {
///         reader.dependent::<Id<super::types::Pair<X, Y>>, _>(|reader| super::types::Pair::read_with(self, reader))
///     }
/// }
/// ```
fn of_structure(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let path = structure_path(structure);
    let definition = definition(item, &path, &structure.parameters);
    let function = item.structure(structure);
    let ty = function.clone().then(Tokens::in_angles(declared(structure.borrows, &structure.parameters)));
    let (writer, reader) = (local("writer"), local("reader"));
    let (cfgs, head) = (&structure.cfgs, encode::head(item, structure));
    let cfgs = quote!(#(#[#cfgs])*);
    let head = quote!(#head<#ty>);
    let code = implementations(
        item,
        &Implementations {
            path: &path,
            ty: &ty,
            borrows: structure.borrows,
            parameters: &structure.parameters,
            cfgs: cfgs.clone(),
            write: quote!(#writer.dependent::<#head>(|writer| value.write_with(self, writer));),
            least: least(item, structure),
            hint: hint(item, structure),
            read: quote!(#reader.dependent::<#head, #ty>(|reader| #function::read_with(self, reader))),
        },
    );
    quote!(#cfgs #definition #code)
}

/// The least size: what is there whatever the arguments are, or what they say, if that is more. Their sum would count
/// some of it twice.
fn least(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let (min_size, arguments, least) = (&item.paths.min_size, local("arguments"), number(structure.least));
    // A form that asks itself would do so without end.
    let fields = structure.fields.iter().filter(|field| {
        let depends = field.form.has_arguments() && !field.form.has_fields();
        matches!(field.role, Role::Value) && depends && field.condition.is_none() && !structure.recursive
    });
    let sizes = fields.map(|field| {
        let ty = field_type(item, structure, &field.ty);
        let form = form::any(item, &field.form, &Numbers::Least(structure));
        quote!(.saturating_add(#min_size::<#ty>(#form)))
    });
    let sizes: Vec<TokenStream> = sizes.collect();
    match &sizes[..] {
        [] => quote!(#least),
        sizes => {
            let usize = &item.paths.usize;
            quote!(let #arguments = self; (0 as #usize) #(#sizes)* .max(#least))
        }
    }
}

/// How much a value takes, at a glance: `let arguments = self; 8 + EncodeAs::size_hint(arguments.X, &value.a)`
fn hint(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    // No glance follows a value down all its levels.
    let hint = structure.hint.as_ref().filter(|_| !structure.recursive)?;
    let (encode_as, arguments, others) = (&item.paths.encode_as, local("arguments"), number(hint.others));
    let long = hint.long.iter().map(|&field| {
        let field = &structure.fields[field];
        let (name, form) = (member(field), form::any(item, &field.form, &Numbers::Least(structure)));
        quote!(#encode_as::size_hint(#form, &value.#name))
    });
    Some(quote!(let #arguments = self; #others #(+ #long)*))
}

/// That of the constructor that a value has, where some are long.
fn hint_of_cases(item: &Item<'_>, cases: &[Case]) -> Option<TokenStream> {
    let encode_as = &item.paths.encode_as;
    let structure = |case: &&Case| &item.model.structs[case.constructor];
    let long: Vec<&Case> =
        cases.iter().filter(|case| structure(case).hint.is_some() && !structure(case).recursive).collect();
    let arms = long.iter().map(|case| {
        let Case { path, boxed, form, .. } = case;
        let (cfgs, value) = (&structure(case).cfgs, if *boxed { quote!(&**value) } else { quote!(value) });
        quote!(#(#[#cfgs])* #path(ref value) => 4 + #encode_as::size_hint(#form, #value),)
    });
    let other = object::other();
    (!long.is_empty()).then(|| quote!(match *value { #(#arms)* #other => 4, }))
}

fn of_enum(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> TokenStream {
    let enumeration = item.path("enums", &ty.path);
    let cases = variants.iter().map(|variant| Case {
        constructor: variant.constructor,
        path: {
            let name = ident(&variant.ident);
            quote!(#enumeration::#name)
        },
        has_value: variant.payload.is_some(),
        boxed: variant.boxed,
        form: form_of_variant(item, ty, variant.constructor),
    });
    let rust = enumeration.clone().then(Tokens::in_angles(declared(ty.borrows, &ty.parameters)));
    of_cases(item, ty, &rust, cases.collect())
}

/// Nothing, or one value, which is written as the argument says.
fn of_option(item: &Item<'_>, ty: &BoxedType, [nothing, something]: [usize; 2]) -> TokenStream {
    let Paths { none, some, .. } = item.paths;
    let form = ident(&ty.parameters[0].ident);
    let form = quote!(self.#form);
    let case = |constructor, path, has_value| Case {
        constructor,
        path,
        has_value,
        boxed: false,
        form: form.clone(),
    };
    let cases =
        vec![case(nothing, none.to_token_stream(), false), case(something, some.to_token_stream(), true)];
    let rust = content(item, ty, &RustType::Parameter(0).optional());
    of_cases(item, ty, &rust, cases)
}

/// The form of a variant's struct, which has the arguments of the enum's.
fn form_of_variant(item: &Item<'_>, ty: &BoxedType, constructor: usize) -> TokenStream {
    let own = &item.model.structs[constructor].parameters;
    let given = ty.parameters.iter().zip(own);
    let given = given.filter(|(_, own)| own.used || own.kind == ParameterKind::Nat).map(|(given, _)| {
        let name = ident(&given.ident);
        quote!(self.#name)
    });
    value(item, Dependent::Struct(constructor), given)
}

/// A constructor of a boxed type, as a variant of an enum.
struct Case {
    constructor: usize,
    path: TokenStream,
    has_value: bool,
    /// The value is in a `Box`.
    boxed: bool,
    form: TokenStream,
}

/// ```text
/// impl<T, TForm: EncodeAs<T>> EncodeAs<Option<T>> for BoxedMaybeForm<TForm> {
///     fn write(self, value: &Option<T>, mut writer: Writer<'_>) {
///         match *value {
///             None => writer.id(0x27930a7b),
///             Some(ref value) => { writer.id(0x3f9c8ef8); writer.write_as(self.T, value); }
///         }
///     }
/// }
/// ```
fn of_cases(item: &Item<'_>, ty: &BoxedType, rust: &Tokens, cases: Vec<Case>) -> TokenStream {
    let Paths { ok, err, heap, .. } = item.paths;
    let path = enum_path(ty);
    let definition = definition(item, &path, &ty.parameters);
    let (writer, reader) = (local("writer"), local("reader"));
    let writes = cases.iter().map(|Case { constructor, path, has_value, boxed, form }| {
        let structure = &item.model.structs[*constructor];
        let (cfgs, id) = (&structure.cfgs, hex(structure.id));
        let arm = match has_value {
            false => quote!(#path => #writer.id(#id),),
            true => {
                let payload = if *boxed { quote!(&**value) } else { quote!(value) };
                quote!(#path(ref value) => { #writer.id(#id); #writer.write_as(#form, #payload); })
            }
        };
        quote!(#(#[#cfgs])* #arm)
    });
    let reads = cases.iter().map(|Case { constructor, path, has_value, boxed, form }| {
        let structure = &item.model.structs[*constructor];
        let (cfgs, id) = (&structure.cfgs, hex(structure.id));
        let value = match has_value {
            false => quote!(#ok(#path)),
            true => {
                let form = if *boxed { quote!(#heap(#form)) } else { form.clone() };
                quote!(#reader.read_as(#form).map(#path))
            }
        };
        quote!(#(#[#cfgs])* #id => #value,)
    });
    let (id, name, least) = (item.or_return(quote!(#reader.id())), &ty.name, number(ty.least));
    let code = implementations(
        item,
        &Implementations {
            path: &path,
            ty: rust,
            borrows: ty.borrows,
            parameters: &ty.parameters,
            cfgs: TokenStream::new(),
            write: quote!(match *value { #(#writes)* }),
            least: quote!(#least),
            hint: hint_of_cases(item, &cases),
            read: quote!(match #id { #(#reads)* id => #err(#reader.unknown_id(id, #name)) }),
        },
    );
    quote!(#definition #code)
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
