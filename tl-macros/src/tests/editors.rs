//! Go-to-definition and hover: the identifiers that the user wrote, in the code that comes out.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use crate::input::Form;
use crate::pipeline;

/// Lines in front of the schema, so that its tokens are told from those that the macro makes.
const BEFORE: usize = 1_000;

/// The words of the schema that are in the code: each with its line in the schema, and the identifier that carries
/// its span with the word in front of that.
fn carried(schema: &str) -> Vec<(usize, String, String)> {
    let schema: TokenStream =
        format!("{}{schema}", "\n".repeat(BEFORE)).parse().expect("the schema is Rust tokens");
    let output = pipeline::expand(Form::Inline, quote!(::tl_runtime { #schema }));
    let mut found = Vec::new();
    walk(output, &mut found);
    found
}

fn walk(code: TokenStream, found: &mut Vec<(usize, String, String)>) {
    let mut before = String::new();
    for tree in code {
        let line = tree.span().start().line;
        match &tree {
            TokenTree::Group(group) => walk(group.stream(), found),
            tree if line > BEFORE => {
                let word = tree.span().source_text().unwrap_or_default();
                found.push((line - BEFORE, word, format!("{before} {tree}")));
            }
            _ => {}
        }
        before = tree.to_string();
    }
}

#[test]
fn each_name_leads_to_one_item() {
    let found = carried(
        "inputPeerSelf #7da07ec9 = InputPeer;
         inputPeerChat #35a95cb9 chat_id:long = InputPeer;
         messages.chat #00000001 flags:# mask:# type:flags.0?true title:flags.1?string peer:InputPeer
            of:mask.3?Vector<messages.Chat> = messages.Chat;
         ---functions---
         messages.getChat #00000002 {X:Type} id:int query:!X = X;",
    );
    let found: Vec<(usize, &str, &str)> =
        found.iter().map(|(line, word, code)| (*line, word.as_str(), code.as_str())).collect();
    // `flags` is hidden and names nothing.
    let items = [
        (1, "inputPeerSelf", "struct InputPeerSelf"),
        (2, "inputPeerChat", "struct InputPeerChat"),
        (2, "chat_id", "pub chat_id"),
        (3, "chat", "struct Chat"),
        (3, "mask", "pub mask"),
        (3, "type", "pub r#type"),
        (3, "title", "pub title"),
        (3, "peer", "pub peer"),
        (4, "of", "pub of"),
        (6, "getChat", "struct GetChat"),
        (6, "id", "pub id"),
        (6, "query", "pub query"),
    ];
    for item in items {
        assert_eq!(found.iter().filter(|found| **found == item).count(), 1, "{item:?} in {found:?}");
    }
    // The name of a type may lead to its enum or alias; nothing else leads anywhere.
    let others = found.iter().filter(|found| !items.contains(found));
    for other in others {
        let is_type = ["enum InputPeer", "type Chat"].contains(&other.2);
        assert!(is_type, "{other:?} names no item");
        assert_eq!(found.iter().filter(|found| *found == other).count(), 1, "{other:?}");
    }
}

#[test]
fn a_renamed_item_is_named_where_it_was() {
    let found = carried("#[tl(rename = \"Person\")] user id:int = User;");
    let wanted = (1, "user".to_owned(), "struct Person".to_owned());
    assert!(found.contains(&wanted), "{found:?}");
}

#[test]
fn text_has_no_tokens_to_go_to() {
    let found = carried("\"user id:int = User;\"");
    assert!(found.is_empty(), "{found:?}");
}
