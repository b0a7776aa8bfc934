//! Packets: a length, a nonce, what is sent, and the SHA-256 of both.

use std::io;

use bytes::Bytes;
use ctr::cipher::StreamCipher;
use sha2::{Digest, Sha256};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};

use super::{Cipher, invalid};

/// The longest packet, without its length: 16 MiB.
pub const MAX_PACKET: usize = 1 << 24;

const NONCE: usize = 32;
const CHECKSUM: usize = 32;

/// The half of a connection that sends packets.
pub struct Sender<W = OwnedWriteHalf> {
    stream: W,
    cipher: Cipher,
    packet: Vec<u8>,
}

impl<W: AsyncWrite + Unpin> Sender<W> {
    /// Sends to a stream, encrypted with this cipher.
    pub fn new(stream: W, cipher: Cipher) -> Self {
        Self { stream, cipher, packet: Vec::new() }
    }

    /// Sends a packet. An empty one only shows that the connection lives.
    ///
    /// # Errors
    ///
    /// Those of the stream; `InvalidData` if the packet is longer than [`MAX_PACKET`].
    pub async fn send(&mut self, payload: &[u8]) -> io::Result<()> {
        let nonce: [u8; NONCE] = rand::random();
        let size = NONCE + payload.len() + CHECKSUM;
        if size > MAX_PACKET {
            return Err(invalid("the packet is too long"));
        }
        self.packet.clear();
        self.packet.extend_from_slice(&(size as u32).to_le_bytes());
        self.packet.extend_from_slice(&nonce);
        self.packet.extend_from_slice(payload);
        self.packet.extend_from_slice(&Sha256::new().chain_update(nonce).chain_update(payload).finalize());
        self.cipher.apply_keystream(&mut self.packet);
        self.stream.write_all(&self.packet).await
    }
}

/// The half of a connection that receives packets.
pub struct Receiver<R = OwnedReadHalf> {
    stream: BufReader<R>,
    cipher: Cipher,
}

impl<R: AsyncRead + Unpin> Receiver<R> {
    /// Receives from a stream, decrypted with this cipher.
    pub fn new(stream: R, cipher: Cipher) -> Self {
        Self { stream: BufReader::new(stream), cipher }
    }

    /// Receives a packet; `None` if the peer has closed the connection after the last one.
    ///
    /// If the future is dropped before it is done, the connection is of no more use.
    ///
    /// # Errors
    ///
    /// Those of the stream; `InvalidData` if the length or the checksum of a packet is wrong.
    pub async fn receive(&mut self) -> io::Result<Option<Bytes>> {
        let Some(size) = self.size().await? else { return Ok(None) };
        // What was announced may never come: memory grows with what does.
        let mut packet = Vec::new();
        if (&mut self.stream).take(size as u64).read_to_end(&mut packet).await? < size {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.cipher.apply_keystream(&mut packet);
        let (content, checksum) = packet.split_at(size - CHECKSUM);
        if Sha256::digest(content)[..] != *checksum {
            return Err(invalid("the packet's checksum is wrong"));
        }
        Ok(Some(Bytes::from(packet).slice(NONCE..size - CHECKSUM)))
    }

    async fn size(&mut self) -> io::Result<Option<usize>> {
        let mut size = [0; 4];
        if self.stream.read(&mut size[..1]).await? == 0 {
            return Ok(None);
        }
        self.stream.read_exact(&mut size[1..]).await?;
        self.cipher.apply_keystream(&mut size);
        match u32::from_le_bytes(size) as usize {
            size @ 64..=MAX_PACKET => Ok(Some(size)),
            _ => Err(invalid("the packet's length is wrong")),
        }
    }
}
