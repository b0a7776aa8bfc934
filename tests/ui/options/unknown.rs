//! An option that does not exist.

mod option {
    tl_runtime::tl! {
        #![tl(verify_id, colour = "red")]
        user #d23c81a3 id:int = User;
    }
}

mod attribute {
    tl_runtime::tl! {
        #![allow(dead_code)]
        user #d23c81a3 id:int = User;
    }
}

mod on_a_definition {
    tl_runtime::tl! {
        #[tl(name = "Person")]
        user #d23c81a3 id:int = User;
        #[serde(default)]
        chat #00000001 id:int = Chat;
    }
}

mod in_a_file {
    tl_runtime::include_tl! {
        #![tl(verify)]
        "ui/input/fine.tl"
    }
}

fn main() {}
