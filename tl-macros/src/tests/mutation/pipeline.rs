//! The whole macro as a library, and what must hold of whatever it makes.

use std::time::{Duration, Instant};

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use quote::quote;

use crate::input::Form;
use crate::pipeline;
use crate::tests::{read_rust, read_text};

/// Options that lead through different code; each input takes the next.
pub(super) const OPTIONS: [&str; 7] = [
    "",
    "#![tl(extern = crate::api)]",
    "#![tl(object, functions = \"both\", ids = \"formal\", extern = ::api)]",
    "#![derive(Eq, Hash)] #![tl(borrow, ids = \"telegram\", extern = crate::api)]",
    "#![tl(verify_ids, string = \"bytes\", layer = 5)]",
    "#![tl(string = \"lossy\", inline = false, extern = crate::api, ids = \"telegram\")]",
    "#![tl(borrow, object, string = \"lossy\", unknown)]",
];

/// No schema that a test makes may take longer.
const PATIENCE: Duration = Duration::from_secs(20);

/// Counts the inputs.
#[derive(Default)]
pub(super) struct Tries {
    count: usize,
    valid: usize,
    /// Those of [`Tries::one_of_many`].
    of_many: usize,
}

impl Tries {
    /// Expands a schema given as a string literal; `true` if it has no mistake.
    pub(super) fn text(&mut self, schema: &str) -> bool {
        forget_sources();
        let literal = TokenTree::from(Literal::string(schema));
        self.expand(literal.into(), schema, &Place::InText)
    }

    /// Expands a schema as a string literal, and reads it as tokens if that is what it is. Behind the parser the two
    /// go the same way, so of the tokens only every fourth goes all of it.
    pub(super) fn both(&mut self, schema: &str) {
        self.text(schema);
        if self.count.is_multiple_of(4) {
            self.tokens(schema);
        } else if schema.parse::<TokenStream>().is_ok() {
            self.count += 1;
            read_rust(schema);
        }
    }

    /// One of a row of inputs that differ by a letter or a word: the parser reads all of them, and every fourth goes all
    /// the way.
    pub(super) fn one_of_many(&mut self, schema: &str) {
        self.of_many += 1;
        if self.of_many.is_multiple_of(4) {
            return self.both(schema);
        }
        self.count += 1;
        forget_sources();
        for message in read_text(schema) {
            assert!(message.contains("--> a.tl:"), "a mistake without a place: {message}\nin: {schema}");
        }
        if schema.parse::<TokenStream>().is_ok() {
            read_rust(schema);
        }
    }

    /// Expands Rust tokens, if they are such.
    pub(super) fn tokens(&mut self, source: &str) {
        forget_sources();
        if let Ok(tokens) = source.parse() {
            self.expand(tokens, source, &Place::InTokens);
        }
    }

    fn expand(&mut self, schema: TokenStream, source: &str, place: &Place) -> bool {
        let options: TokenStream = OPTIONS[self.count % OPTIONS.len()].parse().expect("options are tokens");
        let body = Group::new(Delimiter::Brace, quote!(#options #schema));
        let input = quote!(::tl_runtime #body);
        self.count += 1;

        let start = Instant::now();
        let output = pipeline::expand(Form::Inline, input.clone());
        assert!(start.elapsed() < PATIENCE, "this took {:?}: {source}", start.elapsed());

        let errors = errors(&output);
        errors.iter().for_each(|error| place.check(error, source));
        self.valid += usize::from(errors.is_empty());
        // Code that is read as Rust, and a second time, takes longer than all the rest.
        if errors.is_empty() || self.count.is_multiple_of(8) {
            syn::parse2::<syn::File>(output.clone())
                .unwrap_or_else(|error| panic!("{error}\nin what came of: {source}\nwhich is: {output}"));
        }
        if errors.is_empty() && self.valid.is_multiple_of(4) {
            let again = pipeline::expand(Form::Inline, input);
            assert_eq!(output.to_string(), again.to_string(), "two expansions differ: {source}");
        }
        errors.is_empty()
    }

    pub(super) fn print(&self, what: &str) {
        println!("{what}: {} inputs, {} of them valid", self.count, self.valid);
    }
}

/// Outside of a macro, proc-macro2 keeps the text of everything that was ever parsed.
fn forget_sources() {
    proc_macro2::extra::invalidate_current_thread_spans();
}

/// The place and the words of a `compile_error!`.
type Error = (Span, String);

/// Every `compile_error!` among the items.
fn errors(output: &TokenStream) -> Vec<Error> {
    let mut trees = output.clone().into_iter();
    let mut errors = Vec::new();
    while let Some(tree) = trees.next() {
        if !matches!(&tree, TokenTree::Ident(word) if word == "compile_error") {
            continue;
        }
        let Some(TokenTree::Group(message)) = trees.nth(1) else { panic!("no message: {output}") };
        let message: syn::LitStr = syn::parse2(message.stream()).expect("the message is a string");
        errors.push((tree.span(), message.value()));
    }
    errors
}

/// Where mistakes of an input have their places.
enum Place {
    /// In the message.
    InText,
    /// In the spans of the error's tokens.
    InTokens,
}

impl Place {
    fn check(&self, (span, message): &Error, source: &str) {
        let what = message.lines().next().unwrap_or_default();
        let has_place = match self {
            // What is wrong with the options has its place in tokens.
            Place::InText
                if what.contains("option") || what.contains("`extern`") || what.contains("lossy") =>
            {
                true
            }
            Place::InText => message.lines().any(|line| line.trim_start().starts_with("--> ")),
            Place::InTokens => !span.byte_range().is_empty(),
        };
        let is_empty = what == "no schema is given";
        assert!(has_place || is_empty, "a mistake without a place: {message}\nin: {source}");
        assert!(!what.is_empty() && what != "this is not TL", "a mistake without words in: {source}");
    }
}
