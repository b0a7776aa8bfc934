//! Vectors of what has no bytes.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 bits:Vector<true> more:vector<true> = User;
    }
}

fn main() {}
