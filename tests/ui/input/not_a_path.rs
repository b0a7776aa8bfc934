//! What stands for a path is none.

mod tokens {
    tl_runtime::include_tl!(user #d23c81a3 id:int = User;);
}

mod number {
    tl_runtime::include_tl!(5);
}

mod bare_path {
    tl_runtime::include_tl!(schemas/api.tl);
}

mod no_comma {
    tl_runtime::include_tl!("ui/input/fine.tl" "ui/input/also_fine.tl");
}

mod variable_not_set {
    tl_runtime::include_tl!(concat!(env!("NO_SUCH_VARIABLE"), "/api.tl"));
}

fn main() {}
