//! Encode: the mirror image of `decode`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::form::Numbers;
use crate::codegen::header::Header;
use crate::codegen::item::{Item, ident, local};
use crate::codegen::paths::Paths;
use crate::codegen::pieces::{hex, number};
use crate::codegen::tokens::Tokens;
use crate::codegen::{fixed, form, masks, object, size_hint};
use crate::model::{BoxedType, Field, Role, Run, Step, Struct, Variant};

/// ```text
/// impl Encode for ChatInviteExported {
///     type Head = Id<Self>;
///     fn encode(&self, mut writer: Writer<'_>) {
///         let mut flags = (self.revoked as u32) | (self.permanent as u32) << 5 | …;
///         let place_of_flags = writer.place(0);
///         writer.u32(flags);
///         writer.write(&self.link);
///         …                                   // a run: see `write_run`
///         writer.flagged(&self.start_date, &mut flags, 0x10);
///         …
///         writer.set_mask(place_of_flags, flags);
///     }
/// }
/// ```
pub(super) fn structure(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let Paths { encode, serializable, writer: writer_type, .. } = item.paths;
    let head = head(item, structure);
    let (writer, inline) = (local("writer"), item.inline());
    let parameter = if structure.fields.is_empty() { quote!(_) } else { quote!(mut #writer) };
    let body = fixed::write(item, structure).unwrap_or_else(|| body(item, structure));
    let many = fixed::write_many(item, structure);
    let size_hint = size_hint::of_structure(item, structure);
    let methods = quote! {
        type Head = #head<Self>;
        #inline
        fn encode(&self, #parameter: #writer_type<'_>) {
            #body
        }
        #many
        #size_hint
    };
    Header::of(encode).hidden(item).with_bound(serializable).on_struct(structure, methods)
}

/// What precedes the fields: the id, of a recursive combinator a deeper level.
pub(super) fn head<'m>(item: &Item<'m>, structure: &Struct) -> &'m Tokens {
    if structure.recursive { &item.paths.recursive_id } else { &item.paths.id }
}

/// What is computed, then each field or run of fields of fixed size, then what the masks lacked.
pub(super) fn body(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let writer = local("writer");
    let computed = masks::from_fields(item, structure, &writer);
    let agreements = masks::agreements(structure, &writer);
    let outer_bits = masks::outer_bits(structure, &writer);
    let steps = structure.writes.iter().map(|step| match step {
        Step::One(field) => write_field(item, structure, &structure.fields[*field]),
        Step::Run(run) => write_run(item, structure, run),
    });
    let complete = masks::complete(structure, &writer);
    quote!(#computed #agreements #outer_bits #(#steps)* #complete)
}

/// ```text
/// let mut run = [0; 12];
/// put::<0, _, _, _>(&self.admin_id, &mut run);
/// put::<8, _, _, _>(&self.date, &mut run);
/// writer.array(&run);
/// ```
fn write_run(item: &Item<'_>, structure: &Struct, run: &Run) -> TokenStream {
    let (writer, chunk, len) = (local("writer"), local("run"), number(run.len));
    let parts = run.parts.iter().map(|part| {
        let field = &structure.fields[part.field];
        masks::keep_place(field, part.at, &writer).unwrap_or_else(|| fixed::put(item, field, part, &chunk))
    });
    quote!(let mut #chunk = [0; #len]; #(#parts)* #writer.array(&#chunk);)
}

fn write_field(item: &Item<'_>, structure: &Struct, field: &Field) -> TokenStream {
    let (writer, value) = (local("writer"), fixed::value(field));
    match &field.role {
        Role::Bit => TokenStream::new(),
        Role::Mask(_) => {
            let place = masks::keep_place(field, 0, &writer);
            match field.condition {
                None => quote!(#place #writer.u32(#value);),
                Some(_) => write_value(item, structure, field, &value),
            }
        }
        Role::Count { .. } => quote!(#writer.u32(#value);),
        Role::Length { .. } | Role::Bounded { .. } => write_value(item, structure, field, &value),
        Role::Value if masks::outer(structure, field).is_some() => {
            write_outer(item, structure, field, &value)
        }
        Role::Value if field.form.has_numbers() => write_numbered(item, structure, field, &value),
        Role::Value => match (masks::late_bit(structure, field), write_form(item, structure, field)) {
            (None, _) => write_value(item, structure, field, &value),
            (Some((mask, bit)), None) => quote!(#writer.flagged(&#value, &mut #mask, #bit);),
            (Some((mask, bit)), Some(form)) => quote!(#writer.flagged_as(#form, &#value, &mut #mask, #bit);),
        },
    }
}

/// A value whose form has numbers, which it may not agree with: `writer.field_as(["x", "list"], Times(n, Boxed), &self.list);`
fn write_numbered(item: &Item<'_>, structure: &Struct, field: &Field, value: &Tokens) -> TokenStream {
    let (writer, form, names) = (local("writer"), local("form"), [&structure.name, &field.name]);
    let numbered = write_form(item, structure, field);
    let write = match (masks::late_bit(structure, field), field.condition) {
        (Some((mask, bit)), _) => {
            quote!(#writer.flagged_field_as([#(#names),*], #form, &#value, &mut #mask, #bit);)
        }
        (None, Some(_)) => quote!(#writer.optional_field_as([#(#names),*], #form, &#value);),
        (None, None) => quote!(#writer.field_as([#(#names),*], #form, &#value);),
    };
    quote!(let #form = #numbered; #write)
}

/// A value that is there if a bit of a parameter is set:
/// `writer.conditional_as(["x", "name", "mask"], Boxed, &self.name, arguments.mask, 1);`
fn write_outer(item: &Item<'_>, structure: &Struct, field: &Field, value: &Tokens) -> TokenStream {
    let (writer, form) = (local("writer"), local("form"));
    let outer = form::any(item, &field.form, &Numbers::Written(structure, field));
    let condition = masks::outer(structure, field).map(|outer| {
        let (names, number, bit) = (outer.names, outer.number, outer.bit);
        quote!(#writer.conditional_as([#(#names),*], #form, &#value, #number, #bit);)
    });
    quote!(let #form = #outer; #condition)
}

/// The form of a field, where that is not its type's own; its numbers are fields of `self`, or computed.
fn write_form(item: &Item<'_>, structure: &Struct, field: &Field) -> Option<TokenStream> {
    form::special(item, &field.form, &Numbers::Written(structure, field))
}

fn write_value(item: &Item<'_>, structure: &Struct, field: &Field, value: &Tokens) -> TokenStream {
    let writer = local("writer");
    match (write_form(item, structure, field), field.condition) {
        (None, None) => quote!(#writer.write(&#value);),
        (None, Some(_)) => quote!(#writer.optional(&#value);),
        (Some(form), None) => quote!(#writer.write_as(#form, &#value);),
        (Some(form), Some(_)) => quote!(#writer.optional_as(#form, &#value);),
    }
}

/// ```text
/// impl Encode for InputPeer {
///     type Head = NoId;
///     fn encode(&self, mut writer: Writer<'_>) {
///         match *self {
///             Self::Empty => writer.u32(0x7f3b18ea),
///             Self::User(ref value) => writer.write(value),
///         }
///     }
/// }
/// ```
pub(super) fn boxed_type(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> TokenStream {
    let Paths { encode, no_id, writer: writer_type, .. } = item.paths;
    let (writer, inline) = (local("writer"), item.inline());
    let halves = object::halves(ty, variants);
    let arms = halves.first.iter().map(|variant| write_variant(item, variant));
    let (other, flat) = (object::other(), halves.rest.as_ref().map(|rest| flat(item, ty, rest)));
    let rest = flat.as_ref().map(|_| quote!(#other => self.write_flat(#writer),));
    let of_external = flat.is_none().then(|| write_external(ty));
    let size_hint = size_hint::of_type(item, ty, variants);
    let parameter = if variants.is_empty() && ty.object.is_none() { quote!(_) } else { quote!(mut #writer) };
    let methods = quote! {
        type Head = #no_id;
        #inline
        fn encode(&self, #parameter: #writer_type<'_>) {
            match *self { #(#arms)* #of_external #rest }
        }
        #size_hint
    };
    let implementation = Header::of(encode).hidden(item).on_enum(ty, methods);
    quote!(#implementation #flat)
}

/// The half of `Object` that holds no `Object`.
fn flat(item: &Item<'_>, ty: &BoxedType, rest: &[&Variant]) -> TokenStream {
    let Paths { serializable, writer: writer_type, .. } = item.paths;
    let (writer, other, inline) = (local("writer"), object::other(), item.inline());
    let arms = rest.iter().map(|variant| write_variant(item, variant));
    let of_external = write_external(ty);
    let method = quote! {
        #inline
        fn write_flat(&self, mut #writer: #writer_type<'_>) {
            match *self { #(#arms)* #of_external #other => #serializable::write_to(self, #writer), }
        }
    };
    Header::inherent().on_enum(ty, method)
}

/// `Self::Extern(ref value) => writer.write(value),`
fn write_external(ty: &BoxedType) -> Option<TokenStream> {
    let writer = local("writer");
    object::external_arm(ty, quote!(#writer.write(value)))
}

fn write_variant(item: &Item<'_>, variant: &Variant) -> TokenStream {
    let writer = local("writer");
    let structure = &item.model.structs[variant.constructor];
    let (cfgs, name, id) = (&structure.cfgs, ident(&variant.ident), hex(structure.id));
    let arm = match (&variant.payload, variant.boxed) {
        (None, _) => quote!(Self::#name => #writer.u32(#id),),
        (Some(_), false) => quote!(Self::#name(ref value) => #writer.write(value),),
        (Some(_), true) => quote!(Self::#name(ref value) => #writer.write(&**value),),
    };
    quote!(#(#[#cfgs])* #arm)
}
