//! Positions of text in files and in string literals, and of Rust tokens.

use std::str::FromStr;

use proc_macro2::{Literal, Span as RustSpan, TokenStream, TokenTree};

use super::{Excerpt, Shown, SourceMap, Span, literal};

/// The only literal of a Rust source, with its position there.
fn parse_literal(source: &str) -> Literal {
    let trees = TokenStream::from_str(source).expect("Rust tokens").into_iter();
    let literals = trees.filter_map(|tree| match tree {
        TokenTree::Literal(literal) => Some(literal),
        _ => None,
    });
    let [literal] = <[Literal; 1]>::try_from(literals.collect::<Vec<_>>()).expect("one literal");
    literal
}

/// Line, column and the marked characters of a word in a source.
fn place(map: &SourceMap, range: Span, word: &str) -> (usize, usize, String) {
    let at = map.slice(range).find(word).expect("the word is in the source");
    marked(&map.show(range.part(at, at + word.len())))
}

fn marked(shown: &Shown) -> (usize, usize, String) {
    let Excerpt { line, start, width } = shown.excerpt.as_ref().expect("an excerpt");
    let marked = line.chars().skip(*start).take(*width).collect();
    (shown.location.line, shown.location.column, marked)
}

/// The place of the word `wrong` in the literal of a Rust source.
fn in_literal(source: &str) -> (usize, usize, String) {
    let mut map = SourceMap::new();
    let range = map.add_literal(&parse_literal(source)).expect("a string literal");
    place(&map, range, "wrong")
}

#[test]
fn files() {
    let mut map = SourceMap::new();
    let first = map.add_file("a.tl", "\u{feff}one\r\n\té two\r\n");
    let second = map.add_file("b.tl", "three");
    assert_eq!(place(&map, first, "one"), (1, 1, "one".to_owned()));
    assert_eq!(place(&map, first, "two"), (2, 4, "two".to_owned()));
    assert_eq!(place(&map, first, "é"), (2, 2, "é".to_owned()));
    assert_eq!(map.show(second).location.to_string(), "b.tl:1:1");
    // The end of a file is in that file, and has a column to mark.
    let end = first.part(first.len(), first.len());
    assert_eq!(map.show(end).location.to_string(), "a.tl:3:1");
    // A mark ends with its line.
    assert_eq!(marked(&map.show(first)), (1, 1, "one".to_owned()));
}

#[test]
fn literals_are_placed_in_the_rust_source() {
    let wrong = |line, column| (line, column, "wrong".to_owned());
    assert_eq!(in_literal(r#"tl "a wrong""#), wrong(1, 7));
    assert_eq!(in_literal("\n\t \"a\n\twrong\""), wrong(3, 2));
    assert_eq!(in_literal("é r\"é wrong\""), wrong(1, 7));
    assert_eq!(in_literal("x r###\"\"# \"## wrong\"###"), wrong(1, 15));
    assert_eq!(in_literal("r#\"\n  wrong\n\"#"), wrong(2, 3));
}

#[test]
fn escapes_count_as_they_are_written() {
    let wrong = |line, column| (line, column, "wrong".to_owned());
    assert_eq!(in_literal(r#""\n\t\" wrong""#), wrong(1, 9));
    assert_eq!(in_literal(r#""\\ \x41 \u{1F_600} wrong""#), wrong(1, 21));
    // A line continuation stands for nothing.
    assert_eq!(in_literal("\"a \\\n\n   wrong\""), wrong(3, 4));
    // A character that is escaped is marked as a whole, also behind another.
    let mut map = SourceMap::new();
    let range = map.add_literal(&parse_literal(r#""\ta\u{e9}b""#)).expect("a string literal");
    assert_eq!(place(&map, range, "é"), (1, 5, r"\u{e9}".to_owned()));
}

#[test]
fn values_of_literals() {
    let values = [
        (r#""a\n\r\t\0\\\'\"\x41\u{e9}""#, "a\n\r\t\0\\'\"Aé"),
        ("\"a\\\n   \t\n b\"", "ab"),
        (r###"r##"\n"#"##"###, "\\n\"#"),
        (r#"r"""#, ""),
        (r#""""#, ""),
    ];
    for (written, value) in values {
        assert_eq!(
            literal::unescape(written).map(|unescaped| unescaped.value).as_deref(),
            Some(value),
            "{written}"
        );
    }
    for other in
        ["b\"\"", "'a'", "1", "\"a\"x", "r\"a\"x", "\"", "r#\"", "r", "r#", "\"\\", "\"\\x4\"", "\"\\u{\""]
    {
        assert!(literal::unescape(other).is_none(), "{other}");
    }
}

#[test]
fn tokens_have_no_excerpt() {
    let stream = TokenStream::from_str("user\n  name").expect("Rust tokens");
    let spans: Vec<RustSpan> = stream.into_iter().map(|tree| tree.span()).collect();
    let mut map = SourceMap::new();
    let (first, last) = (map.token("user", spans[0]), map.token("name", spans[1]));
    assert_eq!((map.slice(first), map.slice(last)), ("user", "name"));
    let shown = map.show(first.to(last));
    assert!(shown.excerpt.is_none());
    assert_eq!((shown.location.line, shown.location.column), (1, 1));
    assert_eq!((shown.rust.0.start().line, shown.rust.1.start().line), (1, 2));
    // A token without words has a place too.
    let empty = map.token("", spans[1]);
    assert_eq!(map.show(empty).location.line, 2);
}

#[test]
fn tokens_reach_from_the_first_to_the_last() {
    let stream = TokenStream::from_str("\t/* é */ user # d23c81a3\n = User;").expect("Rust tokens");
    let mut map = SourceMap::new();
    let places: Vec<Span> =
        stream.into_iter().map(|tree| map.token(&tree.to_string(), tree.span())).collect();
    // The id, in front of which stand a tab and a character of two bytes: columns are characters.
    let Shown { rust: (first, last), location, .. } = map.show(places[1].to(places[2]));
    let column = |span: RustSpan| (span.start().column, span.end().column);
    assert_eq!((column(first), column(last)), ((14, 15), (16, 24)));
    assert_eq!((location.line, location.column), (1, 15));
    // From one line to the next.
    let Shown { rust: (first, last), .. } = map.show(places[0].to(places[4]));
    assert_eq!((first.start().line, last.end().line, last.end().column), (1, 2, 7));
}

#[test]
fn the_invocation_has_a_place() {
    let shown = SourceMap::new().show(Span::INVOCATION);
    assert!(shown.excerpt.is_none());
    let mut map = SourceMap::new();
    map.add_file("a.tl", "a");
    assert!(map.show(Span::INVOCATION).excerpt.is_none());
}
