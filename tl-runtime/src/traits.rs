//! What a schema line says about a type ([`Combinator`], [`Function`]) and the traits of its two forms on the wire.

mod deserialize;
mod serialize;

pub use self::deserialize::{BareDeserializable, Deserializable, DeserializableOwned};
pub use self::serialize::{BareSerializable, Serializable};

/// A constructor of a type or a function: one line of a schema, with its id.
///
/// See [combinators](https://core.telegram.org/mtproto/TL-formal#combinator-declarations) in the documentation of TL.
pub trait Combinator {
    /// The number that stands before the boxed form: as written in the schema, else the CRC32 of the line.
    const ID: u32;
    /// The full name in the schema: `messages.exportChatInvite`.
    const NAME: &'static str;
    /// The line of the schema.
    const TL: &'static str;
    /// Whether a value may contain others of its type, which may contain others: the limit on nesting counts such
    /// combinators, and leaves out those whose depth the schema limits.
    const RECURSIVE: bool = true;
}

/// A combinator that is called, with the type of the answer.
pub trait Function: Combinator + Serializable {
    /// What the call answers: `Vec<i64>` for `= Vector<long>`.
    ///
    /// A client that decodes answers asks for [`DeserializableOwned`] here, or for [`Deserializable`] with the
    /// lifetime of its buffer where answers may borrow from it.
    type Return;
}
