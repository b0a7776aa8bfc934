//! Templates that contain themselves with ever larger arguments.

mod tokens {
    tl_runtime::tl! {
        pair #00000001 {X:Type} {Y:Type} first:X second:Y = Pair X Y;
        nest #00000002 {t:Type} value:t inner:vector<(Nest (Pair t t))> = Nest t;
        one #00000003 {t:Type} value:t other:(vector (other t int)) = One t;
        other #00000004 {t:Type} {u:Type} value:u back:(vector (one (pair u t))) = Other t u;
        // These end: arguments are passed on, or are numbers.
        list #00000005 {t:Type} flags:# head:t tail:flags.0?(list t) = List t;
        steps #00000006 {t:Type} {n:#} value:t next:n.0?(steps t (n+1)) = Steps t n;
        swap #00000007 {t:Type} {u:Type} value:t other:vector<(swap u t)> = Swap t u;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        nest#00000002 {t:Type} value:t inner:vector<Nest<vector<t>>> = Nest t;
        "
    }
}

fn main() {}
