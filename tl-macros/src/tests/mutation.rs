//! Broken schemas through the whole macro: every input gives code, or mistakes with a place; never a panic, never a
//! hang.
//!
//! Inputs are the same on every run. `TL_MUTATIONS=10` tries ten times as many of those that are drawn at random.

use std::{env, fs, io, thread};

use super::{read_text, shared};
use pipeline::Tries;
use tl_test_support::random::Random;
use tl_test_support::seed::text;

mod corpus;
mod pipeline;

/// The seed schema, with definitions for the types that it uses.
fn seed() -> String {
    ["base", "invites", "updates", "auth", "generic"]
        .map(|page| format!("---types---\n{}", text(page)))
        .concat()
}

const FILES: [&str; 12] = [
    "e2e_api",
    "lite_api",
    "mtproto_api",
    "secret_api",
    "td_api",
    "telegram_158",
    "telegram_158_auth_key",
    "telegram_158_sys_msgs",
    "telegram_api",
    "ton_api",
    "tonlib_api",
    "vk_cases",
];

/// How many inputs to draw where there are too many to try all.
fn draws(count: usize) -> usize {
    let factor = env::var("TL_MUTATIONS").ok().and_then(|factor| factor.parse().ok()).unwrap_or(1);
    count * factor
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

/// The words of a schema with one of them deleted, doubled, or swapped with the next but one, for white space is a
/// word as well.
fn mutated(words: &[&str], at: usize) -> [String; 3] {
    let (before, after) = (words[..at].concat(), words[at + 1..].concat());
    let mut swapped = words.to_vec();
    swapped.swap(at, (at + 2).min(words.len() - 1));
    [format!("{before}{after}"), format!("{before}{0}{0}{after}", words[at]), swapped.concat()]
}

#[test]
fn the_seed_is_valid() {
    let mut tries = Tries::default();
    assert!(tries.text(&seed()), "the seed has no mistake");
    tries.print("the seed");
}

#[test]
fn every_prefix_of_the_seed() {
    let mut tries = Tries::default();
    let (seed, mut before) = (seed(), "");
    for line in seed.lines() {
        // A prefix of the whole is whole lines, which are nothing new, and the start of one.
        for end in (0..=line.len()).filter(|&end| line.is_char_boundary(end)) {
            tries.one_of_many(&format!("{before}\n{}", &line[..end]));
        }
        before = line;
    }
    tries.print("prefixes of the seed");
}

#[test]
fn every_word_of_the_seed_deleted_doubled_and_swapped() {
    let mut tries = Tries::default();
    for line in seed().lines() {
        let words = words(line);
        for at in 0..words.len() {
            mutated(&words, at).iter().for_each(|line| tries.one_of_many(&format!("{line}\nnext = Next;")));
        }
    }
    tries.print("mutations of the seed");
}

#[test]
#[ignore = "reads ../shared: .ci/run runs it"]
fn shared_schemas_with_words_deleted_doubled_and_swapped() {
    let mut tries = Tries::default();
    let mut random = Random::new(3);
    for file in FILES {
        let text = shared(&format!("schemas/{file}.tl"));
        let lines: Vec<&str> = text.lines().collect();
        for _ in 0..draws(250) {
            // Some lines together, so that there are names that mean something.
            let start = random.below(lines.len());
            let part = lines[start..lines.len().min(start + 1 + random.below(6))].join("\n");
            let words = words(&part);
            if let Some(at) = (!words.is_empty()).then(|| random.below(words.len())) {
                tries.both(&mutated(&words, at)[random.below(3)]);
                tries.both(&words[..at].concat());
            }
        }
    }
    tries.print("mutations of large schemas");
}

/// Mistakes far apart, in a schema that is otherwise whole.
#[test]
#[ignore = "reads ../shared: .ci/run runs it"]
fn shared_schemas_with_a_few_mistakes() {
    let mut tries = Tries::default();
    let mut random = Random::new(4);
    for file in ["e2e_api", "lite_api", "mtproto_api", "secret_api", "vk_cases"] {
        let text = shared(&format!("schemas/{file}.tl"));
        for _ in 0..draws(4) {
            let mut words = words(&text);
            for _ in 0..1 + random.below(5) {
                let (at, other) = (random.below(words.len()), random.below(words.len()));
                match random.below(3) {
                    0 => drop(words.remove(at)),
                    1 => words.insert(at, words[other]),
                    _ => words.swap(at, other),
                }
            }
            tries.text(&words.concat());
        }
    }
    tries.print("whole schemas");
}

#[test]
fn the_corpus_of_bad_schemas() {
    let mut tries = Tries::default();
    for schema in corpus::BAD {
        assert!(!tries.text(schema), "this is no bad schema: {schema}");
        tries.both(&format!("{schema} next = Next;"));
        tries.both(&format!("before = Before; {schema}"));
    }
    // Any two of them together.
    for (at, schema) in corpus::BAD.iter().enumerate() {
        let other = corpus::BAD[(at * 7 + 3) % corpus::BAD.len()];
        tries.both(&format!("{schema}\n{other}"));
    }
    tries.print("bad schemas");
}

/// What the fuzzer of schemas kept, with every set of options.
#[test]
fn what_the_fuzzer_kept() -> io::Result<()> {
    let mut tries = Tries::default();
    let cases = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fuzz/cases/schema_text");
    let mut count = 0;
    for case in fs::read_dir(cases)? {
        let text = String::from_utf8_lossy(&fs::read(case?.path())?).into_owned();
        for _ in pipeline::OPTIONS {
            tries.text(&text);
        }
        count += 1;
    }
    assert!(count > 10, "{count} cases");
    tries.print("cases of the fuzzer");
    Ok(())
}

#[test]
fn random_soup() {
    let mut tries = Tries::default();
    let mut random = Random::new(1);
    for _ in 0..draws(8_000) {
        tries.both(&soup(&mut random));
    }
    tries.print("soups of words");
}

/// Most of it is broken before the stages after the parser see it, so the parser alone gets more.
#[test]
fn random_soup_for_the_parser() {
    let mut random = Random::new(6);
    let count = draws(80_000);
    for _ in 0..count {
        let text = soup(&mut random);
        for message in read_text(&text) {
            assert!(message.contains("--> a.tl:"), "a mistake without a place: {message}\nin: {text}");
        }
    }
    println!("soups for the parser: {count} inputs");
}

fn soup(random: &mut Random) -> String {
    let known = words(corpus::EVERYTHING);
    let count = 1 + random.below(24);
    let words = (0..count).map(|_| match random.below(3) {
        0 => corpus::SOUP[random.below(corpus::SOUP.len())],
        _ => known[random.below(known.len())],
    });
    words.collect()
}

#[test]
fn random_soup_of_lines() {
    let mut tries = Tries::default();
    let mut random = Random::new(5);
    for _ in 0..draws(3_000) {
        let lines: Vec<&str> =
            (0..2 + random.below(10)).map(|_| corpus::LINES[random.below(corpus::LINES.len())]).collect();
        tries.both(&lines.join("\n"));
    }
    tries.print("soups of lines");
}

#[test]
fn random_rust_tokens() {
    let mut tries = Tries::default();
    let mut random = Random::new(2);
    for _ in 0..draws(10_000) {
        let words: Vec<&str> = (0..1 + random.below(16))
            .map(|_| corpus::RUST_SOUP[random.below(corpus::RUST_SOUP.len())])
            .collect();
        tries.tokens(&words.join(" "));
    }
    tries.print("soups of Rust tokens");
}

#[test]
fn deep_and_long() {
    // As much as rustc gives its own threads; those of tests have less.
    let thread = thread::Builder::new().stack_size(8 << 20).spawn(try_deep_and_long);
    thread.map(thread::JoinHandle::join).expect("a thread").expect("no mistake");
}

fn try_deep_and_long() {
    let mut tries = Tries::default();
    for (open, close) in corpus::NESTED {
        for depth in [1, 60, 64, 65, 1_000, 30_000] {
            let (open, close) = (open.repeat(depth), close.repeat(depth));
            tries.text(&format!("a x:{open}int{close} = A;"));
            tries.text(&format!("a {open}int{close} = A;"));
            tries.text(&format!("a = A {open}int{close};"));
        }
    }
    for part in corpus::REPEATED {
        tries.text(&part.repeat(100_000 / part.len()));
    }
    let chain = (0..10_000).map(|at| format!("a{at} x:%A{} = A{at};\n", at + 1)).collect::<String>();
    tries.text(&format!("{chain} a10000 = A10000;"));
    tries.text(&format!("{chain} a10000 x:%A0 = A10000;"));
    let arrays = (0..50).map(|at| format!("a{at} x:1024*[ %A{} ] = A{at};\n", at + 1)).collect::<String>();
    tries.text(&format!("{arrays} a50 x:int = A50;"));
    tries.print("deep and long schemas");
}
