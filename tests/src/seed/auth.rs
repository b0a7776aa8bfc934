//! The lines of `auth.sendInvites` and `auth.sendCall`, whose pages give no ids.

tl_runtime::tl! {
    #![tl(functions = "both")]

    r#"
// auth.sendInvites and auth.sendCall: their pages give parameters and result but no id; the ids follow from the lines.
---functions---
auth.sendInvites phone_numbers:Vector<string> message:string = Bool;
auth.sendCall phone_number:string phone_code_hash:string = Bool;
    "#
}
