//! A type with parameters, used with the wrong number of them, or with others than it takes.

mod tokens {
    tl_runtime::tl! {
        pair #d23c81a3 {X:Type} {Y:Type} first:X second:Y = Pair X Y;
        row #00000001 {t:Type} {n:#} cells:n*[ t ] = Row t n;
        user #00000002 name:Pair<string> age:Pair bare:(pair int string) short:pair<int> = User;
        chat #00000003 n:# swapped:(row n int) summed:(row (n+1) 4) counted:row<int> bytes:(pair Object int) = Chat;
        kind #00000004 {X:Type} value:%X inner:(X int) = Kind X;
        lost #00000005 {X:Type} value:X = Lost;
        left #00000006 {X:Type} {Y:Type} value:X = Either X Y;
        right #00000007 {X:Type} value:X = Either X;
    }
}

fn main() {}
