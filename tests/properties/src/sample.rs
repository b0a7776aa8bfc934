//! Random messages of every combinator of a schema, and damage to them.

use tl_test_support::Statement;
use tl_test_support::messages;
use tl_test_support::random::Random;

use crate::schema::Schema;
use crate::schemas::Source;
use crate::shape::Shape;

/// Random messages, the same on every run.
#[derive(Debug)]
pub struct Samples<'s> {
    schema: &'s Schema,
    values: messages::Schema<'s>,
    random: Random,
}

impl<'s> Samples<'s> {
    /// A source of messages; other seeds give others.
    pub fn new(schema: &'s Schema, source: &Source, seed: u64) -> Samples<'s> {
        let values = messages::Schema::new(&schema.combinators, source.any, source.undeclared);
        Samples { schema, values, random: Random::new(seed) }
    }

    /// So many messages of each combinator that names the type of everything in it.
    pub fn messages(&mut self, each: usize) -> Vec<(&'s str, Vec<u8>)> {
        let mut messages = Vec::new();
        let schema: &'s Schema = self.schema;
        for combinator in schema.combinators.iter().filter(|one| !holds_raw(one)) {
            for _ in 0..each {
                messages.push((combinator.name.as_str(), self.values.value(combinator, &mut self.random)));
            }
        }
        messages
    }
}

/// Whether an unnamed object is in it, whose length another field says.
fn holds_raw(combinator: &Statement) -> bool {
    combinator.fields.iter().any(|field| {
        matches!(Shape::of(&field.ty), Shape::Raw)
            || field.ty == "vector<%Message>"
            || field.ty == "Vector<%Message>"
            || field.ty == "Message" && combinator.result == "MessageCopy"
    })
}

/// One of several kinds of damage.
pub fn damage(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let words = bytes.len() / 4;
    let at = random.below(bytes.len().max(1));
    let word = 4 * random.below(words.max(1));
    match random.below(8) {
        _ if words == 0 => bytes.push(random.number() as u8),
        0 => bytes[at] ^= 1 << random.below(8),
        1 => bytes[at] = [0, 1, 0x7f, 0x80, 0xfd, 0xfe, 0xff][random.below(7)],
        2 => bytes[word..word + 4]
            .copy_from_slice(&[[0; 4], [0xff; 4], [0xff, 0xff, 0xff, 0x7f]][random.below(3)]),
        3 => bytes[word] = bytes[word].wrapping_add(1),
        4 => {
            let other = 4 * random.below(words);
            bytes.copy_within(other..other + 4, word);
        }
        5 => drop(bytes.drain(word..word + 4)),
        6 => {
            let copy = bytes[word..].to_vec();
            bytes.splice(word..word, copy);
        }
        _ => bytes.extend((0..4 * random.below(4)).map(|_| 0)),
    }
    bytes
}
