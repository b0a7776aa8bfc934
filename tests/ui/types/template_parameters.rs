//! A type with parameters, used with the wrong number of them.

mod tokens {
    tl_runtime::tl! {
        pair #d23c81a3 {X:Type} {Y:Type} first:X second:Y = Pair X Y;
        user #00000002 name:Pair<string> age:Pair bare:(pair int string) short:pair<int> = User;
    }
}

fn main() {}
