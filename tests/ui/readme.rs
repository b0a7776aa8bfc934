//! The mistakes that README.md and the guides show.

mod tokens {
    tl_runtime::tl! {
        inputPeerChat #35a95cb9 chat_id:lnog = InputPeer;
        exportInvite flags:# peer:InputPeer limit:flags.32?int = Invite;
    }
}

mod text {
    tl_runtime::tl! {
        #![tl(verify_ids)]

        "
        inputPeerSelf#7da07ec9 = InputPeer;
        inputPeerChat#35a95cb0 chat_id:long = InputPeer;
        "
    }
}

mod question {
    tl_runtime::tl! {
        exportedInvite flags:# revoked:flags.0?true link:string = ExportedInvite;
    }
}

fn main() {}
