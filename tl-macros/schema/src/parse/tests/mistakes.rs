//! Each mistake has its own words and marks what is wrong.

use super::*;

#[test]
fn words_and_marks() {
    // The schema, what is marked, the first words.
    let mistakes = [
        ("a x:int A;", "A", "`a` has no result"),
        ("a = ;", "=", "expected the result"),
        ("a = A junk:int;", "junk:int", "unexpected text after the result"),
        ("a#xyz = A;", "#xyz", "`xyz` is not an id"),
        ("a#123456789 = A;", "#123456789", "the id `123456789` has more than 8 digits"),
        ("a# = A;", "#", "expected an id after `#`"),
        ("a#1#2 = A;", "#2", "this combinator already has an id"),
        ("a = A#12;", "#12", "a type has no id"),
        ("a = int;", "int", "the result must be a boxed type"),
        ("A = A;", "A", "`A` is the name of a type"),
        ("--types--", "--types--", "invalid section header"),
        ("---Functions---", "---Functions---", "invalid section header"),
        ("---other---", "---other---", "invalid section header"),
        ("a x:f.99999999999?int = A;", "99999999999", "`99999999999` is not a TL number"),
        ("a x:1.2?int = A;", "1", "a condition starts with the name"),
        ("a x:f.b?int = A;", "b", "expected a bit number"),
        ("a f.0?int = A;", "f", "an optional field needs a name"),
        ("a x?:int = A;", "x", "`name?:Type` is TL2 syntax"),
        ("a <=> b;", "<=>", "`<=>` is TL2 syntax"),
        ("a = x:int;", "x", "`name = field:Type` is TL2 syntax"),
        ("a = A | B;", "|", "`|` is TL2 syntax"),
        ("a<X:Type> x:X = A;", "<", "`name<X:type>` is TL2 syntax"),
        ("a x:[]int = A;", "[]", "`[]Type` is TL2 syntax"),
        ("a = b | c;", "|", "`|` is TL2 syntax"),
        ("a x:[] = A;", "[]", "this repetition is empty"),
        ("a x:(Vector int = A;", "=", "expected `)`, found `=`"),
        ("a x:Vector<int>> = A;", ">", "unmatched `>`"),
        ("a = A);", ")", "unmatched `)`"),
        ("a x: = A;", "x:", "field `x` has no type"),
        ("a x: y:int = A;", "x:", "field `x` has no type"),
        ("a x:int {X:Type} = A;", "{X:Type}", "a parameter in braces must come before all fields"),
        ("a x:4*int = A;", "int", "expected `[` after `*`"),
        ("a x:4 = A;", "4", "expected a type, found a number"),
        ("a x:%4 = A;", "%4", "`%` must precede the name of a type"),
        ("a x:Vector<!X> = A;", "!", "`!` belongs before the type of a field"),
        ("a x:(n+m)*[int] = A;", "n+m", "one side of `+` must be a number"),
        ("a x:(4 int) = A;", "4 int", "only a named type can have parameters"),
        ("a x:int, y:int = A;", ",", "fields are separated by spaces"),
        ("a x:ns::T = A;", ":", "`::` is not TL"),
        ("a x::T = A;", ":", "`::` is not TL"),
        (";", ";", "there is no declaration before this"),
        ("a é = A;", "é", "unknown character `é`"),
        ("a x:'b' = A;", "'b'", "unknown character `'`"),
        ("a x:“b” = A;", "“b”", "unknown character `“`"),
        ("a = A; /* b", "/*", "unterminated comment"),
    ];
    for (text, mark, words) in mistakes {
        let text = format!("before = B;\n\t{text}");
        let messages = read_text(&text).messages;
        assert!(messages.len() == 1 && messages[0].starts_with(words), "{text}: {messages:?}");
        assert_eq!(marked(&text), mark, "{text}");
    }
}

#[test]
fn limits() {
    let nested = |depth| format!("a x:{}int{} = A;", "Vector<".repeat(depth), ">".repeat(depth));
    assert_eq!(read_text(&nested(63)).messages, [""; 0]);
    assert_eq!(mistakes(&read_text(&nested(64))), ["this expression is nested deeper than 64 levels"]);
    let long = format!("a {} = A;", "x:int ".repeat(11_000));
    assert_eq!(mistakes(&read_text(&long)), ["this declaration is longer than 65536 bytes"]);
    // Groups within groups: 100 to the 4th fields.
    let names = "x ".repeat(100);
    let group = (0..4).fold("int".to_owned(), |ty, _| format!("[({names}:{ty})]"));
    assert_eq!(
        mistakes(&read_text(&format!("a {group} = A;"))),
        ["this group of fields expands to more than 65536 types"]
    );
}

#[test]
fn attributes_in_the_wrong_place() {
    let mistakes = [
        ("#[derive(Eq)] int ? = Int;", "there is no combinator below this attribute"),
        ("#[derive(Eq)] ---types---", "there is no combinator below this attribute"),
        ("a = A; #[derive(Eq)]", "there is no combinator below this attribute"),
        ("a #[cfg(x)] x:int = A;", "attributes go above a declaration, not inside it"),
        ("a = A; #![derive(Eq)] b = B;", "options must come before the schema"),
        ("a x:'c' = A;", "`'c'` is not TL"),
        ("a = A; b\"x\"", "`b\"x\"` is not TL"),
    ];
    for (source, words) in mistakes {
        assert_eq!(super::mistakes(&read_rust(source))[0], words.lines().next().unwrap(), "{source}");
    }
}
