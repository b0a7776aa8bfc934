//! `Object` in two halves: what may hold an `Object` again, and the rest.
//!
//! A debug build gives every arm of a `match` room of its own on the stack, and `Object` has thousands. So the methods
//! that go through it match the few variants that nest and leave the others to a second method, which is entered once,
//! at the end of all nesting. Derives know no such thing, so the usual ones are written out.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::header::Header;
use crate::codegen::item::{Item, ident};
use crate::codegen::paths::Paths;
use crate::model::{BoxedType, Variant};

/// The variants of a type that its methods match.
pub(super) struct Halves<'v> {
    /// In the method itself.
    pub(super) first: Vec<&'v Variant>,
    /// In the second method, where there is one.
    pub(super) rest: Option<Vec<&'v Variant>>,
}

/// All variants in one, unless some nest and others do not.
pub(super) fn halves<'v>(ty: &BoxedType, variants: &'v [Variant]) -> Halves<'v> {
    match ty.is_split() {
        false => Halves { first: variants.iter().collect(), rest: None },
        true => {
            let (nested, flat) = variants.iter().partition(|variant| variant.nests);
            Halves { first: nested, rest: Some(flat) }
        }
    }
}

/// `_`, for what the other method has; with `#[cfg]` on variants there may be nothing.
pub(super) fn other() -> TokenStream {
    quote!(
        #[allow(unreachable_patterns)]
        _
    )
}

/// `Clone`, `Debug` and `PartialEq`, as derived.
pub(super) fn usual_traits(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> TokenStream {
    let halves = halves(ty, variants);
    [clone(item), debug(item), equal(item)].iter().map(|method| method.render(item, ty, &halves)).collect()
}

/// A method of a trait, and what is in it.
struct Method<'m> {
    of: TokenStream,
    name: &'static str,
    /// The name of the method for the rest.
    flat: &'static str,
    /// Arguments after `self`, and the result.
    parameters: TokenStream,
    result: TokenStream,
    /// The names of the arguments.
    arguments: TokenStream,
    /// What is matched.
    on: TokenStream,
    arm: Box<dyn Fn(&Variant) -> TokenStream + 'm>,
    /// What the method for the rest does with other values.
    end: TokenStream,
}

impl Method<'_> {
    /// With the mark of a derive, since it is what a derive would write: clippy holds `Hash` against it.
    fn render(&self, item: &Item<'_>, ty: &BoxedType, halves: &Halves<'_>) -> TokenStream {
        let Method { of, parameters, result, arguments, on, end, .. } = self;
        let (method, flat, other, inline) = (ident(self.name), ident(self.flat), other(), item.inline());
        let first = halves.first.iter().map(|variant| (self.arm)(variant));
        let rest = halves.rest.iter().flatten().map(|variant| (self.arm)(variant));
        let method = quote! {
            #[inline]
            fn #method(&self, #parameters) -> #result {
                match #on { #(#first)* #other => self.#flat(#arguments), }
            }
        };
        let flat = quote! {
            #inline
            fn #flat(&self, #parameters) -> #result { match #on { #(#rest)* #other => #end, } }
        };
        let methods = [Header::of(of).derived().on_enum(ty, method), Header::inherent().on_enum(ty, flat)];
        methods.into_iter().collect()
    }
}

/// ```text
/// impl Clone for Object {
///     fn clone(&self) -> Self {
///         match *self {
///             Self::InvokeWithLayer(ref value) => Self::InvokeWithLayer(Clone::clone(value)),
///             _ => self.clone_flat(),
///         }
///     }
/// }
/// impl Object { fn clone_flat(&self) -> Self { match *self { …, _ => Clone::clone(self) } } }
/// ```
fn clone<'m>(item: &'m Item<'_>) -> Method<'m> {
    let Paths { clone, .. } = item.paths;
    Method {
        of: quote!(#clone),
        name: "clone",
        flat: "clone_flat",
        parameters: TokenStream::new(),
        result: quote!(Self),
        arguments: TokenStream::new(),
        on: quote!(*self),
        arm: Box::new(move |variant| {
            let name = ident(&variant.ident);
            arm(item, variant, quote!(Self::#name(#clone::clone(value))), quote!(Self::#name))
        }),
        end: quote!(#clone::clone(self)),
    }
}

/// As [`clone()`]; an arm is `Self::User(ref value) => debug_variant(f, "User", value)`.
fn debug<'m>(item: &'m Item<'_>) -> Method<'m> {
    let Paths { debug, debug_variant, formatter, fmt_result, .. } = item.paths;
    Method {
        of: quote!(#debug),
        name: "fmt",
        flat: "debug_flat",
        parameters: quote!(f: &mut #formatter<'_>),
        result: quote!(#fmt_result),
        arguments: quote!(f),
        on: quote!(*self),
        arm: Box::new(move |variant| {
            let name = variant.ident.trim_start_matches("r#");
            arm(item, variant, quote!(#debug_variant(f, #name, value)), quote!(f.write_str(#name)))
        }),
        end: quote!(#debug::fmt(self, f)),
    }
}

/// `Self::User(ref value) => …` or `Self::Empty => …`.
fn arm(item: &Item<'_>, variant: &Variant, value: TokenStream, unit: TokenStream) -> TokenStream {
    let (cfgs, name) = (&item.model.structs[variant.constructor].cfgs, ident(&variant.ident));
    match variant.payload {
        None => quote!(#(#[#cfgs])* Self::#name => #unit,),
        Some(_) => quote!(#(#[#cfgs])* Self::#name(ref value) => #value,),
    }
}

/// As [`clone()`]; an arm is `(Self::User(value), Self::User(other)) => PartialEq::eq(value, other)`.
fn equal<'m>(item: &'m Item<'_>) -> Method<'m> {
    let Paths { partial_eq, bool, .. } = item.paths;
    Method {
        of: quote!(#partial_eq),
        name: "eq",
        flat: "equals_flat",
        parameters: quote!(other: &Self),
        result: quote!(#bool),
        arguments: quote!(other),
        on: quote!((self, other)),
        arm: Box::new(|variant| pair(item, variant)),
        end: quote!(false),
    }
}

fn pair(item: &Item<'_>, variant: &Variant) -> TokenStream {
    let Paths { partial_eq, .. } = item.paths;
    let (cfgs, name) = (&item.model.structs[variant.constructor].cfgs, ident(&variant.ident));
    let (pattern, result) = match variant.payload {
        None => (quote!((Self::#name, Self::#name)), quote!(true)),
        Some(_) => (quote!((Self::#name(value), Self::#name(other))), quote!(#partial_eq::eq(value, other))),
    };
    quote!(#(#[#cfgs])* #pattern => #result,)
}
