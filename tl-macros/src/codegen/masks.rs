//! What is computed from other fields: masks from the fields that are present, lengths from bodies; and on decode,
//! conditions from bits.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use crate::codegen::item::{Item, ident, local, member, variable};
use crate::codegen::paths::Paths;
use crate::codegen::pieces::number;
use crate::model::{Appears, Bit, Condition, Field, Holder, Mask, Role, Struct};

/// The computed fields of a struct as variables, last first, because a mask may depend on an earlier one.
///
/// ```text
/// let mut flags = (self.revoked as u32) | (self.permanent as u32) << 5;   // `usage` sets its bit when it is written
/// let mode = writer.visible_mask(self.mode, 0x2, bits, ["lookup", "mode"], &[(1, "lt")]);
/// let flags2 = optional_mask(bits);                            // itself conditional
/// let bytes = writer.length(self.body.as_bytes(), ["message", "body"]);
/// ```
pub(super) fn from_fields(item: &Item<'_>, structure: &Struct, writer: &Ident) -> TokenStream {
    let computed = structure.fields.iter().rev().filter_map(|field| {
        let value = match &field.role {
            Role::Mask(mask) => mask_value(item, structure, field, mask, writer),
            Role::Count { of } => count_value(item, structure, field, of, writer),
            Role::Length { of } => length_value(item, structure, &structure.fields[*of], writer),
            Role::Value | Role::Bit | Role::Bounded { .. } => return None,
        };
        let (name, mutable) = (variable(field), late_mask(field).map(|_| quote!(mut)));
        Some(quote!(let #mutable #name = #value;))
    });
    computed.collect()
}

fn mask_value(
    item: &Item<'_>,
    structure: &Struct,
    field: &Field,
    mask: &Mask,
    writer: &Ident,
) -> TokenStream {
    let (optional_mask, name) = (&item.paths.optional_mask, member(field));
    let bits = bits(structure, mask);
    let method = match (mask.appears, field.condition) {
        (Appears::No, None) => return bits,
        (Appears::No, Some(_)) => return quote!(#optional_mask(#bits)),
        (Appears::AsZero | Appears::AsParameter, None) => ident("visible_mask"),
        (Appears::AsZero | Appears::AsParameter, Some(_)) => ident("optional_visible_mask"),
    };
    let declared = declared(mask);
    let (tl_name, mask_name) = (&structure.name, &field.name);
    let fields = mask.bits.iter().map(|bit| {
        let (number, field) = (Literal::u32_unsuffixed(bit.number), &structure.fields[bit.fields[0]].name);
        quote!((#number, #field))
    });
    quote!(#writer.#method(self.#name, #declared, #bits, [#tl_name, #mask_name], &[#(#fields),*]))
}

fn length_value(item: &Item<'_>, structure: &Struct, body: &Field, writer: &Ident) -> TokenStream {
    let Paths { some, none, .. } = item.paths;
    let (name, tl_name, body_name) = (member(body), &structure.name, &body.name);
    let length = |body: TokenStream| quote!(#writer.length(#body.as_bytes(), [#tl_name, #body_name]));
    match body.condition {
        None => length(quote!(self.#name)),
        Some(_) => {
            let length = length(quote!(value));
            quote! {
                match self.#name {
                    #some(ref value) => #some(#length),
                    #none => #none,
                }
            }
        }
    }
}

/// `writer.number(self.list.len(), ["x", "n"])`: the length of the first field that is present. The others are
/// compared with it when they are written.
fn count_value(
    item: &Item<'_>,
    structure: &Struct,
    field: &Field,
    of: &[usize],
    writer: &Ident,
) -> TokenStream {
    let counted = || of.iter().map(|&index| &structure.fields[index]);
    let len = match counted().find(|field| field.condition.is_none()) {
        Some(always) => {
            let name = ident(&always.ident);
            quote!(self.#name.len())
        }
        None => {
            let names = counted().map(|field| ident(&field.ident));
            let lens = names.map(|name| quote!(.or(self.#name.as_ref().map(|values| values.len()))));
            let Paths { none, usize, .. } = item.paths;
            quote!(#none::<#usize> #(#lens)* .unwrap_or(0))
        }
    };
    let (name, count) = (&structure.name, &field.name);
    quote!(#writer.number(#len, [#name, #count]))
}

/// For counts of optional fields only: encode writes none without any of them.
///
/// ```text
/// match reader.unused_count(n, a.is_some() || b.is_some()) { … };
/// ```
pub(super) fn unused_counts(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let reader = local("reader");
    let counts = structure.fields.iter().filter_map(|field| {
        let Role::Count { of } = &field.role else { return None };
        let counted = of.iter().map(|&index| &structure.fields[index]);
        let optional: Option<Vec<Ident>> =
            counted.map(|field| field.condition.map(|_| variable(field))).collect();
        let (count, optional) = (variable(field), optional?);
        let check = item.or_return(quote!(#reader.unused_count(#count, #(#optional.is_some())||*)));
        Some(quote!(#check;))
    });
    counts.collect()
}

/// `(self.revoked as u32) | (self.permanent as u32) << 5`: the bits that are known. Of the fields that share a bit,
/// one decides; the others must agree.
fn bits(structure: &Struct, mask: &Mask) -> TokenStream {
    let bits = mask.bits.iter().filter_map(|bit| {
        let present = presence(&structure.fields[bit.known_from?]);
        let shift = Literal::u32_unsuffixed(bit.number);
        Some(match bit.number {
            0 => quote!((#present as u32)),
            _ => quote!((#present as u32) << #shift),
        })
    });
    let bits: Vec<TokenStream> = bits.collect();
    if bits.is_empty() { quote!(0) } else { quote!(#(#bits)|*) }
}

/// The mask that a field is, if some of its bits are set later.
fn late_mask(field: &Field) -> Option<&Mask> {
    match &field.role {
        Role::Mask(mask) => Some(mask).filter(|mask| mask.late),
        Role::Value | Role::Bit | Role::Length { .. } | Role::Count { .. } | Role::Bounded { .. } => None,
    }
}

/// Keeps the place of a mask that is `ahead` bytes after the end, if some of its bits are set later:
/// `let place_of_flags = writer.place(0);`
pub(super) fn keep_place(field: &Field, ahead: usize, writer: &Ident) -> Option<TokenStream> {
    late_mask(field)?;
    let (place, ahead) = (place(field), number(ahead));
    Some(quote!(let #place = #writer.place(#ahead);))
}

/// The mask and the bit that a value sets when it is written: `flags` and `0x100`. None where the mask has it already.
pub(super) fn late_bit(structure: &Struct, field: &Field) -> Option<(Ident, Literal)> {
    let condition = field.condition?;
    let Holder::Field(mask) = condition.mask else { return None };
    let mask = &structure.fields[mask];
    late_mask(mask).map(|_| (variable(mask), bits_literal(1 << condition.bit)))
}

/// Puts the masks that are complete now into their places: `writer.set_mask(place_of_flags, flags);`
pub(super) fn complete(structure: &Struct, writer: &Ident) -> TokenStream {
    let late = structure.fields.iter().filter(|field| late_mask(field).is_some());
    let set = late.map(|field| {
        let (place, mask) = (place(field), variable(field));
        quote!(#writer.set_mask(#place, #mask);)
    });
    set.collect()
}

/// The variable for where a mask is.
fn place(mask: &Field) -> Ident {
    local(&format!("place_of_{}", mask.ident.trim_start_matches("r#")))
}

/// Whether a field is present, from the value.
fn presence(field: &Field) -> TokenStream {
    let name = member(field);
    match field.role {
        Role::Bit => quote!(self.#name),
        Role::Mask(_) | Role::Length { .. } | Role::Count { .. } => {
            let variable = variable(field);
            quote!(#variable.is_some())
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
    let masks = structure.fields.iter().filter_map(|field| match &field.role {
        Role::Mask(mask) => Some(mask),
        Role::Value | Role::Bit | Role::Length { .. } | Role::Count { .. } | Role::Bounded { .. } => None,
    });
    let bits = masks.flat_map(|mask| &mask.bits);
    bits.filter_map(|bit| agreement(structure, bit, writer)).collect()
}

fn agreement(structure: &Struct, bit: &Bit, writer: &Ident) -> Option<TokenStream> {
    let name = &structure.name;
    let fields = || bit.fields.iter().map(|&field| &structure.fields[field]);
    let names = fields().map(|field| &field.name);
    let present: Vec<TokenStream> = fields().map(presence).collect();
    let (first, others) = present.split_first().filter(|(_, others)| !others.is_empty())?;
    Some(quote! {
        if #(#first != #others)||* {
            #writer.disagree(#name, &[#((#names, #present)),*]);
        }
    })
}

/// A bit of a parameter, which decides whether a field is present.
pub(super) struct Outer<'m> {
    /// The combinator, the field and the parameter.
    pub(super) names: [&'m str; 3],
    pub(super) number: TokenStream,
    pub(super) bit: Literal,
}

/// The condition of a field, if it is a bit of a parameter.
pub(super) fn outer<'m>(structure: &'m Struct, field: &'m Field) -> Option<Outer<'m>> {
    let Condition { mask: Holder::Parameter(parameter), bit } = field.condition? else { return None };
    Some(Outer {
        names: [&structure.name, &field.name, &structure.parameters[parameter].name],
        number: parameter_value(structure, parameter),
        bit: Literal::u32_unsuffixed(bit),
    })
}

/// Fields without bytes that depend on a bit of a parameter:
/// `writer.conditional_bit(["x", "is_new", "mask"], self.is_new, arguments.mask, 1);`
pub(super) fn outer_bits(structure: &Struct, writer: &Ident) -> TokenStream {
    let bits = structure.fields.iter().filter(|field| matches!(field.role, Role::Bit));
    let checks = bits.filter_map(|field| {
        let (Outer { names, number, bit }, name) = (outer(structure, field)?, ident(&field.ident));
        Some(quote!(#writer.conditional_bit([#(#names),*], self.#name, #number, #bit);))
    });
    checks.collect()
}

/// What is given for a parameter, a number or a form: `arguments.n`
pub(super) fn parameter_value(structure: &Struct, parameter: usize) -> TokenStream {
    let (arguments, name) = (local("arguments"), ident(&structure.parameters[parameter].ident));
    quote!(#arguments.#name)
}

/// A number of a call that its answer depends on, as it is written: a mask with the bits of the fields that are present.
pub(super) fn asked(structure: &Struct, field: &Field) -> TokenStream {
    let name = member(field);
    let own = match field.condition {
        None => quote!(self.#name),
        Some(_) => quote!(self.#name.unwrap_or(0)),
    };
    match &field.role {
        Role::Mask(mask) => {
            let bits = own_bits(structure, mask);
            quote!(#own | #bits)
        }
        Role::Value | Role::Bit | Role::Length { .. } | Role::Count { .. } | Role::Bounded { .. } => own,
    }
}

/// The bits of a mask whose fields are present.
fn own_bits(structure: &Struct, mask: &Mask) -> TokenStream {
    let bits = mask.bits.iter().map(|bit| {
        let field = &structure.fields[bit.fields[0]];
        let (name, shift) = (member(field), Literal::u32_unsuffixed(bit.number));
        match field.role {
            Role::Bit => quote!((self.#name as u32) << #shift),
            Role::Mask(ref inner) if inner.appears == Appears::No => {
                let bits = own_bits(structure, inner);
                quote!((((#bits) != 0) as u32) << #shift)
            }
            Role::Value | Role::Mask(_) | Role::Bounded { .. } => {
                quote!((self.#name.is_some() as u32) << #shift)
            }
            // Computed masks are not fields of `self`.
            Role::Length { .. } | Role::Count { .. } => quote!(0),
        }
    });
    quote!(#(#bits)|*)
}

/// Whether a field is present, from its mask: `flags & 0x100 != 0`.
pub(super) fn condition(structure: &Struct, Condition { mask, bit }: Condition) -> TokenStream {
    let bit = bits_literal(1 << bit);
    let field = match mask {
        Holder::Field(mask) => &structure.fields[mask],
        Holder::Parameter(parameter) => {
            let number = parameter_value(structure, parameter);
            return quote!(#number & #bit != 0);
        }
    };
    let name = variable(field);
    match field.condition {
        None => quote!(#name & #bit != 0),
        Some(_) => quote!(#name.unwrap_or(0) & #bit != 0),
    }
}

/// The field of a visible mask: the bits that no field declares, `mode & !0x2`.
pub(super) fn undeclared(field: &Field, mask: &Mask) -> TokenStream {
    let (name, declared) = (variable(field), declared(mask));
    match field.condition {
        None => quote!(#name & !#declared),
        Some(_) => quote!(#name.map(|mask| mask & !#declared)),
    }
}

/// The bits of a mask that some field declares, as a number of the source: `0x1ff`.
pub(super) fn declared(mask: &Mask) -> Literal {
    bits_literal(mask.declared())
}

/// Written as one number, because each shift would be one more operation to compile, with its check.
fn bits_literal(bits: u32) -> Literal {
    format!("{bits:#x}").parse().expect("a hexadecimal number is a token")
}
