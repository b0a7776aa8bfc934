//! Masks: bits from fields on encode, conditions from bits on decode.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::codegen::item::{Item, ident, variable};
use crate::model::{Field, Role, Struct};

/// The masks of a struct as variables, last first, because a mask may be conditional on an earlier one.
///
/// ```text
/// let flags = (self.revoked as u32) | (self.title.is_some() as u32) << 8;
/// let mode = self.mode & !0x3 | (self.extra.is_some() as u32) << 1;
/// let flags2 = Some(…).filter(|bits| *bits != 0);                            // itself conditional
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
    let declared = bit_pattern(declared(structure, index));
    let value = match (hidden, field.condition) {
        (true, None) => bits,
        (false, None) => quote!(self.#name & !#declared | #bits),
        (true, Some(_)) => {
            quote!(#tl::private::optional_mask(::core::option::Option::None, #declared, #bits))
        }
        (false, Some(_)) => quote!(#tl::private::optional_mask(self.#name, #declared, #bits)),
    };
    quote!(let #mask = #value;)
}

/// `(self.revoked as u32) | (self.title.is_some() as u32) << 8`: a bit for the first field that declares it; the
/// others agree.
fn bits(structure: &Struct, mask: usize) -> TokenStream {
    let bits = (0..32).filter_map(|bit| {
        let (_, field) = depending(structure, mask, bit).next()?;
        let present = presence(field);
        let shift = Literal::u32_unsuffixed(bit);
        Some(match bit {
            0 => quote!((#present as u32)),
            _ => quote!((#present as u32) << #shift),
        })
    });
    let bits: Vec<TokenStream> = bits.collect();
    match bits.is_empty() {
        true => quote!(0),
        false => quote!(#(#bits)|*),
    }
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

/// Checks that fields which share a bit agree: `writer.agree("x", &[("a", self.a), ("b", self.b.is_some())]);`.
pub(super) fn agreements(structure: &Struct, writer: &proc_macro2::Ident) -> TokenStream {
    let name = &structure.name;
    let mut checks = TokenStream::new();
    for mask in 0..structure.fields.len() {
        for bit in 0..32 {
            let sharing: Vec<&Field> = depending(structure, mask, bit).map(|(_, field)| field).collect();
            if sharing.len() > 1 {
                let names = sharing.iter().map(|field| &field.name);
                let present = sharing.iter().map(|field| presence(field));
                checks.extend(quote!(#writer.agree(#name, &[#((#names, #present)),*]);));
            }
        }
    }
    checks
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

/// The bits of a mask that some field declares.
pub(super) fn declared(structure: &Struct, mask: usize) -> u32 {
    let conditions = structure.fields.iter().filter_map(|field| field.condition);
    conditions.filter(|(of, _)| *of == mask).fold(0, |bits, (_, bit)| bits | 1 << bit)
}

/// A mask as a number of the source: `0x1ff`.
pub(super) fn bit_pattern(bits: u32) -> TokenStream {
    format!("{bits:#x}").parse().expect("a hexadecimal number is a token")
}

fn depending(structure: &Struct, mask: usize, bit: u32) -> impl Iterator<Item = (usize, &Field)> {
    structure.fields.iter().enumerate().filter(move |(_, field)| field.condition == Some((mask, bit)))
}
