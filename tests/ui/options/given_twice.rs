//! Options that are given twice.

mod invocation {
    tl_runtime::tl! {
        #![tl(layer = 158, layer = 159)]
        #![tl(object)]
        #![tl(object)]
        user #d23c81a3 id:int = User;
    }
}

mod definition {
    tl_runtime::tl! {
        #[tl(rename = "Person", rename = "Human")]
        user #d23c81a3 id:int = User;
    }
}

fn main() {}
