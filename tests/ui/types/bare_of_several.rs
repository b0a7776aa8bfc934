//! The bare form of a type with several constructors.

mod tokens {
    tl_runtime::tl! {
        peerUser #d23c81a3 id:int = Peer;
        peerChat #00000001 id:int = Peer;
        message #00000002 from:%Peer via:peer ids:Vector<%Peer> = Message;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        peerUser#d23c81a3 id:int = Peer;
        peerChat#00000001 id:int = Peer;
        message#00000002 from:%Peer = Message;
        "
    }
}

fn main() {}
