//! From one layer of Telegram's schema to a later one: which shapes change.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::{Fields, Item};

use super::shared;
use crate::input::Form;
use crate::pipeline;

/// For each boxed type, whether it is an alias, or for each variant with a payload whether that is in a `Box`.
type Shapes = BTreeMap<String, Option<BTreeMap<String, bool>>>;

#[test]
#[ignore = "reads ../shared: .ci/run runs it"]
fn shared_layers_keep_their_shapes() {
    let changes = |options: TokenStream| {
        let [early, late] = ["telegram_158", "telegram_api"]
            .map(|file| shapes(&shared(&format!("schemas/{file}.tl")), &options));
        changes(&early, &late)
    };
    let by_default = changes(quote!(ids = "telegram"));
    assert!(by_default.0 > 0 && by_default.1 > 0, "{by_default:?}");
    for boxing in ["always", "never"] {
        let changes = changes(quote!(ids = "telegram", enums = "always", box = #boxing));
        assert_eq!(changes, (0, 0), "{boxing}");
    }
}

/// How many variants are in a `Box` in one only, and how many types an alias in one only.
fn changes(early: &Shapes, late: &Shapes) -> (usize, usize) {
    let (mut variants, mut aliases, mut compared) = (0, 0, 0);
    for (name, early) in early {
        match (early, late.get(name)) {
            (Some(early), Some(Some(late))) => {
                let shared = early.iter().filter_map(|(variant, boxed)| Some((boxed, late.get(variant)?)));
                shared.for_each(|(early, late)| {
                    compared += 1;
                    variants += usize::from(early != late);
                });
            }
            (None, Some(Some(_))) | (Some(_), Some(None)) => aliases += 1,
            (None, Some(None)) | (_, None) => {}
        }
    }
    assert!(compared > 500, "{compared}");
    (variants, aliases)
}

fn shapes(schema: &str, options: &TokenStream) -> Shapes {
    let schema = Literal::string(schema);
    let generated = pipeline::expand(Form::Inline, quote!(::tl_runtime { #![tl(#options)] #schema }));
    let file: syn::File = syn::parse2(generated).expect("it is Rust");
    let mut shapes = Shapes::new();
    file.items.iter().for_each(|item| collect(item, "", &mut shapes));
    shapes
}

fn collect(item: &Item, path: &str, shapes: &mut Shapes) {
    match item {
        Item::Mod(module) if !path.is_empty() || module.ident == "enums" => {
            let path = format!("{path}{}.", module.ident);
            module.content.iter().flat_map(|(_, items)| items).for_each(|item| collect(item, &path, shapes));
        }
        Item::Type(alias) => {
            shapes.insert(format!("{path}{}", alias.ident), None);
        }
        Item::Enum(of) if !path.is_empty() => {
            let payload = |fields: &Fields| match fields {
                Fields::Unnamed(fields) => Some(fields.to_token_stream().to_string().contains(":: Box <")),
                Fields::Named(_) | Fields::Unit => None,
            };
            let variants =
                of.variants.iter().filter_map(|of| Some((of.ident.to_string(), payload(&of.fields)?)));
            shapes.insert(format!("{path}{}", of.ident), Some(variants.collect()));
        }
        _ => {}
    }
}
