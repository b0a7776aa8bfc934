//! Decodes `Updates` from the standard input and prints one field: how large does a program with our types become?

use std::io::{Read, stdin};

use api::enums::Updates;
use tl_runtime::Deserializable;

mod api {
    tl_runtime::include_tl!(concat!(env!("OUT_DIR"), "/api.tl"));
}

fn main() {
    let mut bytes = Vec::new();
    stdin().read_to_end(&mut bytes).expect("an input");
    match Updates::from_bytes(&bytes) {
        Ok(Updates::Updates(updates)) => println!("{}", updates.date),
        Ok(_) => println!("something else"),
        Err(error) => println!("{error}"),
    }
}
