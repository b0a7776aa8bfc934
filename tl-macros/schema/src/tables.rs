//! A resolved schema as tables: a block of numbers and a text, which `tl_runtime::reflect::Schema` reads in place.
//!
//! Numbers are little-endian `u32`, and offsets count such words. The block is a header, records of a fixed size, and
//! type expressions of varying size. The layout is that of `tl-runtime/src/reflect/tables.rs`.

mod expression;
mod record;
mod text;

use crate::analyse::Analysis;
use crate::read::Schema;
use crate::resolve::{Combinator, Resolved};
use expression::Expressions;
use record::Records;
use text::Text;

/// The first word of every block.
const VERSION: u32 = u32::from_le_bytes(*b"TLR1");
/// Instead of an index: none.
const NONE: u32 = u32::MAX;

/// The tables of a schema.
#[derive(Debug)]
pub struct Tables {
    /// Numbers, and what they mean by their place.
    pub words: Vec<u8>,
    /// The text that they refer to.
    pub text: String,
}

/// What the tables contain in addition to the schema.
#[derive(Debug)]
pub struct Facts<'f> {
    /// For each combinator, the fewest bytes of its bare form.
    pub least: &'f [usize],
    /// For each combinator, whether a limit on nesting counts it.
    pub recursive: &'f [bool],
    /// What a `string` may hold.
    pub strings: Strings,
    /// JSON is that of TDLib.
    pub tdlib_json: bool,
    /// The layer, if the schema or an option names one.
    pub layer: Option<i32>,
}

/// What a `string` may hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Strings {
    /// UTF-8.
    Utf8,
    /// Anything; what is not UTF-8 is replaced.
    Lossy,
    /// Anything.
    Bytes,
}

impl Schema {
    /// The tables of a schema, for programs that read it when they run.
    pub fn tables(&self, strings: Strings, tdlib_json: bool) -> Tables {
        let analysis = Analysis::new(&self.resolved);
        let (wire, recursive) = (analysis.wire(), analysis.recursive());
        let layer = self.resolved.layer;
        let facts = Facts { least: &wire.least, recursive: &recursive, strings, tdlib_json, layer };
        tables(&self.resolved, &facts)
    }
}

/// Makes the tables of a schema without mistakes.
pub fn tables(resolved: &Resolved, facts: &Facts<'_>) -> Tables {
    let order = Order::of(resolved);
    let mut text = Text::default();
    let mut expressions = Expressions::new(&order);
    let records = Records::of(resolved, facts, &order, &mut text, &mut expressions);
    let any = expressions.any();
    let header_size = 12;
    let combinators = header_size;
    let by_name = combinators + len(&records.combinators);
    let types = by_name + len(&records.by_name);
    let fields = types + len(&records.types);
    let parameters = fields + len(&records.fields);
    let lists = parameters + len(&records.parameters);
    let nodes = lists + len(&records.lists);
    let header = [
        VERSION,
        options(facts),
        combinators,
        count(order.combinators.len()),
        by_name,
        types,
        count(resolved.types.len()),
        fields,
        parameters,
        lists,
        facts.layer.unwrap_or(0).cast_unsigned(),
        any,
    ];
    // References to expressions count from the first of them until its place is known.
    let mut words: Vec<u32> = header.to_vec();
    for part in [
        records.combinators,
        records.by_name,
        records.types,
        records.fields,
        records.parameters,
        records.lists,
        expressions.words,
    ] {
        words.extend(part);
    }
    let references = records.references.into_iter().map(|(part, at)| match part {
        record::Part::Combinators => combinators + at,
        record::Part::Fields => fields + at,
    });
    let references = references.chain(expressions.references.iter().map(|at| nodes + at)).chain([11]);
    for at in references {
        words[at as usize] += nodes;
    }
    Tables { words: words.into_iter().flat_map(u32::to_le_bytes).collect(), text: text.into_string() }
}

fn options(facts: &Facts<'_>) -> u32 {
    let strings = match facts.strings {
        Strings::Utf8 => 0,
        Strings::Lossy => 1,
        Strings::Bytes => 2,
    };
    strings | u32::from(facts.tdlib_json) << 2
}

/// The places of combinators in the tables: sorted by id.
struct Order {
    /// Indices of combinators.
    combinators: Vec<usize>,
    /// The place of each combinator; `NONE` for a duplicate.
    places: Vec<u32>,
}

impl Order {
    fn of(resolved: &Resolved) -> Self {
        let is_defined = |combinator: &Combinator| !combinator.duplicate;
        let all = 0..resolved.combinators.len();
        let mut combinators: Vec<usize> =
            all.filter(|&index| is_defined(&resolved.combinators[index])).collect();
        combinators.sort_by_key(|&index| resolved.combinators[index].id.value);
        let mut places = vec![NONE; resolved.combinators.len()];
        for (place, &index) in combinators.iter().enumerate() {
            places[index] = count(place);
        }
        Order { combinators, places }
    }
}

/// No schema has 2^32 of anything.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn len(words: &[u32]) -> u32 {
    count(words.len())
}
