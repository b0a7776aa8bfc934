//! `gzip_packed`: <https://core.telegram.org/mtproto/service_messages#packed-object>.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use tl_runtime::{Combinator, RawObject};

use crate::error::Error;
use crate::schema::mtproto::types::GzipPacked;

/// A packed object may be a thousand times as large as what arrived. No object is larger than this.
const MAX_UNPACKED: u64 = 4 << 20;
/// Smaller objects are not worth the time.
const MIN_PACKED: usize = 512;

/// The object itself, if it is packed.
pub fn unpack(object: RawObject) -> Result<RawObject, Error> {
    if object.id() != Some(GzipPacked::ID) {
        return Ok(object);
    }
    let GzipPacked { packed_data } = object.decode()?;
    Ok(RawObject::new(inflate(&packed_data)?))
}

/// The object packed, if that is shorter and has not been done.
pub fn pack(object: RawObject) -> Result<RawObject, Error> {
    if object.len() < MIN_PACKED || object.id() == Some(GzipPacked::ID) {
        return Ok(object);
    }
    let packed_data = deflate(object.as_bytes())?.into();
    let packed = RawObject::from_value(&GzipPacked { packed_data })?;
    Ok(if packed.len() < object.len() { packed } else { object })
}

/// The bytes in `packed_data`, if they are not too many.
pub fn inflate(packed: &[u8]) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    GzDecoder::new(packed).take(MAX_UNPACKED + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_UNPACKED { Err(Error::TooLarge(MAX_UNPACKED)) } else { Ok(bytes) }
}

/// `packed_data` that has these bytes.
pub fn deflate(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
