//! What a lite-client asks for most: the header of a block, with the proof.

use crate::api::other::types::lite_server;
use crate::sample::random::Random;
use crate::workload::Workload;
use crate::workloads::blocks::block_id;
use crate::{grammers, tl_proto};

pub(super) struct Header;

impl Workload for Header {
    const KEY: &'static str = "header";
    const TITLE: &'static str = "10 liteServer.blockHeader with proof";

    type Owned = lite_server::BlockHeader;
    #[cfg(feature = "borrow")]
    type Borrowed<'a> = crate::api::other_borrowed::types::lite_server::BlockHeader<'a>;
    #[cfg(feature = "borrow")]
    type Unchecked<'a> = crate::api::other_borrowed::types::lite_server::BlockHeader<'a>;
    type Grammers = grammers::lite::BlockHeader;
    type TlProto<'a> = tl_proto::lite::BlockHeader<'a>;

    fn value() -> Self::Owned {
        let random = &mut Random::new();
        // A bag of cells with a pruned block is about this long.
        lite_server::BlockHeader { id: block_id(random), mode: 0, header_proof: random.bytes(1_400) }
    }
}
