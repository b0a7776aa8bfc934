//! The inner attributes of an invocation: `#![derive(…)]` and `#![tl(…)]`.

use proc_macro2::{TokenStream, TokenTree};
pub(crate) use tl_schema::options::Rule;

use crate::arguments::{name_and_value, split_at_commas};
use crate::diag::Diagnostics;
use crate::nearest::nearest;
use crate::resolve::builtin::Builtin;
use crate::span::{SourceMap, Span};

mod mistake;
pub(crate) mod names;
pub(crate) mod table;
mod value;

use mistake::Mistake;
use names::{List, Mention, Rename};
use table::{Entry, Word};
use value::{borrow, choice, layer, object, path, switch};

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
    /// Those with several constructors; the struct of an only one stands for its type.
    Several,
    /// All, so that a second constructor changes no shape.
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

/// What becomes of a mask named `flags`, `flags2`, …; all others are fields.
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
    /// There is no such enum, unless a field is of any type.
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

/// Reads the contents of all `#![…]`.
pub(crate) fn read(
    runtime: TokenStream,
    inner: Vec<TokenStream>,
    map: &mut SourceMap,
    diagnostics: &mut Diagnostics,
) -> Options {
    let options = Options {
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
    };
    let mut reader = OptionReader { options, seen: Vec::new(), map, diagnostics };
    for attribute in inner {
        reader.attribute(attribute);
    }
    reader.needless();
    reader.excluded();
    reader.options
}

struct OptionReader<'a> {
    options: Options,
    /// Names of the options read so far.
    seen: Vec<(String, Span)>,
    map: &'a mut SourceMap,
    diagnostics: &'a mut Diagnostics,
}

impl OptionReader<'_> {
    /// `derive(…)` or `tl(…)`.
    fn attribute(&mut self, attribute: TokenStream) {
        let mut tokens = attribute.clone().into_iter();
        match (tokens.next(), tokens.next(), tokens.next()) {
            (Some(TokenTree::Ident(name)), Some(TokenTree::Group(list)), None) if name == "derive" => {
                self.options.derives.extend(split_at_commas(list.stream()));
            }
            (Some(TokenTree::Ident(name)), Some(TokenTree::Group(list)), None) if name == "tl" => {
                for option in split_at_commas(list.stream()) {
                    self.option(option);
                }
            }
            (Some(TokenTree::Ident(name)), ..) if name == "derive" || name == "tl" => {
                self.report(&attribute, Mistake::NoList { name: name.to_string() });
            }
            _ => self.report(&attribute, Mistake::UnknownAttribute),
        }
    }

    /// `name`, `name = value` or `name(list)`.
    fn option(&mut self, option: TokenStream) {
        let Ok((name, value)) = name_and_value(option.clone()) else {
            return self.report(&option, Mistake::UnknownOption { name: option.to_string(), near: None });
        };
        let span = self.map.token(&name.to_string(), name.span());
        let name = name.to_string();
        let is_list = table::find(&name).is_some_and(|entry| entry.word.takes_list());
        if let Some((_, first)) = self.seen.iter().find(|(seen, _)| *seen == name && !is_list) {
            let related = vec![(*first, "given here first")];
            return self.diagnostics.report_with(span, Mistake::GivenTwice { name }, related);
        }
        self.seen.push((name.clone(), span));
        if let Err(mistake) = self.set(&name, value.as_ref(), span) {
            match value {
                Some(value) if matches!(mistake, Mistake::BadValue { .. }) => self.report(&value, mistake),
                _ => self.diagnostics.report(span, mistake),
            }
        }
    }

    /// What the lists of an option, which add up, name without need.
    fn needless(&mut self) {
        let Options { renames, excuses, only, .. } = &mut self.options;
        let mut mistakes = names::take_needless(Word::Rename, renames, |rename| &rename.of);
        mistakes.extend(names::take_needless(Word::IdMismatchOk, excuses, |excuse| excuse));
        let only = only.iter_mut().flat_map(|only| names::take_needless(Word::Only, only, |name| name));
        mistakes.extend(only);
        mistakes.into_iter().for_each(|(span, mistake)| self.diagnostics.report(span, mistake));
    }

    /// Options that make no sense together.
    fn excluded(&mut self) {
        if self.options.string == StringMode::Lossy && self.options.borrow != Borrow::Nothing {
            self.exclude(Word::Borrow, Mistake::LossyBorrow);
            self.options.borrow = Borrow::Nothing;
        }
        if self.options.object == ObjectMode::WithExtern && self.options.external.is_none() {
            self.exclude(Word::Object, Mistake::ObjectWithoutExtern);
            self.options.object = ObjectMode::Own;
        }
        if !self.options.reflect {
            self.exclude(Word::Json, Mistake::JsonWithoutReflect);
            self.options.tdlib_json = false;
        }
    }

    /// Reports at the name of an option.
    fn exclude(&mut self, word: Word, mistake: Mistake) {
        if let Some((_, span)) = self.seen.iter().find(|(seen, _)| seen == word.name()) {
            self.diagnostics.report(*span, mistake);
        }
    }

    fn set(&mut self, name: &str, value: Option<&TokenStream>, span: Span) -> Result<(), Mistake> {
        let Entry { word, of_definition, .. } = table::find(name).ok_or_else(|| unknown(name))?;
        let is_list = value.is_some_and(|value| value.to_string().starts_with('('));
        if of_definition.is_some() && !is_list {
            let equals = if value.is_some() { " = " } else { "" };
            let value = value.map(TokenStream::to_string).unwrap_or_default();
            return Err(Mistake::OfDefinition { option: format!("{name}{equals}{value}") });
        }
        let options = &mut self.options;
        match word {
            Word::Crate => options.runtime = path(name, value)?,
            Word::Extern => options.external = Some(External { path: path(name, value)?, span }),
            Word::Ids => {
                let rules = [("telegram", Rule::Telegram), ("formal", Rule::Formal)];
                options.ids = Some(choice(name, value, rules)?);
            }
            Word::String => {
                let modes =
                    [("utf8", StringMode::Utf8), ("lossy", StringMode::Lossy), ("bytes", StringMode::Bytes)];
                options.string = choice(name, value, modes)?;
            }
            Word::Flags => {
                let modes = [("hidden", FlagsMode::Hidden), ("visible", FlagsMode::Visible)];
                options.flags = choice(name, value, modes)?;
            }
            Word::Functions => {
                options.decode_functions = choice(name, value, [("encode", false), ("both", true)])?;
            }
            Word::Docs => options.docs = Some(choice(name, value, [("telegram", Site::Telegram)])?),
            Word::VerifyIds => options.verify_ids = switch(name, value)?,
            Word::Borrow => options.borrow = borrow(name, value)?,
            Word::Object => options.object = object(name, value)?,
            Word::Inline => options.inline = switch(name, value)?,
            Word::Default => options.default = switch(name, value)?,
            Word::TryFrom => options.try_from = switch(name, value)?,
            Word::Getters => options.getters = switch(name, value)?,
            Word::Setters => options.setters = switch(name, value)?,
            Word::Reflect => options.reflect = switch(name, value)?,
            Word::Json => options.tdlib_json = choice(name, value, [("plain", false), ("tdlib", true)])?,
            Word::Layer => options.layer = Some(layer(name, value)?),
            Word::Enums => {
                let modes = [("several", Enums::Several), ("always", Enums::Always)];
                options.enums = choice(name, value, modes)?;
            }
            Word::Box => {
                let modes = [("size", Boxing::Size), ("always", Boxing::Always), ("never", Boxing::Never)];
                options.boxing = choice(name, value, modes)?;
            }
            Word::Rename => {
                let list = names::renames(value, self.map)?;
                let items = self.sound(list);
                self.options.renames.extend(items);
            }
            Word::IdMismatchOk => {
                let list = names::excuses(value, self.map)?;
                let items = self.sound(list);
                self.options.excuses.extend(items);
            }
            Word::Only => {
                let list = names::only(value, self.map)?;
                let items = self.sound(list);
                self.options.only.get_or_insert_default().extend(items);
            }
        }
        Ok(())
    }

    /// The items of a list, after its mistakes are reported.
    fn sound<T>(&mut self, list: List<T>) -> Vec<T> {
        list.mistakes.into_iter().for_each(|(span, mistake)| self.diagnostics.report(span, mistake));
        list.items
    }

    /// Reports at a run of tokens.
    fn report(&mut self, tokens: &TokenStream, mistake: Mistake) {
        let span = self.map.tokens(tokens.clone());
        self.diagnostics.report(span, mistake);
    }
}

fn unknown(name: &str) -> Mistake {
    let near = nearest(name, table::names()).into_iter().next();
    Mistake::UnknownOption { name: name.to_owned(), near }
}
