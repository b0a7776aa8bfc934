//! `new`, `Default` and `From`.

use tl_tests::has;

tl_runtime::tl! {
    #![tl(ids = "telegram")]
    required #1 a:int b:string = Required;
    some #2 a:int flags:# b:flags.0?int c:flags.1?true d:string mode:# = Some;
    optional #3 flags:# b:flags.0?int c:flags.1?true = Optional;
    empty #4 = Empty;
    small #5 a:int = Either;
    large #6 a:int256 b:int256 c:int = Either;
    neither #7 = Either;
    ---functions---
    get #8 flags:# limit:flags.0?int peer:Either = Optional;
    list #9 flags:# limit:flags.0?int = Optional;
    stop #a = Bool;
}

/// The arguments are the required fields in their order.
#[test]
fn new_takes_what_is_required() {
    let some = types::Some::new(1, "d".into(), 7);
    assert_eq!(some, types::Some { a: 1, b: None, c: false, d: "d".into(), mode: 7 });
    assert_eq!(types::Optional::new(), types::Optional { b: None, c: false });
    let get = functions::Get::new(enums::Either::Neither);
    assert_eq!(get, functions::Get { limit: None, peer: enums::Either::Neither });
    assert_eq!(functions::List::new(), functions::List::default());
}

#[test]
fn default_only_where_every_field_is_optional() {
    assert!(has!(types::Optional: Default) && has!(types::Empty: Default));
    assert!(has!(functions::List: Default) && has!(functions::Stop: Default));
    assert!(!has!(types::Required: Default) && !has!(types::Some: Default));
    assert!(!has!(functions::Get: Default) && !has!(enums::Either: Default));
}

/// All fields are there to be matched and built: one that is added later breaks only who lists them all.
#[test]
fn without_optional_fields_there_is_only_the_literal() {
    let required = types::Required { a: 1, b: "b".into() };
    let types::Required { a, b } = required;
    assert_eq!((a, b.as_str()), (1, "b"));
}

#[test]
fn each_constructor_becomes_its_type() {
    let large = types::Large { a: [1; 32], b: [2; 32], c: 3 };
    assert_eq!(enums::Either::from(types::Small { a: 1 }), enums::Either::Small(types::Small { a: 1 }));
    assert_eq!(enums::Either::from(large.clone()), enums::Either::Large(Box::new(large)));
    assert_eq!(enums::Either::from(types::Neither), enums::Either::Neither);
    // The struct of a single constructor is the type already.
    let required: enums::Required = types::Required { a: 1, b: String::new() };
    assert_eq!(required.a, 1);
}
