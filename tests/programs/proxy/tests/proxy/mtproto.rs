//! MTProto through the proxy: recorded frames, and the client and server of the other program.

use std::time::Duration;

use bytes::Bytes;
use hex_literal::hex;
use tl_mtproto::client::Client;
use tl_mtproto::example::{self, Example};
use tl_mtproto::schema::mtproto::functions::Ping;
use tl_mtproto::server::Server;
use tl_proxy::Show;
use tl_proxy::mtproto::{Frame, relay};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use crate::support::SOON;

/// Of <https://core.telegram.org/mtproto/samples-auth_key>, the call and the answer. `pq` is not UTF-8.
const RECORDED: [&[u8]; 2] = [
    &hex!("0000000000000000" "4a967027c47ae551" "14000000" "78974660" "3e0549828cca27e966b301a48fece2fc"),
    &hex!("0000000000000000" "01c8831ec97ae551" "40000000" "63241605" "3e0549828cca27e966b301a48fece2fc"
        "a5cf4d33f4a11ea877ba4aa573907330" "0817ed48941a08f981000000" "15c4b51c01000000216be86c022bb4c3"),
];

#[test]
fn recorded_frames_are_written_again() {
    for bytes in RECORDED.map(Bytes::from_static) {
        let frame = Frame::read(&bytes).unwrap();
        assert!(matches!(frame, Frame::Plain { .. }));
        assert_eq!(frame.write().unwrap(), bytes);
    }
    // Encrypted, an error of the transport, and something else that is short.
    for bytes in [[7; 64].as_slice(), &(-404_i32).to_le_bytes(), b"\0"].map(Bytes::copy_from_slice) {
        assert_eq!(Frame::read(&bytes).unwrap().write().unwrap(), bytes);
    }
}

#[test]
fn broken_frames_are_not() {
    let [_, answer] = RECORDED;
    let mut long = answer.to_vec();
    long.extend(*b"more");
    let mut unknown = answer.to_vec();
    unknown[20] ^= 1;
    for bytes in [&answer[..12], &answer[..80], &long, &unknown] {
        assert!(Frame::read(&Bytes::copy_from_slice(bytes)).is_err(), "{bytes:02x?}");
    }
}

async fn listen() -> TcpListener {
    TcpListener::bind("127.0.0.1:0").await.unwrap()
}

#[tokio::test]
async fn a_client_agrees_on_a_key_and_pings() {
    let (server, proxy) = (listen().await, listen().await);
    let (to, address) = (server.local_addr().unwrap(), proxy.local_addr().unwrap());
    let patience = Duration::from_secs(20);
    tokio::spawn(Server::new(example::key(), Example, patience).run(server));
    tokio::spawn(async move {
        let (client, _) = proxy.accept().await.unwrap();
        relay(client, TcpStream::connect(to).await.unwrap(), patience, Show::Nothing).await
    });
    let (client, connection) = Client::connect(address, &example::key().public, patience).await.unwrap();
    tokio::spawn(connection.run());
    assert_eq!(client.invoke(&Ping { ping_id: 7 }).await.unwrap().ping_id, 7);
}

#[tokio::test]
async fn what_is_no_frame_ends_the_connection() {
    let server = listen().await;
    let to = server.local_addr().unwrap();
    let patience = Duration::from_millis(200);
    let too_long = (u32::MAX).to_le_bytes();
    let cut = [&12_u32.to_le_bytes()[..], &[0; 12]].concat();
    // Another transport, a frame that is too long, one that is cut, one that does not come.
    for (first, rest) in
        [([0xdd; 4], &too_long[..]), ([0xee; 4], &too_long), ([0xee; 4], &cut), ([0xee; 4], b"")]
    {
        let proxy = listen().await;
        let mut client = TcpStream::connect(proxy.local_addr().unwrap()).await.unwrap();
        client.write_all(&[&first, rest].concat()).await.unwrap();
        let (accepted, _) = proxy.accept().await.unwrap();
        let ends = relay(accepted, TcpStream::connect(to).await.unwrap(), patience, Show::Nothing);
        assert!(timeout(SOON, ends).await.expect("the connection is still open").is_err());
    }
}
