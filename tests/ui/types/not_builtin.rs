//! `?` for a type that is not built in.

mod tokens {
    tl_runtime::tl! {
        uint ? = Uint;
        bigBytes ? = BigBytes;
        proof #00000001 data:bigBytes all:Vector<BigBytes> = Proof;
    }
}

fn main() {}
