//! The forms of enums, and of templates that are an `Option`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::codegen::dependent::{Implementations, definition, enum_path, implementations, value};
use crate::codegen::item::{Item, ident, local};
use crate::codegen::object;
use crate::codegen::paths::Paths;
use crate::codegen::pieces::{hex, number};
use crate::codegen::rust_type::{content, declared};
use crate::codegen::tokens::Tokens;
use crate::model::{BoxedType, Dependent, ParameterKind, RustType, Variant};

pub(super) fn of_enum(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> TokenStream {
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
pub(super) fn of_option(item: &Item<'_>, ty: &BoxedType, [nothing, something]: [usize; 2]) -> TokenStream {
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
