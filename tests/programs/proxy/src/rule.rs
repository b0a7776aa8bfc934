//! A word that does not get through.

use bytes::Bytes;

use crate::layers::{Layer, Layers};
use crate::ton::Object;
use crate::ton::types::{adnl, lite_server};

/// Refuses to send messages with a word in them, and takes it out of what servers say.
#[derive(Debug, Clone)]
pub struct Rule {
    /// The word.
    pub word: Bytes,
}

/// What becomes of a message.
#[derive(Debug)]
pub enum Verdict {
    /// It goes on, as it is or changed.
    Pass,
    /// It is dropped, and its sender gets this message instead of an answer.
    Refuse(Layers),
}

impl Rule {
    /// Judges a message, which it may change.
    pub fn judge(&self, message: &mut Layers) -> Verdict {
        match message.0.as_mut_slice() {
            [
                Layer::Known(Object::AdnlMessageQuery(query)),
                ..,
                Layer::Known(Object::LiteServerSendMessage(send)),
            ] if self.find(&send.body, 0).is_some() => Verdict::Refuse(refusal(query.query_id)),
            [.., Layer::Known(Object::LiteServerError(error))] => {
                error.message = self.without(&error.message);
                Verdict::Pass
            }
            _ => Verdict::Pass,
        }
    }

    /// Where the word is, from `start` on.
    fn find(&self, text: &[u8], start: usize) -> Option<usize> {
        let mut parts = text[start..].windows(self.word.len().max(1));
        parts.position(|part| part == self.word).map(|place| start + place)
    }

    /// The same text with `*` in place of the word's letters.
    fn without(&self, text: &Bytes) -> Bytes {
        let mut text = text.to_vec();
        let mut start = 0;
        while let Some(place) = self.find(&text, start) {
            start = place + self.word.len();
            text[place..start].fill(b'*');
        }
        text.into()
    }
}

fn refusal(query_id: [u8; 32]) -> Layers {
    let answer = adnl::message::Answer { query_id, answer: Bytes::new() };
    let error = lite_server::Error { code: 403, message: "the proxy does not let this through".into() };
    Layers(vec![
        Layer::Known(Object::AdnlMessageAnswer(answer)),
        Layer::Known(Object::LiteServerError(error)),
    ])
}
