//! [ADNL over TCP](https://docs.ton.org/v3/documentation/network/protocols/adnl/adnl-tcp): a handshake, then packets in
//! both directions, encrypted with AES-256 in counter mode.

mod handshake;
mod packet;

use std::io;

use ed25519_dalek::{SigningKey, VerifyingKey};
use tokio::net::TcpStream;

pub use self::handshake::{HANDSHAKE, SessionKeys, key_id, open, seal, shared_secret};
pub use self::packet::{MAX_PACKET, Receiver, Sender};

/// The cipher of one direction, which goes on from packet to packet.
pub type Cipher = ctr::Ctr128BE<aes::Aes256>;

/// Opens an encrypted connection to the server that has this key.
///
/// # Errors
///
/// Those of the stream; `InvalidData` if what came back was not an empty packet.
pub async fn connect(stream: TcpStream, server: &VerifyingKey) -> io::Result<(Sender, Receiver)> {
    stream.set_nodelay(true)?;
    let (read, mut write) = stream.into_split();
    let keys = SessionKeys::random();
    handshake::send(&mut write, server, &keys).await?;
    let sender = Sender::new(write, keys.to_server());
    let mut receiver = Receiver::new(read, keys.to_client());
    match receiver.receive().await? {
        Some(packet) if packet.is_empty() => Ok((sender, receiver)),
        Some(_) => Err(invalid("the server did not confirm the handshake")),
        None => Err(io::ErrorKind::ConnectionAborted.into()),
    }
}

/// Accepts an encrypted connection as the server that has this key.
///
/// # Errors
///
/// Those of the stream; `InvalidData` if the handshake is for another key, or was changed on its way.
pub async fn accept(stream: TcpStream, key: &SigningKey) -> io::Result<(Sender, Receiver)> {
    stream.set_nodelay(true)?;
    let (mut read, write) = stream.into_split();
    let keys = handshake::receive(&mut read, key).await?;
    let mut sender = Sender::new(write, keys.to_client());
    sender.send(&[]).await?;
    Ok((sender, Receiver::new(read, keys.to_server())))
}

fn invalid(reason: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, reason)
}
