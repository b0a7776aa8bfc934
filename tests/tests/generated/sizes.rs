//! Large parts are in a box, so that what is usually absent costs little.

tl_runtime::tl! {
    #![tl(ids = "telegram")]
    small #1 a:long = Mixed;
    fits #2 a:int256 b:int256 = Mixed;
    large #3 a:int256 b:int256 c:int = Mixed;
    thin #4 a:int256 = Thin;
    thick #5 a:int256 b:int = Thick;
    options #6 flags:# a:flags.0?Thin b:flags.1?Thick c:flags.2?string d:flags.3?Mixed e:flags.4?thick
        f:flags.5?Vector<Thick> = Options;
    holds #7 a:Thick b:Mixed = Holds;
    none #8 = Pair;
    usual #9 a:Mixed b:int128 c:int256 = Pair;
    nothing #a = Couple;
    huge #b a:Mixed b:int128 c:int256 d:int = Couple;
    naught #c = Twins;
    numbers #d a:int256 b:int256 c:int256 d:long e:long f:long = Twins;
}

/// A variant over 64 bytes.
#[test]
fn large_variants() {
    let _ = |fits: types::Fits| enums::Mixed::Fits(fits);
    let _ = |large: Box<types::Large>| enums::Mixed::Large(large);
    assert!(size_of::<enums::Mixed>() <= 72);
}

/// One of two variants, over 120 bytes.
#[test]
fn large_variants_of_two() {
    assert_eq!((size_of::<types::Usual>(), size_of::<types::Huge>()), (120, 128));
    let _ = |usual: types::Usual| enums::Pair::Usual(usual);
    let _ = |huge: Box<types::Huge>| enums::Couple::Huge(huge);
    // Any bytes are a value of it, so its enum would need a tag of its own.
    assert_eq!(size_of::<types::Numbers>(), 120);
    let _ = |numbers: Box<types::Numbers>| enums::Twins::Numbers(numbers);
}

/// An optional field over 32 bytes; those that are always there stay in place.
#[test]
fn large_options() {
    let all = types::Options::new();
    let _: Option<types::Thin> = all.a;
    let _: Option<Box<types::Thick>> = all.b;
    let _: Option<String> = all.c;
    let _: Option<Box<enums::Mixed>> = all.d;
    let _: Option<Box<types::Thick>> = all.e;
    let _: Option<Vec<types::Thick>> = all.f;
    let _: fn(types::Holds) -> (types::Thick, enums::Mixed) = |all| (all.a, all.b);
}
