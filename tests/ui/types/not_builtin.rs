//! `?` for a type that is not built in.

mod tokens {
    tl_runtime::tl! {
        uint ? = Uint;
        int ? = Integer;
    }
}

fn main() {}
