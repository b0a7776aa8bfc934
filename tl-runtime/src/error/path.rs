//! The way from the outermost value to a mistake in the input.

use alloc::vec::Vec;

use core::fmt;
use core::mem;

/// Combinators, fields and indices, as they become known: from the inside out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Path {
    levels: Vec<Level>,
    /// What leads to the last level.
    steps: Vec<Step>,
}

/// A combinator, and what leads from it to the one before it.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Level {
    combinator: &'static str,
    steps: Vec<Step>,
}

/// Into a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Step {
    Field(&'static str),
    Element(usize),
}

impl Path {
    pub(super) fn step(&mut self, step: Step) {
        self.steps.push(step);
    }

    pub(super) fn level(&mut self, combinator: &'static str) {
        let steps = mem::take(&mut self.steps);
        self.levels.push(Level { combinator, steps });
    }

    /// The names of the combinators, outermost first.
    pub(super) fn combinators(&self) -> impl DoubleEndedIterator<Item = &'static str> + ExactSizeIterator {
        self.levels.iter().rev().map(|level| level.combinator)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.levels.is_empty() && self.steps.is_empty()
    }

    /// Outermost first. A combinator is named only where no field leads to it: at the start, mostly.
    fn parts(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = self.steps.iter().rev().map(|step| Part::Step(*step)).collect();
        let mut is_led_to = !parts.is_empty();
        for Level { combinator, steps } in self.levels.iter().rev() {
            if !is_led_to {
                parts.push(Part::Combinator(combinator));
            }
            parts.extend(steps.iter().rev().map(|step| Part::Step(*step)));
            is_led_to = !steps.is_empty();
        }
        parts
    }
}

/// `updates.updates[3].message`; of a very long path, which only nesting makes, the two ends.
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

/// Of a path, as it is shown.
enum Part {
    Combinator(&'static str),
    Step(Step),
}
