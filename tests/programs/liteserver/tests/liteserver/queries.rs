use std::time::Duration;

use tl_liteserver::QueryError;
use tl_liteserver::ton::functions::lite_server::{
    GetAllShardsInfo, GetBlockHeader, GetMasterchainInfo, GetTime, LookupBlock, SendMessage,
};
use tl_liteserver::ton::types::ton_node::BlockId;

use crate::support::TestServer;

const LT: i64 = 42_695_659_000_000;
const UTIME: i32 = 1_700_577_490;

#[tokio::test]
async fn each_query_is_answered() {
    let server = TestServer::start().await;
    let client = server.client().await;
    client.ping().await.unwrap();
    assert!(client.query(&GetTime {}).await.unwrap().now > UTIME);

    let info = client.query(&GetMasterchainInfo {}).await.unwrap();
    assert_eq!((info.last.workchain, info.last.shard, info.last.seqno), (-1, i64::MIN, 34_288_980));
    assert_eq!(info.init.workchain, -1);

    let header = client.query(&GetBlockHeader { id: info.last.clone(), mode: 0 }).await.unwrap();
    assert_eq!(header.id, info.last);
    // A Merkle proof has the hash of what it proves: here the block's, whose id is in the answer as well.
    assert!(contains(&header.header_proof, &info.last.root_hash));

    let shards = client.query(&GetAllShardsInfo { id: info.last.clone() }).await.unwrap();
    assert!(contains(&shards.proof, &info.last.root_hash));
    assert!(contains(&shards.proof, &info.state_root_hash));

    let sent = client.query(&SendMessage { body: b"a message".as_slice().into() }).await.unwrap();
    assert_eq!(sent.status, 1);
}

fn contains(proof: &[u8], hash: &[u8]) -> bool {
    proof.windows(hash.len()).any(|bytes| bytes == hash)
}

#[tokio::test]
async fn a_block_is_looked_up_by_number_or_time() {
    let server = TestServer::start().await;
    let client = server.client().await;
    let last = client.query(&GetMasterchainInfo {}).await.unwrap().last;

    let elsewhere = BlockId { seqno: 0, ..last.short() };
    let by_number = LookupBlock::new(1, last.short());
    let by_lt = LookupBlock::new(0, elsewhere.clone());
    let by_utime = by_lt.clone();
    for query in [by_number, by_lt.clone().lt(LT), by_utime.clone().utime(UTIME)] {
        assert_eq!(client.query(&query).await.unwrap().id, last);
    }
    for query in [by_lt.lt(LT - 1), by_utime.utime(UTIME - 1)] {
        assert_eq!(refused(client.query(&query).await), (651, "block not found".to_owned()));
    }
}

/// As TON's node does it: <https://github.com/ton-blockchain/ton/blob/master/validator/impl/liteserver.cpp>.
#[tokio::test]
async fn mode_says_how_a_block_is_looked_up_and_what_is_proved() {
    let server = TestServer::start().await;
    let client = server.client().await;
    let id = client.query(&GetMasterchainInfo {}).await.unwrap().last.short();
    // Bits 0 to 3 are of the lookup, those above of the proof, and only these are in the answer.
    for (mode, proved) in [(0x01, 0), (0x11, 1), (0x09, 0), (0xffff_fff9, 0x0fff_ffff)] {
        assert_eq!(client.query(&LookupBlock::new(mode, id.clone())).await.unwrap().mode, proved);
    }
    assert_eq!(client.query(&LookupBlock::new(0x30, id.clone()).lt(LT)).await.unwrap().mode, 3);

    let words = "exactly one of mode.0, mode.1 and mode.2 bits must be set";
    let no_way = LookupBlock::new(0x10, id.clone());
    let two_ways = [LookupBlock::new(1, id.clone()).lt(LT), LookupBlock::new(0, id).lt(LT).utime(UTIME)];
    for query in two_ways.into_iter().chain([no_way]) {
        assert_eq!(refused(client.query(&query).await), (-400, words.to_owned()));
    }
}

#[tokio::test]
async fn a_query_waits_for_a_block() {
    let server = TestServer::start().await;
    let client = server.client().await;
    let patience = Duration::from_secs(5);
    let waiting = client.query_at(41_579_322, patience, &GetMasterchainInfo {});
    let meanwhile = async {
        // Others go ahead.
        assert_eq!(
            client.query_at(1, patience, &GetMasterchainInfo {}).await.unwrap().last.seqno,
            34_288_980
        );
        server.chain.grow();
    };
    let (info, ()) = tokio::join!(waiting, meanwhile);
    assert_eq!(info.unwrap().last.seqno, 41_579_322);

    let too_late = client.query_at(41_579_323, Duration::from_millis(10), &GetMasterchainInfo {}).await;
    assert_eq!(refused(too_late), (652, "timeout".to_owned()));
}

/// The code and the words of the server's error.
pub(crate) fn refused<T: std::fmt::Debug>(answer: Result<T, QueryError>) -> (i32, String) {
    match answer {
        Err(QueryError::Server(error)) => (error.code, error.message),
        other => panic!("not an error of the server: {other:?}"),
    }
}
