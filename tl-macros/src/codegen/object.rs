//! `Object` in two halves: what may hold an `Object` again, and the rest.
//!
//! A debug build gives every arm of a `match` room of its own on the stack, and `Object` has thousands. So the methods
//! that go through it match the few variants that nest and leave the others to a second method, which is entered once,
//! at the end of all nesting. Derives know no such thing, so the usual ones are written out.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::item::{Item, ident};
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

/// `impl Object { fn write_flat(…) { … } }`
pub(super) fn method(item: &Item<'_>, ty: &BoxedType, method: TokenStream) -> TokenStream {
    let (name, lifetime, inline) = (ident(&ty.path.ident), ty.borrows.then(|| quote!(<'a>)), item.inline());
    quote!(impl #lifetime #name #lifetime { #inline #method })
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
        let (name, lifetime) = (ident(&ty.path.ident), ty.borrows.then(|| quote!(<'a>)));
        let (method, flat) = (ident(self.name), ident(self.flat));
        let first = halves.first.iter().map(|variant| (self.arm)(variant));
        let rest = halves.rest.iter().flatten().map(|variant| (self.arm)(variant));
        let other = other();
        let flat_method = self::method(
            item,
            ty,
            quote!(fn #flat(&self, #parameters) -> #result { match #on { #(#rest)* #other => #end, } }),
        );
        quote! {
            #[automatically_derived]
            impl #lifetime #of for #name #lifetime {
                #[inline]
                fn #method(&self, #parameters) -> #result {
                    match #on { #(#first)* #other => self.#flat(#arguments), }
                }
            }
            #flat_method
        }
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
    Method {
        of: quote!(::core::clone::Clone),
        name: "clone",
        flat: "clone_flat",
        parameters: TokenStream::new(),
        result: quote!(Self),
        arguments: TokenStream::new(),
        on: quote!(*self),
        arm: Box::new(|variant| {
            let name = ident(&variant.ident);
            let value = quote!(Self::#name(::core::clone::Clone::clone(value)));
            arm(item, variant, value, quote!(Self::#name))
        }),
        end: quote!(::core::clone::Clone::clone(self)),
    }
}

/// As [`clone()`]; an arm is `Self::User(ref value) => debug_variant(f, "User", value)`.
fn debug<'m>(item: &'m Item<'_>) -> Method<'m> {
    let tl = item.runtime();
    Method {
        of: quote!(::core::fmt::Debug),
        name: "fmt",
        flat: "debug_flat",
        parameters: quote!(f: &mut ::core::fmt::Formatter<'_>),
        result: quote!(::core::fmt::Result),
        arguments: quote!(f),
        on: quote!(*self),
        arm: Box::new(move |variant| {
            let name = variant.ident.trim_start_matches("r#");
            arm(
                item,
                variant,
                quote!(#tl::private::debug_variant(f, #name, value)),
                quote!(f.write_str(#name)),
            )
        }),
        end: quote!(::core::fmt::Debug::fmt(self, f)),
    }
}

/// `Self::User(ref value) => …` or `Self::Empty => …`.
fn arm(item: &Item<'_>, variant: &Variant, value: TokenStream, unit: TokenStream) -> TokenStream {
    let structure = &item.model.structs[variant.constructor];
    let (cfgs, name) = (&structure.cfgs, ident(&variant.ident));
    match structure.is_empty() {
        true => quote!(#(#[#cfgs])* Self::#name => #unit,),
        false => quote!(#(#[#cfgs])* Self::#name(ref value) => #value,),
    }
}

/// As [`clone()`]; an arm is `(Self::User(value), Self::User(other)) => PartialEq::eq(value, other)`.
fn equal<'m>(item: &'m Item<'_>) -> Method<'m> {
    Method {
        of: quote!(::core::cmp::PartialEq),
        name: "eq",
        flat: "equals_flat",
        parameters: quote!(other: &Self),
        result: quote!(::core::primitive::bool),
        arguments: quote!(other),
        on: quote!((self, other)),
        arm: Box::new(|variant| pair(item, variant)),
        end: quote!(false),
    }
}

fn pair(item: &Item<'_>, variant: &Variant) -> TokenStream {
    let structure = &item.model.structs[variant.constructor];
    let (cfgs, name) = (&structure.cfgs, ident(&variant.ident));
    let (pattern, result) = match structure.is_empty() {
        true => (quote!((Self::#name, Self::#name)), quote!(true)),
        false => (
            quote!((Self::#name(value), Self::#name(other))),
            quote!(::core::cmp::PartialEq::eq(value, other)),
        ),
    };
    quote!(#(#[#cfgs])* #pattern => #result,)
}
