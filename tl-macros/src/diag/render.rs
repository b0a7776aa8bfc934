//! Diagnostics to the words that a person reads, and to the tokens that make rustc say them.

use std::fmt::Write;

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, TokenStream, TokenTree};

use super::{Diagnostic, Diagnostics};
use crate::span::{Excerpt, Shown, SourceMap, Span};

/// A broken file can hold thousands of mistakes; nobody reads more than this.
const SHOWN_AT_MOST: usize = 200;

/// What is left of a long line around the mark.
const LINE_AT_MOST: usize = 120;

impl Diagnostics {
    /// One `compile_error!` for each mistake, in the order of the source.
    pub(crate) fn into_compile_errors(self, map: &SourceMap) -> TokenStream {
        self.into_messages(map).into_iter().flat_map(|(shown, words)| compile_error(&shown, &words)).collect()
    }

    /// The words of each mistake with its place, in the order of the source, each once.
    pub(crate) fn into_messages(mut self, map: &SourceMap) -> Vec<(Shown, String)> {
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

/// The message of a mistake. In text its place stands under the first line, as rustc has it.
fn message(words: &str, shown: &Shown, related: &[(Span, &str)], map: &SourceMap) -> String {
    let (what, hints) = words.split_once('\n').unwrap_or((words, ""));
    let mut message = String::from(what);
    let mut margin = 0;
    if shown.excerpt.is_some() {
        margin = place(&mut message, shown);
    }
    for hint in hints.lines() {
        // rustc hangs its own help onto the bar of the excerpt.
        let bullet = if margin > 0 { format!("{:margin$} = ", "") } else { String::new() };
        write!(message, "\n{bullet}{hint}").ok();
    }
    for &(span, words) in related {
        write!(message, "\nnote: {words}").ok();
        place(&mut message, &map.show(span));
    }
    message
}

/// `--> file:line:col`, the line and the caret row, in rustc's look. Returns the width of the line number.
fn place(message: &mut String, shown: &Shown) -> usize {
    let Shown { location, excerpt, .. } = shown;
    let margin = location.line.to_string().len();
    write!(message, "\n{:margin$}--> {location}", "").ok();
    if let Some(excerpt) = excerpt {
        let Excerpt { line, start, width } = excerpt.shortened();
        // Tabs stay, so that the carets stand under the same columns whatever the width of a tab.
        let indent: String =
            line.chars().take(start).map(|char| if char == '\t' { '\t' } else { ' ' }).collect();
        let carets = "^".repeat(width);
        let row = format!("{} | {line}", location.line);
        write!(message, "\n{0:margin$} |\n{1}\n{0:margin$} | {indent}{carets}", "", row.trim_end()).ok();
    }
    margin
}

impl Excerpt {
    /// A line of the present Telegram API has up to 2,000 characters: only the part around the mark is shown.
    fn shortened(&self) -> Excerpt {
        let length = self.line.chars().count();
        if length <= LINE_AT_MOST {
            return Excerpt { line: self.line.clone(), start: self.start, width: self.width };
        }
        let width = self.width.min(LINE_AT_MOST / 2);
        let first = self.start.saturating_sub((LINE_AT_MOST - width) / 2).min(length - LINE_AT_MOST);
        let mut line: String = self.line.chars().skip(first).take(LINE_AT_MOST).collect();
        let mut start = self.start - first;
        if first > 0 {
            line.insert_str(0, "... ");
            start += 4;
        }
        if first + LINE_AT_MOST < length {
            line.push_str(" ...");
        }
        Excerpt { line, start, width }
    }
}

/// `::core::compile_error! { "message" }`.
///
/// Stable Rust cannot join spans, but rustc marks a macro call from its first to its last token: the path has the
/// span of the first token at fault and the braces that of the last.
fn compile_error(shown: &Shown, message: &str) -> TokenStream {
    let (first, last) = shown.rust;
    let punct = |char, spacing| {
        let mut punct = Punct::new(char, spacing);
        punct.set_span(first);
        TokenTree::from(punct)
    };
    let word = |word| TokenTree::from(Ident::new(word, first));
    let mut literal = Literal::string(message);
    literal.set_span(last);
    let mut braces = Group::new(Delimiter::Brace, TokenTree::from(literal).into());
    braces.set_span(last);
    TokenStream::from_iter([
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
        word("core"),
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
        word("compile_error"),
        punct('!', Spacing::Alone),
        TokenTree::from(braces),
    ])
}
