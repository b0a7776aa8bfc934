//! What a person reads.

use proc_macro2::TokenStream;

use super::Diagnostics;
use crate::span::{SourceMap, Span};

fn messages(diagnostics: Diagnostics, map: &SourceMap) -> Vec<String> {
    diagnostics.into_messages(map).into_iter().map(|(_, words)| words).collect()
}

fn file(text: &str) -> (SourceMap, Span) {
    let mut map = SourceMap::new();
    let range = map.add_file("a.tl", text);
    (map, range)
}

#[test]
fn text_is_shown_in_rustcs_look() {
    let (map, range) = file("one\n\té wrong = \t\nthree");
    let mut diagnostics = Diagnostics::default();
    let at = "one\n\té ".len();
    let related = vec![(range.part(0, 3), "first defined here")];
    diagnostics.report_with(range.part(at, at + 5), "what is wrong\nhelp: the way out", related);
    let wanted = "what is wrong
 --> a.tl:2:4
  |
1 | one
  | --- first defined here
2 | \té wrong =
  | \t  ^^^^^
  = help: the way out";
    assert_eq!(messages(diagnostics, &map), [wanted]);
}

#[test]
fn two_places_in_one_line() {
    let (map, range) = file("one two three");
    let (one, two) = (range.part(0, 3), range.part(4, 7));
    let mut diagnostics = Diagnostics::default();
    diagnostics.report_with(one, "first", vec![(two, "the other")]);
    diagnostics.report_with(two, "second", vec![(one, "the other")]);
    let wanted = [
        "first\n --> a.tl:1:1\n  |\n1 | one two three\n  | ^^^ --- the other",
        "second\n --> a.tl:1:5\n  |\n1 | one two three\n  | --- ^^^\n  | |\n  | the other",
    ];
    assert_eq!(messages(diagnostics, &map), wanted);
}

#[test]
fn lines_in_between_are_left_out() {
    let (map, range) = file("one\n2\n3\nfour");
    let mut diagnostics = Diagnostics::default();
    diagnostics.report_with(range.part(8, 12), "wrong", vec![(range.part(0, 3), "the other")]);
    let wanted = "wrong\n --> a.tl:4:1\n  |\n1 | one\n  | --- the other\n  | ...\n4 | four\n  | ^^^^";
    assert_eq!(messages(diagnostics, &map), [wanted]);
}

#[test]
fn a_place_in_another_file_stands_apart() {
    let (mut map, range) = file("one");
    let other = map.add_file("b.tl", "two");
    let mut diagnostics = Diagnostics::default();
    diagnostics.report_with(other, "wrong\nhelp: right", vec![(range, "the other")]);
    let wanted = "wrong\n --> b.tl:1:1\n  |\n1 | two\n  | ^^^\n  = help: right\n\
                  note: the other\n --> a.tl:1:1\n  |\n1 | one\n  | ^^^";
    assert_eq!(messages(diagnostics, &map), [wanted]);
}

/// rustc draws the place of the message itself.
#[test]
fn another_place_in_tokens_is_drawn_from_the_tokens() {
    let stream: TokenStream = "a\n  user #1  é:int;".parse().expect("Rust tokens");
    let mut map = SourceMap::new();
    let places: Vec<Span> =
        stream.into_iter().map(|tree| map.token(&tree.to_string(), tree.span())).collect();
    let mut diagnostics = Diagnostics::default();
    diagnostics.report_with(places[0], "wrong", vec![(places[4].to(places[6]), "the other")]);
    let message = messages(diagnostics, &map).remove(0);
    let rows: Vec<&str> = message.lines().collect();
    assert_eq!(rows[..2], ["wrong", "note: the other"]);
    assert!(rows[2].ends_with(":2:12"), "{}", rows[2]);
    assert_eq!(rows[3..], ["  |", "2 |   user #1  é:int;", "  |            ^^^^^"]);
}

#[test]
fn the_margin_is_as_wide_as_the_line_number() {
    let (map, range) = file(&"x\n".repeat(120));
    let mut diagnostics = Diagnostics::default();
    diagnostics.report(range.part(198, 199), "wrong\nnote: more");
    let wanted = "wrong\n   --> a.tl:100:1\n    |\n100 | x\n    | ^\n    = note: more";
    assert_eq!(messages(diagnostics, &map), [wanted]);
}

#[test]
fn long_lines_are_cut() {
    let (map, range) = file(&format!("{}wrong{}", "a ".repeat(500), " b".repeat(500)));
    let mut diagnostics = Diagnostics::default();
    diagnostics.report(range.part(1000, 1005), "what");
    let messages = messages(diagnostics, &map);
    let rows: Vec<&str> = messages[0].lines().collect();
    assert_eq!(rows[1], " --> a.tl:1:1001");
    assert!(rows[3].starts_with("1 | ... ") && rows[3].ends_with("b ..."), "{}", rows[3]);
    assert!(rows[3].len() < 140);
    let (start, end) = (rows[4].find('^').expect("a caret"), rows[4].len());
    assert_eq!(&rows[3][start..end], "wrong");
}

#[test]
fn sorted_and_once_each() {
    let (map, range) = file("abc");
    let mut diagnostics = Diagnostics::default();
    for (at, words) in [(2, "third"), (0, "first"), (1, "second"), (0, "first"), (0, "first, too")] {
        diagnostics.report(range.part(at, at + 1), words);
    }
    let first_lines: Vec<String> = messages(diagnostics, &map)
        .iter()
        .map(|message| message.lines().next().unwrap_or("").to_owned())
        .collect();
    assert_eq!(first_lines, ["first", "first, too", "second", "third"]);
}

#[test]
fn only_so_many_are_shown() {
    let (map, range) = file(&"x".repeat(1000));
    let mut diagnostics = Diagnostics::default();
    (0..1000).for_each(|at| diagnostics.report(range.part(at, at + 1), "wrong"));
    let messages = messages(diagnostics, &map);
    assert_eq!(messages.len(), 200);
    assert!(messages[199].ends_with("note: 800 more mistakes are not shown"));
}

#[test]
#[should_panic(expected = "1 mistakes were collected and never shown")]
#[cfg(debug_assertions)]
fn unread_mistakes_are_noticed() {
    Diagnostics::default().report(Span::INVOCATION, "wrong");
}
