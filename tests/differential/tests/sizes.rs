//! How large the types of layer 230 are, and that boxes are where `performance.md` wants them: the macro decides by
//! an estimate, and this is what the compiler says.

use std::cmp::Reverse;

use tl_differential_tests::{FILES, table};
use tl_test_support::check;
use tl_test_support::locate;
use tl_test_support::row::{Combinator, Enum, Optional, Variant};

/// A variant over this many bytes is in a box…
const LARGE_VARIANT: usize = 64;
/// … and one of two variants over this many.
const LARGE_OF_TWO: usize = 120;
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

/// The largest variant that is not in a box.
fn limit(of: &Enum) -> usize {
    if of.constructors > 2 { LARGE_VARIANT } else { LARGE_OF_TWO }
}

#[test]
fn enums_are_small() {
    let mut enums: Vec<&Enum> = table::ENUMS.iter().collect();
    enums.sort_by_key(|one| Reverse(one.size));
    println!(
        "the largest enums: {:?}",
        enums[..5].iter().map(|one| (one.size, one.name)).collect::<Vec<_>>()
    );
    let wrong: Vec<&&Enum> = enums.iter().filter(|one| one.size > limit(one) + TAG).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(enums.len() > 200);
}

#[test]
fn variants_are_in_a_box_if_they_are_large() {
    let variants =
        || table::ENUMS.iter().flat_map(|one| one.variants.iter().map(|variant| (limit(one), variant)));
    let (mut boxed, mut in_place) = (0, 0);
    for (limit, variant @ &Variant { size, payload, .. }) in variants() {
        assert_eq!(
            payload,
            if size > limit { BOX } else { size },
            "{variant:?}, of which {limit} bytes are to be in place"
        );
        boxed += usize::from(size > limit);
        in_place += usize::from(size > LARGE_VARIANT && size <= limit);
    }
    println!(
        "{} variants with fields, {boxed} of them in a box; {in_place} of two are large and in place",
        variants().count()
    );
    assert!(boxed > 100 && in_place > 0);
}

#[test]
fn optional_fields_are_in_a_box_if_they_are_large() {
    let is_wrong = |field: &&Optional| field.size > LARGE_OPTIONAL + TAG;
    let wrong: Vec<&Optional> = table::OPTIONALS.iter().filter(is_wrong).collect();
    println!("{} optional fields", table::OPTIONALS.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(table::OPTIONALS.len() > 1000);
}
