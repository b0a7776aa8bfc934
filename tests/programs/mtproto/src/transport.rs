//! The intermediate transport: <https://core.telegram.org/mtproto/mtproto-transports#intermediate>.

use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio_util::codec::{Encoder, FramedRead, LengthDelimitedCodec};

use crate::error::{Error, check};

/// The first bytes of a connection: which transport the client speaks.
const INTERMEDIATE: [u8; 4] = [0xee; 4];
/// Longer frames end the connection.
const MAX_FRAME: usize = 4 << 20;

fn codec() -> LengthDelimitedCodec {
    LengthDelimitedCodec::builder()
        .little_endian()
        .length_field_type::<u32>()
        .max_frame_length(MAX_FRAME)
        .new_codec()
}

/// Starts a connection as its client.
pub async fn start(mut stream: TcpStream) -> Result<(Incoming, Outgoing), Error> {
    stream.write_all(&INTERMEDIATE).await?;
    split(stream)
}

/// Starts a connection as its server.
pub async fn accept(mut stream: TcpStream) -> Result<(Incoming, Outgoing), Error> {
    let mut transport = [0; 4];
    stream.read_exact(&mut transport).await?;
    check(transport == INTERMEDIATE, "the transport is the intermediate one")?;
    split(stream)
}

fn split(stream: TcpStream) -> Result<(Incoming, Outgoing), Error> {
    stream.set_nodelay(true)?;
    let (reader, writer) = stream.into_split();
    Ok((Incoming(FramedRead::new(reader, codec())), Outgoing { writer, buffer: BytesMut::new() }))
}

/// Frames from the peer.
#[derive(Debug)]
pub struct Incoming(FramedRead<OwnedReadHalf, LengthDelimitedCodec>);

impl Incoming {
    /// The next frame. Nothing is lost if the future is dropped.
    pub async fn frame(&mut self) -> Result<BytesMut, Error> {
        let frame = self.0.next().await.ok_or(Error::Closed)??;
        match <[u8; 4]>::try_from(&frame[..]) {
            Ok(code) => Err(Error::Transport(i32::from_le_bytes(code))),
            Err(_) => Ok(frame),
        }
    }
}

/// Frames to the peer.
#[derive(Debug)]
pub struct Outgoing {
    writer: OwnedWriteHalf,
    buffer: BytesMut,
}

impl Outgoing {
    /// Adds a frame to those that [`flush`](Self::flush) writes.
    pub fn queue(&mut self, frame: Vec<u8>) -> Result<(), Error> {
        Ok(codec().encode(Bytes::from(frame), &mut self.buffer)?)
    }

    /// How many bytes wait to be written.
    pub fn waiting(&self) -> usize {
        self.buffer.len()
    }

    /// Writes what waits. Nothing is lost if the future is dropped.
    pub async fn flush(&mut self) -> Result<(), Error> {
        while !self.buffer.is_empty() {
            self.writer.write_buf(&mut self.buffer).await?;
        }
        Ok(())
    }
}
