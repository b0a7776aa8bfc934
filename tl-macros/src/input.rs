//! What an invocation holds: the runtime's path, options, and a schema as tokens, string literals or files.

use std::path::{Path, PathBuf};
use std::{env, fs};

use macro_string::MacroString;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

use crate::arguments::split_at_commas;
use crate::diag::Diagnostics;
use crate::lex;
use crate::lex::token::{TokenKind, Tokens};
use crate::options::{self, Options};
use crate::span::{SourceMap, Span};

mod mistake;

use mistake::Mistake;

/// Which macro was called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `tl!`: tokens and string literals.
    Inline,
    /// `include_tl!`: paths.
    Files,
}

/// An invocation, read.
pub(crate) struct Input {
    pub(crate) options: Options,
    pub(crate) tokens: Tokens,
    /// Absolute paths of the files that were read, to rebuild when they change.
    pub(crate) files: Vec<PathBuf>,
}

/// Reads `$crate { #![…]… schema }`.
pub(crate) fn read(
    form: Form,
    tokens: TokenStream,
    map: &mut SourceMap,
    diagnostics: &mut Diagnostics,
) -> Input {
    let (runtime, body) = split_runtime(tokens);
    let (inner, schema) = split_inner_attributes(body.clone(), map);
    let options = options::read(runtime, inner, map, diagnostics);
    let mut input = Input { options, tokens: Tokens::default(), files: Vec::new() };
    match form {
        Form::Inline => lex::rust(schema, map, &mut input.tokens, diagnostics),
        Form::Files => read_files(schema, map, &mut input, diagnostics),
    }
    let is_empty = input.tokens.list.iter().all(|token| token.kind == TokenKind::EndOfFile);
    if is_empty && diagnostics.is_empty() {
        diagnostics.report(map.tokens(body), Mistake::Empty(form));
    }
    input
}

/// The `macro_rules!` of the runtime puts `$crate` before the braces with the user's tokens. Who calls the procedural
/// macros themselves has no braces, and the runtime under its own name.
fn split_runtime(tokens: TokenStream) -> (TokenStream, TokenStream) {
    let list: Vec<TokenTree> = tokens.clone().into_iter().collect();
    match &list[..] {
        [path @ .., TokenTree::Group(body)]
            if begins_as_path(path) && body.delimiter() == Delimiter::Brace =>
        {
            (path.iter().cloned().collect(), body.stream())
        }
        _ => (quote!(::tl_runtime), tokens),
    }
}

/// Whether these are `$crate` or `::name`, as no line of TL begins.
fn begins_as_path(tokens: &[TokenTree]) -> bool {
    match tokens.first() {
        Some(TokenTree::Ident(ident)) => ident == "$crate",
        Some(TokenTree::Punct(punct)) => punct.as_char() == ':',
        _ => false,
    }
}

/// Takes `#![…]` off the front: the brackets' contents, and the rest.
fn split_inner_attributes(body: TokenStream, map: &mut SourceMap) -> (Vec<TokenStream>, TokenStream) {
    let tokens: Vec<TokenTree> = body.into_iter().collect();
    let mut inner = Vec::new();
    let mut rest = &tokens[..];
    while let [TokenTree::Punct(hash), TokenTree::Punct(bang), TokenTree::Group(group), tail @ ..] = rest {
        if hash.as_char() != '#' || bang.as_char() != '!' || group.delimiter() != Delimiter::Bracket {
            break;
        }
        inner.push(group.stream());
        map.tokens(rest[..3].iter().cloned().collect());
        rest = tail;
    }
    (inner, rest.iter().cloned().collect())
}

fn read_files(paths: TokenStream, map: &mut SourceMap, input: &mut Input, diagnostics: &mut Diagnostics) {
    let paths = split_at_commas(paths);
    if paths.is_empty() {
        return diagnostics.report(Span::INVOCATION, Mistake::NoPath);
    }
    for tokens in paths {
        match syn::parse2::<MacroString>(tokens.clone()) {
            Ok(path) => read_file(&path, tokens, map, input, diagnostics),
            Err(error) => {
                let span = map.token("", error.span());
                let lacks_comma = error.to_string() == "unexpected token";
                diagnostics.report(span, if lacks_comma { Mistake::MissingComma } else { Mistake::NotAPath });
            }
        }
    }
}

fn read_file(
    path: &MacroString,
    tokens: TokenStream,
    map: &mut SourceMap,
    input: &mut Input,
    diagnostics: &mut Diagnostics,
) {
    let span = path.error("").span();
    let read = evaluate(path).and_then(|path| {
        let file = root().join(&path);
        if input.files.contains(&file) {
            return Err(Mistake::FileTwice { file: shown(&path) });
        }
        let text = read_text(&file, &path)?;
        Ok((path, file, text))
    });
    match read {
        Ok((path, file, text)) => {
            let range = map.add_file_at(&shown(&path), &text, span);
            lex::text(range, map, &mut input.tokens, diagnostics);
            lex::end_of_file(range, &mut input.tokens);
            input.files.push(file);
        }
        Err(mistake) => diagnostics.report(map.tokens(tokens), mistake),
    }
}

/// The path as it was meant: `concat!` and its like put together.
fn evaluate(path: &MacroString) -> Result<String, Mistake> {
    let path = path.eval().map_err(|error| Mistake::UnknownPath { reason: error.to_string() })?;
    match path.contains('=') && path.contains(';') {
        true => Err(Mistake::SchemaAsPath),
        false => Ok(path),
    }
}

/// A relative path starts at the crate's manifest, as in `include_tl!("schemas/api.tl")`.
fn root() -> PathBuf {
    env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default()
}

/// A path as messages show it: the same on every machine, so from the manifest on, if it is below that.
fn shown(path: &str) -> String {
    let path = Path::new(path);
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

fn read_text(file: &Path, path: &str) -> Result<String, Mistake> {
    if file.is_dir() {
        return Err(Mistake::Folder { file: shown(path) });
    }
    let bytes = fs::read(file).map_err(|error| Mistake::Unreadable { file: shown(path), error })?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.iter().filter(|&&byte| byte == b'\n').count() + 1;
        let start = valid.iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
        let column = String::from_utf8_lossy(&valid[start..]).chars().count() + 1;
        Mistake::NotUtf8 { file: shown(path), line, column, byte: error.as_bytes()[valid.len()] }
    })
}

#[cfg(test)]
mod tests;
