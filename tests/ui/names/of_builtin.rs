//! A builtin that is defined as something else.

mod tokens {
    tl_runtime::tl! {
        vector #1cb5c415 {t:Type} count:int items:t = Vector t;
        int ? = Integer;
    }
}

fn main() {}
