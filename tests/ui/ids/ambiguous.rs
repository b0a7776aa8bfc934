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

/// One option settles all of them.
mod several {
    tl_runtime::tl! {
        exportedInvite flags:# revoked:flags.0?true link:string = ExportedInvite;
        folder flags:# pinned:flags.0?true title:string = Folder;
        peer flags:# muted:flags.0?true id:long = Peer;
    }
}

fn main() {}
