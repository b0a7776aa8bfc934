//! Message identifiers: <https://core.telegram.org/mtproto/description#message-identifier-msg-id>.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::crypto::Side;

/// The server's time, as far as we know it, and the last identifier.
#[derive(Debug, Default)]
pub struct Clock {
    ahead: i64,
    last: i64,
}

impl Clock {
    /// Seconds since 1970.
    pub fn now(&self) -> i64 {
        (self.nanoseconds() / 1_000_000_000) as i64
    }

    /// Follows the server's clock.
    pub fn set(&mut self, server_time: i64) {
        self.ahead += server_time - self.now();
    }

    /// The next identifier: seconds in the upper half, then who sends, always larger than the one before.
    pub fn message_id(&mut self, sender: Side, is_answer: bool) -> i64 {
        let kind = match (sender, is_answer) {
            (Side::Client, _) => 0,
            (Side::Server, true) => 1,
            (Side::Server, false) => 3,
        };
        let now = ((self.nanoseconds() << 32) / 1_000_000_000) as i64;
        self.last = now.max(self.last + 4) & !3;
        self.last + kind
    }

    /// Whether a message with this identifier can be of our time.
    pub fn is_recent(&self, message_id: i64) -> bool {
        (-300..=30).contains(&((message_id >> 32) - self.now()))
    }

    fn nanoseconds(&self) -> i128 {
        let here = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
        here as i128 + i128::from(self.ahead) * 1_000_000_000
    }
}
