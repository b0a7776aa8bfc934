//! What a schema line says about a type ([`Combinator`], [`Function`]) and the traits of its two forms on the wire.

mod answer;
mod call;
mod combinator;
mod decode;
mod deserialize;
mod encode;
mod serialize;

pub use self::answer::{Answer, Asks, DecodeAnswer, EncodeAnswer};
pub use self::call::{Function, FunctionOwned};
pub use self::combinator::{Combinator, DynCombinator};
pub use self::decode::Decode;
pub use self::deserialize::{BareDeserializable, Deserializable, DeserializableOwned};
pub use self::encode::{Encode, Head, Id, NoId, OwnId, RecursiveId};
pub use self::serialize::{BareSerializable, Serializable};

#[cfg(test)]
mod tests;
