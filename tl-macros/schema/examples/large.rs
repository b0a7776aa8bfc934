//! How reading a schema grows with its size: `cargo run --release -p tl-schema --example large`.
//!
//! With a number, `large 2500`, it prints the schema with so many constructors.

use std::env;
use std::fmt::Write;
use std::time::Instant;

use tl_schema::analyse::Analysis;
use tl_schema::{Options, Rule};

fn main() {
    if let Some(count) = env::args().nth(1) {
        return print!("{}", schema(count.parse().expect("a number of constructors")));
    }
    let options = Options { ids: Some(Rule::Formal), ..Options::default() };
    for count in [2_500, 5_000, 10_000, 20_000] {
        let text = schema(count);
        let start = Instant::now();
        let schema = tl_schema::read_text("large.tl", &text, &options).expect("no mistakes");
        let read = start.elapsed();
        let analysis = Analysis::new(&schema.resolved);
        let (wire, boxes) = (analysis.wire(), analysis.boxes());
        let analysed = start.elapsed() - read;
        assert_eq!((wire.least.len(), boxes.order.len()), (count, count));
        println!(
            "{count:6} constructors, {:5} KB: read in {read:.1?}, analysed in {analysed:.1?}",
            text.len() >> 10
        );
    }
}

/// A schema of so many constructors: of types with one to four, whose fields are numbers, strings, vectors of any type,
/// and values of types in the first half of those before, so that values are not nested deep.
fn schema(count: usize) -> String {
    let (mut text, mut random) = (String::new(), Random(1));
    let (mut written, mut types) = (0, 0);
    while written < count {
        for constructor in 0..(1 + random.below(4)).min(count - written) {
            write!(text, "t{types}c{constructor} flags:#").expect("a string");
            for field in 0..random.below(10) {
                let (any, before) = (random.below(count / 4), random.below(types / 2 + 1));
                let ty = match random.below(10) {
                    0 | 1 => "int".to_owned(),
                    2 => "string".to_owned(),
                    3 => "long".to_owned(),
                    4 => format!("flags.{field}?true"),
                    5 => format!("flags.{field}?string"),
                    6 if any < types => format!("Vector<T{any}>"),
                    7 if before < types => format!("flags.{field}?T{before}"),
                    8 if before < types => format!("T{before}"),
                    _ => "bytes".to_owned(),
                };
                write!(text, " f{field}:{ty}").expect("a string");
            }
            writeln!(text, " = T{types};").expect("a string");
            written += 1;
        }
        types += 1;
    }
    text
}

/// The same numbers on every run: a linear congruential generator.
struct Random(u64);

impl Random {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count.max(1)
    }
}
