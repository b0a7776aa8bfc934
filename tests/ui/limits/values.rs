//! Repetitions inside each other that add up to a huge value.

mod tokens {
    tl_runtime::tl! {
        row #d23c81a3 cells:1000*[ int ] = Row;
        matrix #00000001 rows:1000*[ row ] = Matrix;
        cube #00000002 matrices:1000*[ matrix ] = Cube;
    }
}

fn main() {}
