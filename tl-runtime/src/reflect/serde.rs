//! `serde` for every generated type, by one function each way: formats that people read get what JSON has, others the
//! bytes of TL.

mod content;
mod read;
mod write;

use alloc::vec::Vec;
use core::fmt;

use serde::de::{Error as _, Visitor};
use serde::ser::Error as _;
use serde::{Deserializer, Serializer};

use super::Reflect;
use super::events::Root;
use crate::{DeserializableOwned, Serializable};

/// What `Serialize` of a generated type does.
pub fn serialize<T, S>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    T: Reflect + Serializable,
    S: Serializer,
{
    let bytes = value.to_bytes().map_err(S::Error::custom)?;
    match serializer.is_human_readable() {
        true => write::value(T::SCHEMA.events(&bytes), T::SCHEMA.json_style(), serializer),
        false => serializer.serialize_bytes(&bytes),
    }
}

/// What `Deserialize` of a generated type does.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Reflect + DeserializableOwned,
    D: Deserializer<'de>,
{
    let bytes = match deserializer.is_human_readable() {
        true => read::value(T::SCHEMA, Root::any(T::SCHEMA), deserializer)?,
        false => deserializer.deserialize_byte_buf(Bytes)?,
    };
    T::from_bytes(&bytes).map_err(D::Error::custom)
}

struct Bytes;

impl<'de> Visitor<'de> for Bytes {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the bytes of a TL value")
    }

    fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
        Ok(bytes.to_vec())
    }

    fn visit_byte_buf<E: serde::de::Error>(self, bytes: Vec<u8>) -> Result<Vec<u8>, E> {
        Ok(bytes)
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut elements: A) -> Result<Vec<u8>, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = elements.next_element()? {
            bytes.push(byte);
        }
        Ok(bytes)
    }
}
