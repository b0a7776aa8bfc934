//! What passes, byte for byte.

use bytes::Bytes;
use tl_mtproto::example::{self, Example};
use tl_mtproto::schema::api::enums::InputPeer::InputPeerSelf;
use tl_mtproto::schema::api::functions::{InitConnection, InvokeWithLayer, help, messages};
use tl_mtproto::schema::api::{self, types as of_api};
use tl_mtproto::schema::mtproto::functions::Ping;
use tl_mtproto::schema::mtproto::types::{
    GzipPacked, Message, MsgContainer, MsgsAck, Pong, RpcError, RpcResult,
};
use tl_mtproto::unpack::{deflate, inflate};
use tl_proxy::Form;
use tl_runtime::{RawObject, Serializable};

use super::{Ends, connect, proxy, serve};
use crate::support::show;

pub(crate) fn object(value: &impl Serializable) -> RawObject {
    RawObject::from_value(value).unwrap()
}

pub(crate) fn send(text: &str) -> messages::SendMessage {
    messages::SendMessage::new(InputPeerSelf, text, 5)
}

/// A call as the first one of a client.
pub(crate) fn first<F: Serializable>(query: F) -> InvokeWithLayer<InitConnection<F>> {
    let query = InitConnection::new(1, "a computer", "1", "test", "en", "", "en", query);
    InvokeWithLayer { layer: api::LAYER, query }
}

pub(crate) fn packed(value: &impl Serializable) -> GzipPacked {
    GzipPacked { packed_data: deflate(&value.to_bytes().unwrap()).unwrap().into() }
}

/// A container of these, with the numbers 8, 12, 16, …
pub(crate) fn container(bodies: Vec<RawObject>) -> MsgContainer {
    let numbered = bodies.into_iter().zip(2..);
    MsgContainer { messages: numbered.map(|(body, n)| Message { msg_id: 4 * n, seqno: 1, body }).collect() }
}

fn result(value: &impl Serializable) -> RpcResult {
    RpcResult { req_msg_id: 4, result: object(value) }
}

#[tokio::test]
async fn what_the_server_gets_is_what_the_client_sent() {
    let mut ends = Ends::open().await;
    let ack = MsgsAck { msg_ids: vec![1, 5] };
    ends.assert_up(&first(help::GetConfig)).await;
    ends.assert_up(&first(send("a word"))).await;
    ends.assert_up(&packed(&send(&"a word".repeat(1_000)))).await;
    let container = container(vec![object(&Ping { ping_id: 1 }), object(&send("a word")), object(&ack)]);
    ends.assert_up(&container).await;
    ends.assert_up(&packed(&container)).await;
    // Bits that the proxy's schema lacks, alone and beside those of fields.
    let newer = send("a word").allow_paid_floodskip(true).update_stickersets_order(true);
    ends.assert_up(&newer).await;
    ends.assert_up(&first(newer.silent(true).schedule_date(7))).await;
    // Calls that it lacks, and calls that nobody has.
    ends.assert_up(&help::GetNearestDc).await;
    ends.assert_up(&RawObject::new(b"\xca\xfe\xba\xd0 what nobody knows ".as_slice())).await;
}

#[tokio::test]
async fn what_the_client_gets_is_what_the_server_sent() {
    let mut ends = Ends::open().await;
    let config = of_api::Config { dc_txt_domain_name: "a.".repeat(1_000), ..Default::default() };
    ends.assert_down(&result(&config)).await;
    ends.assert_down(&result(&packed(&config))).await;
    ends.assert_down(&result(&true)).await;
    ends.assert_down(&result(&vec![1_i64, 2])).await;
    ends.assert_down(&result(&RpcError { error_code: 400, error_message: "MESSAGE_EMPTY".to_owned() })).await;
    ends.assert_down(&example::message(42, "a secret")).await;
    let pong = Pong { msg_id: 4, ping_id: 1 };
    ends.assert_down(&container(vec![object(&pong), object(&result(&pong)), object(&result(&true))])).await;
}

/// Whoever packs has a way of their own. A proxy that packed again would send other bytes.
#[tokio::test]
async fn what_others_packed_arrives_as_they_did() {
    let text = b"\xca\xfe\xba\xd0 stored, not compressed";
    // A gzip header, and a block as it is.
    let mut stored = deflate(text).unwrap();
    stored[9] ^= 0xff; // The system on which it was packed, which nobody asks for.
    assert_eq!(inflate(&stored).unwrap(), text);
    let packed = GzipPacked { packed_data: Bytes::from(stored) };
    let mut ends = Ends::open().await;
    ends.assert_up(&packed).await;
    ends.assert_down(&packed).await;
}

#[tokio::test]
async fn a_client_is_served_as_without_a_proxy() {
    let (server, address) = serve(Example).await;
    let (client, mut updates) = connect(proxy(address).await).await;
    let config = client.introduce("test").await.unwrap();
    assert_eq!((config.this_dc, config.dc_options[0].ip_address.as_str()), (1, "127.0.0.1"));
    assert_eq!(client.invoke(&Ping { ping_id: 7 }).await.unwrap().ping_id, 7);
    assert_eq!(client.invoke(&send("a word")).await.unwrap().constructor_name(), "updateShortSentMessage");
    let news = example::message(42, "How are you?");
    server.announce(object(&news));
    assert_eq!(updates.next().await.unwrap(), news);
    server.change_salts();
    client.invoke(&help::GetNearestDc).await.unwrap();
}

#[tokio::test]
async fn messages_are_printed() {
    let call = r#"{"_":"messages.sendMessage","flags":524288,"peer":{"_":"inputPeerSelf"},"message":"a word","random_id":5}"#;
    let text = r#"(messages.sendMessage flags:524288 peer:(inputPeerSelf) message:"a word" random_id:5)"#;
    let dump =
        "\n   0  628ff4fe           messages.sendMessage\n   4  00000800             flags:# = 0x80000";
    for (form, expected) in [(Form::Json, call), (Form::Text, text), (Form::Dump, dump)] {
        let (show, mut lines) = show(form);
        let mut ends = Ends::shown(show).await;
        lines.recv().await.unwrap();
        let call = packed(&first(send("a word").allow_paid_floodskip(true)));
        ends.assert_up(&container(vec![object(&call), object(&help::GetConfig)])).await;
        let line = lines.recv().await.unwrap();
        let around = "-> msg_container > gzip_packed > invokeWithLayer > initConnection > ";
        assert!(line.starts_with(&format!("{around}{expected}")), "{line}");
        assert!(lines.recv().await.unwrap().starts_with("-> msg_container > "));
        ends.assert_down(&result(&RawObject::new(b"\xca\xfe\xba\xd0".as_slice()))).await;
        assert!(lines.recv().await.unwrap().starts_with("<- rpc_result > "));
    }
}
