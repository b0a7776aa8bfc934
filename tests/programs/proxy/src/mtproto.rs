//! The same for MTProto, as far as one can see without a key: the exchange of keys is read, and what is encrypted passes
//! as it is.

use std::io;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::{SinkExt, StreamExt};
use tl_runtime::reflect::Reflect;
use tl_runtime::{
    BareDeserializable, BareSerializable, DecodeError, Deserializable, EncodeError, RawObject, Reader,
    Serializable,
};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_util::codec::{FramedRead, FramedWrite, LengthDelimitedCodec};

use self::envelope::types::UnencryptedMessage;
use self::schema::{Object, SCHEMA};
use crate::server::Show;

/// The messages of the exchange of keys. They have numbers in `string`, which are not UTF-8.
pub mod schema {
    tl_runtime::include_tl!(
        #![tl(functions = "both", flags = "visible", string = "bytes", object, reflect)]
        "mtproto.tl"
    );
}

/// What is around them. It has no id, so it is read and written bare.
pub mod envelope {
    tl_runtime::tl! {
        #![tl(ids = "telegram")]
        unencrypted_message auth_key_id:long message_id:long bytes:int message_data:Object = UnencryptedMessage;
    }
}

/// What a frame holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Frame {
    /// A message of the exchange of keys.
    Plain {
        /// Its number.
        message_id: i64,
        /// What it says.
        message: Object,
    },
    /// A message that is encrypted, or an error of the transport.
    Sealed(Bytes),
}

impl Frame {
    /// Reads a frame.
    ///
    /// # Errors
    ///
    /// If it is not encrypted, and not a message of the exchange in exactly the form that encode writes.
    pub fn read(frame: &Bytes) -> Result<Self, DecodeError> {
        if !i64::from_prefix(frame).is_ok_and(|(key_id, _)| key_id == 0) {
            return Ok(Self::Sealed(frame.clone()));
        }
        let UnencryptedMessage { message_id, message_data, .. } = UnencryptedMessage::from_bare_bytes(frame)?;
        let message = Reader::new(message_data.as_bytes()).with_strict(true).whole()?;
        Ok(Self::Plain { message_id, message })
    }

    /// Writes a frame.
    ///
    /// # Errors
    ///
    /// If its message cannot be written.
    pub fn write(&self) -> Result<Bytes, EncodeError> {
        match self {
            Self::Sealed(frame) => Ok(frame.clone()),
            Self::Plain { message_id, message } => {
                let message_data = RawObject::from_value(message)?;
                let frame = UnencryptedMessage { auth_key_id: 0, message_id: *message_id, message_data };
                frame.to_bare_bytes().map(Bytes::from)
            }
        }
    }

    fn print(&self, direction: &str, show: Show) {
        match (show, self) {
            (Show::Nothing, _) => {}
            (_, Self::Sealed(frame)) => println!("proxy: {direction} {} encrypted bytes", frame.len()),
            (Show::Text, Self::Plain { message, .. }) => println!("proxy: {direction} {}", message.tl()),
            (Show::Dump, Self::Plain { message, .. }) => {
                println!("proxy: {direction}\n{}", SCHEMA.dump(&message.to_bytes().unwrap_or_default()));
            }
        }
    }
}

/// Passes on what a client and a server say to each other, until one of them leaves, is silent for too long, or says
/// what it should not.
///
/// # Errors
///
/// Those of the streams; `InvalidData` for a frame that is too long or broken.
pub async fn relay(
    mut client: TcpStream,
    mut server: TcpStream,
    patience: Duration,
    show: Show,
) -> io::Result<()> {
    // The client's first bytes choose the transport: https://core.telegram.org/mtproto/mtproto-transports#intermediate
    let mut transport = [0; 4];
    timeout(patience, client.read_exact(&mut transport)).await??;
    if transport != [0xee; 4] {
        return Err(invalid("the transport is not the intermediate one"));
    }
    server.write_all(&transport).await?;
    let ((from_client, to_client), (from_server, to_server)) = (client.split(), server.split());
    tokio::select! {
        end = pass("->", from_client, to_server, patience, show) => end,
        end = pass("<-", from_server, to_client, patience, show) => end,
    }
}

async fn pass(
    direction: &str,
    from: impl AsyncRead + Unpin,
    to: impl AsyncWrite + Unpin,
    patience: Duration,
    show: Show,
) -> io::Result<()> {
    let (mut from, mut to) = (FramedRead::new(from, codec()), FramedWrite::new(to, codec()));
    while let Some(frame) = timeout(patience, from.next()).await? {
        let frame = Frame::read(&frame.map(BytesMut::freeze)?).map_err(invalid)?;
        frame.print(direction, show);
        timeout(patience, to.send(frame.write().map_err(invalid)?)).await??;
    }
    Ok(())
}

fn codec() -> LengthDelimitedCodec {
    LengthDelimitedCodec::builder()
        .little_endian()
        .length_field_type::<u32>()
        .max_frame_length(4 << 20)
        .new_codec()
}

fn invalid(error: impl ToString) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}
