//! One way to call each library, so that nothing but the library differs.

use std::marker::PhantomData;

use bytes::Bytes;
use grammers_tl_types::{Deserializable as _, Serializable as _};
use tl_runtime::{Deserializable, Serializable};

use crate::workload::Workload;

/// A library and the types it has for one workload.
///
/// A mistake panics: each case is checked before it is measured, and none is expected afterwards.
pub(crate) trait Codec: 'static {
    /// The value; it may borrow from the bytes that it was read from.
    type Value<'a>;

    /// Reads the value that all of `bytes` is.
    fn decode(bytes: &Bytes) -> Self::Value<'_>;

    /// Appends to a buffer that has room.
    fn encode(value: &Self::Value<'_>, out: &mut Vec<u8>);

    /// Writes into a buffer that the library makes.
    fn to_bytes(value: &Self::Value<'_>) -> Vec<u8>;
}

/// Codecs of our own types, which only differ in how they are read.
macro_rules! ours {
    ($($(#[$doc:meta])* $name:ident => $value:ty, $read:ident;)*) => {$(
        $(#[$doc])*
        pub(crate) struct $name<W>(PhantomData<W>);

        impl<W: Workload> Codec for $name<W> {
            type Value<'a> = $value;

            #[inline]
            fn decode(bytes: &Bytes) -> Self::Value<'_> {
                Deserializable::$read(bytes).expect("checked")
            }

            #[inline]
            fn encode(value: &Self::Value<'_>, out: &mut Vec<u8>) {
                Serializable::serialize(value, out).expect("checked");
            }

            #[inline]
            fn to_bytes(value: &Self::Value<'_>) -> Vec<u8> {
                Serializable::to_bytes(value).expect("checked")
            }
        }
    )*};
}

ours! {
    /// Owned values, from a plain slice.
    Owned => W::Owned, from_bytes;
    /// Owned values whose `bytes` share the buffer that was read.
    Shared => W::Owned, from_shared;
}

#[cfg(feature = "borrow")]
ours! {
    /// Values that borrow `bytes` and strings, and check that these are UTF-8.
    Borrowed => W::Borrowed<'a>, from_bytes;
    /// Values that borrow strings as bytes and do not look into them, as tl-proto has it.
    Unchecked => W::Unchecked<'a>, from_bytes;
}

/// Owned values, the only kind there is.
pub(crate) struct Grammers<W>(PhantomData<W>);

impl<W: Workload> Codec for Grammers<W> {
    type Value<'a> = W::Grammers;

    #[inline]
    fn decode(bytes: &Bytes) -> W::Grammers {
        W::Grammers::from_bytes(bytes).expect("checked")
    }

    #[inline]
    fn encode(value: &W::Grammers, out: &mut Vec<u8>) {
        value.serialize(out);
    }

    #[inline]
    fn to_bytes(value: &W::Grammers) -> Vec<u8> {
        value.to_bytes()
    }
}

/// Borrowed values; strings are bytes that are not checked.
pub(crate) struct TlProto<W>(PhantomData<W>);

impl<W: Workload> Codec for TlProto<W> {
    type Value<'a> = W::TlProto<'a>;

    #[inline]
    fn decode(bytes: &Bytes) -> W::TlProto<'_> {
        tl_proto::deserialize(bytes).expect("checked")
    }

    /// Without the pass over the value that `serialize_into` makes first to find its size: the buffer has it already.
    #[inline]
    fn encode(value: &W::TlProto<'_>, out: &mut Vec<u8>) {
        tl_proto::TlWrite::write_to(value, out);
    }

    #[inline]
    fn to_bytes(value: &W::TlProto<'_>) -> Vec<u8> {
        tl_proto::serialize(value)
    }
}

/// The limit: the same bytes, copied.
pub(crate) struct Memcpy;

impl Codec for Memcpy {
    type Value<'a> = Vec<u8>;

    #[inline]
    fn decode(bytes: &Bytes) -> Vec<u8> {
        bytes.to_vec()
    }

    #[inline]
    fn encode(value: &Vec<u8>, out: &mut Vec<u8>) {
        out.extend_from_slice(value);
    }

    #[inline]
    fn to_bytes(value: &Vec<u8>) -> Vec<u8> {
        value.clone()
    }
}
