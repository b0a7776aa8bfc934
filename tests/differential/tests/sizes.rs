//! How large the types of layer 230 are, and that boxes stand where `performance.md` wants them: the macro decides by
//! an estimate, and this is what the compiler says.

use tl_differential_tests::{FILES, table};
use tl_statements::check;
use tl_statements::locate;
use tl_statements::row::{Combinator, Enum, Optional, Variant};

/// A variant over this many bytes is in a box.
const LARGE_VARIANT: usize = 64;
/// An optional field over this many bytes is in a box.
const LARGE_OPTIONAL: usize = 32;
/// What a variant's tag may add.
const TAG: usize = 8;
/// The size of a box.
const BOX: usize = 8;

#[test]
fn every_statement_is_generated() {
    check::schema("grammers-tl-types", &locate::schema(&FILES), table::COMBINATORS);
    println!("grammers-tl-types: {} enums", table::ENUMS.len());
}

#[test]
fn the_ten_largest_types() {
    let structs = table::COMBINATORS.iter().map(|&Combinator { name, size, .. }| (size, name));
    let enums = table::ENUMS.iter().map(|&Enum { name, size, .. }| (size, name));
    let mut sizes: Vec<(usize, &str)> = structs.chain(enums).collect();
    sizes.sort_by(|a, b| b.cmp(a));
    for (size, name) in &sizes[..10] {
        println!("{size:5} bytes  {name}");
    }
    // Far above what it is, and far below what it would be without boxes: 5,240 bytes of `Update` alone.
    assert!(sizes[0].0 <= 1024, "{sizes:?}");
}

#[test]
fn enums_are_small() {
    let mut sizes: Vec<(usize, &str)> = table::ENUMS.iter().map(|one| (one.size, one.name)).collect();
    sizes.sort_by(|a, b| b.cmp(a));
    println!("the largest enums: {:?}", &sizes[..5]);
    assert!(sizes[0].0 <= LARGE_VARIANT + TAG, "{:?}", sizes[0]);
    assert!(sizes.len() > 200);
}

#[test]
fn variants_are_in_a_box_if_they_are_large() {
    let variants: Vec<&Variant> = table::ENUMS.iter().flat_map(|one| one.variants).collect();
    let is_boxed = |variant: &&&Variant| variant.payload == BOX && variant.size > BOX;
    let (boxed, inline): (Vec<&Variant>, Vec<&Variant>) = variants.iter().partition(is_boxed);
    println!("{} variants with fields, {} of them in a box", variants.len(), boxed.len());
    assert!(inline.iter().all(|variant| variant.size <= LARGE_VARIANT && variant.payload == variant.size));
    assert!(boxed.len() > 100);

    // The macro cannot know where the compiler hides a tag, and counts it as bytes of its own.
    let needless: Vec<&&Variant> = boxed.iter().filter(|variant| variant.size <= LARGE_VARIANT).collect();
    let names: Vec<&str> = needless.iter().map(|variant| variant.name).collect();
    println!("{} in a box that have {LARGE_VARIANT} bytes or less: {}", needless.len(), names.join(" "));
    assert!(needless.iter().all(|variant| variant.size + TAG > LARGE_VARIANT), "{needless:#?}");
    assert!(needless.len() * 50 < variants.len());
}

#[test]
fn optional_fields_are_in_a_box_if_they_are_large() {
    let is_wrong = |field: &&Optional| field.size > LARGE_OPTIONAL + TAG;
    let wrong: Vec<&Optional> = table::OPTIONALS.iter().filter(is_wrong).collect();
    println!("{} optional fields", table::OPTIONALS.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(table::OPTIONALS.len() > 1000);
}
