//! Broken schemas: every input gives a schema or mistakes with a place, never a panic.

use super::{Read, read_rust, read_text, shared};

const SEED: [&str; 3] = ["seed/auth.tl", "seed/invites.tl", "seed/updates.tl"];

/// Syntax that the seed does not use, each with what follows it.
const SOUP: [&str; 40] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    "%",
    "!",
    "#",
    "*",
    "+",
    ",",
    ".",
    "?",
    ":",
    ";",
    "=",
    "=>",
    "-",
    "---",
    "@",
    "|",
    "_",
    "n",
    "Type",
    "4",
    "0",
    "31",
    "99999999999",
    "#1cb5c415",
    "x:",
    "flags.0?",
    "///",
    "//@",
    "/*",
    "\n",
    "é",
    "\"",
];

/// A small generator of its own, so that the inputs are the same on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound.max(1)
    }
}

/// Reads a schema; what it must hold for any.
fn survives(text: &str) {
    let Read { messages, .. } = read_text(text);
    for message in messages {
        assert!(message.contains("--> a.tl:"), "a mistake without a place: {message}");
    }
}

/// The words of a schema: for a mutation as good as its tokens.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = |char: char| (char.is_ascii_alphanumeric() || char == '_', char.is_whitespace());
        let same = |char: char| kind(char) == kind(first) && kind(char) != (false, false);
        let end = rest.find(|char| !same(char)).unwrap_or(rest.len()).max(first.len_utf8());
        let (word, tail) = rest.split_at(end);
        words.push(word);
        rest = tail;
    }
    words
}

#[test]
fn prefixes_of_the_seed() {
    for path in SEED {
        let Some(text) = shared(path) else { return };
        // Any 600 bytes of it hold all that there is; the whole of it each time would take minutes.
        for start in (0..text.len()).step_by(300) {
            let part = &text[start..text.len().min(start + 600)];
            (0..part.len()).for_each(|end| survives(&part[..end]));
        }
    }
}

#[test]
fn one_word_deleted_doubled_or_swapped() {
    for path in SEED {
        let Some(text) = shared(path) else { return };
        for line in text.lines() {
            let words = words(line);
            for at in 0..words.len() {
                let (before, after) = (words[..at].concat(), words[at + 1..].concat());
                survives(&format!("{before}{after}\nnext = Next;"));
                survives(&format!("{before}{0}{0}{after}", words[at]));
                survives(&format!("{before} {after}{}", words[at]));
            }
        }
    }
}

#[test]
fn random_soup() {
    let mut random = Random(1);
    let seed = "vector#1cb5c415 {t:Type} # [ t ] = Vector t; a n:# b:n.3?(Vector %X) (c d:int) = A n;";
    let seed = words(seed);
    for _ in 0..150_000 {
        let length = 1 + random.below(24);
        let text: String = (0..length)
            .map(|_| {
                if random.below(3) == 0 {
                    SOUP[random.below(SOUP.len())]
                } else {
                    seed[random.below(seed.len())]
                }
            })
            .collect();
        survives(&text);
    }
}

#[test]
fn random_rust_tokens() {
    let soup = [
        "#",
        "[t]",
        "(",
        ")",
        "a",
        "10e6bd2c",
        "1.2",
        "\"a = A; \"",
        "'c'",
        "=",
        ";",
        ":",
        "#[doc = \"d\"]",
        "#![x]",
        "-",
        "r#type",
        "{X:Type}",
    ];
    let mut random = Random(2);
    let mut read = 0;
    for _ in 0..40_000 {
        let source: Vec<&str> = (0..1 + random.below(16)).map(|_| soup[random.below(soup.len())]).collect();
        let source = source.join(" ");
        if source.parse::<proc_macro2::TokenStream>().is_ok() {
            read_rust(&source);
            read += 1;
        }
    }
    assert!(read > 10_000, "{read}");
}

#[test]
fn deep_and_long() {
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("Vector<", ">"),
        ("%(", ")"),
        ("%", ""),
        ("1+", ""),
        ("!", ""),
        ("(a b:[", "])"),
    ] {
        for depth in [1, 60, 64, 65, 1_000, 30_000] {
            survives(&format!("a x:{}int{} = A;", open.repeat(depth), close.repeat(depth)));
            survives(&format!("a {}int{} = A;", open.repeat(depth), close.repeat(depth)));
            survives(&format!("a = A {}int{};", open.repeat(depth), close.repeat(depth)));
        }
    }
    for part in
        [";", "-", "a ", "a:", "///\n", "//@a b\n", "@a ", "a.", "{a:#}", "(a ", "é", "\n", "\"", "= A "]
    {
        survives(&part.repeat(100_000 / part.len()));
    }
}
