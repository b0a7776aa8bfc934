//! Lists of names in options that are not as they should be.

mod empty {
    tl_runtime::tl! {
        #![tl(only(), rename(), id_mismatch_ok())]
        user #d23c81a3 id:int = User;
    }
}

mod no_list {
    tl_runtime::tl! {
        #![tl(only = "user", ids("formal"), only)]
        user #d23c81a3 id:int = User;
    }
}

mod items {
    tl_runtime::tl! {
        #![tl(only(user, users.*.b, 5 + 5), rename("user" = "2nd", "user", user = "User"), id_mismatch_ok(user))]
        user #d23c81a3 id:int = User;
    }
}

mod twice {
    tl_runtime::tl! {
        #![tl(only(user, user), rename("user" = "Person", "user" = "Human"))]
        #![tl(only(user), rename("user" = "Being"))]
        #[tl(rename = "Account")]
        user #d23c81a3 id:int = User;
    }
}

mod unused {
    tl_runtime::tl! {
        #![tl(rename("user" = "User"), id_mismatch_ok("user"))]
        user #d23c81a3 id:int = User;
    }
}

fn main() {}
