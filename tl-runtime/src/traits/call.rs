use alloc::boxed::Box;
use alloc::vec::Vec;

use super::answer::{DecodeAnswer, EncodeAnswer};
use crate::{Bytes, Combinator, DecodeError, EncodeError, Reader, Serializable, Writer};

/// A function of the schema, with the type of its answer.
///
/// `&F` and `Box<F>` are functions, too, so a server can treat calls alike, whether or not they are in a `Box`.
pub trait Function: Combinator + Serializable {
    /// The type of the answer: `Vec<i64>` for `= Vector<long>`; [`Answer<Vec<i32>>`](crate::Answer) for `= Tuple int n`,
    /// which only the call can decode.
    type Return;

    /// Decodes the answer to this call from `bytes`, which must contain nothing else.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::from_bytes`](crate::Deserializable::from_bytes).
    #[inline]
    fn answer<'de>(&self, bytes: &'de [u8]) -> Result<Self::Return, DecodeError>
    where
        Self::Return: DecodeAnswer<'de, Self>,
    {
        Reader::new(bytes).answer(self)
    }

    /// Like [`answer`](Self::answer), but the `bytes` fields of the answer share the buffer instead of copying from it.
    ///
    /// # Errors
    ///
    /// Those of [`answer`](Self::answer).
    #[inline]
    fn answer_shared<'de>(&self, bytes: &'de Bytes) -> Result<Self::Return, DecodeError>
    where
        Self::Return: DecodeAnswer<'de, Self>,
    {
        Reader::from_shared(bytes).answer(self)
    }

    /// Encodes an answer to this call: what a server sends back.
    ///
    /// # Errors
    ///
    /// Those of [`Serializable::to_bytes`], and an answer that does not agree with the numbers of the call.
    #[inline]
    fn encode_answer(&self, answer: &Self::Return) -> Result<Vec<u8>, EncodeError>
    where
        Self::Return: EncodeAnswer<Self>,
    {
        let mut bytes = Vec::new();
        Writer::append(&mut bytes, Writer::DEFAULT_MAX_DEPTH, |writer| answer.write_answer(self, writer))?;
        Ok(bytes)
    }
}

/// The same call.
impl<F: Function> Function for &F {
    type Return = F::Return;
}

/// The same call.
impl<F: Function> Function for Box<F> {
    type Return = F::Return;
}

/// A function whose answer does not borrow from the buffer it was read from: the bound for code that sends calls.
///
/// Implemented for every such function.
///
/// ```
/// use tl_runtime::{DecodeError, FunctionOwned};
///
/// fn receive<F: FunctionOwned>(call: &F, received: &[u8]) -> Result<F::Return, DecodeError> {
///     call.answer(received)
/// }
/// ```
pub trait FunctionOwned: Function<Return: for<'de> DecodeAnswer<'de, Self>> {}

impl<F: Function<Return: for<'de> DecodeAnswer<'de, F>>> FunctionOwned for F {}
