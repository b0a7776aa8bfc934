//! Our types: the schema of grammers-tl-types, and the lines of other schemas that workloads need.
//!
//! Each kind of type is an invocation of its own; nothing but its options differs.

/// Owned types, with the options that a user starts from.
pub mod owned {
    tl_runtime::include_tl!(concat!(env!("OUT_DIR"), "/api.tl"));
}

/// `&str` and `&[u8]`.
#[cfg(feature = "borrow")]
pub mod borrowed {
    tl_runtime::include_tl!(
        #![tl(borrow)]
        concat!(env!("OUT_DIR"), "/api.tl")
    );
}

/// `&[u8]` for strings too.
#[cfg(feature = "borrow")]
pub mod unchecked {
    tl_runtime::include_tl!(
        #![tl(borrow, string = "bytes")]
        concat!(env!("OUT_DIR"), "/api.tl")
    );
}

/// Lines of TON's `lite_api.tl` and of MTProto, in one more invocation.
macro_rules! other_lines {
    ($(#[$doc:meta])* $name:ident, $($options:tt)*) => {
        $(#[$doc])*
        pub mod $name {
            tl_runtime::tl! {
                #![tl(ids = "formal" $($options)*)]
                r"
                tonNode.blockIdExt workchain:int shard:long seqno:int root_hash:int256 file_hash:int256 = tonNode.BlockIdExt;
                liteServer.transactionList ids:(vector tonNode.blockIdExt) transactions:bytes = liteServer.TransactionList;
                liteServer.blockHeader id:tonNode.blockIdExt mode:# header_proof:bytes = liteServer.BlockHeader;

                message msg_id:long seqno:int bytes:int body:Object = Message;
                msg_container#73f1f8dc messages:vector<%Message> = MessageContainer;
                "
            }
        }
    };
}

other_lines! {
    /// Owned types.
    other,
}

#[cfg(feature = "borrow")]
other_lines! {
    /// `&[u8]`, and `&[u8; 32]` for the hashes. There is no text in them.
    other_borrowed, , borrow = "all"
}
