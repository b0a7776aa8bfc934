//! A template of another invocation.

mod api {
    tl_runtime::tl! {
        pair #00000001 {X:Type} {Y:Type} first:X second:Y = Pair X Y;
    }
}

mod tokens {
    tl_runtime::tl! {
        #![tl(extern = crate::api)]
        user #00000002 names:(pair string string) = User;
    }
}

fn main() {}
