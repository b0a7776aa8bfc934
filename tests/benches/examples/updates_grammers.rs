//! Decodes `Updates` from the standard input and prints one field: the same program with grammers-tl-types.

use std::io::{Read, stdin};

use grammers_tl_types::Deserializable;
use grammers_tl_types::enums::Updates;

fn main() {
    let mut bytes = Vec::new();
    stdin().read_to_end(&mut bytes).expect("an input");
    match Updates::from_bytes(&bytes) {
        Ok(Updates::Updates(updates)) => println!("{}", updates.date),
        Ok(_) => println!("something else"),
        Err(error) => println!("{error}"),
    }
}
