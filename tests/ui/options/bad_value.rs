//! Options with a value that they do not take.

mod words {
    tl_runtime::tl! {
        #![tl(ids = "vk", string = utf8, functions = "decode", flags = "all", enums = true, box = "large")]
        user #d23c81a3 id:int = User;
    }
}

mod switches {
    tl_runtime::tl! {
        #![tl(verify_ids = "yes", borrow = 1, inline, object = maybe)]
        user #d23c81a3 id:int = User;
    }
}

mod layer {
    tl_runtime::tl! {
        #![tl(layer = "158")]
        user #d23c81a3 id:int = User;
    }
}

mod no_value {
    tl_runtime::tl! {
        #![tl(ids, layer, extern, docs = "vk")]
        user #d23c81a3 id:int = User;
    }
}

mod paths {
    tl_runtime::tl! {
        #![tl(extern = super::api, crate = "tl_runtime")]
        user #d23c81a3 id:int = User;
    }
}

mod rename {
    tl_runtime::tl! {
        #[tl(rename = "2nd")]
        user #d23c81a3 id:int = User;
        #[tl(rename = Person)]
        person #00000001 id:int = Person;
        #[tl(rename)]
        human #00000002 id:int = Human;
    }
}

mod shape {
    tl_runtime::tl! {
        #![tl = "verify_ids"]
        #![derive]
        user #d23c81a3 id:int = User;
    }
}

fn main() {}
