//! Two numbers without a space between them are no Rust since edition 2024.

mod api {
    tl_runtime::tl! {
        pair ## = Pair;
    }
}

fn main() {}
