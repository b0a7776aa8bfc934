//! What the server knows: two blocks of TON's masterchain, and their answers as real servers gave them.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bytes::Bytes;
use hex_literal::hex;
use tl_runtime::{DecodeError, Deserializable, Function, Reader, Serializable};
use tokio::sync::watch;

use crate::ton::Object;
use crate::ton::functions::lite_server as calls;
use crate::ton::types::lite_server::{
    AllShardsInfo, BlockHeader, CurrentTime, Error, MasterchainInfo, SendMsgStatus,
};
use crate::ton::types::ton_node::{BlockId, BlockIdExt, ZeroStateIdExt};

/// The codes of `liteServer.error`, as TON's node has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i32)]
pub enum Code {
    /// The query contradicts itself.
    Fatal = -400,
    /// The server is at fault.
    Failure = 601,
    /// The query is broken, or is none.
    Violation = 621,
    /// The block is not known, or not yet.
    NotReady = 651,
    /// What was waited for did not happen.
    Timeout = 652,
}

impl Code {
    fn error(self, message: impl ToString) -> Error {
        Error { code: self as i32, message: message.to_string() }
    }
}

impl From<DecodeError> for Error {
    fn from(error: DecodeError) -> Self {
        Code::Violation.error(error)
    }
}

/// A block, and what proves it.
struct Block {
    id: BlockIdExt,
    state_root_hash: [u8; 32],
    /// Logical and unix time at which it was made, and its header with a proof, where they are known.
    header: Option<(i64, i32, Bytes)>,
    shards: Option<AllShardsInfo>,
}

impl Block {
    fn made(&self) -> Option<(i64, i32)> {
        self.header.as_ref().map(|(lt, utime, _)| (*lt, *utime))
    }

    fn header(&self, mode: u32) -> Result<BlockHeader, Error> {
        let (_, _, proof) = self.header.as_ref().ok_or_else(|| Code::NotReady.error("header not found"))?;
        Ok(BlockHeader { id: self.id.clone(), mode, header_proof: proof.clone() })
    }
}

/// A masterchain that grows when it is told to.
pub struct Chain {
    blocks: Vec<Block>,
    /// The index of the last block that there is so far.
    last: watch::Sender<usize>,
}

const MASTERCHAIN: i32 = -1;
const WHOLE_SHARD: i64 = i64::MIN;

impl Chain {
    /// Two blocks of the main network, of which the second is still to come.
    pub fn mainnet() -> Self {
        let shards = AllShardsInfo::from_bytes(include_bytes!("../recorded/all_shards_info.bin"));
        let shards = shards.expect("a recorded answer");
        let header = Bytes::from_static(include_bytes!("../recorded/header_proof.boc"));
        let first = Block {
            id: shards.id.clone(),
            state_root_hash: hex!("317c07e05a84c31c145ff1a558083a2a4e770b02db19c2ba7e6643e36bea52d8"),
            header: Some((42_695_659_000_000, 1_700_577_490, header)),
            shards: Some(shards),
        };
        let second = Block {
            id: BlockIdExt {
                workchain: MASTERCHAIN,
                shard: WHOLE_SHARD,
                seqno: 41_579_322,
                root_hash: hex!("71b28cecef2c3bada5487184913bf3ce23a7b33fdd2b25a8526dca1ff8d5cb66"),
                file_hash: hex!("f99c3ac227222abdbade74ca363e6cbfd33fa24b47d3e7efcd216702bde1737e"),
            },
            state_root_hash: hex!("f951057db444eaf35c1f58b7b94e5da809727246ac628e899ab84997d6912dd0"),
            header: None,
            shards: None,
        };
        Self { blocks: vec![first, second], last: watch::Sender::new(0) }
    }

    /// Adds the next block to the chain, if there is one.
    pub fn grow(&self) {
        self.last.send_modify(|last| *last = (*last + 1).min(self.blocks.len() - 1));
    }

    /// Answers what is inside of `adnl.message.query`.
    pub async fn answer(&self, query: &Bytes) -> Vec<u8> {
        let answer = self.respond(query).await.or_else(|error| error.to_bytes());
        answer.expect("a number and a few words can be written")
    }

    async fn respond(&self, query: &Bytes) -> Result<Vec<u8>, Error> {
        let calls::Query { data } = calls::Query::from_shared(query)?;
        let mut reader = Reader::from_shared(&data);
        let mut call = reader.read()?;
        // A prefix is a call, too, with another one right after it.
        while let Object::LiteServerWaitMasterchainSeqno(wait) = call {
            self.wait(&wait).await?;
            call = reader.read()?;
        }
        reader.finish()?;
        // Each call encodes its answer, and takes only what the schema says it answers.
        let answer = match call {
            Object::LiteServerGetMasterchainInfo => calls::GetMasterchainInfo {}.encode_answer(&self.info()?),
            Object::LiteServerGetTime => calls::GetTime {}.encode_answer(&time()?),
            Object::LiteServerGetBlockHeader(call) => call.encode_answer(&self.header(&call)?),
            Object::LiteServerGetAllShardsInfo(call) => call.encode_answer(&self.shards(&call)?),
            Object::LiteServerLookupBlock(call) => call.encode_answer(&self.look_up(&call)?),
            Object::LiteServerSendMessage(call) => call.encode_answer(&send(&call)?),
            other => {
                let name = other.constructor_name();
                return Err(Code::Violation.error(format_args!("{name} is not a query")));
            }
        };
        answer.map_err(|error| Code::Failure.error(error))
    }

    async fn wait(&self, wait: &calls::WaitMasterchainSeqno) -> Result<(), Error> {
        let timeout = Duration::from_millis(wait.timeout_ms.clamp(0, 10_000) as u64);
        let mut last = self.last.subscribe();
        let reached = last.wait_for(|&last| self.blocks[last].id.seqno >= wait.seqno);
        match tokio::time::timeout(timeout, reached).await {
            Ok(_) => Ok(()),
            Err(_) => Err(Code::Timeout.error("timeout")),
        }
    }

    fn info(&self) -> Result<MasterchainInfo, Error> {
        let last = self.find(|_| true)?;
        Ok(MasterchainInfo {
            last: last.id.clone(),
            state_root_hash: last.state_root_hash,
            init: ZeroStateIdExt {
                workchain: MASTERCHAIN,
                root_hash: hex!("17a3a92992aabea785a7a090985a265cd31f323d849da51239737e321fb05569"),
                file_hash: hex!("5e994fcf4d425c0a6ce6a792594b7173205f740a39cd56f537defd28b48a0f6e"),
            },
        })
    }

    fn header(&self, call: &calls::GetBlockHeader) -> Result<BlockHeader, Error> {
        self.find(|block| block.id == call.id)?.header(call.mode)
    }

    /// Looks for a block in the way that one bit of `mode` says. Bits 1 and 2 are those of `lt` and `utime`; bit 0, by
    /// number, has no field. The `mode` of the answer is what is above bit 3, as with TON's node: what the proof shows.
    fn look_up(&self, call: &calls::LookupBlock) -> Result<BlockHeader, Error> {
        let ways = [call.mode & 1 == 1, call.lt.is_some(), call.utime.is_some()];
        if ways.into_iter().filter(|is_asked| *is_asked).count() != 1 {
            return Err(Code::Fatal.error("exactly one of mode.0, mode.1 and mode.2 bits must be set"));
        }
        let is_wanted = |block: &Block| match (call.lt, call.utime) {
            (Some(lt), _) => block.made().is_some_and(|(made, _)| made <= lt),
            (None, Some(utime)) => block.made().is_some_and(|(_, made)| made <= utime),
            (None, None) => block.id.seqno == call.id.seqno,
        };
        let of_shard = |id: &BlockIdExt| id.workchain == call.id.workchain && id.shard == call.id.shard;
        self.find(|block| of_shard(&block.id) && is_wanted(block))?.header(call.mode >> 4)
    }

    fn shards(&self, call: &calls::GetAllShardsInfo) -> Result<AllShardsInfo, Error> {
        let block = self.find(|block| block.id == call.id)?;
        block.shards.clone().ok_or_else(|| Code::NotReady.error("state not found"))
    }

    /// The first block, from the last one backwards, for which this is so.
    fn find(&self, known: impl Fn(&Block) -> bool) -> Result<&Block, Error> {
        let blocks = self.blocks[..=*self.last.borrow()].iter();
        blocks.rev().find(|block| known(block)).ok_or_else(|| Code::NotReady.error("block not found"))
    }
}

fn time() -> Result<CurrentTime, Error> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|error| Code::Failure.error(error))?;
    Ok(CurrentTime { now: now.as_secs() as i32 })
}

fn send(call: &calls::SendMessage) -> Result<SendMsgStatus, Error> {
    match call.body.is_empty() {
        true => Err(Code::Violation.error("the message is empty")),
        false => Ok(SendMsgStatus { status: 1 }),
    }
}

impl BlockIdExt {
    /// The id without its hashes.
    pub fn short(&self) -> BlockId {
        BlockId { workchain: self.workchain, shard: self.shard, seqno: self.seqno }
    }
}
