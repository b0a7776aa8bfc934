//! Nothing to make code from.

mod tokens {
    tl_runtime::tl! {}
}

mod options_only {
    tl_runtime::tl! {
        #![derive(Eq)]
    }
}

mod text {
    tl_runtime::tl! { "" }
}

mod comments_only {
    tl_runtime::tl! { "// user#d23c81a3 id:int = User;" }
}

mod file {
    tl_runtime::include_tl! {
        "ui/input/empty_invocation.tl"
    }
}

fn main() {}
