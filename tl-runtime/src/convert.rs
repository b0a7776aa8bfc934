//! From the types of one module to those of another.

use core::error::Error;
use core::fmt;

use crate::{DecodeError, DeserializableOwned, EncodeError, Serializable};

/// Turns a value into one of another module, through its bytes: from the types of one layer of a schema to those of
/// another.
///
/// It works wherever the lines of a value and of all that it holds are the same in both schemas. Where a line has changed,
/// its id has, too, and decode says so. A constructor, its type and vectors of them are all converted alike.
///
/// ```
/// mod layer158 {
///     tl_runtime::tl! {
///         user #8f97c628 id:long name:string = User;
///         userEmpty #d3bc4b7a id:long = User;
///     }
/// }
/// mod layer230 {
///     tl_runtime::tl! {
///         user #31774388 id:long name:string premium:Bool = User;
///         userEmpty #d3bc4b7a id:long = User;
///     }
/// }
///
/// # fn main() -> Result<(), tl_runtime::ConvertError> {
/// let old = layer158::types::UserEmpty { id: 7 };
/// let new: layer230::types::UserEmpty = tl_runtime::convert(&old)?;
/// assert_eq!(new.id, 7);
///
/// let changed = layer158::types::User { id: 7, name: "Ada".into() };
/// let error = tl_runtime::convert::<_, layer230::enums::User>(&changed).unwrap_err();
/// assert_eq!(error.to_string(), "unknown id 0x8f97c628 at byte 0, expected User");
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// If the value cannot be written, or the bytes are not a value of the other type.
pub fn convert<From, To>(value: &From) -> Result<To, ConvertError>
where
    From: Serializable + ?Sized,
    To: DeserializableOwned,
{
    let bytes = value.to_bytes().map_err(ConvertError::Encode)?;
    To::from_bytes(&bytes).map_err(ConvertError::Decode)
}

/// Why [`convert`] cannot turn a value into another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ConvertError {
    /// The value cannot be written.
    Encode(EncodeError),
    /// It is no value of the other type.
    Decode(DecodeError),
}

impl fmt::Display for ConvertError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encode(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
        }
    }
}

impl Error for ConvertError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Encode(error) => error.source(),
            Self::Decode(error) => error.source(),
        }
    }
}
