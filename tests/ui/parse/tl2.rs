//! Syntax of TL2.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int => name:string;
        chat #00000001 id?:int = Chat;
        message #00000002 ids:[]int = Message;
        a = b | c;
        pair<X:Type> first:X = Pair<X>;
        photo <=> photos.Photo;
        point = x:int y:int;
        matrix #00000003 rows:[4]int = Matrix;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 id:int => name:string;
        "
    }
}

fn main() {}
