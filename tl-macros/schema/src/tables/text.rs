//! The text of the tables: each string once.

use std::collections::HashMap;

#[derive(Default)]
pub(super) struct Text {
    text: String,
    known: HashMap<String, u32>,
}

impl Text {
    /// Offset and length of a string.
    pub(super) fn add(&mut self, string: &str) -> [u32; 2] {
        let len = super::count(string.len());
        if let Some(&offset) = self.known.get(string) {
            return [offset, len];
        }
        let offset = super::count(self.text.len());
        self.text.push_str(string);
        self.known.insert(string.to_owned(), offset);
        [offset, len]
    }

    pub(super) fn into_string(self) -> String {
        self.text
    }
}
