use crate::{Combinator, DecodeError, Deserializable, DeserializableOwned, Serializable};

/// A combinator that is called, with the type of the answer.
pub trait Function: Combinator + Serializable {
    /// What the call answers: `Vec<i64>` for `= Vector<long>`.
    type Return;

    /// Decodes the answer to this call from `bytes`, which must contain nothing else.
    ///
    /// # Errors
    ///
    /// Those of [`Deserializable::from_bytes`].
    #[inline]
    fn answer<'de>(&self, bytes: &'de [u8]) -> Result<Self::Return, DecodeError>
    where
        Self::Return: Deserializable<'de>,
    {
        Deserializable::from_bytes(bytes)
    }
}

/// A function whose answer keeps nothing of the buffer it was read from: what a client asks of a call.
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
pub trait FunctionOwned: Function<Return: DeserializableOwned> {}

impl<F: Function<Return: DeserializableOwned>> FunctionOwned for F {}
