//! Where a mistake is.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write;

use super::Builder;
use super::level::Level;

impl Builder<'_> {
    /// The way to the present place.
    pub(in crate::reflect) fn path(&self) -> String {
        let mut path = String::from("$");
        let mut pieces = self.pieces.len();
        let mut ends = Vec::new();
        for level in self.stack.iter().rev() {
            if let Level::Object(object) = level {
                ends.push(pieces);
                pieces = object.pieces;
            }
        }
        for level in &self.stack {
            match level {
                Level::Object(object) => {
                    let end = ends.pop().unwrap_or(object.pieces);
                    let piece = self.pieces[object.pieces..end].last();
                    if let (Some(combinator), Some(piece)) = (object.combinator, piece) {
                        path.push('.');
                        path.push_str(combinator.field(piece.field).name());
                    }
                }
                Level::List(list) => {
                    // Writing to a string cannot fail.
                    let _ = write!(path, "[{}]", list.len.saturating_sub(1));
                }
            }
            if path.len() > 1000 {
                path.push('…');
                break;
            }
        }
        path
    }
}
