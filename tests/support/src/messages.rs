//! Random messages of a schema as bytes, from its text alone.

use std::collections::HashMap;

use crate::random::Random;
use crate::read::{Field, Statement};
use crate::tables;

/// How deep a value goes before it takes the shortest way to an end.
const DEPTH: usize = 5;

/// In which masks random bits are set that no field declares, as far as a reader keeps them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undeclared {
    /// In none: some readers keep none.
    Nowhere,
    /// In those that are fields: not in masks named `flags` that some field tests.
    InVisibleMasks,
    /// In all.
    Everywhere,
}

/// What a schema says about its values.
#[derive(Debug)]
pub struct Schema<'s> {
    undeclared: Undeclared,
    types: HashMap<&'s str, Vec<&'s Statement>>,
    constructors: HashMap<&'s str, &'s Statement>,
    /// Fewest levels of nesting in a value of a boxed type.
    levels: HashMap<&'s str, usize>,
    /// The id of a function without fields that stands for any: what `!X` is.
    query: Option<u32>,
}

impl<'s> Schema<'s> {
    /// `query` is the name of a function without fields. Every statement has an id.
    pub fn new(statements: &'s [Statement], query: &str, undeclared: Undeclared) -> Schema<'s> {
        let generated = tables::generated(statements);
        let mut schema = Schema {
            undeclared,
            types: tables::boxed_types(&generated).into_iter().collect(),
            constructors: generated
                .iter()
                .filter(|one| !one.is_function)
                .map(|one| (one.name.as_str(), *one))
                .collect(),
            levels: HashMap::new(),
            query: generated.iter().find(|one| one.name == query).and_then(|one| one.id),
        };
        while schema.improve_levels() {}
        schema
    }

    /// One more round over all types; whether any type has become shallower.
    fn improve_levels(&mut self) -> bool {
        let best = |constructors: &Vec<&Statement>| {
            constructors.iter().map(|one| self.levels_of(one)).min().unwrap_or(usize::MAX)
        };
        let levels: HashMap<&str, usize> = self.types.iter().map(|(ty, all)| (*ty, best(all))).collect();
        let improved = levels != self.levels;
        self.levels = levels;
        improved
    }

    fn levels_of(&self, constructor: &Statement) -> usize {
        let required = constructor.fields.iter().filter(|field| field.condition.is_none());
        let deepest = required.map(|field| match self.types.contains_key(field.ty.as_str()) {
            true => self.levels.get(field.ty.as_str()).copied().unwrap_or(usize::MAX),
            false => self.constructors.get(field.ty.as_str()).map_or(0, |bare| self.levels_of(bare)),
        });
        deepest.max().unwrap_or(0).saturating_add(1)
    }

    /// A boxed value of this combinator.
    pub fn value(&self, combinator: &Statement, random: &mut Random) -> Vec<u8> {
        let mut message = Message { schema: self, random, out: Vec::new() };
        message.boxed(combinator, 0);
        message.out
    }
}

struct Message<'m, 's> {
    schema: &'m Schema<'s>,
    random: &'m mut Random,
    out: Vec<u8>,
}

impl Message<'_, '_> {
    fn boxed(&mut self, combinator: &Statement, depth: usize) {
        self.out.extend(combinator.id.expect("every statement has an id").to_le_bytes());
        self.fields(combinator, depth);
    }

    fn fields(&mut self, combinator: &Statement, depth: usize) {
        let mut masks: HashMap<&str, u32> = HashMap::new();
        for field in &combinator.fields {
            let is_there = match &field.condition {
                Some((mask, bit)) => masks[mask.as_str()] & 1 << bit != 0,
                None => true,
            };
            if field.ty == "#" && is_there {
                let mask = self.mask(combinator, field, depth);
                masks.insert(&field.name, mask);
                self.out.extend(mask.to_le_bytes());
            } else if is_there {
                self.ty(&field.ty, depth);
            }
        }
    }

    /// A mask: declared bits, and others where they are kept.
    fn mask(&mut self, combinator: &Statement, mask: &Field, depth: usize) -> u32 {
        let tested = combinator.fields.iter().filter_map(|field| Some((field.condition.as_ref()?, field)));
        let (mut declared, mut costly) = (0, 0);
        for ((_, bit), field) in tested.filter(|((of, _), _)| *of == mask.name) {
            declared |= 1 << bit;
            costly |= u32::from(field.ty != "true") << bit;
        }
        let any = match self.random.below(4) {
            0 => 0,
            1 => declared,
            _ => self.random.number() as u32 & declared,
        };
        let any = if depth < DEPTH { any } else { any & !costly };
        let kept = match self.schema.undeclared {
            Undeclared::Nowhere => false,
            Undeclared::InVisibleMasks => declared == 0 || !is_named_flags(&mask.name),
            Undeclared::Everywhere => true,
        };
        if kept { any | self.random.number() as u32 & !declared } else { any }
    }

    fn ty(&mut self, ty: &str, depth: usize) {
        if let Some(element) = ty.strip_prefix("Vector<").and_then(|rest| rest.strip_suffix('>')) {
            self.out.extend(0x1cb5_c415_u32.to_le_bytes());
            return self.vector(element, depth);
        }
        if let Some(element) = ty.strip_prefix("vector<").and_then(|rest| rest.strip_suffix('>')) {
            return self.vector(element, depth);
        }
        match ty {
            "true" => {}
            "int" | "#" => self.number(4),
            "long" | "double" => self.number(8),
            "int128" => self.number(16),
            "int256" => self.number(32),
            "string" => self.text(),
            "bytes" => self.bytes(),
            "Bool" => {
                let id: u32 = if self.random.below(2) == 0 { 0x9972_75b5 } else { 0xbc79_9737 };
                self.out.extend(id.to_le_bytes());
            }
            "!X" => self.out.extend(self.schema.query.expect("the query has an id").to_le_bytes()),
            ty => self.named(ty.trim_start_matches('%'), depth),
        }
    }

    fn named(&mut self, ty: &str, depth: usize) {
        let Some(constructors) = self.schema.types.get(ty) else {
            let bare = self.schema.constructors.get(ty).unwrap_or_else(|| panic!("no type is called {ty}"));
            return self.fields(bare, depth + 1);
        };
        let constructor = match depth < DEPTH {
            true => constructors[self.random.below(constructors.len())],
            false => constructors
                .iter()
                .min_by_key(|one| self.schema.levels_of(one))
                .expect("a type has constructors"),
        };
        self.boxed(constructor, depth + 1);
    }

    fn vector(&mut self, element: &str, depth: usize) {
        let count = if depth < DEPTH { self.random.below(4) } else { 0 };
        self.out.extend((count as u32).to_le_bytes());
        for _ in 0..count {
            self.ty(element, depth + 1);
        }
    }

    /// Little-endian bytes of a number, often one at the edge.
    fn number(&mut self, size: usize) {
        let edge = self.random.below(8);
        for index in 0..size {
            self.out.push(match (edge, index) {
                (0, _) => 0,
                (1, _) => 0xff,
                (2, 0) => 1,
                (2, _) => 0,
                (3, last) if last + 1 == size => 0x80,
                (3, _) => 0,
                _ => self.random.number() as u8,
            });
        }
    }

    /// Often short, sometimes around the length at which the long form begins.
    fn length(&mut self) -> usize {
        match self.random.below(16) {
            0 => 250 + self.random.below(10),
            1 => self.random.below(2000),
            _ => self.random.below(24),
        }
    }

    fn text(&mut self) {
        let length = self.length();
        let mut text = String::new();
        while text.len() < length {
            let char = match self.random.below(8) {
                0 => char::from_u32(self.random.number() as u32 % 0x11_0000).unwrap_or('\u{fffd}'),
                1 => 'é',
                _ => char::from(b' ' + self.random.below(95) as u8),
            };
            text.push(char);
        }
        self.string(text.as_bytes());
    }

    fn bytes(&mut self) {
        let bytes: Vec<u8> = (0..self.length()).map(|_| self.random.number() as u8).collect();
        self.string(&bytes);
    }

    /// <https://core.telegram.org/mtproto/serialize#base-types>
    fn string(&mut self, bytes: &[u8]) {
        match bytes.len() {
            length @ 0..254 => self.out.push(length as u8),
            length => self.out.extend([254, length as u8, (length >> 8) as u8, (length >> 16) as u8]),
        }
        self.out.extend(bytes);
        while !self.out.len().is_multiple_of(4) {
            self.out.push(0);
        }
    }
}

/// `flags`, `flags2`, ….
fn is_named_flags(name: &str) -> bool {
    name.strip_prefix("flags").is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()))
}
