//! How large the types of layer 230 are, and that boxes stand where `performance.md` wants them: the macro decides by
//! an estimate, and this is what the compiler says.

use std::collections::HashMap;

use tl_differential_tests::{FILES, table};
use tl_front::Estimates;
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

/// How often the estimate is not the size. It may not be too low, and seldom too high: where the macro does not know
/// in which place the compiler has put a niche, it counts a tag.
fn compare(estimates: &[(String, usize)], sizes: HashMap<&str, usize>) -> (usize, usize) {
    let (mut compared, mut differ) = (0, 0);
    for (name, estimate) in estimates {
        let Some(&size) = sizes.get(&**name) else { continue };
        compared += 1;
        if *estimate != size {
            differ += 1;
            println!("estimated {estimate} bytes, is {size}: {name:.60}");
        }
        assert!((size..=size + 2 * TAG).contains(estimate), "estimated {estimate} bytes, is {size}: {name}");
    }
    (compared, differ)
}

#[test]
fn the_estimate_is_the_size() {
    let Estimates { structs, types } = tl_front::estimates(&locate::schema(&FILES));
    let sizes = table::COMBINATORS.iter().map(|one| (one.line, one.size)).collect();
    let (structs, differ) = compare(&structs, sizes);
    println!("{structs} structs compared, the estimate of {differ} differs");
    assert!(structs > 2500 && differ * 100 < structs);

    let sizes = table::ENUMS.iter().map(|one| (one.name, one.size)).collect();
    let (enums, differ) = compare(&types, sizes);
    println!("{enums} enums compared, the estimate of {differ} differs");
    assert!(enums == table::ENUMS.len() && differ * 30 < enums);
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

    let needless: Vec<&&Variant> = boxed.iter().filter(|variant| variant.size <= LARGE_VARIANT).collect();
    assert!(needless.is_empty(), "in a box, and {LARGE_VARIANT} bytes or less: {needless:#?}");
}

#[test]
fn optional_fields_are_in_a_box_if_they_are_large() {
    let is_wrong = |field: &&Optional| field.size > LARGE_OPTIONAL + TAG;
    let wrong: Vec<&Optional> = table::OPTIONALS.iter().filter(is_wrong).collect();
    println!("{} optional fields", table::OPTIONALS.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(table::OPTIONALS.len() > 1000);
}
