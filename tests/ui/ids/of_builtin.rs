//! A builtin with another id than its own.

mod tokens {
    tl_runtime::tl! {
        #![tl(verify_ids)]
        boolTrue #997275b6 = Bool;
        vector #1cb5c416 {t:Type} # [ t ] = Vector t;
        int #a8509bdb ? = Int;
        true #3fedd33a = True;
    }
}

fn main() {}
