//! Fields of fixed size that are read and written as one chunk.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::codegen::header::Header;
use crate::codegen::item::{Item, local, member, variable};
use crate::codegen::paths::Paths;
use crate::codegen::pieces::number;
use crate::codegen::tokens::Tokens;
use crate::model::{Field, Part, Role, Run, Step, Struct};

/// `get::<8, _, _, _>(run)`: the lengths follow from the types, and each number here is one more constant to compile.
pub(super) fn get(item: &Item<'_>, field: &Field, part: &Part, chunk: &Ident) -> TokenStream {
    let (get, at) = (&item.paths.get, number(part.at));
    let ty = match field.role {
        Role::Mask(_) | Role::Count { .. } => quote!(u32),
        Role::Value | Role::Bit | Role::Length { .. } | Role::Bounded { .. } => quote!(_),
    };
    quote!(#get::<#at, _, _, #ty>(#chunk))
}

/// `put::<8, _, _, _>(&self.date, &mut run);`
pub(super) fn put(item: &Item<'_>, field: &Field, part: &Part, chunk: &Ident) -> TokenStream {
    let (put, at) = (&item.paths.put, number(part.at));
    let value = value(field);
    quote!(#put::<#at, _, _, _>(&#value, &mut #chunk);)
}

/// What is written for a field: `self.date`, or the variable of what is computed.
pub(super) fn value(field: &Field) -> Tokens {
    match field.role {
        Role::Mask(_) | Role::Length { .. } | Role::Count { .. } => variable(field).into(),
        Role::Value | Role::Bit | Role::Bounded { .. } => Tokens::of_self(member(field)),
    }
}

/// A struct that is a chunk and nothing else, so that a vector of it can be read and written as a whole.
///
/// ```text
/// impl<'a> Fixed<'a, 80> for BlockIdExt {
///     fn from_chunk(chunk: &'a [u8; 80]) -> Self { Self { workchain: get::<0, _, _, _>(chunk), … } }
///     fn to_chunk(&self) -> [u8; 80] { let mut chunk = [0; 80]; put::<0, _, _, _>(&self.workchain, &mut chunk); … chunk }
/// }
/// ```
pub(super) fn implementation(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    let run = structure.chunk.as_ref()?;
    let (fixed, len) = (&item.paths.fixed, number(run.len));
    let chunk = local("chunk");
    let names = structure.fields.iter().map(member);
    let gets = run.parts.iter().map(|part| get(item, &structure.fields[part.field], part, &chunk));
    let puts = run.parts.iter().map(|part| put(item, &structure.fields[part.field], part, &chunk));
    let inline = item.inline();
    let methods = quote! {
        #inline
        fn from_chunk(#chunk: &'a [u8; #len]) -> Self {
            Self { #(#names: #gets),* }
        }

        #inline
        fn to_chunk(&self) -> [u8; #len] {
            let mut #chunk = [0; #len];
            #(#puts)*
            #chunk
        }
    };
    Some(Header::reading(quote!(#fixed<'a, #len>)).hidden(item).on_struct(structure, methods))
}

/// The body of `decode`.
pub(super) fn read(item: &Item<'_>, run: &Run) -> TokenStream {
    let Paths { ok, fixed, .. } = item.paths;
    let (reader, len) = (local("reader"), number(run.len));
    let chunk = item.or_return(quote!(#reader.chunk()));
    quote!(#ok(<Self as #fixed<'_, #len>>::from_chunk(#chunk)))
}

/// The body of `encode` of a struct that is one run for it, too.
pub(super) fn write(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    let (fixed, writer, len) = (&item.paths.fixed, local("writer"), number(structure.chunk.as_ref()?.len));
    is_written_as_a_run(structure)
        .then(|| quote!(#writer.array(&<Self as #fixed<'_, #len>>::to_chunk(self));))
}

/// Whether nothing of it is so large that it is better written by itself.
fn is_written_as_a_run(structure: &Struct) -> bool {
    matches!(structure.writes[..], [Step::Run(_)])
}

/// Elements of a vector, all at once.
pub(super) fn read_many(item: &Item<'_>, run: &Run) -> TokenStream {
    let Paths { reader: reader_type, result, vec, decode_error, fixed, .. } = item.paths;
    let (reader, len, inline) = (local("reader"), number(run.len), item.inline());
    quote! {
        #inline
        fn decode_many(
            #reader: &mut #reader_type<'a>,
            count: usize,
        ) -> #result<#vec<Self>, #decode_error> {
            #reader.fixed_many(count, <Self as #fixed<'_, #len>>::from_chunk)
        }
    }
}

/// Elements of a vector, all at once; those with hashes elsewhere one after the other, since gathering these would be one
/// more copy: encode of 1,000 borrowed `tonNode.blockIdExt` takes 2.0 us so, and 2.6 us from chunks.
pub(super) fn write_many(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    let Paths { fixed, writer: writer_type, .. } = item.paths;
    let (writer, len, inline) = (local("writer"), number(structure.chunk.as_ref()?.len), item.inline());
    let write = if structure.borrows && !is_written_as_a_run(structure) {
        quote!(fixed_each(values, #len))
    } else {
        quote!(fixed_many(values, <Self as #fixed<'_, #len>>::to_chunk))
    };
    Some(quote! {
        #inline
        fn encode_slice(values: &[Self], #writer: #writer_type<'_>) {
            #writer.#write;
        }
    })
}
