//! Fields of a fixed number of bytes: adjacent ones are read and written as one chunk, with one check.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::codegen::item::{Item, ident, local, variable};
use crate::codegen::pieces::number;
use crate::codegen::rust_type::generics;
use crate::model::{Field, Role, Struct};

/// What is read or written at once.
pub(super) enum Step<'m> {
    /// The field of this index.
    One(usize),
    /// Several fields of fixed size, one behind the other.
    Run(Run<'m>),
}

/// Adjacent fields of fixed size.
#[derive(Default)]
pub(super) struct Run<'m> {
    pub(super) parts: Vec<Part<'m>>,
    pub(super) len: usize,
}

/// A field in a run.
pub(super) struct Part<'m> {
    pub(super) field: &'m Field,
    pub(super) index: usize,
    at: usize,
}

/// What has so many bytes is a good piece by itself: to gather it before it is written would be one more copy.
const LARGE: usize = 32;

/// The fields with bytes, in the order of the wire, as they are read.
pub(super) fn steps_to_read(structure: &Struct) -> Vec<Step<'_>> {
    steps(structure, usize::MAX)
}

/// The fields with bytes, in the order of the wire, as they are written.
pub(super) fn steps_to_write(structure: &Struct) -> Vec<Step<'_>> {
    steps(structure, LARGE)
}

/// Fields of fewer bytes than `large` are put together.
fn steps(structure: &Struct, large: usize) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut run = Run::default();
    for (index, field) in
        structure.fields.iter().enumerate().filter(|(_, field)| !matches!(field.role, Role::Bit))
    {
        match field.fixed {
            Some(len) if len < large => run.push(index, field, len),
            _ => {
                steps.extend(std::mem::take(&mut run).step());
                steps.push(Step::One(index));
            }
        }
    }
    steps.extend(run.step());
    steps
}

impl<'m> Run<'m> {
    fn push(&mut self, index: usize, field: &'m Field, len: usize) {
        self.parts.push(Part { field, index, at: self.len });
        self.len += len;
    }

    fn step(self) -> Option<Step<'m>> {
        match self.parts[..] {
            [] => None,
            [Part { index, .. }] => Some(Step::One(index)),
            _ => Some(Step::Run(self)),
        }
    }
}

impl Part<'_> {
    /// Where it begins.
    pub(super) fn at(&self) -> Literal {
        number(self.at)
    }

    /// From where it begins to the end of the run.
    pub(super) fn to_end(&self, run: &Run<'_>) -> Literal {
        number(run.len - self.at)
    }
}

/// `get::<8, _, _, _>(run)`: the lengths follow from the types, and each number here is one more constant to compile.
pub(super) fn get(item: &Item<'_>, part: &Part<'_>, chunk: &Ident) -> TokenStream {
    let (tl, at) = (item.runtime(), part.at());
    let ty = match part.field.role {
        Role::Mask(_) => quote!(u32),
        Role::Value | Role::Bit | Role::Length { .. } | Role::Bounded { .. } => quote!(_),
    };
    quote!(#tl::private::get::<#at, _, _, #ty>(#chunk))
}

/// `put::<8, _, _, _>(&self.date, &mut run);`
pub(super) fn put(item: &Item<'_>, part: &Part<'_>, chunk: &Ident) -> TokenStream {
    let (tl, at) = (item.runtime(), part.at());
    let value = match part.field.role {
        Role::Mask(_) | Role::Length { .. } => variable(part.field).into_token_stream(),
        Role::Value | Role::Bit | Role::Bounded { .. } => {
            let name = ident(&part.field.ident);
            quote!(self.#name)
        }
    };
    quote!(#tl::private::put::<#at, _, _, _>(&#value, &mut #chunk);)
}

/// A struct that is a run and nothing else, so that a vector of it can be read and written as a whole.
///
/// ```text
/// impl<'a> Fixed<'a, 80> for BlockIdExt {
///     fn from_chunk(chunk: &'a [u8; 80]) -> Self { Self { workchain: get::<0, _, _, _>(chunk), … } }
///     fn to_chunk(&self) -> [u8; 80] { let mut chunk = [0; 80]; put::<0, _, _, _>(&self.workchain, &mut chunk); … chunk }
/// }
/// ```
pub(super) fn implementation(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    let len = number(structure.fixed?);
    let tl = item.runtime();
    let mut run = Run::default();
    structure
        .fields
        .iter()
        .enumerate()
        .for_each(|(index, field)| run.push(index, field, field.fixed.unwrap_or(0)));
    let chunk = local("chunk");
    let names = run.parts.iter().map(|part| ident(&part.field.ident));
    let gets = run.parts.iter().map(|part| get(item, part, &chunk));
    let puts = run.parts.iter().map(|part| put(item, part, &chunk));
    let cfgs = &structure.cfgs;
    let (name, generics, inline) = (ident(&structure.path.ident), generics(structure), item.inline());
    Some(quote! {
        #(#[#cfgs])*
        impl<'a> #tl::private::Fixed<'a, #len> for #name #generics {
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
        }
    })
}

/// The body of `deserialize_bare`.
pub(super) fn read(item: &Item<'_>, len: usize) -> TokenStream {
    let (tl, reader, len) = (item.runtime(), local("reader"), number(len));
    let chunk = item.or_return(quote!(#reader.chunk()));
    quote!(::core::result::Result::Ok(<Self as #tl::private::Fixed<'_, #len>>::from_chunk(#chunk)))
}

/// The body of `write_bare_to` of a struct that is one run for it, too.
pub(super) fn write(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    let (tl, writer, len) = (item.runtime(), local("writer"), number(structure.fixed?));
    is_written_as_a_run(structure)
        .then(|| quote!(#writer.array(&<Self as #tl::private::Fixed<'_, #len>>::to_chunk(self));))
}

/// Whether nothing of it is so large that it is better written by itself.
fn is_written_as_a_run(structure: &Struct) -> bool {
    matches!(steps_to_write(structure)[..], [Step::Run(_)])
}

/// Elements of a vector, all at once.
pub(super) fn read_many(item: &Item<'_>, len: usize) -> TokenStream {
    let (tl, reader, len, inline) = (item.runtime(), local("reader"), number(len), item.inline());
    quote! {
        #inline
        fn deserialize_bare_many(
            #reader: &mut #tl::Reader<'a>,
            count: usize,
        ) -> ::core::result::Result<::std::vec::Vec<Self>, #tl::DecodeError> {
            #reader.fixed_many(count, <Self as #tl::private::Fixed<'_, #len>>::from_chunk)
        }
    }
}

/// Elements of a vector, all at once; those with hashes elsewhere one after the other, since gathering these would be one
/// more copy.
pub(super) fn write_many(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    let (tl, writer, len, inline) =
        (item.runtime(), local("writer"), number(structure.fixed?), item.inline());
    let write = if structure.borrows && !is_written_as_a_run(structure) {
        quote!(fixed_each(values, #len))
    } else {
        quote!(fixed_many(values, <Self as #tl::private::Fixed<'_, #len>>::to_chunk))
    };
    Some(quote! {
        #inline
        fn write_bare_slice(values: &[Self], #writer: #tl::Writer<'_>) {
            #writer.#write;
        }
    })
}
