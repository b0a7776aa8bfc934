//! Encode: the mirror image of `decode`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::fixed::{self, Run, Step};
use crate::codegen::item::{Item, ident, local};
use crate::codegen::pieces::{hex, number};
use crate::codegen::rust_type::{bounds, generics};
use crate::codegen::{masks, object, size_hint, wire};
use crate::model::{BoxedType, Field, Role, Struct, Variant};

/// ```text
/// impl BareSerializable for ChatInviteExported {
///     fn write_bare_to(&self, mut writer: Writer<'_>) {
///         let mut flags = (self.revoked as u32);
///         let place_of_flags = writer.place(0);
///         writer.u32(flags);
///         writer.write(&self.link);
///         writer.optional(&self.usage, &mut flags, 1 << 3);
///         writer.set_mask(place_of_flags, flags);
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

/// The masks as far as they are known, then each field or run of fields of fixed size, then what the masks lacked.
fn body(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let masks = masks::from_fields(item, structure);
    let agreements = masks::agreements(structure, &local("writer"));
    let steps = fixed::steps_to_write(structure).into_iter().map(|step| match step {
        Step::One(index) => write_field(item, structure, index),
        Step::Run(run) => write_run(item, structure, &run),
    });
    let complete = masks::complete(structure, &local("writer"));
    quote!(#masks #agreements #(#steps)* #complete)
}

/// ```text
/// let mut run = [0; 12];
/// put::<0, _, _, _>(&self.admin_id, &mut run);
/// put::<8, _, _, _>(&self.date, &mut run);
/// writer.array(&run);
/// ```
fn write_run(item: &Item<'_>, structure: &Struct, run: &Run<'_>) -> TokenStream {
    let (writer, chunk) = (local("writer"), local("run"));
    let len = number(run.len);
    let parts = run.parts.iter().map(|part| match masks::is_open(structure, part.index) {
        true => masks::place_in_run(part.field, part.at(), &writer),
        false => fixed::put(item, part, &chunk),
    });
    quote!(let mut #chunk = [0; #len]; #(#parts)* #writer.array(&#chunk);)
}

fn write_field(item: &Item<'_>, structure: &Struct, index: usize) -> TokenStream {
    let field = &structure.fields[index];
    match field.role {
        Role::Bit => TokenStream::new(),
        Role::Mask { .. } => masks::write(structure, index, &local("writer")),
        Role::Value | Role::Bounded { .. } => match field.condition {
            None => {
                let name = ident(&field.ident);
                write_value(item, structure, field, &quote!(&self.#name))
            }
            Some(_) => write_optional(item, structure, field),
        },
    }
}

/// The bit of the field and its value, if it has one.
fn write_optional(item: &Item<'_>, structure: &Struct, field: &Field) -> TokenStream {
    let writer = local("writer");
    let name = ident(&field.ident);
    match (masks::bit_to_set(structure, field), field.role) {
        (Some((mask, bit)), Role::Value) => match wire::of_field(item, field) {
            None => quote!(#writer.optional(&self.#name, &mut #mask, #bit);),
            Some(wire) => quote!(#writer.optional_wire::<#wire, _>(&self.#name, &mut #mask, #bit);),
        },
        (bit, _) => {
            let set_bit = bit.map(|(mask, bit)| quote!(#mask |= #bit;));
            let write = write_value(item, structure, field, &quote!(value));
            quote!(if let ::core::option::Option::Some(value) = &self.#name { #set_bit #write })
        }
    }
}

fn write_value(item: &Item<'_>, structure: &Struct, field: &Field, value: &TokenStream) -> TokenStream {
    let writer = local("writer");
    let write = match wire::of_field(item, field) {
        None => quote!(#writer.write(#value);),
        Some(wire) => quote!(#writer.wire::<#wire, _>(#value);),
    };
    match agrees_with_length(structure, field, value) {
        None => write,
        Some(agrees) => quote!(if #agrees { #write }),
    }
}

/// The length that stands before an `Object` is the one it has.
fn agrees_with_length(structure: &Struct, field: &Field, value: &TokenStream) -> Option<TokenStream> {
    let Role::Bounded { length } = field.role else { return None };
    let writer = local("writer");
    let tl_name = &structure.name;
    let length = &structure.fields[length];
    let (name_text, length_text) = (&field.name, &length.name);
    let length = ident(&length.ident);
    let body = quote!((#value).as_bytes());
    Some(quote!(#writer.length(#tl_name, #length_text, self.#length as i64, #name_text, #body)))
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
