//! What an `impl` begins with: its conditions, its generics, its trait and its type.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

use crate::codegen::item::ident;
use crate::codegen::rust_type::{angle, declared, generics, generics_of_type};
use crate::model::{BoxedType, Parameter, Struct};

/// The header of an `impl`.
#[derive(Default)]
pub(super) struct Header {
    /// `#[cfg(…)]`, and what else is before it.
    attributes: TokenStream,
    trait_path: Option<TokenStream>,
    /// It declares `'a`, whether the type has that or not.
    reads: bool,
    /// What each type parameter must be.
    bound: Option<TokenStream>,
}

impl Header {
    /// Methods of the type itself.
    pub(super) fn inherent() -> Header {
        Header::default()
    }

    /// `impl Encode for …`
    pub(super) fn of(trait_path: impl ToTokens) -> Header {
        Header { trait_path: Some(trait_path.to_token_stream()), ..Header::default() }
    }

    /// `impl<'a> Decode<'a> for …`: a trait with the lifetime of the input.
    pub(super) fn reading(trait_path: impl ToTokens) -> Header {
        Header { reads: true, ..Header::of(trait_path) }
    }

    /// As a derive would write it.
    pub(super) fn derived(self) -> Header {
        Header { attributes: quote!(#[automatically_derived]), ..self }
    }

    /// Nobody looks for it in the documentation.
    pub(super) fn hidden(self) -> Header {
        let attributes = &self.attributes;
        Header { attributes: quote!(#[doc(hidden)] #attributes), ..self }
    }

    /// Where the struct is there, also for other types.
    pub(super) fn under(self, structure: &Struct) -> Header {
        let (attributes, cfgs) = (&self.attributes, &structure.cfgs);
        Header { attributes: quote!(#attributes #(#[#cfgs])*), ..self }
    }

    /// `… where X: Serializable`
    pub(super) fn with_bound(self, bound: impl ToTokens) -> Header {
        Header { bound: Some(bound.to_token_stream()), ..self }
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
        let ty = quote!(#name #generics);
        self.under(structure).on(ty, structure.borrows, &structure.parameters, body)
    }

    /// ```text
    /// impl<'a> Decode<'a> for InputPeer { … }
    /// ```
    pub(super) fn on_enum(self, ty: &BoxedType, body: TokenStream) -> TokenStream {
        let (name, generics) = (ident(&ty.path.ident), generics_of_type(ty));
        self.on(quote!(#name #generics), ty.borrows, &ty.parameters, body)
    }

    fn on(self, ty: TokenStream, borrows: bool, parameters: &[Parameter], body: TokenStream) -> TokenStream {
        let declared = angle(TokenStream::new(), declared(borrows || self.reads, parameters));
        let names: Vec<Ident> = Parameter::generics(parameters).map(ident).collect();
        let bound = self.bound.as_ref().filter(|_| !names.is_empty());
        let bounds = bound.map(|bound| quote!(where #(#names: #bound,)*));
        let Header { attributes, trait_path, .. } = self;
        let of = trait_path.map(|path| quote!(#path for));
        quote!(#attributes impl #declared #of #ty #bounds { #body })
    }
}
