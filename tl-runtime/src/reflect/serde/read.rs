//! From any format that people read to bytes.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};

use super::content::Content;
use crate::reflect::build::{self, Builder, Scalar};
use crate::reflect::events::Root;
use crate::reflect::{Schema, base64};

/// Reads a value of this type.
pub(super) fn value<'de, D: Deserializer<'de>>(
    schema: &Schema<'_>,
    root: Root<'_>,
    deserializer: D,
) -> Result<Vec<u8>, D::Error> {
    let style = schema.json_style();
    let mut builder = Builder::new(schema, root, style.form(), 0);
    Next { builder: &mut builder, tag: style.tag() }.deserialize(deserializer)?;
    Ok(builder.into_bytes())
}

/// The next value goes into the builder.
struct Next<'b, 'a> {
    builder: &'b mut Builder<'a>,
    tag: &'static str,
}

impl<'a> Next<'_, 'a> {
    fn again(&mut self) -> Next<'_, 'a> {
        Next { builder: self.builder, tag: self.tag }
    }

    /// What the builder says; of a mistake also the way to it.
    fn told<E: Error>(&self, result: build::Result<()>) -> Result<(), E> {
        result.map_err(|error| E::custom(error.at(None, self.builder.path())))
    }

    fn scalar<E: Error>(self, scalar: Scalar<'_>) -> Result<(), E> {
        let result = self.builder.scalar(scalar);
        self.told(result)
    }

    /// What was read ahead.
    fn content<E: Error>(mut self, content: Content) -> Result<(), E> {
        match content {
            Content::Null => self.scalar(Scalar::Null),
            Content::Bool(value) => self.scalar(Scalar::Bool(value)),
            Content::Number(digits) => self.scalar(Scalar::Number(&digits)),
            Content::String(text) => self.scalar(Scalar::String(&text)),
            Content::List(elements) => {
                let begun = self.builder.list();
                self.told(begun)?;
                for element in elements {
                    self.again().content(element)?;
                }
                let ended = self.builder.end_list();
                self.told(ended)
            }
            Content::Map(entries) => self.entries(entries),
        }
    }

    fn entries<E: Error>(mut self, mut entries: Vec<(String, Content)>) -> Result<(), E> {
        if self.builder.expects_string() {
            let Some((key, Content::String(digits))) = entries.pop() else { return Err(no_string()) };
            return self.binary(&key, &digits, entries.is_empty());
        }
        let begun = self.builder.begin();
        self.told(begun)?;
        if let Some(at) = entries.iter().position(|(key, _)| key == self.tag) {
            let (_, Content::String(name)) = entries.remove(at) else {
                return Err(E::custom("the name of a combinator is a string"));
            };
            let named = self.builder.name(&name);
            self.told(named)?;
        }
        for (key, value) in entries {
            let field = self.builder.field(&key);
            self.told(field)?;
            self.again().content(value)?;
        }
        let ended = self.builder.end();
        self.told(ended)
    }

    /// A string that is not UTF-8.
    fn binary<E: Error>(self, key: &str, digits: &str, is_only: bool) -> Result<(), E> {
        let mut bytes = Vec::new();
        match key == "base64" && is_only && base64::decode(digits, &mut bytes).is_some() {
            true => self.scalar(Scalar::Bytes(&bytes)),
            false => Err(no_string()),
        }
    }
}

fn no_string<E: Error>() -> E {
    E::custom("expected a string, found an object")
}

impl<'de> DeserializeSeed<'de> for Next<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Next<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a TL value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.scalar(Scalar::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.scalar(Scalar::Number(&value.to_string()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.scalar(Scalar::Number(&value.to_string()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.scalar(Scalar::Number(&value.to_string()))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.scalar(Scalar::String(value))
    }

    fn visit_bytes<E: Error>(self, value: &[u8]) -> Result<(), E> {
        self.scalar(Scalar::Bytes(value))
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.scalar(Scalar::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.scalar(Scalar::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut elements: A) -> Result<(), A::Error> {
        let begun = self.builder.list();
        self.told(begun)?;
        while elements.next_element_seed(self.again())?.is_some() {}
        let ended = self.builder.end_list();
        self.told(ended)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let first: Option<String> = map.next_key()?;
        if first.as_deref() != Some(self.tag) {
            // The name of the combinator may come last: what precedes it has to wait.
            let mut entries = Vec::new();
            let mut next = first;
            while let Some(key) = next {
                entries.push((key, map.next_value()?));
                next = map.next_key()?;
            }
            return self.entries(entries);
        }
        let name: String = map.next_value()?;
        let begun = self.builder.begin().and_then(|()| self.builder.name(&name));
        self.told(begun)?;
        while let Some(key) = map.next_key::<String>()? {
            let field = self.builder.field(&key);
            self.told(field)?;
            map.next_value_seed(self.again())?;
        }
        let ended = self.builder.end();
        self.told(ended)
    }
}
