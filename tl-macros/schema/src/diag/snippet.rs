//! Lines of source with marks under them, as rustc draws them.
//!
//! ```text
//!  --> a.tl:2:1
//!   |
//! 1 | user#d23c81a3 id:int = User;
//!   | ---- first defined here
//! 2 | user#00000001 id:long = User;
//!   | ^^^^
//! ```

use std::fmt::Write;

use crate::span::{Excerpt, Shown};

/// What is left of a long line around the mark.
const LINE_AT_MOST: usize = 120;

/// A place with the words next to its mark; the place that a message is about has none.
pub(super) struct Mark<'a> {
    pub(super) shown: &'a Shown,
    pub(super) label: Option<&'a str>,
}

/// Writes `--> file:line:col` of the first mark, and the lines of all. Returns the width of the line numbers.
pub(super) fn write(message: &mut String, marks: &[Mark<'_>]) -> usize {
    let Some(Mark { shown: first, .. }) = marks.first() else { return 0 };
    let numbers = marks.iter().map(|mark| mark.shown.location.line.to_string().len());
    let margin = numbers.max().unwrap_or(0);
    write!(message, "\n{:margin$}--> {}", "", first.location).ok();
    let rows = rows(marks);
    if !rows.is_empty() {
        write!(message, "\n{:margin$} |", "").ok();
    }
    for (at, row) in rows.iter().enumerate() {
        if at > 0 && row.number > rows[at - 1].number + 1 {
            write!(message, "\n{:margin$} | ...", "").ok();
        }
        write!(message, "\n{:<margin$} | {}", row.number, row.line.trim_end()).ok();
        for under in row.under() {
            write!(message, "\n{:margin$} | {}", "", under.trim_end()).ok();
        }
    }
    margin
}

/// A line of source.
struct Row<'a> {
    number: usize,
    line: String,
    /// In order of the column: the first character, how many, and the words.
    marks: Vec<(usize, usize, Option<&'a str>)>,
}

/// The lines of all marks, in order. A line appears once for all its marks, unless it has to be shortened.
fn rows<'a>(marks: &[Mark<'a>]) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    for Mark { shown, label } in marks {
        let Some(excerpt) = &shown.excerpt else { continue };
        let Excerpt { line, start, width } = excerpt.shortened();
        let number = shown.location.line;
        match rows.iter_mut().find(|row| row.number == number && row.line == line) {
            Some(row) => row.marks.push((start, width, *label)),
            None => rows.push(Row { number, line, marks: vec![(start, width, *label)] }),
        }
    }
    rows.sort_by_key(|row| row.number);
    rows.iter_mut().for_each(|row| row.marks.sort());
    rows
}

impl Row<'_> {
    /// The rows under the line: the marks with the words of the last, then a row for the words of each other.
    fn under(&self) -> Vec<String> {
        let mut under = String::new();
        for &(start, width, label) in &self.marks {
            let from = under.chars().count();
            under.push_str(&self.blank(from, start));
            let mark = if label.is_some() { "-" } else { "^" };
            let width = (start + width).saturating_sub(start.max(from));
            under.push_str(&mark.repeat(width));
        }
        let (last, front) = self.marks.split_last().expect("a row has a mark");
        if let Some(label) = last.2 {
            write!(under, " {label}").ok();
        }
        let mut rows = vec![under];
        for &(start, _, label) in front.iter().rev() {
            let Some(label) = label else { continue };
            let indent = self.blank(0, start);
            rows.extend([format!("{indent}|"), format!("{indent}{label}")]);
        }
        rows
    }

    /// Blanks as wide as a part of the line. Tabs are kept, so that marks are under the right columns whatever the width
    /// of a tab.
    fn blank(&self, from: usize, to: usize) -> String {
        let part = self.line.chars().skip(from).take(to.saturating_sub(from));
        part.map(|char| if char == '\t' { '\t' } else { ' ' }).collect()
    }
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
