use alloc::boxed::Box;

use crate::{Combinator, DecodeError, Deserializable, DeserializableOwned, Serializable};

/// A combinator that is called, with the type of the answer.
///
/// `&F` and `Box<F>` are calls, too: a server that matches on calls passes them on without a look at which are in a box.
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

/// The same call.
impl<F: Function> Function for &F {
    type Return = F::Return;
}

/// The same call.
impl<F: Function> Function for Box<F> {
    type Return = F::Return;
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
