use bytes::Bytes;
use tl_liteserver::ton::functions::lite_server::{
    GetAllShardsInfo, GetMasterchainInfo, LookupBlock, Query, SendMessage, WaitMasterchainSeqno,
};
use tl_liteserver::ton::functions::tcp::Ping;
use tl_liteserver::ton::types::adnl::message;
use tl_liteserver::ton::types::lite_server::{AllShardsInfo, BlockHeader, Error};
use tl_liteserver::ton::types::tcp::Pong;
use tl_liteserver::ton::types::ton_node::{BlockId, BlockIdExt};
use tl_proxy::Form;
use tl_runtime::Serializable;

use super::{Ends, liteserver, proxy};
use crate::support::show;

fn block() -> BlockIdExt {
    BlockIdExt { workchain: -1, shard: i64::MIN, seqno: 34_288_980, root_hash: [1; 32], file_hash: [2; 32] }
}

fn bytes(message: &impl Serializable) -> Vec<u8> {
    message.to_bytes().unwrap()
}

/// A packet with these calls in a row.
pub(crate) fn query(calls: &[&dyn Serializable]) -> Vec<u8> {
    let data: Vec<u8> = calls.iter().flat_map(|call| call.to_bytes().unwrap()).collect();
    let query = bytes(&Query { data: data.into() }).into();
    bytes(&message::Query { query_id: [7; 32], query })
}

pub(crate) fn answer(answer: &dyn Serializable) -> Vec<u8> {
    bytes(&message::Answer { query_id: [7; 32], answer: answer.to_bytes().unwrap().into() })
}

/// The schema has bits 1 and 2 of `mode`, for fields. The peers set others, too.
fn lookup(mode: u32) -> LookupBlock {
    LookupBlock {
        mode,
        id: BlockId { workchain: -1, shard: i64::MIN, seqno: 1 },
        lt: Some(1),
        utime: Some(2),
    }
}

#[tokio::test]
async fn what_arrives_is_what_was_sent() {
    let mut ends = Ends::open().await;
    let wait = WaitMasterchainSeqno { seqno: 1, timeout_ms: 2 };
    let unknown: u32 = 0x0bad_cafe;
    for packet in [
        vec![],
        bytes(&Ping { random_id: 1 }),
        query(&[&GetMasterchainInfo {}]),
        query(&[&wait, &wait, &lookup(1)]),
        query(&[&lookup(0xffff_fff9)]),
        query(&[&SendMessage { body: b"\xff\0 no text".as_slice().into() }]),
        // Those that the proxy's schema lacks: a call, one after a prefix, a query of another kind, a packet.
        query(&[&GetAllShardsInfo { id: block() }]),
        query(&[&wait, &GetAllShardsInfo { id: block() }]),
        bytes(&message::Query { query_id: [7; 32], query: bytes(&unknown).into() }),
        bytes(&unknown),
        // Queries without anything in them.
        query(&[]),
        bytes(&message::Query { query_id: [7; 32], query: Bytes::new() }),
    ] {
        assert_eq!(ends.up(&packet).await, packet);
    }
    let proof = Bytes::from(vec![3; 100_000]);
    for packet in [
        vec![],
        bytes(&Pong { random_id: 1 }),
        answer(&BlockHeader { id: block(), mode: u32::MAX, header_proof: proof.clone() }),
        answer(&AllShardsInfo { id: block(), proof: proof.clone(), data: proof }),
        answer(&Error { code: 651, message: "block not found".to_owned() }),
        answer(&true),
        answer(&vec![1_i64, 2]),
    ] {
        assert_eq!(ends.down(&packet).await, packet);
    }
}

#[tokio::test]
async fn text_that_is_not_utf_8_arrives() {
    let mut ends = Ends::open().await;
    let error = bytes(&Error { code: 1, message: "four".to_owned() });
    let mut packet = answer(&Error { code: 1, message: "four".to_owned() });
    let start = packet.windows(error.len()).position(|part| part == error).unwrap();
    packet[start + 9] = 0xff;
    assert_eq!(ends.down(&packet).await, packet);
}

#[tokio::test]
async fn a_client_is_served_as_without_a_proxy() {
    let server = liteserver().await;
    let (direct, through) = (server.client().await, proxy(server).await.client().await);
    through.ping().await.unwrap();
    let info = through.query(&GetMasterchainInfo {}).await.unwrap();
    assert_eq!(info, direct.query(&GetMasterchainInfo {}).await.unwrap());
    let shards = through.query(&GetAllShardsInfo { id: info.last.clone() }).await.unwrap();
    assert_eq!(shards, direct.query(&GetAllShardsInfo { id: info.last }).await.unwrap());
}

#[tokio::test]
async fn messages_are_printed() {
    let packet = query(&[&WaitMasterchainSeqno { seqno: 1, timeout_ms: 2 }, &lookup(1)]);
    let unknown = query(&[&GetAllShardsInfo { id: block() }]);
    let around = "-> adnl.message.query > liteServer.query > ";
    let text = "liteServer.waitMasterchainSeqno > (liteServer.lookupBlock mode:7 \
                id:(tonNode.blockId workchain:-1 shard:-9223372036854775808 seqno:1) lt:1 utime:2)";
    let json = r#"liteServer.waitMasterchainSeqno > {"_":"liteServer.lookupBlock","mode":7,"id":{"_":"tonNode.blockId","workchain":-1,"shard":-9223372036854775808,"seqno":1},"lt":1,"utime":2}"#;
    for (form, expected) in [(Form::Text, text), (Form::Json, json)] {
        let (show, mut lines) = show(form);
        let mut ends = Ends::shown(show).await;
        assert_eq!(ends.up(&packet).await, packet);
        assert_eq!(lines.recv().await.unwrap(), format!("{around}{expected}"));
        assert_eq!(ends.up(&unknown).await, unknown);
        let unread = "RawObject { id: 0x74d3fd6b, len: 84 }";
        assert_eq!(lines.recv().await.unwrap(), format!("{around}{unread}"));
    }
    let (show, mut lines) = show(Form::Dump);
    Ends::shown(show).await.down(&answer(&Error { code: 1, message: "words".to_owned() })).await;
    let dump = "<- adnl.message.answer > \n   0  48e1a9bb           liteServer.error\n   4  01000000             code:int = 1\n";
    let line = lines.recv().await.unwrap();
    assert!(line.starts_with(dump), "{line}");
}
