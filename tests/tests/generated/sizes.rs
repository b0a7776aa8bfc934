//! Large parts are behind a box, so that what usually is not there costs little.

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
}

/// A variant over 64 bytes.
#[test]
fn large_variants() {
    let _ = |fits: types::Fits| enums::Mixed::Fits(fits);
    let _ = |large: Box<types::Large>| enums::Mixed::Large(large);
    assert!(size_of::<enums::Mixed>() <= 72);
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
