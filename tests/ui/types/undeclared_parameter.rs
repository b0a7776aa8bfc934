//! `!X` of a constructor without `{X:Type}`.

mod tokens {
    tl_runtime::tl! {
        call #d23c81a3 query:!X = Call;
    }
}

fn main() {}
