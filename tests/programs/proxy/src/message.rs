//! Messages in messages: each is read, printed, judged, and written again.

use std::mem::take;

use bytes::Bytes;
use tl_mtproto::crypto::Side;
use tl_runtime::reflect::Reflect;
use tl_runtime::{DeserializableOwned, RawObject, Reader, Serializable};

use crate::rule::Rule;
use crate::server::Error;
use crate::show::Show;

/// How deep messages may be in each other: each level takes stack.
const MAX_LEVELS: usize = 16;
/// How many bytes all messages in one packet may have, counted at each level, and unpacked where they are packed.
const MAX_BYTES: usize = 64 << 20;

/// The messages of a schema, and what its lines do not say of them.
pub(crate) trait Message: Serializable + DeserializableOwned + Reflect {
    /// Which call an answer is for.
    type CallId: Copy;

    /// The name in the schema.
    fn name(&self) -> &'static str;

    /// Whether a second message follows this one.
    fn is_prefix(&self) -> bool {
        false
    }

    /// Passes each message that is in this one.
    fn pass_inside(&mut self, pass: &mut Pass<'_, Self>) -> Result<(), Stop>;

    /// Text that a person sends: the word must not be in it.
    fn written(&self) -> Option<&Bytes>;

    /// Text that a server shows to people: the word is taken out of it.
    fn said(&mut self) -> Option<&mut Bytes>;
}

/// Why a message is not passed on.
pub(crate) enum Stop {
    /// The rule refuses it.
    Refused,
    /// It cannot be read. A peer may be able to, and so it would get past the rule: the connection ends.
    Broken(Error),
}

impl<E: Into<Error>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Broken(error.into())
    }
}

/// A packet on its way.
pub(crate) struct Pass<'a, M: Message> {
    rule: &'a Rule,
    show: &'a Show,
    sender: Side,
    /// The call that the present message is part of.
    pub(crate) call: Option<M::CallId>,
    /// The calls that were refused. They want answers.
    pub(crate) refused: Vec<M::CallId>,
    /// The messages around the present one, the outermost first.
    around: Vec<&'static str>,
    /// How many messages without others in them there were so far.
    found: usize,
    /// How many bytes all messages so far had.
    bytes: usize,
}

impl<'a, M: Message> Pass<'a, M> {
    pub(crate) fn new(rule: &'a Rule, show: &'a Show, sender: Side, call: Option<M::CallId>) -> Self {
        let (refused, around) = (Vec::new(), Vec::new());
        Self { rule, show, sender, call, refused, around, found: 0, bytes: 0 }
    }

    /// Reads a message and those in it, and gives the bytes to pass on.
    pub(crate) fn message(&mut self, bytes: Bytes) -> Result<Bytes, Stop> {
        self.bytes += bytes.len();
        if self.around.len() == MAX_LEVELS || self.bytes > MAX_BYTES {
            return Err("too many messages in messages".into());
        }
        // An empty packet keeps a connection alive: there is nothing in it.
        if bytes.is_empty() {
            return Ok(bytes);
        }
        let mut reader = Reader::from_shared(&bytes).with_strict(true);
        let mut message: M = match reader.read() {
            // Nobody can say what is in it.
            Err(error) if error.is_unknown_message() => {
                self.print(&bytes);
                return Ok(bytes);
            }
            read => read?,
        };
        let rest = bytes.slice(reader.offset()..);
        if !message.is_prefix() {
            reader.finish()?;
        }
        let rest = self.inside(&mut message, &bytes, rest)?;
        let mut written = message.to_bytes()?;
        written.extend_from_slice(&rest);
        Ok(written.into())
    }

    /// Passes what is in a message, and after a prefix; the message itself if there is nothing.
    fn inside(&mut self, message: &mut M, bytes: &Bytes, rest: Bytes) -> Result<Bytes, Stop> {
        let (depth, found) = (self.around.len(), self.found);
        self.around.push(message.name());
        let rest = message.pass_inside(self).and_then(|()| self.message(rest));
        self.around.truncate(depth);
        if self.found == found && rest.is_ok() {
            self.print(bytes);
            self.judge(message)?;
        }
        rest
    }

    fn print(&mut self, message: &Bytes) {
        self.found += 1;
        self.show.message::<M>(self.sender, &self.around, message);
    }

    fn judge(&mut self, message: &mut M) -> Result<(), Stop> {
        match self.sender {
            Side::Client if message.written().is_some_and(|text| self.rule.forbids(text)) => {
                self.refused.extend(self.call);
                Err(Stop::Refused)
            }
            Side::Client => Ok(()),
            Side::Server => {
                if let Some(text) = message.said() {
                    *text = self.rule.without(text);
                }
                Ok(())
            }
        }
    }

    /// Passes the message in a field.
    pub(crate) fn bytes(&mut self, field: &mut Bytes) -> Result<(), Stop> {
        *field = self.message(take(field))?;
        Ok(())
    }

    /// The same for a field that the schema says is an object.
    pub(crate) fn object(&mut self, field: &mut RawObject) -> Result<(), Stop> {
        *field = RawObject::new(self.message(take(field).into_bytes())?);
        Ok(())
    }
}

/// Whether the message is passed on: not if the rule refuses it.
pub(crate) fn is_allowed(passed: Result<(), Stop>) -> Result<bool, Error> {
    match passed {
        Ok(()) => Ok(true),
        Err(Stop::Refused) => Ok(false),
        Err(Stop::Broken(error)) => Err(error),
    }
}
