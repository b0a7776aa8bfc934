//! Documentation in the schema is documentation of the Rust items.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::input::Form;
use crate::pipeline;

/// As TDLib's `td_api.tl` has it.
const TDLIB: &str = r"
//@class ChatPlace @description Describes where a chat is;
//-for channels only

//@description A place on a map @location Where it is
//@address Its address in words;
//-up to 96 characters
//@photo A photo of it; may be null
chatPlaceMap location:int53 address:string photo:int32 = ChatPlace;

//@description No place
chatPlaceEmpty = ChatPlace;

---functions---

//@description Finds a place @address The address to look for
findPlace address:string = ChatPlace;
";

#[test]
fn of_tdlib() {
    let schema = Literal::string(TDLIB);
    let invocation = quote!(::tl_runtime { #![tl(ids = "formal")] #schema });
    let generated = pipeline::expand(Form::Inline, invocation).to_string();
    let assert_documented = |docs: &[&str], code: TokenStream| {
        let expected = quote!(#(#[doc = #docs])* #code).to_string();
        assert!(generated.contains(&expected), "no {expected}\nin {generated}");
    };

    let answered = "The boxed type `ChatPlace`.\n\nReturned by [`findPlace`](super::functions::FindPlace).";
    assert_documented(&["Describes where a chat is; for channels only", "", answered], quote!());
    for of_item in ["A place on a map", "No place", "Finds a place"] {
        assert_documented(&[of_item, ""], quote!());
    }
    assert_documented(&["Where it is", "", "`location:int53`"], quote!(pub location:));
    let address = ["Its address in words; up to 96 characters", "", "`address:string`"];
    assert_documented(&address, quote!(pub address:));
    assert_documented(&["A photo of it; may be null", "", "`photo:int32`"], quote!(pub photo:));
    assert_documented(&["The address to look for", "", "`address:string`"], quote!(pub address:));
}

/// Lines are broken at their fields; items link to each other and to their pages.
#[test]
fn lines_and_links() {
    let schema = quote! {
        messages.chats #64ff9fd5 chats:Vector<Chat> = messages.Chats;
        chat id:long title:string photo_with_a_long_name:string participants_count_of_it:int date:int version:int = Chat;
        ---functions---
        messages.getChats #49e9528f id:Vector<long> = messages.Chats;
    };
    let invocation = quote!(::tl_runtime { #![tl(docs = "telegram", ids = "telegram")] #schema });
    let generated = pipeline::expand(Form::Inline, invocation).to_string();
    let docs = [
        "```text\nmessages.chats#64ff9fd5 chats:Vector<Chat> = messages.Chats\n```\n\n\
         Constructs [`messages.Chats`](super::super::enums::messages::Chats).\n\n\
         <https://core.telegram.org/constructor/messages.chats>",
        "```text\nchat id:long title:string photo_with_a_long_name:string\n    \
         participants_count_of_it:int date:int version:int = Chat\n```\n\nId: `7b5be5fb`.\n\n\
         Constructs [`Chat`](super::enums::Chat).\n\n<https://core.telegram.org/constructor/chat>",
        "```text\nmessages.getChats#49e9528f id:Vector<long> = messages.Chats\n```\n\n\
         Returns [`messages.Chats`](super::super::enums::messages::Chats).\n\n\
         <https://core.telegram.org/method/messages.getChats>",
        "The boxed type `messages.Chats`.\n\n\
         Returned by [`messages.getChats`](super::super::functions::messages::GetChats).\n\n\
         <https://core.telegram.org/type/messages.Chats>",
    ];
    for docs in docs {
        let expected = quote!(#[doc = #docs]).to_string();
        assert!(generated.contains(&expected), "no {expected}\nin {generated}");
    }
}
