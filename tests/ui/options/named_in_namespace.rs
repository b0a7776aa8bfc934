//! Names in `only` that a namespace in the same list includes.

mod tokens {
    tl_runtime::tl! {
        #![tl(only(auth.*, auth.sendCode, auth.code.*, "auth.Code", user))]
        #![tl(only(auth.signIn))]
        user #00000001 id:int = User;
        auth.code.sms #00000002 id:int = auth.code.Sms;
        auth.code #00000003 id:int = auth.Code;
        ---functions---
        auth.sendCode #00000004 = auth.Code;
    }
}

fn main() {}
