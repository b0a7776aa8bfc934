//! Errors as data, and the sink that collects them: a stage reports and goes on.

use std::{fmt, mem, thread};

use crate::span::Span;

mod render;
mod snippet;

#[cfg(test)]
mod tests;

/// A mistake in the schema or in the invocation. Its words are made when it is rendered.
pub struct Diagnostic {
    /// Where it is.
    pub span: Span,
    /// One of the `Mistake` enums of the stages; displays as the message without its place. The first line says what
    /// is wrong, further lines start with `help:` or `note:`.
    pub mistake: Box<dyn fmt::Display>,
    /// Other places the message speaks of, each with its words: `first defined here`.
    pub related: Vec<(Span, &'static str)>,
}

/// The mistakes of one invocation. They must be read, with [`Diagnostics::into_messages`]: a
/// debug build panics when they are dropped unread.
#[derive(Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Reports a mistake at a place.
    pub fn report(&mut self, span: Span, mistake: impl fmt::Display + 'static) {
        self.report_with(span, mistake, Vec::new());
    }

    /// Reports a mistake that involves other places.
    pub fn report_with(
        &mut self,
        span: Span,
        mistake: impl fmt::Display + 'static,
        related: Vec<(Span, &'static str)>,
    ) {
        self.list.push(Diagnostic { span, mistake: Box::new(mistake), related });
    }

    /// No mistake was reported so far.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many mistakes were reported so far.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    fn take(&mut self) -> Vec<Diagnostic> {
        mem::take(&mut self.list)
    }
}

impl Drop for Diagnostics {
    fn drop(&mut self) {
        if cfg!(debug_assertions) && !self.list.is_empty() && !thread::panicking() {
            panic!("{} mistakes were collected and never shown", self.list.len());
        }
    }
}
