//! A value that would contain itself.

mod tokens {
    tl_runtime::tl! {
        node #d23c81a3 value:int next:%Node = Node;
        left #00000001 right:%Right = Left;
        right #00000002 middle:middle = Right;
        middle #00000003 ids:4*[ left ] = Middle;
        list #00000004 head:int tail:List = List;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        left#00000001 right:%Right = Left;
        right#00000002 left:%Left = Right;
        "
    }
}

fn main() {}
