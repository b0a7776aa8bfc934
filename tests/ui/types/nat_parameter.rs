//! Parameters that are numbers.

mod tokens {
    tl_runtime::tl! {
        tuple #d23c81a3 {t:Type} {n:#} items:n*[ t ] = Tuple t n;
        matrix #00000001 {n:#} rows:n*[ int ] = Matrix n;
        user #00000002 numbers:(Tuple int 5) = User;
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
