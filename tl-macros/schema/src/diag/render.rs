//! Diagnostics to the words that a person reads.

use std::fmt::Write;

use super::snippet::{self, Mark};
use super::{Diagnostic, Diagnostics};
use crate::span::{Shown, SourceMap, Span};

/// A broken file can hold thousands of mistakes; nobody reads more than this.
const SHOWN_AT_MOST: usize = 200;

impl Diagnostics {
    /// The words of each mistake with its place, in the order of the source, each once.
    pub fn into_messages(mut self, map: &SourceMap) -> Vec<(Shown, String)> {
        let list = self.take();
        let mut list: Vec<(Span, String, &Diagnostic)> = list
            .iter()
            .map(|diagnostic| (diagnostic.span, diagnostic.mistake.to_string(), diagnostic))
            .collect();
        list.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        list.dedup_by(|a, b| (a.0, &a.1) == (b.0, &b.1));
        let hidden = list.len().saturating_sub(SHOWN_AT_MOST);

        let shown = list.into_iter().take(SHOWN_AT_MOST);
        let mut messages: Vec<(Shown, String)> = shown
            .map(|(span, words, diagnostic)| {
                let shown = map.show(span);
                let message = message(&words, &shown, &diagnostic.related, map);
                (shown, message)
            })
            .collect();
        if let Some((_, last)) = messages.last_mut().filter(|_| hidden > 0) {
            write!(last, "\nnote: {hidden} more mistakes are not shown").ok();
        }
        messages
    }
}

/// The message of a mistake. In text its place comes after the first line, as in messages of rustc; in tokens rustc adds
/// it after the message.
fn message(words: &str, shown: &Shown, related: &[(Span, &str)], map: &SourceMap) -> String {
    let (what, hints) = words.split_once('\n').unwrap_or((words, ""));
    let mut message = String::from(what);
    let related: Vec<(Shown, &str)> =
        related.iter().map(|&(span, words)| (show_related(map, span), words)).collect();
    // Places in the text that is shown anyway are marked in it.
    let (beside, apart): (Vec<_>, Vec<_>) = related.iter().partition(|(other, _)| is_beside(other, shown));
    let mut margin = 0;
    if shown.excerpt.is_some() {
        let others = beside.iter().map(|(other, words)| Mark { shown: other, label: Some(words) });
        let marks: Vec<Mark<'_>> = [Mark { shown, label: None }].into_iter().chain(others).collect();
        margin = snippet::write(&mut message, &marks);
    }
    for hint in hints.lines() {
        // rustc hangs its own help onto the bar of the excerpt.
        let bullet = if margin > 0 { format!("{:margin$} = ", "") } else { String::new() };
        write!(message, "\n{bullet}{hint}").ok();
    }
    for (other, words) in apart {
        write!(message, "\nnote: {words}").ok();
        snippet::write(&mut message, &[Mark { shown: other, label: None }]);
    }
    message
}

/// Both places are in one text.
fn is_beside(other: &Shown, shown: &Shown) -> bool {
    shown.excerpt.is_some() && other.excerpt.is_some() && other.location.file == shown.location.file
}

/// A place that the message is not about: rustc does not draw it.
fn show_related(map: &SourceMap, span: Span) -> Shown {
    #[cfg(feature = "tokens")]
    return map.show_line(span);
    #[cfg(not(feature = "tokens"))]
    map.show(span)
}
