//! The path from the outermost value to the fault.

use alloc::vec::Vec;

use core::fmt;

/// Combinators, fields and indices. They become known from the inside out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Path {
    levels: Vec<Level>,
    steps: Vec<Step>,
}

/// A combinator.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Level {
    name: &'static str,
    /// How many steps were known before it: those since the previous level are its own.
    steps: usize,
}

/// A step into a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Step {
    Field(&'static str),
    Element(usize),
}

impl Path {
    pub(super) fn step(&mut self, step: Step) {
        self.steps.push(step);
    }

    pub(super) fn level(&mut self, name: &'static str) {
        self.levels.push(Level { name, steps: self.steps.len() });
    }

    /// The names of the combinators, outermost first.
    pub(super) fn combinators(&self) -> impl DoubleEndedIterator<Item = &'static str> + ExactSizeIterator {
        self.levels.iter().rev().map(|level| level.name)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.levels.is_empty() && self.steps.is_empty()
    }

    /// Outermost first. A combinator is named only if no field leads to it: mostly at the start.
    fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut end = self.steps.len();
        let mut begin = self.levels.last().map_or(0, |level| level.steps);
        parts.extend(self.steps[begin..end].iter().rev().map(|step| Part::Step(*step)));
        for (index, level) in self.levels.iter().enumerate().rev() {
            if begin == end {
                parts.push(Part::Combinator(level.name));
            }
            end = begin;
            begin = index.checked_sub(1).map_or(0, |inner| self.levels[inner].steps);
            parts.extend(self.steps[begin..end].iter().rev().map(|step| Part::Step(*step)));
        }
        parts
    }
}

/// `updates.updates[3].message`; a very long path, which only nesting makes, is cut in the middle.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const ENDS: usize = 8;
        let parts = self.parts();
        for (at, part) in parts.iter().enumerate() {
            if parts.len() > 2 * ENDS && (ENDS..parts.len() - ENDS).contains(&at) {
                if at == ENDS {
                    write!(f, " > … {} more …", parts.len() - 2 * ENDS)?;
                }
                continue;
            }
            match part {
                Part::Combinator(name) if at == 0 => f.write_str(name)?,
                Part::Combinator(name) => write!(f, " > {name}")?,
                Part::Step(Step::Field(name)) => write!(f, ".{name}")?,
                Part::Step(Step::Element(index)) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// A part of a path, as it is shown.
enum Part {
    Combinator(&'static str),
    Step(Step),
}
