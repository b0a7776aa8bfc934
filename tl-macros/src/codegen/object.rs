//! `Object` in two halves: what may hold an `Object` again, and the rest.
//!
//! A debug build gives every arm of a `match` room of its own on the stack, and `Object` has thousands. So the methods
//! that go through it match the few variants that nest and leave the others to a second method, which is entered once,
//! at the end of all nesting. Derives cannot do this, so the usual ones are written out.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::codegen::header::Header;
use crate::codegen::item::{Item, ident};
use crate::codegen::paths::Paths;
use crate::codegen::tokens::Tokens;
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

/// `Extern(crate::mtproto::Object)`
pub(super) fn external_variant(item: &Item<'_>, ty: &BoxedType) -> Option<TokenStream> {
    let (name, path) = (external_name(ty)?, external(item)?);
    Some(quote!(
        /// An object of the `extern` module.
        #name(#path),
    ))
}

/// The path of the `Object` that this one includes.
fn external(item: &Item<'_>) -> Option<TokenStream> {
    item.model.external.as_ref().map(|module| quote!(#module::Object))
}

/// The variant that holds it.
pub(super) fn external_name(ty: &BoxedType) -> Option<Ident> {
    ty.object.as_ref()?.external.as_ref().map(|name| ident(name))
}

/// `Self::Extern(ref value) => …,`
pub(super) fn external_arm(ty: &BoxedType, value: TokenStream) -> Option<TokenStream> {
    external_name(ty).map(|name| quote!(Self::#name(ref value) => #value,))
}

/// ```text
/// impl From<bool> for Object { fn from(value: bool) -> Self { if value { Self::BoolTrue } else { Self::BoolFalse } } }
/// impl From<crate::mtproto::Object> for Object { fn from(value: crate::mtproto::Object) -> Self { Self::Extern(value) } }
/// ```
pub(super) fn conversions(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> TokenStream {
    let Paths { from, bool, .. } = item.paths;
    let inline = item.inline();
    let conversion = |path: TokenStream, value: TokenStream| {
        let method = quote!(#inline fn from(value: #path) -> Self { #value });
        Header::of(from.clone().then(Tokens::in_angles([path]))).on_enum(ty, method)
    };
    let has_bool = ty.object.as_ref().is_some_and(|object| object.has_bool);
    let of_bool = variants.last_chunk::<2>().filter(|_| has_bool).map(|variants| {
        let [yes, no] = variants.each_ref().map(|variant| ident(&variant.ident));
        conversion(quote!(#bool), quote!(if value { Self::#yes } else { Self::#no }))
    });
    let of_external = external(item).zip(external_name(ty));
    let of_external = of_external.map(|(path, name)| conversion(path, quote!(Self::#name(value))));
    quote!(#of_bool #of_external)
}

/// `Clone`, `Debug` and `PartialEq`, as derived.
pub(super) fn usual_traits(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> TokenStream {
    let halves = halves(ty, variants);
    [clone(item), debug(item), equal(item)].iter().map(|method| method.render(item, ty, &halves)).collect()
}

/// A method of a trait, and what is in it.
struct Method<'m> {
    of: Tokens,
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
    /// The arm of the variant with another `Object`.
    external: Box<dyn Fn(&Ident) -> TokenStream + 'm>,
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
        let of_external = external_name(ty).map(|name| (self.external)(&name));
        let method = quote! {
            #[inline]
            fn #method(&self, #parameters) -> #result {
                match #on { #(#first)* #other => self.#flat(#arguments), }
            }
        };
        let flat = quote! {
            #inline
            fn #flat(&self, #parameters) -> #result { match #on { #(#rest)* #of_external #other => #end, } }
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
        of: clone.clone(),
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
        external: Box::new(move |name| quote!(Self::#name(ref value) => Self::#name(#clone::clone(value)),)),
        end: quote!(#clone::clone(self)),
    }
}

/// As [`clone()`]; an arm is `Self::User(ref value) => debug_variant(f, "User", value)`.
fn debug<'m>(item: &'m Item<'_>) -> Method<'m> {
    let Paths { debug, debug_variant, formatter, fmt_result, .. } = item.paths;
    Method {
        of: debug.clone(),
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
        external: Box::new(move |name| {
            let text = name.to_string();
            quote!(Self::#name(ref value) => #debug_variant(f, #text, value),)
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
        of: partial_eq.clone(),
        name: "eq",
        flat: "equals_flat",
        parameters: quote!(other: &Self),
        result: quote!(#bool),
        arguments: quote!(other),
        on: quote!((self, other)),
        arm: Box::new(|variant| pair(item, variant)),
        external: Box::new(
            move |name| quote!((Self::#name(value), Self::#name(other)) => #partial_eq::eq(value, other),),
        ),
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
