//! Masks: bits from fields on encode, conditions from bits on decode.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use crate::codegen::item::{Item, ident, local, variable};
use crate::model::{Field, Role, Struct};

/// The masks of a struct as variables, last first, because a mask may be conditional on an earlier one. The bits of
/// fields with a value are missing: these are set when the value is written.
///
/// ```text
/// let mut flags = (self.revoked as u32) | (self.permanent as u32) << 5;
/// let mut mode = self.mode & !0x3;
/// let flags2 = optional_mask(None, 0x1, (self.extra.is_some() as u32));      // itself conditional: all bits
/// ```
pub(super) fn from_fields(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let masks = structure.fields.iter().enumerate().rev().filter_map(|(index, field)| match field.role {
        Role::Mask { hidden } => Some(from_field(item, structure, index, field, hidden)),
        _ => None,
    });
    masks.collect()
}

fn from_field(item: &Item<'_>, structure: &Struct, index: usize, field: &Field, hidden: bool) -> TokenStream {
    let tl = item.runtime();
    let (name, mask) = (ident(&field.ident), variable(field));
    let bits = bits(structure, index);
    let declared = declared(structure, index);
    let mutable = is_open(structure, index).then(|| quote!(mut));
    let value = match (hidden, field.condition) {
        (true, None) => bits,
        (false, None) => quote!(self.#name & !#declared | #bits),
        (true, Some(_)) => {
            quote!(#tl::private::optional_mask(::core::option::Option::None, #declared, #bits))
        }
        (false, Some(_)) => quote!(#tl::private::optional_mask(self.#name, #declared, #bits)),
    };
    quote!(let #mutable #mask = #value;)
}

/// `(self.revoked as u32) | (self.permanent as u32) << 5`: a bit for the first field that declares it and does not set
/// it later; the others agree.
fn bits(structure: &Struct, mask: usize) -> TokenStream {
    let sharing = sharing(structure);
    let bits = sharing.range((mask, 0)..(mask, 32)).filter_map(|((_, bit), fields)| {
        let field = fields.iter().find(|field| set_later(structure, field).is_none())?;
        Some(shifted(presence(field), *bit))
    });
    let bits: Vec<TokenStream> = bits.collect();
    match bits.is_empty() {
        true => quote!(0),
        false => quote!(#(#bits)|*),
    }
}

fn shifted(present: TokenStream, bit: u32) -> TokenStream {
    let shift = Literal::u32_unsuffixed(bit);
    match bit {
        0 => quote!((#present as u32)),
        _ => quote!((#present as u32) << #shift),
    }
}

/// The mask and bit that a field sets when its value is written. A mask that is itself conditional is written, or not,
/// when all its bits are known.
fn set_later(structure: &Struct, field: &Field) -> Option<(usize, u32)> {
    let has_value = matches!(field.role, Role::Value | Role::Bounded { .. });
    field.condition.filter(|(mask, _)| has_value && structure.fields[*mask].condition.is_none())
}

/// Whether bits of this mask are set after it is written.
pub(super) fn is_open(structure: &Struct, mask: usize) -> bool {
    structure.fields.iter().any(|field| set_later(structure, field).is_some_and(|(of, _)| of == mask))
}

/// Writes a mask that stands alone; if it is not complete yet, its place is kept.
pub(super) fn write(structure: &Struct, index: usize, writer: &Ident) -> TokenStream {
    let field = &structure.fields[index];
    let mask = variable(field);
    match field.condition {
        Some(_) => quote!(if let ::core::option::Option::Some(value) = #mask { #writer.u32(value); }),
        None if is_open(structure, index) => {
            let place = place(field);
            quote!(let #place = #writer.place(0); #writer.u32(#mask);)
        }
        None => quote!(#writer.u32(#mask);),
    }
}

/// Keeps the place of a mask `at` bytes into a run that is about to be written: `let place_of_flags = writer.place(4);`.
pub(super) fn place_in_run(mask: &Field, at: Literal, writer: &Ident) -> TokenStream {
    let place = place(mask);
    quote!(let #place = #writer.place(#at);)
}

/// The mask and the bit that writing the value of a field sets: `flags` and `1 << 8`. None where the mask has it already.
pub(super) fn bit_to_set(structure: &Struct, field: &Field) -> Option<(Ident, TokenStream)> {
    let (mask, bit) = set_later(structure, field)?;
    let bit = Literal::u32_unsuffixed(bit);
    Some((variable(&structure.fields[mask]), quote!(1 << #bit)))
}

/// Puts the masks that are complete now into their places: `writer.set_mask(place_of_flags, flags);`.
pub(super) fn complete(structure: &Struct, writer: &Ident) -> TokenStream {
    let open = structure.fields.iter().enumerate().filter(|(index, _)| is_open(structure, *index));
    let set = open.map(|(_, field)| {
        let (place, mask) = (place(field), variable(field));
        quote!(#writer.set_mask(#place, #mask);)
    });
    set.collect()
}

/// The variable for where a mask is.
fn place(mask: &Field) -> Ident {
    local(&format!("place_of_{}", mask.ident.trim_start_matches("r#")))
}

/// Whether a field is there, from the value.
fn presence(field: &Field) -> TokenStream {
    let name = ident(&field.ident);
    match field.role {
        Role::Bit => quote!(self.#name),
        Role::Mask { .. } => {
            let mask = variable(field);
            quote!(#mask.is_some())
        }
        Role::Value | Role::Bounded { .. } => quote!(self.#name.is_some()),
    }
}

/// Checks that fields which share a bit agree:
///
/// ```text
/// if self.a != self.b.is_some() { writer.disagree("x", &[("a", self.a), ("b", self.b.is_some())]); }
/// ```
pub(super) fn agreements(structure: &Struct, writer: &Ident) -> TokenStream {
    sharing(structure).values().filter_map(|sharing| agreement(structure, sharing, writer)).collect()
}

fn agreement(structure: &Struct, sharing: &[&Field], writer: &Ident) -> Option<TokenStream> {
    let name = &structure.name;
    let names = sharing.iter().map(|field| &field.name);
    let present: Vec<TokenStream> = sharing.iter().map(|field| presence(field)).collect();
    let (first, others) = present.split_first().filter(|(_, others)| !others.is_empty())?;
    Some(quote! {
        if #(#first != #others)||* {
            #writer.disagree(#name, &[#((#names, #present)),*]);
        }
    })
}

/// Whether a field is there, from its mask: `flags & (1 << 8) != 0`.
pub(super) fn condition(structure: &Struct, (mask, bit): (usize, u32)) -> TokenStream {
    let field = &structure.fields[mask];
    let name = variable(field);
    let bit = Literal::u32_unsuffixed(bit);
    match field.condition {
        None => quote!(#name & (1 << #bit) != 0),
        Some(_) => quote!(#name.unwrap_or(0) & (1 << #bit) != 0),
    }
}

/// The bits of a mask that some field declares, as a number of the source: `0x1ff`.
pub(super) fn declared(structure: &Struct, mask: usize) -> TokenStream {
    let conditions = structure.fields.iter().filter_map(|field| field.condition);
    let bits = conditions.filter(|(of, _)| *of == mask).fold(0_u32, |bits, (_, bit)| bits | 1 << bit);
    format!("{bits:#x}").parse().expect("a hexadecimal number is a token")
}

/// The fields that depend on a bit, by the mask's index and the bit.
fn sharing(structure: &Struct) -> BTreeMap<(usize, u32), Vec<&Field>> {
    let mut sharing = BTreeMap::<_, Vec<&Field>>::new();
    for field in &structure.fields {
        if let Some(condition) = field.condition {
            sharing.entry(condition).or_default().push(field);
        }
    }
    sharing
}
