//! Options that name what the schema does not have.

mod near {
    tl_runtime::tl! {
        #![tl(
            verify_ids,
            rename("auth.sentcode" = "Code"),
            id_mismatch_ok("auth.sendCod"),
            only(auth.sendCode, auth.SendCodes, Usr, "aut.*", photos.*),
        )]
        auth.sentCode phone:string = auth.SentCode;
        user id:long = User;
        ---functions---
        auth.sendCode phone:string = auth.SentCode;
    }
}

mod file {
    tl_runtime::include_tl! {
        #![tl(rename("pears" = "Pear"))]
        "ui/input/fine.tl"
    }
}

fn main() {
    let _ = near::functions::auth::SendCode { phone: String::new() };
}
