//! Encode: the mirror image of `decode`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::codegen::fixed::{self, Run, Step};
use crate::codegen::item::{Item, ident, local, variable};
use crate::codegen::pieces::{hex, number};
use crate::codegen::rust_type::{bounds, generics};
use crate::codegen::{form, masks, object, size_hint};
use crate::model::{BoxedType, Field, Role, Struct, Variant};

/// ```text
/// impl BareSerializable for ChatInviteExported {
///     fn write_bare_to(&self, mut writer: Writer<'_>) {
///         let flags = (self.revoked as u32) | (self.usage.is_some() as u32) << 3;
///         writer.write(&flags);
///         writer.write(&self.link);
///         writer.optional(&self.usage);
///     }
/// }
/// ```
pub(super) fn structure(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let tl = item.runtime();
    let writer = local("writer");
    let cfgs = &structure.cfgs;
    let (name, generics, inline) = (ident(&structure.path.ident), generics(structure), item.inline());
    let bounds = bounds(structure, quote!(#tl::Serializable));
    let body = fixed::write(item, structure).unwrap_or_else(|| body(item, structure));
    let many = fixed::write_many(item, structure);
    let size_hint = size_hint::of_structure(item, structure);
    let parameter = if structure.fields.is_empty() { quote!(_) } else { quote!(mut #writer) };
    quote! {
        #(#[#cfgs])*
        impl #generics #tl::BareSerializable for #name #generics
        #bounds
        {
            #inline
            fn write_bare_to(&self, #parameter: #tl::Writer<'_>) {
                #body
            }
            #many
            #size_hint
        }
    }
}

/// What is computed, then each field or run of fields of fixed size.
fn body(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let writer = local("writer");
    let computed = masks::from_fields(item, structure, &writer);
    let agreements = masks::agreements(structure, &writer);
    let steps = fixed::steps_to_write(structure).into_iter().map(|step| match step {
        Step::One(index) => write_field(item, &structure.fields[index]),
        Step::Run(run) => write_run(item, &run),
    });
    quote!(#computed #agreements #(#steps)*)
}

/// ```text
/// let mut run = [0; 12];
/// put::<0, _, _, _>(&self.admin_id, &mut run);
/// put::<8, _, _, _>(&self.date, &mut run);
/// writer.array(&run);
/// ```
fn write_run(item: &Item<'_>, run: &Run<'_>) -> TokenStream {
    let (writer, chunk) = (local("writer"), local("run"));
    let len = number(run.len);
    let parts = run.parts.iter().map(|part| fixed::put(item, part, &chunk));
    quote!(let mut #chunk = [0; #len]; #(#parts)* #writer.array(&#chunk);)
}

fn write_field(item: &Item<'_>, field: &Field) -> TokenStream {
    let value = match &field.role {
        Role::Bit => return TokenStream::new(),
        Role::Mask(_) | Role::Length { .. } => variable(field).into_token_stream(),
        Role::Value | Role::Bounded { .. } => {
            let name = ident(&field.ident);
            quote!(self.#name)
        }
    };
    let writer = local("writer");
    match (form::of_field(item, field), field.condition) {
        (None, None) => quote!(#writer.write(&#value);),
        (None, Some(_)) => quote!(#writer.optional(&#value);),
        (Some(form), None) => quote!(#writer.write_as(#form, &#value);),
        (Some(form), Some(_)) => quote!(#writer.optional_as(#form, &#value);),
    }
}

/// ```text
/// impl Serializable for InputPeer {
///     fn write_to(&self, mut writer: Writer<'_>) {
///         match *self {
///             Self::Empty => writer.u32(0x7f3b18ea),
///             Self::User(ref value) => writer.write(value),
///         }
///     }
/// }
/// ```
pub(super) fn boxed_type(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> TokenStream {
    let tl = item.runtime();
    let writer = local("writer");
    let lifetime = ty.borrows.then(|| quote!(<'a>));
    let (name, inline) = (ident(&ty.path.ident), item.inline());
    let halves = object::halves(ty, variants);
    let arms = halves.first.iter().map(|variant| write_variant(item, variant));
    let (other, flat) = (object::other(), halves.rest.as_ref().map(|rest| flat(item, ty, rest)));
    let rest = flat.as_ref().map(|_| quote!(#other => self.write_flat(#writer),));
    let size_hint = size_hint::of_type(item, ty, variants);
    quote! {
        impl #lifetime #tl::Serializable for #name #lifetime {
            #inline
            fn write_to(&self, mut #writer: #tl::Writer<'_>) {
                match *self { #(#arms)* #rest }
            }
            #size_hint
        }
        #flat
    }
}

/// The half of `Object` that holds no `Object`.
fn flat(item: &Item<'_>, ty: &BoxedType, rest: &[&Variant]) -> TokenStream {
    let (tl, writer, other) = (item.runtime(), local("writer"), object::other());
    let arms = rest.iter().map(|variant| write_variant(item, variant));
    let method = quote! {
        fn write_flat(&self, mut #writer: #tl::Writer<'_>) {
            match *self { #(#arms)* #other => #tl::Serializable::write_to(self, #writer), }
        }
    };
    object::method(item, ty, method)
}

fn write_variant(item: &Item<'_>, variant: &Variant) -> TokenStream {
    let writer = local("writer");
    let structure = &item.model.structs[variant.constructor];
    let cfgs = &structure.cfgs;
    let name = ident(&variant.ident);
    let id = hex(structure.id);
    let arm = match (structure.is_empty(), variant.boxed) {
        (true, _) => quote!(Self::#name => #writer.u32(#id),),
        (false, false) => quote!(Self::#name(ref value) => #writer.write(value),),
        (false, true) => quote!(Self::#name(ref value) => #writer.write(&**value),),
    };
    quote!(#(#[#cfgs])* #arm)
}
