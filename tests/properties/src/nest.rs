//! The deepest nesting: every way in which a type contains itself, repeated.

use std::collections::{BTreeMap, HashMap, VecDeque};

use tl_test_support::Statement;

use crate::least::{Least, Options, VECTOR};
use crate::schema::{Schema, id};
use crate::shape::Shape;

/// A field of a combinator through which another one is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Link {
    from: usize,
    field: usize,
    to: usize,
    /// The id of `to` is on the wire.
    boxed: bool,
}

/// A way from a combinator back to itself.
#[derive(Debug)]
pub struct Cycle {
    /// `textBold.text`, or `pageBlockList.items > pageListItemBlocks.blocks`.
    pub name: String,
    /// The id of that combinator: what a message of the cycle starts with.
    start_id: [u8; 4],
    steps: Vec<Step>,
    /// The fields of the innermost combinator.
    core: Vec<u8>,
}

/// The bytes before and after the value of a link's field.
#[derive(Debug)]
struct Step {
    before: Vec<u8>,
    /// Where in `before` the counts of vectors are.
    counts: Vec<usize>,
    after: Vec<u8>,
}

impl Cycle {
    /// How many combinators are between the start and itself.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Never: a cycle has a step.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// A message in which the cycle is gone through so many times.
    pub fn message(&self, times: usize) -> Vec<u8> {
        let mut message = self.start_id.to_vec();
        let steps = || self.steps.iter().cycle().take(times * self.steps.len());
        steps().for_each(|step| message.extend(&step.before));
        message.extend(&self.core);
        (0..times).for_each(|_| self.steps.iter().rev().for_each(|step| message.extend(&step.after)));
        message
    }

    /// Only the bytes before the innermost combinator: a message that is cut off there. Vectors announce `count`
    /// elements each.
    pub fn opening(&self, times: usize, count: u32) -> Vec<u8> {
        let mut message = self.start_id.to_vec();
        for step in self.steps.iter().cycle().take(times * self.steps.len()) {
            let start = message.len();
            message.extend(&step.before);
            for at in &step.counts {
                message[start + at..start + at + 4].copy_from_slice(&count.to_le_bytes());
            }
        }
        message
    }

    /// Whether there is a vector on the way.
    pub fn has_vectors(&self) -> bool {
        self.steps.iter().any(|step| !step.counts.is_empty())
    }
}

/// Every cycle of a schema: for each field through which a combinator can contain itself, the shortest way.
pub fn cycles(least: &Least<'_>) -> Vec<Cycle> {
    let links = links(least.schema);
    let mut by_source: HashMap<usize, Vec<Link>> = HashMap::new();
    links.iter().for_each(|link| by_source.entry(link.from).or_default().push(*link));
    let mut shortest: BTreeMap<(usize, usize), Vec<Link>> = BTreeMap::new();
    for way in links.iter().filter_map(|link| way_back(&by_source, *link)) {
        let known = shortest.entry((way[0].from, way[0].field)).or_insert_with(|| way.clone());
        if way.len() < known.len() {
            *known = way;
        }
    }
    shortest.values().filter_map(|way| cycle(least, way)).collect()
}

/// All links but those that lead nowhere: to what contains nothing, or from what nothing contains.
fn links(schema: &Schema) -> Vec<Link> {
    let mut links: Vec<Link> =
        (0..schema.combinators.len()).flat_map(|from| links_from(schema, from)).collect();
    loop {
        let before = links.len();
        let mut counts = vec![(0, 0); schema.combinators.len()];
        for link in &links {
            counts[link.from].0 += 1;
            counts[link.to].1 += 1;
        }
        links.retain(|link| counts[link.to].0 > 0 && counts[link.from].1 > 0);
        if links.len() == before {
            return links;
        }
    }
}

fn links_from(schema: &Schema, from: usize) -> impl Iterator<Item = Link> {
    let fields = schema.combinators[from].fields.iter().enumerate();
    fields.flat_map(move |(field, of)| {
        let shape = element(Shape::of(&of.ty));
        let boxed = !matches!(shape, Shape::Bare(_));
        schema.choices(&shape).into_iter().map(move |to| Link { from, field, to, boxed })
    })
}

fn shape_of(schema: &Schema, link: Link) -> Shape {
    Shape::of(&schema.combinators[link.from].fields[link.field].ty)
}

/// What is inside of all vectors.
fn element(shape: Shape) -> Shape {
    match shape {
        Shape::Vector(_, inner) => element(*inner),
        shape => shape,
    }
}

/// The shortest way that begins with a link and ends where it began.
fn way_back(links: &HashMap<usize, Vec<Link>>, first: Link) -> Option<Vec<Link>> {
    let mut queue = VecDeque::from([vec![first]]);
    let mut seen = vec![first.to];
    while let Some(way) = queue.pop_front() {
        let at = way.last()?.to;
        if at == first.from {
            return Some(way);
        }
        for next in links
            .get(&at)
            .into_iter()
            .flatten()
            .filter(|next| !seen.contains(&next.to))
            .copied()
            .collect::<Vec<_>>()
        {
            seen.push(next.to);
            queue.push_back([&way[..], &[next]].concat());
        }
    }
    None
}

fn cycle(least: &Least<'_>, way: &[Link]) -> Option<Cycle> {
    let combinators = &least.schema.combinators;
    let name = |link: &Link| {
        let from = &combinators[link.from];
        format!("{}.{}", from.name, from.fields[link.field].name)
    };
    let start = &combinators[way[0].from];
    Some(Cycle {
        name: way.iter().map(name).collect::<Vec<_>>().join(" > "),
        start_id: id(start),
        steps: way.iter().map(|link| step(least, *link)).collect::<Option<_>>()?,
        core: least.fields(start, Options::None)?,
    })
}

fn step(least: &Least<'_>, link: Link) -> Option<Step> {
    let combinators = &least.schema.combinators;
    let from: &Statement = &combinators[link.from];
    let options =
        from.fields[link.field].condition.as_ref().map_or(Options::None, |(_, bit)| Options::Bit(*bit));
    let field = |index| least.field(from, index, options);
    let mut before = (0..link.field).map(field).collect::<Option<Vec<_>>>()?.concat();
    let counts = vector_headers(&shape_of(least.schema, link), &mut before);
    if link.boxed {
        before.extend(id(&combinators[link.to]));
    }
    let after = (link.field + 1..from.fields.len()).map(field).collect::<Option<Vec<_>>>()?.concat();
    Some(Step { before, counts, after })
}

/// Appends vectors of one element around what is inside of them; returns where their counts are.
fn vector_headers(shape: &Shape, out: &mut Vec<u8>) -> Vec<usize> {
    let mut counts = Vec::new();
    let mut shape = shape;
    while let Shape::Vector(boxed, inner) = shape {
        out.extend(boxed.then(|| VECTOR.to_le_bytes()).into_iter().flatten());
        counts.push(out.len());
        out.extend(1_u32.to_le_bytes());
        shape = inner;
    }
    counts
}
