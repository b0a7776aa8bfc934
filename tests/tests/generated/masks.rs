//! `#` fields: masks that are computed, masks that stay visible, and plain numbers.

use tl_runtime::{Deserializable, Serializable};
use tl_tests::pack::Pack;
use tl_tests::wire::assert_wire;

tl_runtime::tl! {
    #![tl(ids = "telegram")]
    unused #1 flags:# = Unused;
    number #2 n:# count:# = Number;
    moded #3 mode:# a:mode.1?int b:mode.2?true = Moded;
    both #4 mode:# flags:# a:mode.0?int b:flags.0?int = Both;
    chained #5 f1:# f2:f1.0?# a:f2.1?int b:f1.3?int = Chained;
    hidden #6 flags:# flags2:flags.0?# a:flags2.4?int b:flags2.5?true = Hidden;
    deep #7 f1:# f2:f1.0?# f3:f2.0?# a:f3.0?int = Deep;
    late #8 a:int b:string mode:# c:mode.0?int = Late;
}

/// Named as a mask, and no field asks: it is written as 0, and whatever comes is ignored.
#[test]
fn a_mask_that_nobody_uses() {
    assert_wire(&types::Unused, Pack::boxed(1).nat(0));
    assert_eq!(types::Unused::from_bytes(&Pack::boxed(1).nat(u32::MAX).done()).unwrap(), types::Unused);
}

#[test]
fn numbers_that_are_no_masks() {
    assert_wire(&types::Number { n: u32::MAX, count: 0 }, Pack::boxed(2).nat(u32::MAX).nat(0));
}

/// As given, but for the bits that fields declare.
#[test]
fn a_visible_mask_keeps_undeclared_bits() {
    let moded = types::Moded { a: Some(9), ..types::Moded::new(0b1_1000) };
    let bytes = moded.to_bytes().unwrap();
    assert_eq!(bytes, Pack::boxed(3).nat(0b1_1010).int(9).done());
    let decoded = types::Moded::from_bytes(&bytes).unwrap();
    assert_eq!(decoded, types::Moded { mode: 0b1_1010, ..moded });
    assert_eq!(decoded.to_bytes().unwrap(), bytes);
}

#[test]
fn fields_decide_about_declared_bits() {
    let moded = types::Moded { mode: u32::MAX, a: None, b: true };
    assert_eq!(moded.to_bytes().unwrap(), Pack::boxed(3).nat(!0b010).done());
}

#[test]
fn a_visible_mask_beside_a_computed_one() {
    assert_eq!(types::Both::new(0).to_bytes().unwrap(), Pack::boxed(4).nat(0).nat(0).done());
    let both = types::Both { mode: 0x101, a: Some(1), b: Some(2) };
    assert_wire(&both, Pack::boxed(4).nat(0x101).nat(1).int(1).int(2));
}

/// A mask of the second level is there as soon as one of its fields is.
#[test]
fn a_conditional_mask() {
    let none = types::Chained::new(0);
    assert_wire(&none, Pack::boxed(5).nat(0));
    let bytes = types::Chained { a: Some(7), ..none.clone() }.to_bytes().unwrap();
    assert_eq!(bytes, Pack::boxed(5).nat(1).nat(2).int(7).done());
    let decoded = types::Chained::from_bytes(&bytes).unwrap();
    assert_eq!((decoded.f1, decoded.f2, decoded.a), (1, Some(2), Some(7)));
    assert_eq!(decoded.to_bytes().unwrap(), bytes);
    let only = types::Chained { f2: Some(0x10), ..none };
    assert_eq!(only.to_bytes().unwrap(), Pack::boxed(5).nat(1).nat(0x10).done());
}

#[test]
fn a_conditional_mask_that_is_computed() {
    assert_wire(&types::Hidden::new(), Pack::boxed(6).nat(0));
    assert_wire(&types::Hidden { a: Some(1), b: false }, Pack::boxed(6).nat(1).nat(0x10).int(1));
    assert_wire(&types::Hidden { a: None, b: true }, Pack::boxed(6).nat(1).nat(0x20));
}

/// Present, but empty: equal to absent, and written as that.
#[test]
fn an_empty_conditional_mask() {
    let decoded = types::Hidden::from_bytes(&Pack::boxed(6).nat(1).nat(0).done()).unwrap();
    assert_eq!(decoded, types::Hidden::default());
}

#[test]
fn masks_of_masks() {
    let bytes = types::Deep { a: Some(7), ..types::Deep::new(0) }.to_bytes().unwrap();
    assert_eq!(bytes, Pack::boxed(7).nat(1).nat(1).nat(1).int(7).done());
    let decoded = types::Deep::from_bytes(&bytes).unwrap();
    assert_eq!(decoded, types::Deep { f1: 1, f2: Some(1), f3: Some(1), a: Some(7) });
}

#[test]
fn a_mask_after_other_fields() {
    let late = types::Late { c: Some(3), ..types::Late::new(1, "b".into(), 1) };
    assert_wire(&late, Pack::boxed(8).int(1).string("b").nat(1).int(3));
}
