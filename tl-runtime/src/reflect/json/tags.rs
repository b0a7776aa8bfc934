//! The names of combinators in JSON, which need not come first.

use alloc::vec::Vec;

use super::token::{Token, skip_space, token};

/// Where the names are. All objects inside of one that is looked through are looked through with it: no part of the
/// text is read more than twice.
#[derive(Default)]
pub(super) struct Tags {
    /// For each object, where it starts, and where the value of its tag does; sorted by the former.
    found: Vec<(usize, Option<usize>)>,
    /// Up to there.
    end: usize,
}

impl Tags {
    /// Where the value of the tag is in the object that starts at `start`; none if it has none.
    pub(super) fn of(&mut self, text: &str, start: usize, tag: &str) -> Option<usize> {
        if start >= self.end {
            self.search(text, start, tag);
        }
        let at = self.found.binary_search_by_key(&start, |(object, _)| *object).ok()?;
        self.found[at].1
    }

    fn search(&mut self, text: &str, start: usize, tag: &str) {
        self.found.clear();
        // Objects that are open, as indices of `found`; lists are none.
        let mut open = Vec::new();
        let mut at = start;
        let mut last = Token::End;
        while let Some((token, end)) = token(text, at) {
            match token {
                Token::Mark(b'{') => {
                    open.push(Some(self.found.len()));
                    self.found.push((at, None));
                }
                Token::Mark(b'[') => open.push(None),
                Token::Mark(b'}' | b']') => {
                    open.pop();
                }
                Token::Mark(b':') if last == Token::String(tag) => {
                    if let Some(Some(object)) = open.last() {
                        self.found[*object].1.get_or_insert(skip_space(text, end));
                    }
                }
                Token::End => break,
                _ => {}
            }
            last = token;
            at = skip_space(text, end);
            if open.is_empty() {
                break;
            }
        }
        // Of what cannot be read nothing more is found.
        self.end = at.max(start + 1);
    }
}
