//! A type that is not defined.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:lnog photo:Phoot = User;
        photo #00000001 id:long = Photo;
        chat #00000002 id:Vector<itn> = Chat;
        ---functions---
        getUser #00000003 id:int = Usr;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        user#d23c81a3 id:lnog photo:Phoot = User;
        photo#00000001 id:long = Photo;
        "
    }
}

fn main() {}
