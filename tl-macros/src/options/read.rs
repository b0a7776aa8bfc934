//! Reads `#![derive(…)]` and `#![tl(…)]`, as [`table`](super::table) says.

use proc_macro2::{TokenStream, TokenTree};

use super::mistake::Mistake;
use super::names;
use super::table::{self, Entry, Takes};
use super::value::{number, path, switch, word};
use super::{Borrow, ObjectMode, Options, StringMode};
use crate::arguments::{name_and_value, split_at_commas};
use crate::diag::Diagnostics;
use crate::nearest::nearest;
use crate::span::{SourceMap, Span};

/// Reads the contents of all `#![…]`.
pub(crate) fn read(
    runtime: TokenStream,
    inner: Vec<TokenStream>,
    map: &mut SourceMap,
    diagnostics: &mut Diagnostics,
) -> Options {
    let options = Options::usual(runtime);
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
            (name, ..) => {
                let name = name.map(|name| name.to_string()).unwrap_or_default();
                self.report(&attribute, Mistake::UnknownAttribute { name });
            }
        }
    }

    /// `name`, `name = value` or `name(list)`.
    fn option(&mut self, option: TokenStream) {
        let Ok((name, value)) = name_and_value(option.clone()) else {
            return self.report(&option, Mistake::UnknownOption { name: option.to_string(), near: None });
        };
        let span = self.map.token(&name.to_string(), name.span());
        let name = name.to_string();
        let is_list = table::find(&name).is_some_and(|entry| entry.takes.is_list());
        if let Some((_, first)) = self.seen.iter().find(|(seen, _)| *seen == name && !is_list) {
            let related = vec![(*first, "first given here")];
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
        let mut mistakes = names::take_needless("rename", renames, |rename| &rename.of);
        mistakes.extend(names::take_needless("id_mismatch_ok", excuses, |excuse| excuse));
        let only = only.iter_mut().flat_map(|only| names::take_needless("only", only, |name| name));
        mistakes.extend(only);
        self.report_all(mistakes);
    }

    /// Options that make no sense together.
    fn excluded(&mut self) {
        if self.options.string == StringMode::Lossy && self.options.borrow != Borrow::Nothing {
            self.exclude("borrow", Mistake::LossyBorrow);
            self.options.borrow = Borrow::Nothing;
        }
        if self.options.object == ObjectMode::WithExtern && self.options.external.is_none() {
            self.exclude("object", Mistake::ObjectWithoutExtern);
            self.options.object = ObjectMode::Own;
        }
        if !self.options.reflect {
            self.exclude("json", Mistake::JsonWithoutReflect);
            self.options.tdlib_json = false;
        }
    }

    /// Reports at the name of an option.
    fn exclude(&mut self, name: &str, mistake: Mistake) {
        if let Some((_, span)) = self.seen.iter().find(|(seen, _)| seen == name) {
            self.diagnostics.report(*span, mistake);
        }
    }

    fn set(&mut self, name: &str, value: Option<&TokenStream>, span: Span) -> Result<(), Mistake> {
        let Entry { takes, of_definition, .. } = table::find(name).ok_or_else(|| unknown(name))?;
        let is_list = value.is_some_and(|value| value.to_string().starts_with('('));
        if of_definition.is_some() && !is_list {
            let equals = if value.is_some() { " = " } else { "" };
            let value = value.map(TokenStream::to_string).unwrap_or_default();
            return Err(Mistake::OfDefinition { option: format!("{name}{equals}{value}") });
        }
        let options = &mut self.options;
        let bad = || Mistake::BadValue { name: name.to_owned(), expected: takes.expected() };
        match takes {
            Takes::Switch { set, .. } => set(options, switch(value).ok_or_else(bad)?),
            Takes::Word(words) => word(value, words).ok_or_else(bad)?(options),
            Takes::SwitchOrWord(set, words) => match (word(value, words), switch(value)) {
                (Some(set), _) => set(options),
                (None, Some(on)) => set(options, on),
                (None, None) => return Err(bad()),
            },
            Takes::Path(set) => set(options, path(value).ok_or_else(bad)?, span),
            Takes::Number(set) => set(options, number(value).ok_or_else(bad)?),
            Takes::Names { add, .. } => {
                let items = names::items(value, self.map).ok_or_else(bad)?;
                let wrong = items.into_iter().filter(|item| !add(options, item));
                let wrong = wrong.map(|item| (item.span, bad())).collect();
                self.report_all(wrong);
            }
        }
        Ok(())
    }

    fn report_all(&mut self, mistakes: Vec<(Span, Mistake)>) {
        mistakes.into_iter().for_each(|(span, mistake)| self.diagnostics.report(span, mistake));
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
