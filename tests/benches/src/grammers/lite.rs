//! Blocks of TON, as grammers-tl-gen 0.11 would write them: one field after the other, in both directions.

use grammers_tl_types::deserialize::{Cursor, Error, Result};
use grammers_tl_types::{Deserializable, RawVec, Serializable};

pub(crate) struct BlockIdExt {
    workchain: i32,
    shard: i64,
    seqno: i32,
    root_hash: [u8; 32],
    file_hash: [u8; 32],
}

impl Serializable for BlockIdExt {
    fn serialize(&self, buf: &mut impl Extend<u8>) {
        self.workchain.serialize(buf);
        self.shard.serialize(buf);
        self.seqno.serialize(buf);
        self.root_hash.serialize(buf);
        self.file_hash.serialize(buf);
    }
}

impl Deserializable for BlockIdExt {
    fn deserialize(buf: &mut Cursor<'_>) -> Result<Self> {
        let workchain = i32::deserialize(buf)?;
        let shard = i64::deserialize(buf)?;
        let seqno = i32::deserialize(buf)?;
        let root_hash = <[u8; 32]>::deserialize(buf)?;
        let file_hash = <[u8; 32]>::deserialize(buf)?;
        Ok(BlockIdExt { workchain, shard, seqno, root_hash, file_hash })
    }
}

pub(crate) struct TransactionList {
    ids: RawVec<BlockIdExt>,
    transactions: Vec<u8>,
}

impl Serializable for TransactionList {
    fn serialize(&self, buf: &mut impl Extend<u8>) {
        0x6f26_c60b_u32.serialize(buf);
        self.ids.serialize(buf);
        self.transactions.serialize(buf);
    }
}

impl Deserializable for TransactionList {
    fn deserialize(buf: &mut Cursor<'_>) -> Result<Self> {
        expect_id(buf, 0x6f26_c60b)?;
        let ids = RawVec::<BlockIdExt>::deserialize(buf)?;
        let transactions = Vec::<u8>::deserialize(buf)?;
        Ok(TransactionList { ids, transactions })
    }
}

pub(crate) struct BlockHeader {
    id: BlockIdExt,
    mode: u32,
    header_proof: Vec<u8>,
}

impl Serializable for BlockHeader {
    fn serialize(&self, buf: &mut impl Extend<u8>) {
        0x752d_8219_u32.serialize(buf);
        self.id.serialize(buf);
        self.mode.serialize(buf);
        self.header_proof.serialize(buf);
    }
}

impl Deserializable for BlockHeader {
    fn deserialize(buf: &mut Cursor<'_>) -> Result<Self> {
        expect_id(buf, 0x752d_8219)?;
        let id = BlockIdExt::deserialize(buf)?;
        let mode = u32::deserialize(buf)?;
        let header_proof = Vec::<u8>::deserialize(buf)?;
        Ok(BlockHeader { id, mode, header_proof })
    }
}

/// What the enum of a boxed type does in grammers.
pub(crate) fn expect_id(buf: &mut Cursor<'_>, expected: u32) -> Result<()> {
    match u32::deserialize(buf)? {
        id if id == expected => Ok(()),
        id => Err(Error::UnexpectedConstructor { id }),
    }
}
