//! A builtin that is defined as something else.

mod tokens {
    tl_runtime::tl! {
        int256 #d23c81a3 a:long b:long c:long d:long = Int256;
        boolTrue = Boolean;
    }
}

fn main() {}
