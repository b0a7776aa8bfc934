//! Messages that ask for as much memory as their bytes allow: vectors of the elements that are largest for their bytes,
//! counts that nothing follows, vectors in vectors that each want the rest of the input.

use std::collections::HashSet;

use tl_test_support::Statement;

use crate::least::{Least, Options, VECTOR};
use crate::nest::Cycle;
use crate::schema::id;
use crate::shape::Shape;

/// A message with a name for the report.
#[derive(Debug)]
pub struct Bomb {
    /// What it is.
    pub name: String,
    /// The message.
    pub bytes: Vec<u8>,
}

/// A vector among the fields of a combinator.
#[derive(Debug)]
struct Place<'s> {
    name: String,
    element: Shape,
    /// Up to the count.
    before: Vec<u8>,
    after: Vec<u8>,
    combinator: &'s Statement,
}

/// One vector for each type of elements.
fn places<'s>(least: &Least<'s>) -> Vec<Place<'s>> {
    let mut seen = HashSet::new();
    let fields =
        least.schema.combinators.iter().flat_map(|one| (0..one.fields.len()).map(move |index| (one, index)));
    let places = fields.filter_map(|(combinator, index)| {
        let field = &combinator.fields[index];
        let Shape::Vector(boxed, element) = Shape::of(&field.ty) else { return None };
        let options = field.condition.as_ref().map_or(Options::None, |(_, bit)| Options::Bit(*bit));
        let part = |range: std::ops::Range<usize>| {
            range.map(|index| least.field(combinator, index, options)).collect::<Option<Vec<_>>>()
        };
        let mut before = [&id(combinator)[..], &part(0..index)?.concat()].concat();
        before.extend(boxed.then(|| VECTOR.to_le_bytes()).into_iter().flatten());
        let after = part(index + 1..combinator.fields.len())?.concat();
        let name = format!("{}.{}:{}", combinator.name, field.name, field.ty);
        seen.insert(field.ty.clone()).then_some(Place { name, element: *element, before, after, combinator })
    });
    places.collect()
}

impl Place<'_> {
    fn with(&self, count: u32, elements: &[u8]) -> Vec<u8> {
        [&self.before[..], &count.to_le_bytes(), elements, &self.after].concat()
    }
}

/// For each type of elements a vector of `count` of each constructor, with all optional fields and with none.
pub fn vectors(least: &Least<'_>, count: usize) -> Vec<Bomb> {
    let mut bombs = Vec::new();
    for place in places(least) {
        let boxed = !matches!(place.element, Shape::Bare(_));
        let choices = least.schema.choices(&place.element);
        let mut elements: Vec<(String, Vec<u8>)> = Vec::new();
        if choices.is_empty() {
            elements.extend(least.shape(&place.element).map(|bytes| ("least".to_owned(), bytes)));
        }
        for choice in choices {
            let constructor = &least.schema.combinators[choice];
            for options in [Options::None, Options::All] {
                let fields = least.fields(constructor, options);
                let bytes = fields.map(|fields| match boxed {
                    true => [&id(constructor)[..], &fields].concat(),
                    false => fields,
                });
                elements.extend(
                    bytes.map(|bytes| (format!("{} with options: {options:?}", constructor.name), bytes)),
                );
            }
        }
        bombs.extend(elements.into_iter().map(|(element, bytes)| Bomb {
            name: format!("{} of {count} {element}", place.name),
            bytes: place.with(count as u32, &bytes.repeat(count)),
        }));
    }
    bombs
}

/// Every combinator by itself, with all optional fields and with none.
pub fn single(least: &Least<'_>) -> Vec<Bomb> {
    let options = [Options::None, Options::All];
    let all = least.schema.combinators.iter().flat_map(|one| options.map(|options| (one, options)));
    let bomb = |(one, options): (&Statement, Options)| {
        let bytes = least.message(one, options)?;
        Some(Bomb { name: format!("{} with options: {options:?}", one.name), bytes })
    };
    all.filter_map(bomb).collect()
}

/// Counts that nothing follows, or only zeros.
pub fn counts(least: &Least<'_>, tail: usize) -> Vec<Bomb> {
    let mut bombs = Vec::new();
    for place in places(least) {
        let fitting = [1, 4, 8, 12, 16, 32].map(|size| (tail / size) as u32);
        for count in [1, 0x7fff_ffff, 0x8000_0000, u32::MAX].into_iter().chain(fitting) {
            let name = format!("{} in {}: {count} announced", place.name, place.combinator.name);
            bombs.push(Bomb { name: name.clone(), bytes: place.with(count, &[]) });
            bombs.push(Bomb { name: name + ", zeros", bytes: place.with(count, &vec![0; tail]) });
        }
    }
    bombs
}

/// Each cycle opened so many times, with counts that ask for all of the input, and zeros after it.
pub fn nested(cycles: &[Cycle], times: usize, tail: usize) -> Vec<Bomb> {
    let mut bombs = Vec::new();
    for cycle in cycles {
        let counts: &[u32] =
            if cycle.has_vectors() { &[1, 2, 16, 256, 1 << 12, 1 << 16, u32::MAX] } else { &[1] };
        for &count in counts {
            let opening = cycle.opening(times, count);
            let name = format!("{times} times {} with counts of {count}", cycle.name);
            bombs.push(Bomb { name: name.clone() + ", cut off", bytes: opening.clone() });
            bombs.push(Bomb { name: name + ", zeros", bytes: [opening, vec![0; tail]].concat() });
        }
    }
    bombs
}
