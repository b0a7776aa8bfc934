//! Prints forms of the runtime, which say how a value is encoded.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::codegen::item::{Item, ident, local, member, variable};
use crate::codegen::pieces::hex;
use crate::codegen::tokens::Tokens;
use crate::codegen::{dependent, fixed, masks};
use crate::model::{Argument, Field, Form, Nat, Parameter, RustType, Struct};

/// Where the natural numbers of a form come from.
pub(super) enum Numbers<'n> {
    /// It has none.
    None,
    /// In the method that writes this field: from fields of `self`, and from what is computed.
    Written(&'n Struct, &'n Field),
    /// In the method that reads this struct: from variables.
    Read(&'n Struct),
    /// Where the least size of this struct is computed: a sum saturates.
    Least(&'n Struct),
    /// In the method that says how this function's answer is encoded: from fields of `self`. A sum saturates: no list is as
    /// long.
    Asked(&'n Struct),
}

/// `Heap(Counted(Bare))`; none for the form that a Rust type has by itself.
pub(super) fn special(item: &Item<'_>, form: &Form, numbers: &Numbers<'_>) -> Option<TokenStream> {
    (*form != Form::Boxed).then(|| any(item, form, numbers))
}

/// `Counted(Bare)`, `Times(n, Boxed)`
pub(super) fn any(item: &Item<'_>, form: &Form, numbers: &Numbers<'_>) -> TokenStream {
    let paths = item.paths;
    let around = |path: &Tokens, inner: &Form| {
        let inner = any(item, inner, numbers);
        quote!(#path(#inner))
    };
    match form {
        Form::Boxed => paths.boxed.to_token_stream(),
        Form::Bare => paths.bare.to_token_stream(),
        Form::Lossy => paths.lossy.to_token_stream(),
        Form::Nullable => paths.nullable.to_token_stream(),
        Form::Heap(inner) => around(&paths.heap, inner),
        Form::Counted(element) => around(&paths.counted, element),
        Form::Array(element) => around(&paths.array, element),
        Form::Times(count, element) => {
            let (path, count, element) =
                (&paths.times, number(item, count, numbers), any(item, element, numbers));
            quote!(#path(#count, #element))
        }
        Form::Dependent(of, arguments) => {
            let arguments = arguments.iter().map(|argument| match argument {
                Argument::Nat(nat) => number(item, nat, numbers),
                Argument::Form(form) => any(item, form, numbers),
            });
            dependent::value(item, *of, arguments)
        }
        Form::Parameter(index) => numbers.parameter(*index),
        Form::Answer(index) => numbers.answer(item, *index),
        Form::WithId { id, name, bare } => {
            let (path, id, bare) = (&paths.with_id, hex(*id), any(item, bare, numbers));
            quote!(#path::<#id, _>(#name, #bare))
        }
    }
}

/// `4`, `n`, `self.n`, `writer.sum(["x", "list"], &[n, 1])`
fn number(item: &Item<'_>, nat: &Nat, numbers: &Numbers<'_>) -> TokenStream {
    match nat {
        Nat::Number(number) => Literal::u32_unsuffixed(*number).into_token_stream(),
        Nat::Field(index) => match numbers {
            Numbers::Written(structure, _) => or_zero(&structure.fields[*index], fixed::value),
            Numbers::Read(structure) => or_zero(&structure.fields[*index], variable),
            Numbers::Asked(structure) => masks::asked(structure, &structure.fields[*index]),
            Numbers::None | Numbers::Least(_) => quote!(0),
        },
        Nat::Parameter(index) => numbers.parameter(*index),
        Nat::Sum(terms) => {
            let terms = terms.iter().map(|term| number(item, term, numbers));
            match numbers {
                Numbers::Written(structure, field) => {
                    let (writer, names) = (local("writer"), [&structure.name, &field.name]);
                    quote!(#writer.sum([#(#names),*], &[#(#terms),*]))
                }
                Numbers::Read(_) => {
                    let reader = local("reader");
                    item.or_return(quote!(#reader.sum(&[#(#terms),*])))
                }
                Numbers::Least(_) | Numbers::Asked(_) => {
                    let u32 = &item.paths.u32;
                    quote!((0 as #u32) #(.saturating_add(#terms))*)
                }
                Numbers::None => quote!(0),
            }
        }
    }
}

/// One that is absent counts as 0.
fn or_zero<T: ToTokens>(field: &Field, value: impl Fn(&Field) -> T) -> TokenStream {
    let value = value(field);
    match field.condition {
        None => value.into_token_stream(),
        Some(_) => quote!(#value.unwrap_or(0)),
    }
}

impl Numbers<'_> {
    /// What is given for a parameter: `arguments.n`
    fn parameter(&self, index: usize) -> TokenStream {
        match self {
            Numbers::Written(structure, _) | Numbers::Read(structure) | Numbers::Least(structure) => {
                masks::parameter_value(structure, index)
            }
            Numbers::None | Numbers::Asked(_) => quote!(0),
        }
    }

    /// The form of what the function answers that a field holds: `self.query.answer_form()`
    fn answer(&self, item: &Item<'_>, parameter: usize) -> TokenStream {
        let (Numbers::Asked(structure), asks) = (self, &item.paths.asks) else { return quote!(()) };
        let query = structure.visible().find(|field| field.ty == RustType::Parameter(parameter)).map(member);
        quote!(#asks::answer_form(&self.#query))
    }
}

/// `Counted<Bare>`, as what a function answers.
pub(super) fn ty(item: &Item<'_>, parameters: &[Parameter], form: &Form) -> TokenStream {
    let paths = item.paths;
    let around = |path: &Tokens, inner: &Form| {
        let inner = ty(item, parameters, inner);
        quote!(#path<#inner>)
    };
    match form {
        Form::Boxed => paths.boxed.to_token_stream(),
        Form::Bare => paths.bare.to_token_stream(),
        Form::Lossy => paths.lossy.to_token_stream(),
        Form::Nullable => paths.nullable.to_token_stream(),
        Form::Heap(inner) => around(&paths.heap, inner),
        Form::Counted(element) => around(&paths.counted, element),
        Form::Array(element) => around(&paths.array, element),
        Form::Times(_, element) => around(&paths.times, element),
        Form::Dependent(of, arguments) => {
            let forms = arguments.iter().filter_map(Argument::as_form).map(|form| ty(item, parameters, form));
            dependent::path(item, *of).then(Tokens::in_angles(forms)).into_token_stream()
        }
        Form::Parameter(index) => ident(&parameters[*index].ident).into_token_stream(),
        Form::Answer(index) => {
            let (name, asks) = (ident(&parameters[*index].ident), &paths.asks);
            quote!(<#name as #asks>::Form)
        }
        Form::WithId { id, bare, .. } => {
            let (path, id, bare) = (&paths.with_id, hex(*id), ty(item, parameters, bare));
            quote!(#path<#id, #bare>)
        }
    }
}
