//! Conversion from the types of one module to those of another.

use core::error::Error;
use core::fmt;

use crate::{DecodeError, DeserializableOwned, EncodeError, Serializable};

/// Turns a value into one of another module, through its bytes: from the types of one layer of a schema to those of
/// another.
///
/// It works if the lines of the value, and of all values in it, are the same in both schemas. If a line has changed, so has
/// its id, and decode fails. Constructors, types and vectors of them can all be converted.
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
/// If the value cannot be encoded, or its bytes are not a value of the other type.
pub fn convert<From, To>(value: &From) -> Result<To, ConvertError>
where
    From: Serializable + ?Sized,
    To: DeserializableOwned,
{
    let bytes = value.to_bytes().map_err(ConvertError::Encode)?;
    To::from_bytes(&bytes).map_err(ConvertError::Decode)
}

/// Why [`convert`] failed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ConvertError {
    /// The value cannot be encoded.
    Encode(EncodeError),
    /// Its bytes are not a value of the other type.
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
