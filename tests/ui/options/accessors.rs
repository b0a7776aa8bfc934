//! `setters` and `getters` with a value that is none of theirs, twice, and misspelt; `default` and `try_from`, too.

mod values {
    tl_runtime::tl! {
        #![tl(setters = "all", getters = 1, default = "zero", try_from = maybe)]
        user #d23c81a3 id:int = User;
    }
}

mod twice {
    tl_runtime::tl! {
        #![tl(setters, getters = false, setters = true, getters)]
        user #d23c81a3 id:int = User;
    }
}

mod unknown {
    tl_runtime::tl! {
        #![tl(setter, getter)]
        user #d23c81a3 id:int = User;
    }
}

mod on_a_definition {
    tl_runtime::tl! {
        #[tl(setters)]
        user #d23c81a3 id:int = User;
    }
}

fn main() {}
