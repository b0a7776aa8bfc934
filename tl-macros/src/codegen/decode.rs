//! Decode: the mirror image of `encode`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::fixed::{self, Run, Step};
use crate::codegen::item::{Item, ident, initialiser, local, variable};
use crate::codegen::pieces::{hex, number};
use crate::codegen::rust_type::{bounds, generics};
use crate::codegen::{form, masks, object};
use crate::model::{Appears, BoxedType, Field, Role, Struct, Variant};

/// ```text
/// impl<'a> BareDeserializable<'a> for ChatInviteExported {
///     const MIN_BARE_SIZE: usize = 20;
///     fn deserialize_bare(reader: &mut Reader<'a>) -> Result<Self, DecodeError> {
///         let flags = reader.mask(0x1ff)?;
///         let link = reader.read()?;
///         let usage = reader.optional(flags & (1 << 3) != 0)?;
///         Ok(Self { revoked: flags & (1 << 0) != 0, link, usage, … })
///     }
/// }
/// ```
pub(super) fn structure(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    if !structure.decodes {
        return None;
    }
    let tl = item.runtime();
    let reader = local("reader");
    let cfgs = &structure.cfgs;
    let (name, generics, inline) = (ident(&structure.path.ident), generics(structure), item.inline());
    let parameters = structure.parameters.iter().map(|parameter| ident(parameter));
    let bounds = bounds(structure, quote!(#tl::Deserializable<'a>));
    let least = number(structure.least);
    let parameter = if structure.fields.is_empty() { quote!(_) } else { quote!(#reader) };
    let body = match structure.fixed {
        Some(len) => fixed::read(item, len),
        None => body(item, structure),
    };
    let many = structure.fixed.map(|len| fixed::read_many(item, len));
    Some(quote! {
        #(#[#cfgs])*
        impl<'a #(, #parameters)*> #tl::BareDeserializable<'a> for #name #generics
        #bounds
        {
            const MIN_BARE_SIZE: usize = #least;
            #inline
            fn deserialize_bare(#parameter: &mut #tl::Reader<'a>) -> ::core::result::Result<Self, #tl::DecodeError> {
                #body
            }
            #many
        }
    })
}

/// Each field, or run of fields of fixed size, into a variable; then the value of them all.
fn body(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let variables = fixed::steps_to_read(structure).into_iter().map(|step| match step {
        Step::One(index) => {
            let field = &structure.fields[index];
            let name = variable(field);
            let value = read_field(item, structure, field);
            quote!(let #name = #value;)
        }
        Step::Run(run) => read_run(item, &run),
    });
    let fields = structure.fields.iter().filter(|field| !field.role.is_computed()).map(|field| {
        let name = ident(&field.ident);
        match &field.role {
            Role::Bit => {
                let condition = field.condition.map(|condition| masks::condition(structure, condition));
                quote!(#name: #condition)
            }
            Role::Mask(mask) => {
                let undeclared = masks::undeclared(field, mask);
                quote!(#name: #undeclared)
            }
            Role::Value | Role::Length { .. } | Role::Bounded { .. } => initialiser(field),
        }
    });
    let fields: Vec<TokenStream> = fields.collect();
    let value = match fields.is_empty() {
        true => quote!(Self),
        false => quote!(Self { #(#fields),* }),
    };
    quote!(#(#variables)* ::core::result::Result::Ok(#value))
}

/// ```text
/// let run = match reader.chunk::<12>() { … };
/// let admin_id = get::<0, _, _, _>(run);
/// let date = get::<8, _, _, _>(run);
/// ```
fn read_run(item: &Item<'_>, run: &Run<'_>) -> TokenStream {
    let (reader, chunk) = (local("reader"), local("run"));
    let len = number(run.len);
    let value = item.or_return(quote!(#reader.chunk::<#len>()));
    let names = run.parts.iter().map(|part| variable(part.field));
    let parts = run.parts.iter().map(|part| {
        let value = fixed::get(item, part, &chunk);
        match &part.field.role {
            Role::Mask(mask) if mask.appears == Appears::No => {
                let declared = masks::declared(mask);
                let to_end = part.to_end(run);
                item.or_return(quote!(#reader.check_mask(#value, #declared, #to_end)))
            }
            Role::Value | Role::Bit | Role::Mask(_) | Role::Length { .. } | Role::Bounded { .. } => value,
        }
    });
    quote!(let #chunk = #value; #(let #names = #parts;)*)
}

fn read_field(item: &Item<'_>, structure: &Struct, field: &Field) -> TokenStream {
    let reader = local("reader");
    let condition = field.condition.map(|condition| masks::condition(structure, condition));
    match &field.role {
        Role::Bit => TokenStream::new(),
        Role::Mask(mask) if mask.appears == Appears::No => {
            let declared = masks::declared(mask);
            item.or_return(match condition {
                None => quote!(#reader.mask(#declared)),
                Some(condition) => quote!(#reader.optional_mask(#condition, #declared)),
            })
        }
        Role::Bounded { length } => {
            let length = variable(&structure.fields[*length]);
            item.or_return(match condition {
                None => quote!(#reader.bounded(#length)),
                Some(_) => quote!(#reader.optional_bounded(#length)),
            })
        }
        Role::Mask(_) => item.or_return(match condition {
            None => quote!(#reader.u32()),
            Some(condition) => quote!(#reader.optional::<u32>(#condition)),
        }),
        Role::Value | Role::Length { .. } => read_value(item, field, condition),
    }
}

fn read_value(item: &Item<'_>, field: &Field, condition: Option<TokenStream>) -> TokenStream {
    let reader = local("reader");
    match (form::of_field(item, field), condition) {
        (None, None) => item.or_return(quote!(#reader.read())),
        (None, Some(condition)) => item.or_return(quote!(#reader.optional(#condition))),
        (Some(form), None) => item.or_return(quote!(#reader.read_as(#form))),
        (Some(form), Some(condition)) => item.or_return(quote!(#reader.optional_as(#form, #condition))),
    }
}

/// ```text
/// impl<'a> Deserializable<'a> for InputPeer {
///     const MIN_SIZE: usize = 4;
///     fn deserialize(reader: &mut Reader<'a>) -> Result<Self, DecodeError> {
///         match reader.id()? {
///             0x7f3b18ea => Ok(Self::Empty),
///             0xdde8a54c => reader.variant(Self::User),
///             id => Err(reader.unknown_id(id, "InputPeer")),
///         }
///     }
/// }
/// ```
pub(super) fn boxed_type(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> TokenStream {
    let tl = item.runtime();
    let reader = local("reader");
    let lifetime = ty.borrows.then(|| quote!(<'a>));
    let (name, inline, tl_name) = (ident(&ty.path.ident), item.inline(), &ty.name);
    let least =
        variants.iter().map(|variant| item.model.structs[variant.constructor].least).min().unwrap_or(0);
    let least = number(4 + least);
    let halves = object::halves(ty, variants);
    let arms = halves.first.iter().map(|variant| read_variant(item, variant));
    let flat = halves.rest.as_ref().map(|rest| flat(item, ty, rest));
    let rest = match flat {
        Some(_) => quote!(Self::read_flat(id, #reader)),
        None => quote!(::core::result::Result::Err(#reader.unknown_id(id, #tl_name))),
    };
    quote! {
        impl<'a> #tl::Deserializable<'a> for #name #lifetime {
            const MIN_SIZE: ::core::primitive::usize = #least;
            #inline
            fn deserialize(#reader: &mut #tl::Reader<'a>) -> ::core::result::Result<Self, #tl::DecodeError> {
                match #reader.id()? {
                    #(#arms)*
                    id => #rest,
                }
            }
        }
        #flat
    }
}

/// The half of `Object` that holds no `Object`.
fn flat(item: &Item<'_>, ty: &BoxedType, rest: &[&Variant]) -> TokenStream {
    let (tl, reader, tl_name) = (item.runtime(), local("reader"), &ty.name);
    let lifetime = (!ty.borrows).then(|| quote!(<'a>));
    let arms = rest.iter().map(|variant| read_variant(item, variant));
    let method = quote! {
        fn read_flat #lifetime (
            id: ::core::primitive::u32,
            #reader: &mut #tl::Reader<'a>,
        ) -> ::core::result::Result<Self, #tl::DecodeError> {
            match id {
                #(#arms)*
                id => ::core::result::Result::Err(#reader.unknown_id(id, #tl_name)),
            }
        }
    };
    object::method(item, ty, method)
}

fn read_variant(item: &Item<'_>, variant: &Variant) -> TokenStream {
    let reader = local("reader");
    let structure = &item.model.structs[variant.constructor];
    let cfgs = &structure.cfgs;
    let name = ident(&variant.ident);
    let id = hex(structure.id);
    let value = match (structure.is_empty(), variant.boxed) {
        (true, _) => quote!(::core::result::Result::Ok(Self::#name)),
        (false, false) => quote!(#reader.variant(Self::#name)),
        (false, true) => quote!(#reader.heap_variant(Self::#name)),
    };
    quote!(#(#[#cfgs])* #id => #value,)
}
