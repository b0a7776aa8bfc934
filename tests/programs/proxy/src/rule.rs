//! A word that does not get through.

use bytes::Bytes;

/// Refuses messages with a word in them, and takes it out of what servers say.
#[derive(Debug, Clone)]
pub struct Rule {
    /// The word.
    pub word: Bytes,
}

impl Rule {
    /// Whether the word is in a text.
    pub(crate) fn forbids(&self, text: &[u8]) -> bool {
        self.find(text, 0).is_some()
    }

    /// The same text with `*` in place of the word's letters.
    pub(crate) fn without(&self, text: &Bytes) -> Bytes {
        let mut text = text.to_vec();
        let mut start = 0;
        while let Some(place) = self.find(&text, start) {
            start = place + self.word.len();
            text[place..start].fill(b'*');
        }
        text.into()
    }

    /// Where the word is, from `start` on.
    fn find(&self, text: &[u8], start: usize) -> Option<usize> {
        let mut parts = text[start..].windows(self.word.len().max(1));
        parts.position(|part| part == self.word).map(|place| start + place)
    }
}
