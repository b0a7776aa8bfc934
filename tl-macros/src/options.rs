//! The inner attributes of an invocation: `#![derive(…)]` and `#![tl(…)]`.

mod mistake;
pub(crate) mod names;
mod read;
pub(crate) mod table;
mod value;

use names::{Mention, Rename};
use proc_macro2::TokenStream;
pub(crate) use read::read;
pub(crate) use tl_schema::options::Rule;

use crate::resolve::builtin::Builtin;
use crate::span::Span;

/// What the inner attributes ask for.
pub(crate) struct Options {
    /// Path of the runtime crate: `$crate`, or `crate = path`.
    pub(crate) runtime: TokenStream,
    /// `#![derive(…)]`, as written.
    pub(crate) derives: Vec<TokenStream>,
    /// `ids = "…"`: the rule for lines without an id.
    pub(crate) ids: Option<Rule>,
    /// `verify_ids`: a written id must be the computed one.
    pub(crate) verify_ids: bool,
    /// `extern = path`: the module that defines the names which this invocation does not.
    pub(crate) external: Option<External>,
    /// `string = "…"`: what a TL `string` becomes.
    pub(crate) string: StringMode,
    /// `flags = "…"`: whether masks named `flags` are fields.
    pub(crate) flags: FlagsMode,
    /// `borrow` or `borrow = "all"`: which fields borrow from the input.
    pub(crate) borrow: Borrow,
    /// `object` or `object = "extern"`: the enum of every constructor.
    pub(crate) object: ObjectMode,
    /// `functions = "both"`: functions can be decoded too.
    pub(crate) decode_functions: bool,
    /// `inline = false`: no `#[inline]` on generated methods.
    pub(crate) inline: bool,
    /// `docs = "…"`: which pages the documentation links.
    pub(crate) docs: Option<Site>,
    /// `layer = N`.
    pub(crate) layer: Option<i32>,
    /// `default`: every type has a default.
    pub(crate) default: bool,
    /// `try_from`: from an enum to the struct of a variant.
    pub(crate) try_from: bool,
    /// `getters`: methods of enums for the fields of their variants.
    pub(crate) getters: bool,
    /// `setters`: methods that set optional fields.
    pub(crate) setters: bool,
    /// `reflect`: tables of the schema.
    pub(crate) reflect: bool,
    /// `json = "tdlib"`: the schema is one of TDLib, whose values travel as JSON.
    pub(crate) tdlib_json: bool,
    /// `rename("a.b" = "Name", …)`.
    pub(crate) renames: Vec<Rename>,
    /// `id_mismatch_ok("a.b", …)`.
    pub(crate) excuses: Vec<Mention>,
    /// `enums = "…"`.
    pub(crate) enums: Enums,
    /// `box = "…"`.
    pub(crate) boxing: Boxing,
    /// `only(…)`: what is generated, with what it needs.
    pub(crate) only: Option<Vec<Mention>>,
}

/// Which boxed types are enums.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Enums {
    /// Those with several constructors; for a single one, its struct stands for the type.
    Several,
    /// All, so that a second constructor does not change the Rust type.
    Always,
}

/// Which variants have their struct in a `Box`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Boxing {
    Size,
    Always,
    Never,
}

/// `extern = path`.
pub(crate) struct External {
    pub(crate) path: TokenStream,
    pub(crate) span: Span,
}

/// What a TL `string` becomes in Rust.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum StringMode {
    /// `String`; anything but UTF-8 is an error.
    Utf8,
    /// `String`; what is not UTF-8 is replaced by U+FFFD.
    Lossy,
    /// `Bytes`, for schemas that put binary data into strings.
    Bytes,
}

/// What a mask named `flags`, `flags2`, … becomes; all others are fields.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum FlagsMode {
    /// Computed from the fields that test it.
    Hidden,
    /// A field, so that bits which the schema does not declare are kept.
    Visible,
}

/// What borrows from the input.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Borrow {
    Nothing,
    /// What has no fixed length: `string`, `bytes`, an unread `Object`.
    Strings,
    /// Also what is an array of bytes: `int128`, `int256`, `int512`.
    All,
}

/// Pages about each combinator and type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Site {
    /// <https://core.telegram.org/schema>
    Telegram,
}

/// What `Object` has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ObjectMode {
    /// No such enum, unless a field is of any type.
    Absent,
    /// What this invocation defines.
    Own,
    /// Also what the module of `extern` defines.
    WithExtern,
}

impl Borrow {
    /// Whether a field of this type borrows.
    pub(crate) fn takes(self, builtin: Builtin) -> bool {
        match builtin {
            Builtin::String | Builtin::Bytes => self != Borrow::Nothing,
            Builtin::Int128 | Builtin::Int256 | Builtin::Int512 => self == Borrow::All,
            Builtin::Int | Builtin::Long | Builtin::Int53 | Builtin::Double | Builtin::Float => false,
            Builtin::Nat | Builtin::Bool | Builtin::True => false,
        }
    }
}

impl Options {
    /// The options without any attribute.
    fn usual(runtime: TokenStream) -> Options {
        Options {
            runtime,
            derives: Vec::new(),
            ids: None,
            verify_ids: false,
            external: None,
            string: StringMode::Utf8,
            flags: FlagsMode::Hidden,
            borrow: Borrow::Nothing,
            object: ObjectMode::Absent,
            decode_functions: false,
            inline: true,
            docs: None,
            layer: None,
            default: false,
            try_from: false,
            getters: false,
            setters: false,
            reflect: false,
            tdlib_json: false,
            renames: Vec::new(),
            excuses: Vec::new(),
            only: None,
            enums: Enums::Several,
            boxing: Boxing::Size,
        }
    }

    /// The constructor whose struct stands for its boxed type, of which these are all constructors.
    pub(crate) fn stands_for_type(&self, constructors: &[usize]) -> Option<usize> {
        match (constructors, self.enums) {
            (&[only], Enums::Several) => Some(only),
            (_, Enums::Several | Enums::Always) => None,
        }
    }

    /// What concerns the schema itself.
    pub(crate) fn of_schema(&self) -> tl_schema::options::Options {
        tl_schema::options::Options {
            ids: self.ids,
            verify_ids: self.verify_ids,
            external: self.external.is_some(),
            tdlib: self.tdlib_json,
        }
    }
}
