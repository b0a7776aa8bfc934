//! Two variants with one name in Rust.

mod tokens {
    tl_runtime::tl! {
        inputPeerUser #d23c81a3 id:int = InputPeer;
        user #00000001 id:int = InputPeer;
    }
}

fn main() {}
