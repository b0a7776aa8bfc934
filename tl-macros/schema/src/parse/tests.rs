//! The grammar and what is left of a schema that breaks it.

use crate::schema::{Combinator, Declaration, Section};
use crate::tests::{Read, read_rust, read_text};

mod docs;
mod grammar;
mod mistakes;
mod recovery;

/// The combinators of a schema without mistakes.
fn combinators(text: &str) -> Vec<Combinator> {
    let Read { schema, messages, .. } = read_text(text);
    assert_eq!(messages, [""; 0], "{text}");
    let combinators = schema.declarations.into_iter().map(|declaration| match declaration {
        Declaration::Combinator(combinator) => combinator,
        other => panic!("{other:?}"),
    });
    combinators.collect()
}

/// The only combinator of a schema, written back.
fn written(text: &str) -> String {
    let [combinator] = <[Combinator; 1]>::try_from(combinators(text)).expect("one combinator");
    combinator.to_string()
}

/// The first line of each message.
fn mistakes(read: &Read) -> Vec<&str> {
    read.messages.iter().map(|message| message.lines().next().unwrap_or_default()).collect()
}

/// The words that the one message of a schema marks.
fn marked(text: &str) -> String {
    let read = read_text(text);
    let [message] = &read.messages[..] else { panic!("{text}: {:?}", read.messages) };
    let rows: Vec<&str> = message.lines().skip_while(|row| !row.contains("-->")).collect();
    let carets = rows[3];
    let start = carets.chars().position(|char| char == '^').expect("a caret");
    rows[2].chars().skip(start).take(carets.matches('^').count()).collect()
}
