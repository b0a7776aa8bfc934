//! Messages in messages: `adnl.message.query` holds a `liteServer.query`, and that a call, perhaps after a prefix.

use std::fmt;

use bytes::Bytes;
use tl_runtime::reflect::Reflect;
use tl_runtime::{DecodeError, EncodeError, RawObject, Reader, Serializable};

use crate::ton::{Object, SCHEMA};

/// A message, and those inside of it, the outermost first.
#[derive(Debug, Clone, PartialEq)]
pub struct Layers(pub Vec<Layer>);

/// One of the messages.
#[derive(Debug, Clone, PartialEq)]
pub enum Layer {
    /// One that the schema has.
    Known(Object),
    /// One whose id the schema lacks. It is passed on unread.
    Unread(RawObject),
}

impl Layers {
    /// Takes a packet apart.
    ///
    /// # Errors
    ///
    /// If a message that the schema has is not exactly what encode writes. A peer may read such a message all the same,
    /// and so it would get past the rule.
    pub fn unpack(packet: &Bytes) -> Result<Self, DecodeError> {
        let mut layers = Vec::new();
        let mut next = packet.clone();
        // An empty packet keeps a connection alive: there is nothing in it.
        while !next.is_empty() {
            next = unpack_into(&mut layers, &next)?;
        }
        Ok(Self(layers))
    }

    /// Puts a packet together again, from the innermost message outwards.
    ///
    /// # Errors
    ///
    /// If a message was changed to one that cannot be written.
    pub fn pack(self) -> Result<Vec<u8>, EncodeError> {
        let mut inner = Vec::new();
        for layer in self.0.into_iter().rev() {
            inner = match layer {
                Layer::Unread(object) => object.into_bytes().into(),
                Layer::Known(mut object) => {
                    if let Some(place) = inside(&mut object) {
                        *place = std::mem::take(&mut inner).into();
                    }
                    let mut bytes = object.to_bytes()?;
                    // After a prefix: what it is a prefix of.
                    bytes.append(&mut inner);
                    bytes
                }
            };
        }
        Ok(inner)
    }
}

/// Reads the messages in a row that `bytes` are, and gives back the bytes inside of the last one.
fn unpack_into(layers: &mut Vec<Layer>, bytes: &Bytes) -> Result<Bytes, DecodeError> {
    let mut rest = bytes.clone();
    loop {
        let mut reader = Reader::from_shared(&rest).with_strict(true);
        let mut object = match reader.read() {
            Ok(object) => object,
            Err(error) if error.is_unknown_message() => {
                layers.push(Layer::Unread(RawObject::new(rest)));
                return Ok(Bytes::new());
            }
            Err(error) => return Err(error),
        };
        if let Object::LiteServerWaitMasterchainSeqno(_) = object {
            layers.push(Layer::Known(object));
            rest = rest.slice(reader.offset()..);
            continue;
        }
        reader.finish()?;
        let next = inside(&mut object).cloned().unwrap_or_default();
        layers.push(Layer::Known(object));
        return Ok(next);
    }
}

/// The field of a message that holds another one.
fn inside(object: &mut Object) -> Option<&mut Bytes> {
    match object {
        Object::AdnlMessageQuery(message) => Some(&mut message.query),
        Object::AdnlMessageAnswer(message) => Some(&mut message.answer),
        Object::LiteServerQuery(message) => Some(&mut message.data),
        _ => None,
    }
}

/// As documentation prints TL, with the innermost message last.
impl fmt::Display for Layers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, layer) in self.0.iter().enumerate() {
            f.write_str(if depth == 0 { "" } else { " > " })?;
            match layer {
                Layer::Known(object) if depth + 1 < self.0.len() => f.write_str(object.constructor_name())?,
                Layer::Known(object) => write!(f, "{}", object.tl())?,
                Layer::Unread(object) => write!(f, "{object:?}")?,
            }
        }
        Ok(())
    }
}

/// Word by word, with offsets, fields and types.
pub(crate) struct Dump<'a>(pub(crate) &'a Layers);

impl fmt::Display for Dump<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.0.iter().try_for_each(|layer| match layer {
            Layer::Known(object) => write!(f, "{}", SCHEMA.dump(&object.to_bytes().map_err(|_| fmt::Error)?)),
            Layer::Unread(object) => write!(f, "{}", SCHEMA.dump(object.as_bytes())),
        })
    }
}
