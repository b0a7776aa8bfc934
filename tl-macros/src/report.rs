//! Mistakes to the tokens that make rustc say them.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, TokenStream, TokenTree};

use crate::diag::Diagnostics;
use crate::span::{Shown, SourceMap};

/// One `compile_error!` for each mistake, in the order of the source.
pub(crate) fn compile_errors(diagnostics: Diagnostics, map: &SourceMap) -> TokenStream {
    diagnostics
        .into_messages(map)
        .into_iter()
        .flat_map(|(shown, words)| compile_error(&shown, &words))
        .collect()
}

/// `::core::compile_error! { "message" }`.
///
/// Stable Rust cannot join spans, but rustc marks a macro call from its first to its last token: the path has the
/// span of the first token at fault and the braces that of the last.
fn compile_error(shown: &Shown, message: &str) -> TokenStream {
    let (first, last) = shown.rust;
    let punct = |char, spacing| {
        let mut punct = Punct::new(char, spacing);
        punct.set_span(first);
        TokenTree::from(punct)
    };
    let word = |word| TokenTree::from(Ident::new(word, first));
    let mut literal = Literal::string(message);
    literal.set_span(last);
    let mut braces = Group::new(Delimiter::Brace, TokenTree::from(literal).into());
    braces.set_span(last);
    TokenStream::from_iter([
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
        word("core"),
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
        word("compile_error"),
        punct('!', Spacing::Alone),
        TokenTree::from(braces),
    ])
}

#[cfg(test)]
mod tests {
    use proc_macro2::{Span as RustSpan, TokenStream, TokenTree};

    use super::compile_errors;
    use crate::diag::Diagnostics;
    use crate::span::{SourceMap, Span};

    #[test]
    fn compile_errors_reach_from_the_first_token_to_the_last() {
        let stream: TokenStream = "first second\nthird".parse().expect("Rust tokens");
        let spans: Vec<RustSpan> = stream.into_iter().map(|tree| tree.span()).collect();
        let mut map = SourceMap::new();
        let tokens = ["first", "second", "third"];
        let places: Vec<Span> =
            tokens.iter().zip(&spans).map(|(text, &span)| map.token(text, span)).collect();
        let mut diagnostics = Diagnostics::default();
        diagnostics.report(places[1].to(places[2]), "wrong");
        let errors = compile_errors(diagnostics, &map);
        assert_eq!(errors.to_string().replace(' ', ""), r#"::core::compile_error!{"wrong"}"#);
        let trees: Vec<TokenTree> = errors.into_iter().collect();
        let columns = |tree: &TokenTree| (tree.span().start().line, tree.span().start().column);
        assert_eq!((columns(&trees[0]), columns(&trees[7])), ((1, 6), (2, 0)));
    }
}
