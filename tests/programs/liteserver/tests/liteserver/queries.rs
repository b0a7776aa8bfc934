use std::time::Duration;

use tl_liteserver::QueryError;
use tl_liteserver::ton::functions::lite_server::{
    GetAllShardsInfo, GetBlockHeader, GetMasterchainInfo, GetTime, LookupBlock, SendMessage,
};

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

    let by_number = LookupBlock { mode: 1, id: last.short(), lt: None, utime: None };
    let mut elsewhere = last.short();
    elsewhere.seqno = 0;
    let by_lt = LookupBlock { mode: 0, id: elsewhere.clone(), lt: Some(LT), utime: None };
    let by_utime = LookupBlock { mode: 0, id: elsewhere, lt: None, utime: Some(UTIME) };
    for query in [by_number, by_lt.clone(), by_utime.clone()] {
        let header = client.query(&query).await.unwrap();
        assert_eq!(header.id, last);
        // Bit 0 has no field, and yet it arrived and came back.
        assert_eq!(header.mode & 1, query.mode);
    }
    for query in
        [LookupBlock { lt: Some(LT - 1), ..by_lt }, LookupBlock { utime: Some(UTIME - 1), ..by_utime }]
    {
        assert_eq!(refused(client.query(&query).await), (651, "block not found".to_owned()));
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
