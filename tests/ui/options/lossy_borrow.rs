//! Two options that do not go together.

mod tokens {
    tl_runtime::tl! {
        #![tl(string = "lossy", borrow)]
        user #d23c81a3 name:string = User;
    }
}

fn main() {}
