//! `verify_ids`: an id that is not the computed one.

mod tokens {
    tl_runtime::tl! {
        #![tl(verify_ids)]
        inputPeerChat #35a95cb0 chat_id:long = InputPeer;
        adnl.message.query #562c35d5 query_id:int256 query:bytes = adnl.Message;
    }
}

mod text {
    tl_runtime::tl! {
        #![tl(verify_ids)]
        r"
        inputPeerChat#35a95cb0 chat_id:long = InputPeer;
        "
    }
}

fn main() {}
