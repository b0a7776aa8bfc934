//! Types that all hold each other, at every depth: the large variants are in a `Box`, so no value is large.

use std::mem::size_of;

use tl_runtime::{Deserializable, Serializable};

tl_runtime::include_tl! { "tests/generated/entangled.tl" }

#[test]
fn enums_are_small() {
    let sizes =
        [size_of::<enums::T0>(), size_of::<enums::T1>(), size_of::<enums::T30>(), size_of::<enums::T59>()];
    assert!(sizes.iter().all(|&size| size <= 128), "{sizes:?}");
}

#[test]
fn a_value_without_fields_ends_each_of_them() {
    let value = enums::T0::T0c0;
    assert_eq!(enums::T0::from_bytes(&value.to_bytes().unwrap()).unwrap(), value);
}
