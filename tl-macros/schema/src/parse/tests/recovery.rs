//! One mistake costs one declaration.

use super::*;

/// The names of what was read, and of what was broken with its result.
fn left(read: &Read) -> (Vec<String>, Vec<String>) {
    let whole = read.schema.declarations.iter().map(|declaration| match declaration {
        Declaration::Combinator(combinator) => combinator.to_string(),
        other => panic!("{other:?}"),
    });
    let broken = read.schema.broken.iter().map(|broken| match &broken.result {
        Some(result) => format!("{} = {result}", broken.name.text),
        None => broken.name.text.clone(),
    });
    (whole.collect(), broken.collect())
}

#[test]
fn at_the_semicolon() {
    let read = read_text("a x: = A; b = B; c#xyz = C; d x:( = D; e = E;");
    let first = ["field `x` has no type", "`xyz` is not an id", "expected a type, found `=`"];
    assert_eq!(mistakes(&read), first);
    let (whole, broken) = left(&read);
    assert_eq!(whole, ["b = B", "e = E"]);
    assert_eq!(broken, ["a = A", "c = C", "d = D"]);
}

#[test]
fn without_a_semicolon_nothing_is_lost() {
    let texts = [
        ("a x:int = A\nb y:int = B;", ["a x:int = A", "b y:int = B"]),
        ("a = A\n/// doc\nb#1 = B;", ["a = A", "b#00000001 = B"]),
        ("a {t:Type} = A t ns.b {t:Type} = B t;", ["a {t:Type} = A<t>", "ns.b {t:Type} = B<t>"]),
        ("a = Vector<int>\n@read b = B;", ["a = Vector<int>", "@read b = B"]),
        ("a = A\n---functions---\nb = B;", ["a = A", "b = B"]),
        ("a = A; b = B", ["a = A", "b = B"]),
    ];
    for (text, wanted) in texts {
        let read = read_text(text);
        assert_eq!(mistakes(&read), ["expected `;` after the result"], "{text}");
        assert_eq!(left(&read).0, wanted, "{text}");
    }
}

#[test]
fn documentation_behind_a_missing_semicolon_is_the_next_ones() {
    let read = read_rust("a = A\n/// doc\n#[cfg(x)] b = B;");
    let [Declaration::Combinator(a), Declaration::Combinator(b)] = &read.schema.declarations[..] else {
        panic!("two combinators")
    };
    assert_eq!((a.docs.len(), b.docs.len(), b.attributes.len()), (0, 1, 1));
    assert_eq!(mistakes(&read), ["expected `;` after the result"]);
}

#[test]
fn without_a_result() {
    let read = read_text("a =\nb#1 x:int = B;");
    assert_eq!(mistakes(&read), ["expected the result type after `=`"]);
    assert_eq!(left(&read), (vec!["b#00000001 x:int = B".to_owned()], vec!["a".to_owned()]));
}

#[test]
fn sections_do_not_reach_over_the_end_of_a_file() {
    use crate::lex;
    let read = crate::tests::read(|map, tokens, diagnostics| {
        for text in ["---functions---\na = A", "b = B;"] {
            let range = map.add_file("a.tl", text);
            lex::text(range, map, tokens, diagnostics);
            lex::end_of_file(range, tokens);
        }
    });
    let sections: Vec<Section> = (read.schema.declarations.iter())
        .map(|declaration| match declaration {
            Declaration::Combinator(combinator) => combinator.section,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(sections, [Section::Functions, Section::Types]);
    assert_eq!(mistakes(&read), ["expected `;` after the result"]);
}

#[test]
fn ten_mistakes_are_reported_in_order() {
    let broken = [
        "a x: = A;",
        "a = ;",
        "a;",
        "a#g = A;",
        "a = a;",
        "A = A;",
        "a x:1 = A;",
        "a = A 1 +;",
        ";",
        "a $ = A;",
    ];
    let read = read_text(&broken.join("\n"));
    let lines: Vec<usize> = (read.messages.iter())
        .map(|message| {
            message.split("a.tl:").nth(1).and_then(|place| place.split(':').next()?.parse().ok()).unwrap()
        })
        .collect();
    assert_eq!(lines, (1..=10).collect::<Vec<_>>());
}

#[test]
fn an_unknown_character_has_no_consequences() {
    for text in ["é = A; b = B;", "a x:é = A; b = B;", "b = B; a x:int “ , ” = A;"] {
        let read = read_text(text);
        assert!(mistakes(&read).iter().all(|mistake| mistake.starts_with("unknown character")), "{text}");
        assert!(left(&read).0.contains(&"b = B".to_owned()), "{text}");
    }
    let read = read_text("é a = A; b = ; c = C é ;");
    assert_eq!(mistakes(&read)[1], "expected the result type after `=`");
}
