//! Parameters that are numbers, which nobody or not everybody says.

mod tokens {
    tl_runtime::tl! {
        unsaid #d23c81a3 {n:#} rows:n*[ int ] = Unsaid;
        constant #00000001 {n:#} rows:n*[ int ] = Constant 4;
        twice #00000002 {n:#} rows:n*[ int ] = Twice n n;
        one #00000003 {n:#} rows:n*[ int ] = Union n;
        other #00000004 = Union;
        matrix #00000005 {n:#} rows:n*[ int ] = Matrix n;
        user #00000006 none:Matrix type:(Matrix int) unknown:(matrix count) number:%Matrix = User;
        chat #00000007 {mask:#} id:mask?int = Chat mask;
        kind #00000008 {n:#} value:n = Kind n;
        ---functions---
        find #00000009 {n:#} rows:n*[ int ] = Bool;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        unsaid#00000001 {n:#} rows:n*[ int ] = Unsaid;
        "
    }
}

fn main() {}
