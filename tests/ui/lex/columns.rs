//! Tabs, wide characters and escapes in front of a mistake.

mod raw {
    tl_runtime::tl! {
        r##"
	/* naïve — 日本 */	user#d23c81a3 id:lnog = User;
        "##
    }
}

mod escaped {
    tl_runtime::tl! {
        "user#d23c81a3\tid:lnog = \u{55}ser;\nchat#00000001 id:itn = Chat; \
         message#00000002 id:Caht = Message;"
    }
}

mod several {
    tl_runtime::tl! { "user#d23c81a3 id:lnog = User;" r"chat#00000001 id:lnog = Chat;" }
}

mod file {
    tl_runtime::include_tl! {
        "ui/lex/columns.tl"
    }
}

fn main() {}
