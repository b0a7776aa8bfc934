//! The way to the present place: `updates.updates[3].message`.

use alloc::string::String;
use core::fmt::Write;

use super::Events;
use super::frame::Frame;

/// Of a path that is longer than both ends together, the middle is left out.
const ENDS: usize = 12;

impl Events<'_> {
    /// The names of fields and the indices of elements that lead to the last event, after the name of the outermost
    /// combinator.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        let len = self.stack.len();
        for (level, frame) in self.stack.iter().enumerate() {
            if level == ENDS && len > 2 * ENDS {
                path.push('…');
            }
            if len > 2 * ENDS && (ENDS..len - ENDS).contains(&level) {
                continue;
            }
            match frame {
                Frame::Fields(object) => {
                    if level == 0 {
                        path.push_str(object.fields.combinator().name());
                    }
                    if let Some(field) = object.fields.previous() {
                        path.push('.');
                        path.push_str(field.name());
                    }
                }
                Frame::Elements(list) => {
                    if let Some(index) = list.next.checked_sub(1) {
                        // Writing to a string cannot fail.
                        let _ = write!(path, "[{index}]");
                    }
                }
                Frame::Object(_) => {}
            }
        }
        path
    }
}
