//! The id of `boolTrue`, which `Object` knows where a function answers `Bool`.

mod tokens {
    tl_runtime::tl! {
        #![tl(object)]
        user #997275b5 id:int = User;
        ---functions---
        ping #d23c81a3 = Bool;
    }
}

fn main() {}
