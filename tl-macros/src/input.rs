//! What an invocation holds: the runtime's path, options, and a schema as tokens, string literals or files.

use std::path::{Path, PathBuf};
use std::{env, fmt, fs, io};

use macro_string::MacroString;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::Token;
use syn::parse::Parser;
use syn::punctuated::Punctuated;

use crate::diag::Diagnostics;
use crate::lex;
use crate::lex::token::Tokens;
use crate::options::{self, Options};
use crate::span::{SourceMap, Span};

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
    let (inner, schema) = split_inner_attributes(body);
    let options = options::read(runtime, inner, map, diagnostics);
    let mut input = Input { options, tokens: Tokens::default(), files: Vec::new() };
    match form {
        Form::Inline => lex::rust(schema, map, &mut input.tokens, diagnostics),
        Form::Files => read_files(schema, map, &mut input, diagnostics),
    }
    if input.tokens.list.is_empty() && diagnostics.is_empty() {
        diagnostics.report(Span::INVOCATION, Mistake::Empty);
    }
    input
}

/// The `macro_rules!` of the runtime puts `$crate` before the braces with the user's tokens.
fn split_runtime(tokens: TokenStream) -> (TokenStream, TokenStream) {
    let mut runtime = TokenStream::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                return (runtime, group.stream());
            }
            token => runtime.extend([token]),
        }
    }
    (runtime, TokenStream::new())
}

/// Takes `#![…]` off the front: the brackets' contents, and the rest.
fn split_inner_attributes(body: TokenStream) -> (Vec<TokenStream>, TokenStream) {
    let tokens: Vec<TokenTree> = body.into_iter().collect();
    let mut inner = Vec::new();
    let mut rest = &tokens[..];
    while let [TokenTree::Punct(hash), TokenTree::Punct(bang), TokenTree::Group(group), tail @ ..] = rest {
        if hash.as_char() != '#' || bang.as_char() != '!' || group.delimiter() != Delimiter::Bracket {
            break;
        }
        inner.push(group.stream());
        rest = tail;
    }
    (inner, rest.iter().cloned().collect())
}

fn read_files(paths: TokenStream, map: &mut SourceMap, input: &mut Input, diagnostics: &mut Diagnostics) {
    let parser = Punctuated::<MacroString, Token![,]>::parse_terminated;
    match parser.parse2(paths) {
        Ok(paths) if paths.is_empty() => diagnostics.report(Span::INVOCATION, Mistake::NoPath),
        Ok(paths) => paths.iter().for_each(|path| read_file(path, map, input, diagnostics)),
        Err(error) => {
            let span = map.token("", error.span());
            diagnostics.report(span, Mistake::NotAPath { reason: error.to_string() });
        }
    }
}

fn read_file(path: &MacroString, map: &mut SourceMap, input: &mut Input, diagnostics: &mut Diagnostics) {
    let span = path.error("").span();
    match locate(path).and_then(|file| Ok((read_text(&file)?, file))) {
        Ok((text, file)) => {
            let range = map.add_file(&file.display().to_string(), &text, span);
            lex::text(range, map, &mut input.tokens, diagnostics);
            lex::end_of_file(range, &mut input.tokens);
            input.files.push(file);
        }
        Err(mistake) => {
            let place = map.token("", span);
            diagnostics.report(place, mistake);
        }
    }
}

/// A relative path starts at the crate's manifest, as in `include_tl!("schemas/api.tl")`.
fn locate(path: &MacroString) -> Result<PathBuf, Mistake> {
    let path = path.eval().map_err(|error| Mistake::NotAPath { reason: error.to_string() })?;
    let root = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    Ok(root.join(path))
}

fn read_text(file: &Path) -> Result<String, Mistake> {
    let shown = file.display().to_string();
    let bytes = fs::read(file).map_err(|error| Mistake::Unreadable { file: shown.clone(), error })?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.iter().filter(|&&byte| byte == b'\n').count() + 1;
        Mistake::NotUtf8 { file: shown, line }
    })
}

/// What can be wrong with the invocation itself.
enum Mistake {
    Empty,
    NoPath,
    NotAPath { reason: String },
    Unreadable { file: String, error: io::Error },
    NotUtf8 { file: String, line: usize },
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::Empty => f.write_str(
                "no schema is given\nhelp: paste lines of TL, such as `inputPeerSelf #7da07ec9 = InputPeer;`",
            ),
            Mistake::NoPath => f.write_str(
                "no schema file is named\n\
                 help: `include_tl!(\"schemas/api.tl\")`; paths start at the folder of Cargo.toml",
            ),
            Mistake::NotAPath { reason } => write!(
                f,
                "expected the path of a schema file: {reason}\n\
                 help: a string literal, or `concat!(env!(\"OUT_DIR\"), \"/api.tl\")`; several are separated by commas",
            ),
            Mistake::Unreadable { file, error } => {
                write!(f, "cannot read schema file `{file}`: {error}")?;
                if error.kind() == io::ErrorKind::NotFound {
                    f.write_str("\nhelp: relative paths start at the folder of Cargo.toml")?;
                }
                Ok(())
            }
            Mistake::NotUtf8 { file, line } => {
                write!(f, "schema file `{file}` is not UTF-8 (line {line})\nhelp: save the file as UTF-8")
            }
        }
    }
}
