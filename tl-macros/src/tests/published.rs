//! Schemas as people publish them: `corpus.tsv` has what was wrong with each when two names that are one in Rust, or one
//! line twice, were mistakes.

use std::path::PathBuf;
use std::process::Command;
use std::{fs, iter};

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;
use syn::LitStr;

use super::shared;
use crate::input::Form;
use crate::pipeline;

/// TON, Everscale, and the early layers of Telegram, where `inputMessagesFilter…` has each line twice.
#[test]
#[ignore = "reads ../shared: .ci/run runs it"]
fn shared_schemas_with_collisions_and_repeated_lines() {
    let (corpus, rows) = (unpack_corpus(), shared("corpus.tsv"));
    let (mut accepted, mut others) = (0, 0);
    for row in rows.lines().skip(1) {
        let [repository, path, _, file, _, _, options, first] = row.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("no row of eight columns: {row}");
        };
        if !first.contains("would both be") && !first.contains("is defined twice") {
            continue;
        }
        let text = fs::read_to_string(corpus.join(format!("{file}.tl"))).expect("the corpus has it");
        match &mistakes(&text, options)[..] {
            [] => accepted += 1,
            mistakes => {
                others += 1;
                let is_known = |mistake: &String| OTHERS.iter().any(|known| mistake.contains(known));
                let news = mistakes.iter().find(|mistake| !is_known(mistake));
                assert_eq!(news, None, "{repository}: {path}, {file}.tl");
            }
        }
    }
    assert_eq!((accepted, others), (42, 7));
}

/// What else is wrong with some of them.
const OTHERS: [&str; 4] = [
    "is defined twice, and the two lines differ",
    "the result must be a boxed type",
    "`extern` is not needed",
    "`flags` is not a mask",
];

/// The folder of the files.
fn unpack_corpus() -> PathBuf {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let target = root.join("target/shared");
    fs::create_dir_all(&target).expect("there is room below target/");
    let mut tar = Command::new("tar");
    tar.arg("-xJf").arg(root.join("../shared/corpus.tar.xz")).arg("-C").arg(&target);
    assert!(tar.status().expect("there is tar").success());
    target.join("corpus")
}

/// The first lines of the messages about a schema, with these options, `object` and `functions = "both"`.
fn mistakes(schema: &str, options: &str) -> Vec<String> {
    let schema = Literal::string(schema);
    let options: Option<TokenStream> = (options != "-").then(|| options.parse().expect("options are tokens"));
    let options = options.into_iter();
    let input = quote!(::tl_runtime { #![tl(#(#options,)* object, functions = "both")] #schema });
    let mut trees = pipeline::expand(Form::Inline, input).into_iter();
    let messages = iter::from_fn(|| {
        trees.find(|tree| matches!(tree, TokenTree::Ident(word) if word == "compile_error"))?;
        let Some(TokenTree::Group(message)) = trees.nth(1) else { panic!("a message has parentheses") };
        Some(syn::parse2::<LitStr>(message.stream()).expect("a message is a string").value())
    });
    messages.map(|message| message.lines().next().unwrap_or_default().to_owned()).collect()
}
