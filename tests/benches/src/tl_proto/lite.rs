//! Blocks of TON, as lite-servers send them.

use tl_proto::{TlRead, TlWrite};

#[derive(TlRead, TlWrite)]
#[tl(boxed, id = 0x6f26_c60b)]
pub(crate) struct TransactionList<'tl> {
    ids: Vec<BlockIdExt<'tl>>,
    transactions: &'tl [u8],
}

#[derive(TlRead, TlWrite)]
pub(crate) struct BlockIdExt<'tl> {
    workchain: i32,
    shard: i64,
    seqno: i32,
    root_hash: &'tl [u8; 32],
    file_hash: &'tl [u8; 32],
}

#[derive(TlRead, TlWrite)]
#[tl(boxed, id = 0x752d_8219)]
pub(crate) struct BlockHeader<'tl> {
    id: BlockIdExt<'tl>,
    mode: u32,
    header_proof: &'tl [u8],
}
