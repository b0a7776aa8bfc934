//! A value with the bytes that a test packed by hand for it.

use std::fmt::Debug;

use tl_runtime::{Combinator, DecodeError, DeserializableOwned, Serializable};

use crate::pack::Pack;
use crate::wire::assert_wire;

/// A value of some combinator, and its bytes.
pub struct Sample {
    /// The name of the combinator.
    pub name: &'static str,
    /// Its line, as the generated code has it.
    pub line: &'static str,
    /// The bytes that are expected.
    pub bytes: Vec<u8>,
    check: Box<dyn Fn()>,
    decode: fn(&[u8]) -> Result<(), DecodeError>,
}

/// What all generated types can do; those that a test compares.
pub trait Value: Serializable + DeserializableOwned + Clone + PartialEq + Debug + 'static {}

impl<T: Serializable + DeserializableOwned + Clone + PartialEq + Debug + 'static> Value for T {}

impl Sample {
    /// A value of a constructor, also as the boxed type `E` that it belongs to.
    pub fn constructor<E: Value + From<T>, T: Value + Combinator>(value: T, expected: Pack) -> Self {
        let bytes = expected.clone().done();
        let check = move || {
            assert_wire(&value, expected.clone());
            assert_wire(&E::from(value.clone()), expected.clone());
        };
        let decode = |bytes: &[u8]| E::from_bytes(bytes).map(drop);
        Self { name: T::NAME, line: T::TL, bytes, check: Box::new(check), decode }
    }

    /// A call of a function.
    pub fn function<T: Value + Combinator>(value: T, expected: Pack) -> Self {
        Self::constructor::<T, T>(value, expected)
    }

    /// Checks that the value is written as the bytes, and read back from them.
    ///
    /// # Panics
    ///
    /// If not.
    pub fn check(&self) {
        (self.check)();
    }

    /// Reads other bytes as a value of the same type.
    ///
    /// # Errors
    ///
    /// If they are none.
    pub fn decode(&self, bytes: &[u8]) -> Result<(), DecodeError> {
        (self.decode)(bytes)
    }
}

impl Debug for Sample {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sample").field("name", &self.name).finish_non_exhaustive()
    }
}
