//! Parameters that are numbers.

mod tokens {
    tl_runtime::tl! {
        tuple #d23c81a3 {t:Type} {n:#} items:n*[ t ] = Tuple t n;
        matrix #00000001 {n:#} rows:n*[ int ] = Matrix n;
        user #00000002 numbers:(Tuple int 5) bare:(tuple int 5) = User;
        chat #00000003 {mask:#} id:mask.0?int = Chat mask;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        matrix#00000001 {n:#} rows:n*[ int ] = Matrix n;
        "
    }
}

fn main() {}
