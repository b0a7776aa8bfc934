//! Every kind of token, from text and from Rust.

use proc_macro2::TokenStream;

use super::token::{DocStyle, TokenKind, Tokens};
use crate::diag::Diagnostics;
use crate::span::SourceMap;

/// The tokens as words, documentation in brackets; and the messages' first lines.
fn lexed(lex: impl FnOnce(&mut SourceMap, &mut Tokens, &mut Diagnostics)) -> (String, Vec<String>, Tokens) {
    let (mut map, mut tokens, mut diagnostics) =
        (SourceMap::new(), Tokens::default(), Diagnostics::default());
    lex(&mut map, &mut tokens, &mut diagnostics);
    let words = tokens.list.iter().map(|token| {
        let text = map.slice(token.span);
        match token.kind {
            TokenKind::Doc(DocStyle::Rust) => format!("[{text}]"),
            TokenKind::Doc(DocStyle::Tdlib) => format!("<{text}>"),
            TokenKind::Attribute(index) => format!("attribute{index}"),
            TokenKind::EndOfFile => "END".to_owned(),
            TokenKind::Word | TokenKind::Number | TokenKind::Punct(_) => text.to_owned(),
        }
    });
    let words: Vec<String> = words.collect();
    let messages = diagnostics.into_messages(&map).into_iter();
    let first_lines = messages.map(|(_, words)| words.lines().next().unwrap_or_default().to_owned());
    (words.join(" "), first_lines.collect(), tokens)
}

fn text(text: &str) -> (String, Vec<String>, Tokens) {
    lexed(|map, tokens, diagnostics| {
        let range = map.add_file("a.tl", text);
        super::text(range, map, tokens, diagnostics);
    })
}

fn rust(source: &str) -> (String, Vec<String>, Tokens) {
    let stream: TokenStream = source.parse().expect("the source is Rust tokens");
    lexed(|map, tokens, diagnostics| super::rust(stream, map, tokens, diagnostics))
}

#[test]
fn words_numbers_and_punctuation() {
    let (words, messages, tokens) = text("ns.a_B#1871be50 {X:#}=[4*x]; %!,<>?+-@|()");
    assert_eq!(words, "ns . a_B # 1871be50 { X : # } = [ 4 * x ] ; % ! , < > ? + - @ | ( )");
    assert_eq!(messages, [""; 0]);
    let kinds: Vec<TokenKind> = tokens.list[..5].iter().map(|token| token.kind).collect();
    let wanted =
        [TokenKind::Word, TokenKind::Punct('.'), TokenKind::Word, TokenKind::Punct('#'), TokenKind::Number];
    assert_eq!(kinds, wanted);
}

#[test]
fn joint_means_side_by_side() {
    let joint: Vec<bool> = text("a#b c/**/d//\ne").2.list.iter().map(|token| token.joint).collect();
    assert_eq!(joint, [true, true, false, false, false, false]);
}

#[test]
fn white_space_of_all_kinds() {
    assert_eq!(text("\u{feff}a\r\n\tb\u{a0}c\r\nd").0, "a b c d");
}

#[test]
fn comments_vanish() {
    let (words, messages, tokens) =
        text("a // é \"\n/* b é\n * */ c /**/ d //@e\n////\n// LAYER 158\n// LAYER 1 2");
    assert_eq!((words.as_str(), messages.len()), ("a c d", 0));
    assert_eq!(tokens.layer.map(|(layer, _)| layer), Some(158));
}

#[test]
fn documentation() {
    assert_eq!(text("/// One.\n///Two.\r\na /// no\n/// b\nb").0, "[One.] [Two.] a [b] b");
    assert_eq!(text("/// banner\n\n//@a b\r\n //-c\n//-d\n//\n//-e\nf").0, "<@a b\r\n //-c\n//-d> f");
    assert_eq!(text("/// at the end").0, "");
}

#[test]
fn stray_characters_are_one_mistake_each() {
    let (words, messages, _) = text("a é日本 b $ ” c \u{200b}\\");
    assert_eq!(words, "a b c");
    let wanted = ["unknown characters `é日本`", "unknown character `$`", "unknown character `”`"];
    for (message, wanted) in messages.iter().zip(wanted) {
        assert!(message.starts_with(wanted), "{message}");
    }
    assert!(messages[3].contains(r"`\u{200b}`"), "{messages:?}");
    assert_eq!(messages.len(), 5);
}

#[test]
fn unterminated_comment() {
    let (words, messages, _) = text("a /* b; c");
    assert_eq!((words.as_str(), messages.len()), ("a", 1));
}

#[test]
fn ids_come_from_the_source_text_of_rust_tokens() {
    let (words, messages, tokens) =
        rust("a #10e6bd2c #3920e6ef #1871be50 #0ab4a819 #ab4a819 #0x3eadb1bb #00000001");
    assert_eq!(words, "a # 10e6bd2c # 3920e6ef # 1871be50 # 0ab4a819 # ab4a819 # 0x3eadb1bb # 00000001");
    assert_eq!(messages, [""; 0]);
    assert!(tokens.list.iter().all(|token| token.joint));
}

#[test]
fn rust_tokens_that_hold_several() {
    assert_eq!(
        rust("x:1.2?Vector<Vector<int>> y:r#type _ 4*[a b]").0,
        "x : 1 . 2 ? Vector < Vector < int > > y : type _ 4 * [ a b ]"
    );
}

#[test]
fn strings_hold_text() {
    let (words, messages, _) = rust("a \"#10e6bd2c // comment\n = A;\" r##\"/// doc\n\"##\"/// d\nb\" = B; ");
    assert_eq!(words, "a # 10e6bd2c = A ; [d] b = B ;");
    assert_eq!(messages, [""; 0]);
}

#[test]
fn attributes_and_repetitions() {
    let (words, messages, tokens) = rust(
        "#[cfg(x)] #[anything] /// doc
         a # [ t ] # [ cfg x ] # [ doc ] #[doc = \"of b\"] b:# [ t ] = A; #[t] c = C; ---types--- #[u] d",
    );
    assert_eq!(
        words,
        "attribute0 attribute1 [doc] a # [ t ] # [ cfg x ] attribute2 [of b] b : # [ t ] = A ; attribute3 c = C ; \
         - - - types - - - attribute4 d"
    );
    assert_eq!(messages, [""; 0]);
    let contents: Vec<String> = tokens.attributes.iter().map(TokenStream::to_string).collect();
    assert_eq!(contents, ["cfg (x)", "anything", "doc", "t", "u"]);
}

#[test]
fn literals_that_are_not_tl() {
    for literal in ["'c'", "b\"x\"", "c\"x\"", "b'x'", "\"x\"suffix"] {
        let (words, messages, _) = rust(&format!("a {literal} b"));
        assert_eq!((words.as_str(), messages), ("a b", vec![format!("`{literal}` is not TL")]));
    }
}

#[test]
fn groups_without_delimiters_are_transparent() {
    use proc_macro2::{Delimiter, Group, TokenTree};
    let inner: TokenStream = "Vector<int>".parse().expect("Rust tokens");
    let group = TokenTree::from(Group::new(Delimiter::None, inner));
    let (words, ..) = lexed(|map, tokens, diagnostics| super::rust(group.into(), map, tokens, diagnostics));
    assert_eq!(words, "Vector < int >");
}

#[test]
fn arrows_of_tl2_come_through() {
    assert_eq!(rust("a => b <=> c").0, "a = > b < = > c");
    assert_eq!(text("a => b <=> c").0, "a = > b < = > c");
}
