//! What an `impl` begins with: its conditions, its generics, its trait and its type.

use proc_macro2::{Delimiter, Group, Ident, TokenStream};
use quote::{TokenStreamExt, quote};

use crate::codegen::item::{Item, ident};
use crate::codegen::rust_type::{declared, generics, generics_of_type};
use crate::codegen::tokens::Tokens;
use crate::model::{BoxedType, Parameter, Struct};

/// The header of an `impl`.
#[derive(Default)]
pub(super) struct Header {
    /// `#[cfg(…)]`, and what else is before it.
    attributes: Tokens,
    trait_path: Option<Tokens>,
    /// It declares `'a`, whether the type has that or not.
    reads: bool,
    /// What each type parameter must be.
    bound: Option<Tokens>,
}

impl Header {
    /// Methods of the type itself.
    pub(super) fn inherent() -> Header {
        Header::default()
    }

    /// `impl Encode for …`
    pub(super) fn of(trait_path: impl Into<Tokens>) -> Header {
        Header { trait_path: Some(trait_path.into()), ..Header::default() }
    }

    /// `impl<'a> Decode<'a> for …`: a trait with the lifetime of the input.
    pub(super) fn reading(trait_path: impl Into<Tokens>) -> Header {
        Header { reads: true, ..Header::of(trait_path) }
    }

    /// As a derive would write it.
    pub(super) fn derived(self) -> Header {
        Header { attributes: quote!(#[automatically_derived]).into(), ..self }
    }

    /// It is of no use in the documentation.
    pub(super) fn hidden(self, item: &Item<'_>) -> Header {
        Header { attributes: item.hidden().clone().then(self.attributes), ..self }
    }

    /// Where the struct is there, also for other types.
    pub(super) fn under(self, structure: &Struct) -> Header {
        let cfgs = structure.cfgs.iter().map(|cfg| quote!(#[#cfg]));
        Header { attributes: cfgs.fold(self.attributes, Tokens::then), ..self }
    }

    /// `… where X: Serializable`
    pub(super) fn with_bound(self, bound: impl Into<Tokens>) -> Header {
        Header { bound: Some(bound.into()), ..self }
    }

    /// ```text
    /// #[cfg(feature = "layers")]
    /// impl<'a, X> Decode<'a> for InvokeWithLayer<X>
    /// where
    ///     X: Deserializable<'a>,
    /// { … }
    /// ```
    pub(super) fn on_struct(self, structure: &Struct, body: TokenStream) -> TokenStream {
        let (name, generics) = (ident(&structure.path.ident), generics(structure));
        let ty = Tokens::from(name).then(generics);
        self.under(structure).on(ty, structure.borrows, &structure.parameters, body)
    }

    /// ```text
    /// impl<'a> Decode<'a> for InputPeer { … }
    /// ```
    pub(super) fn on_enum(self, ty: &BoxedType, body: TokenStream) -> TokenStream {
        let (name, generics) = (ident(&ty.path.ident), generics_of_type(ty));
        self.on(Tokens::from(name).then(generics), ty.borrows, &ty.parameters, body)
    }

    fn on(self, ty: Tokens, borrows: bool, parameters: &[Parameter], body: TokenStream) -> TokenStream {
        let declared = Tokens::in_angles(declared(borrows || self.reads, parameters));
        let names: Vec<Ident> = Parameter::generics(parameters).map(ident).collect();
        let bound = self.bound.as_ref().filter(|_| !names.is_empty());
        let bounds = bound.map(|bound| quote!(where #(#names: #bound,)*));
        let Header { attributes, trait_path, .. } = self;
        let of = trait_path.map(|path| path.then(ident("for")));
        let mut implementation = quote!(#attributes impl #declared #of #ty #bounds);
        // Into `quote!` it would be copied.
        implementation.append(Group::new(Delimiter::Brace, body));
        implementation
    }
}
