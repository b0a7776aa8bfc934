//! All that code generation needs, decided: Rust names, boxes, derives, which fields are masks.

mod build;
mod derives;
mod role;

use std::collections::HashMap;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

pub(crate) use self::build::build;
pub(crate) use self::role::{Appears, Bit, Mask, Role};
use crate::options::{Borrow, StringMode};
use crate::resolve::name::RustPath;
use crate::resolve::ty::Type;
use crate::schema::Section;
use crate::span::Span;
use crate::tables::Tables;

/// A schema as Rust.
pub(crate) struct Model {
    /// Path of the runtime crate.
    pub(crate) runtime: Runtime,
    /// Path of the module that defines what this invocation does not.
    pub(crate) external: Option<External>,
    pub(crate) string: StringMode,
    /// What borrows from the input.
    pub(crate) borrow: Borrow,
    /// Generated methods carry `#[inline]`.
    pub(crate) inline: bool,
    pub(crate) layer: Option<i32>,
    /// A struct for each combinator; types refer to them by index.
    pub(crate) structs: Vec<Struct>,
    pub(crate) types: Vec<BoxedType>,
    /// The enum of everything that can be decoded by its id.
    pub(crate) object: Option<BoxedType>,
    /// The schema at run time.
    pub(crate) tables: Option<Tables>,
}

/// The path of the runtime crate, token by token: a stream in a stream is a call of the compiler each time, and this one
/// is in every second line.
pub(crate) struct Runtime(Vec<TokenTree>);

impl ToTokens for Runtime {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}

/// What stands for the names that this invocation does not define.
pub(crate) struct External {
    /// The module that another invocation generated.
    pub(crate) module: TokenStream,
    /// Where each name is used, so that the compiler complains there if the module does not have it.
    pub(crate) spans: HashMap<Span, proc_macro2::Span>,
}

/// A constructor or a function.
pub(crate) struct Struct {
    /// A definition that clashes with an earlier one: reported, and not generated.
    pub(crate) omitted: bool,
    pub(crate) section: Section,
    pub(crate) path: RustPath,
    /// Where the user wrote the name.
    pub(crate) span: proc_macro2::Span,
    /// The name in TL.
    pub(crate) name: String,
    pub(crate) id: u32,
    pub(crate) line: String,
    pub(crate) docs: Vec<String>,
    /// `cfg(…)`, for everything that is generated of it.
    pub(crate) cfgs: Vec<TokenStream>,
    /// Contents of further attributes of the struct.
    pub(crate) attributes: Vec<TokenStream>,
    /// Paths to derive.
    pub(crate) derives: Vec<TokenStream>,
    pub(crate) parameters: Vec<String>,
    /// It has the lifetime `'a`.
    pub(crate) borrows: bool,
    pub(crate) fields: Vec<Field>,
    /// A value may contain others of its type, and so on without end.
    pub(crate) recursive: bool,
    /// Fewest bytes of the bare form.
    pub(crate) least: usize,
    /// Bytes of the bare form, where every value takes as many and the schema uses it bare.
    pub(crate) fixed: Option<usize>,
    pub(crate) decodes: bool,
    /// What a function answers.
    pub(crate) returns: Option<Type>,
}

/// A field on the wire.
pub(crate) struct Field {
    /// The name in TL.
    pub(crate) name: String,
    pub(crate) ident: String,
    pub(crate) span: proc_macro2::Span,
    pub(crate) docs: Vec<String>,
    pub(crate) line: String,
    pub(crate) ty: Type,
    /// Behind a `Box`.
    pub(crate) boxed: bool,
    /// Bytes on the wire, where every value takes as many.
    pub(crate) fixed: Option<usize>,
    /// The mask's index, and the bit.
    pub(crate) condition: Option<(usize, u32)>,
    pub(crate) role: Role,
}

impl BoxedType {
    /// Every constructor clashed with another definition: reported, and not generated.
    pub(crate) fn is_omitted(&self) -> bool {
        matches!(&self.shape, Shape::Enum(variants) if variants.is_empty())
    }

    /// Some variants may hold another value of this enum, and others do not: see `codegen::object`.
    pub(crate) fn is_split(&self) -> bool {
        matches!(&self.shape, Shape::Enum(variants)
            if variants.iter().any(|variant| variant.nests) && !variants.iter().all(|variant| variant.nests))
    }
}

/// A boxed type.
pub(crate) struct BoxedType {
    pub(crate) path: RustPath,
    pub(crate) name: String,
    pub(crate) docs: Vec<String>,
    /// Not a type of the schema, but the enum of all its combinators.
    pub(crate) is_object: bool,
    pub(crate) shape: Shape,
    pub(crate) borrows: bool,
    pub(crate) derives: Vec<TokenStream>,
}

pub(crate) enum Shape {
    /// One constructor: an alias of its struct.
    Alias(usize),
    Enum(Vec<Variant>),
}

pub(crate) struct Variant {
    pub(crate) ident: String,
    /// Index of the constructor's struct.
    pub(crate) constructor: usize,
    /// Behind a `Box`.
    pub(crate) boxed: bool,
    /// Of the enum of all combinators: a value may hold another value of that enum.
    pub(crate) nests: bool,
}

impl Struct {
    /// It has no fields, on the wire either: a unit variant.
    pub(crate) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }
}
