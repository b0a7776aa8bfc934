//! Structs of fixed size.

use bytes::Bytes;

use crate::api::other::types::{lite_server, ton_node};
use crate::sample::random::Random;
use crate::workload::Workload;
use crate::{grammers, tl_proto};

pub(super) struct Blocks;

impl Workload for Blocks {
    const KEY: &'static str = "blocks";
    const TITLE: &'static str = "7 1,000 tonNode.blockIdExt";

    type Owned = lite_server::TransactionList;
    #[cfg(feature = "borrow")]
    type Borrowed<'a> = crate::api::other_borrowed::types::lite_server::TransactionList<'a>;
    #[cfg(feature = "borrow")]
    type Unchecked<'a> = crate::api::other_borrowed::types::lite_server::TransactionList<'a>;
    type Grammers = grammers::lite::TransactionList;
    type TlProto<'a> = tl_proto::lite::TransactionList<'a>;

    fn value() -> Self::Owned {
        let random = &mut Random::new();
        let ids = (0..1_000).map(|_| block_id(random)).collect();
        lite_server::TransactionList { ids, transactions: Bytes::new() }
    }
}

/// The name of a block.
pub(super) fn block_id(random: &mut Random) -> ton_node::BlockIdExt {
    ton_node::BlockIdExt {
        workchain: -1,
        shard: i64::MIN,
        seqno: random.int(1..50_000_000),
        root_hash: random.hash(),
        file_hash: random.hash(),
    }
}
