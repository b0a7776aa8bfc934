//! Decode: the mirror image of `encode`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::codegen::form::Numbers;
use crate::codegen::header::Header;
use crate::codegen::item::{Item, ident, initialiser, local, member, variable};
use crate::codegen::paths::Paths;
use crate::codegen::pieces::{hex, number};
use crate::codegen::rust_type::{lifetime, of_input};
use crate::codegen::{encode, fixed, form, masks, object};
use crate::model::{Appears, BoxedType, Field, Mask, Role, Run, Step, Struct, Variant};

/// ```text
/// impl<'a> Decode<'a> for ChatInviteExported {
///     type Head = Id<Self>;
///     const LEAST: usize = 20;
///     fn decode(reader: &mut Reader<'a>) -> Result<Self, DecodeError> {
///         let (error, field) = 'fields: {
///             let flags = match reader.mask(0x1ff) {
///                 Ok(value) => value,
///                 Err(error) => break 'fields (error, "flags"),
///             };
///             let link = match reader.read() { … };
///             …                               // a run: see `read_run`
///             let start_date = match reader.optional(flags & 0x10 != 0) { … };
///             …
///             return Ok(Self { revoked: flags & 0x1 != 0, link, admin_id, … });
///         };
///         Err(in_field(error, field))
///     }
/// }
/// ```
pub(super) fn structure(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    if !structure.decodes {
        return None;
    }
    let Paths { decode, deserializable, reader: reader_type, result, decode_error, .. } = item.paths;
    let head = encode::head(item, structure);
    let (reader, inline) = (local("reader"), item.inline());
    let parameter = if structure.fields.is_empty() { quote!(_) } else { quote!(#reader) };
    let least = number(structure.least);
    let body = match &structure.chunk {
        Some(run) => fixed::read(item, run),
        None => body(item, structure),
    };
    let many = structure.chunk.as_ref().map(|run| fixed::read_many(item, run));
    let methods = quote! {
        type Head = #head<Self>;
        const LEAST: usize = #least;
        #inline
        fn decode(#parameter: &mut #reader_type<'a>) -> #result<Self, #decode_error> {
            #body
        }
        #many
    };
    let header = Header::reading(of_input(decode)).hidden(item).with_bound(of_input(deserializable));
    Some(header.on_struct(structure, methods))
}

/// Each field, or run of fields of fixed size, into a variable; then the value of them all.
pub(super) fn body(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let variables = structure.reads.iter().map(|step| match step {
        Step::One(field) => {
            let field = &structure.fields[*field];
            let (name, value) = (variable(field), read_field(item, structure, field));
            quote!(let #name = #value;)
        }
        Step::Run(run) => read_run(item, structure, run),
    });
    let fields: Vec<TokenStream> = structure.visible().map(|field| field_value(structure, field)).collect();
    let value = match fields.is_empty() {
        true => quote!(Self),
        false => quote!(Self { #(#fields),* }),
    };
    let Paths { ok, err, in_field, .. } = item.paths;
    let unused = masks::unused_counts(item, structure);
    if structure.reads.is_empty() {
        return quote!(#ok(#value));
    }
    quote! {
        let (error, field) = 'fields: { #(#variables)* #unused return #ok(#value); };
        #err(#in_field(error, field))
    }
}

/// `link`, `revoked: flags & 0x1 != 0`, `mode: mode & !0x2`
fn field_value(structure: &Struct, field: &Field) -> TokenStream {
    let name = member(field);
    match &field.role {
        Role::Bit => {
            let condition = field.condition.map(|condition| masks::condition(structure, condition));
            quote!(#name: #condition)
        }
        Role::Mask(mask) => {
            let undeclared = masks::undeclared(field, mask);
            quote!(#name: #undeclared)
        }
        Role::Value | Role::Length { .. } | Role::Count { .. } | Role::Bounded { .. } => {
            initialiser(field).into_token_stream()
        }
    }
}

/// ```text
/// let run = match reader.chunk::<12>() { … };
/// let admin_id = get::<0, _, _, _>(run);
/// let date = get::<8, _, _, _>(run);
/// ```
fn read_run(item: &Item<'_>, structure: &Struct, run: &Run) -> TokenStream {
    let (reader, chunk, len) = (local("reader"), local("run"), number(run.len));
    let first = &structure.fields[run.parts[0].field];
    let value = item.or_leave(first, quote!(#reader.chunk::<#len>()));
    let names = run.parts.iter().map(|part| variable(&structure.fields[part.field]));
    let parts = run.parts.iter().map(|part| {
        let field = &structure.fields[part.field];
        let value = fixed::get(item, field, part, &chunk);
        match hidden_mask(field) {
            None => value,
            Some(mask) => {
                let (declared, to_end) = (masks::declared(mask), number(run.len - part.at));
                item.or_leave(field, quote!(#reader.check_mask(#value, #declared, #to_end)))
            }
        }
    });
    quote!(let #chunk = #value; #(let #names = #parts;)*)
}

/// A mask whose undeclared bits are dropped, which strict readers refuse.
fn hidden_mask(field: &Field) -> Option<&Mask> {
    match &field.role {
        Role::Mask(mask) => (mask.appears == Appears::No).then_some(mask),
        Role::Value | Role::Bit | Role::Length { .. } | Role::Count { .. } | Role::Bounded { .. } => None,
    }
}

fn read_field(item: &Item<'_>, structure: &Struct, field: &Field) -> TokenStream {
    let reader = local("reader");
    let condition = field.condition.map(|condition| masks::condition(structure, condition));
    let read = match &field.role {
        Role::Bit => return TokenStream::new(),
        Role::Mask(mask) => read_mask(mask, condition),
        Role::Bounded { length } => {
            let length = variable(&structure.fields[*length]);
            match condition {
                None => quote!(#reader.bounded(#length)),
                Some(_) => quote!(#reader.optional_bounded(#length)),
            }
        }
        Role::Count { .. } => quote!(#reader.u32()),
        Role::Value | Role::Length { .. } => match (read_form(item, structure, field), condition) {
            (None, None) => quote!(#reader.read()),
            (None, Some(condition)) => quote!(#reader.optional(#condition)),
            (Some(form), None) => quote!(#reader.read_as(#form)),
            (Some(form), Some(condition)) => quote!(#reader.optional_as(#form, #condition)),
        },
    };
    item.or_leave(field, read)
}

/// The form of a field, where that is not its type's own; its numbers are in the variables of the fields before it.
fn read_form(item: &Item<'_>, structure: &Struct, field: &Field) -> Option<TokenStream> {
    form::special(item, &field.form, &Numbers::Read(structure))
}

fn read_mask(mask: &Mask, condition: Option<TokenStream>) -> TokenStream {
    let (reader, declared) = (local("reader"), masks::declared(mask));
    match (mask.appears, condition) {
        (Appears::No, None) => quote!(#reader.mask(#declared)),
        (Appears::No, Some(condition)) => quote!(#reader.optional_mask(#condition, #declared)),
        (Appears::AsZero | Appears::AsParameter, None) => quote!(#reader.u32()),
        (Appears::AsZero | Appears::AsParameter, Some(condition)) => {
            quote!(#reader.optional::<u32>(#condition))
        }
    }
}

/// ```text
/// impl<'a> Decode<'a> for InputPeer {
///     type Head = NoId;
///     const LEAST: usize = 4;
///     fn decode(reader: &mut Reader<'a>) -> Result<Self, DecodeError> {
///         match reader.id()? {
///             0x7f3b18ea => Ok(Self::Empty),
///             0xdde8a54c => reader.variant(Self::User),
///             id => Err(reader.unknown_id(id, "InputPeer")),
///         }
///     }
/// }
/// ```
pub(super) fn boxed_type(item: &Item<'_>, ty: &BoxedType, variants: &[Variant]) -> TokenStream {
    let Paths { clone, decode, no_id, reader: reader_type, result, decode_error, usize, .. } = item.paths;
    let (reader, inline) = (local("reader"), item.inline());
    let least = number(ty.least);
    let halves = object::halves(ty, variants);
    let arms = halves.first.iter().map(|variant| read_variant(item, variant));
    let flat = halves.rest.as_ref().map(|rest| flat(item, ty, rest));
    let (keep_start, start) = object::external_name(ty)
        .map(|_| local("start"))
        .map(|start| (quote!(let #start = #clone::clone(#reader);), quote!(, #start)))
        .unzip();
    let rest = match flat {
        Some(_) => quote!(Self::read_flat(id, #reader #start)),
        None => read_other(item, ty),
    };
    let methods = quote! {
        type Head = #no_id;
        const LEAST: #usize = #least;
        #inline
        fn decode(#reader: &mut #reader_type<'a>) -> #result<Self, #decode_error> {
            #keep_start
            match #reader.id()? {
                #(#arms)*
                id => #rest,
            }
        }
    };
    let implementation = Header::reading(of_input(decode)).hidden(item).on_enum(ty, methods);
    quote!(#implementation #flat)
}

/// The half of `Object` that holds no `Object`.
fn flat(item: &Item<'_>, ty: &BoxedType, rest: &[&Variant]) -> TokenStream {
    let Paths { reader: reader_type, result, decode_error, u32, .. } = item.paths;
    let (reader, inline, other) = (local("reader"), item.inline(), read_other(item, ty));
    let start = object::external_name(ty).map(|_| {
        let start = local("start");
        quote!(, #start: #reader_type<'a>)
    });
    let declared = lifetime(!ty.borrows).map(|lifetime| quote!(<#lifetime>));
    let arms = rest.iter().map(|variant| read_variant(item, variant));
    let method = quote! {
        #inline
        fn read_flat #declared (id: #u32, #reader: &mut #reader_type<'a> #start) -> #result<Self, #decode_error> {
            match id {
                #(#arms)*
                id => #other,
            }
        }
    };
    Header::inherent().on_enum(ty, method)
}

/// What an id means that is none of this type's: `Err(reader.unknown_id(id, "InputPeer"))`, or what another `Object`
/// knows, which reads the id again.
fn read_other(item: &Item<'_>, ty: &BoxedType) -> TokenStream {
    let (reader, start, tl_name, err) = (local("reader"), local("start"), &ty.name, &item.paths.err);
    match object::external_name(ty) {
        None => quote!(#err(#reader.unknown_id(id, #tl_name))),
        Some(name) => quote!({ let _ = id; *#reader = #start; #reader.read().map(Self::#name) }),
    }
}

fn read_variant(item: &Item<'_>, variant: &Variant) -> TokenStream {
    let reader = local("reader");
    let structure = &item.model.structs[variant.constructor];
    let (cfgs, name, id) = (&structure.cfgs, ident(&variant.ident), hex(structure.id));
    let value = match (&variant.payload, variant.boxed) {
        (None, _) => {
            let ok = &item.paths.ok;
            quote!(#ok(Self::#name))
        }
        (Some(_), false) => quote!(#reader.variant(Self::#name)),
        (Some(_), true) => quote!(#reader.heap_variant(Self::#name)),
    };
    quote!(#(#[#cfgs])* #id => #value,)
}
