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

    let class = ["Describes where a chat is; for channels only", "", "The boxed type `ChatPlace`."];
    assert_documented(&class, quote!());
    for of_item in ["A place on a map", "No place", "Finds a place"] {
        assert_documented(&[of_item, ""], quote!());
    }
    assert_documented(&["Where it is", "", "`location:int53`"], quote!(pub location:));
    let address = ["Its address in words; up to 96 characters", "", "`address:string`"];
    assert_documented(&address, quote!(pub address:));
    assert_documented(&["A photo of it; may be null", "", "`photo:int32`"], quote!(pub photo:));
    assert_documented(&["The address to look for", "", "`address:string`"], quote!(pub address:));
}
