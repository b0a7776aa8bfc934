//! A line without an id for which the two rules differ.

mod tokens {
    tl_runtime::tl! {
        exportedInvite flags:# revoked:flags.0?true link:string = ExportedInvite;
    }
}

mod text {
    tl_runtime::tl! {
        r"
        exportedInvite flags:# revoked:flags.0?true link:string = ExportedInvite;
        "
    }
}

fn main() {}
