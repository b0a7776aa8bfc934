//! A section in the wrong form.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;
        --functions--
        getUser #00000001 id:int = User;
    }
}

mod misspelt {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;
        ---Functions---
        getUser #00000001 id:int = User;
        ---type---
        chat #00000002 id:int = Chat;
        ---methods---
        message #00000003 id:int = Message;
    }
}

mod half {
    tl_runtime::tl! {
        user #d23c81a3 id:int = User;
        ---functions
        getUser #00000001 id:int = User;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 id:int = User;
        --- functions --
        getUser#00000001 id:int = User;
        "
    }
}

fn main() {}
