//! `id_mismatch_ok` on a line whose id is right, and where nothing is verified.

mod id_is_right {
    tl_runtime::tl! {
        #![tl(verify_ids)]
        #[tl(id_mismatch_ok)]
        inputPeerChat #35a95cb9 chat_id:long = InputPeer;
    }
}

mod not_verified {
    tl_runtime::tl! {
        #[tl(id_mismatch_ok)]
        inputPeerChat #35a95cb0 chat_id:long = InputPeer;
    }
}

fn main() {}
