//! Two namespaces with one name in Rust.

mod tokens {
    tl_runtime::tl! {
        tonNode.data #d23c81a3 = tonNode.Data;
        ton_node.data #00000001 = ton_node.Data;
    }
}

fn main() {}
