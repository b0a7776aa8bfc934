//! Fields without a name: `_0`, `_1`, …, and tuple structs.

use tl_runtime::Combinator;
use tl_tests::pack::Pack;
use tl_tests::wire::assert_wire;

tl_runtime::tl! {
    #![derive(Eq, Hash)]
    #![tl(reflect, default, functions = "both")]
    int32s #7934e71f int = Int32s;
    ab.alias ab.Inner = ab.Response;
    ab.inner string = ab.Inner;
    many #1 vector<int32s> = Many;
    point #2 x:int string y:int long = Point;
    some #3 int = Either;
    others #4 string = Either;
    fixed #5 int128 = Fixed;
    ---functions---
    get #6 int = Int32s;
}

mod text {
    tl_runtime::tl! {
        #![tl(borrow)]
        r"
        name#1 string = Name;
        named#2 _0:int = Named;
        "
    }
}

#[test]
fn tuple_structs() {
    assert_wire(&types::Int32s(5), Pack::boxed(0x7934_e71f).int(5));
    assert_eq!(types::Int32s::new(5), types::Int32s(5));
    assert_eq!(types::Int32s::default().0, 0);
    let alias = types::ab::Alias(types::ab::Inner("abc".into()));
    assert_wire(&alias, Pack::boxed(types::ab::Alias::ID).nat(types::ab::Inner::ID).string("abc"));
    assert_wire(&types::Many(vec![types::Int32s(1), types::Int32s(2)]), Pack::boxed(1).nat(2).int(1).int(2));
    assert_wire(&enums::Either::from(types::Others("abc".into())), Pack::boxed(4).string("abc"));
    assert_wire(&types::Fixed([7; 16]), Pack::boxed(5).raw(&[7; 16]));
    assert_wire(&functions::Get(5), Pack::boxed(6).int(5));
    assert_eq!(text::types::Name("abc").0, "abc");
    assert_eq!(text::types::Named { _0: 1 }._0, 1);
}

/// They are counted among themselves.
#[test]
fn several_fields() {
    let value = types::Point { x: 1, _0: "abc".into(), y: 2, _1: 3 };
    assert_wire(&value, Pack::boxed(2).int(1).string("abc").int(2).long(3));
}

#[test]
fn in_tables() {
    use tl_runtime::Serializable;
    let bytes = types::Point { x: 1, _0: "abc".into(), y: 2, _1: 3 }.to_bytes().unwrap();
    let text = SCHEMA.text(&bytes).to_string();
    assert_eq!(text, "(point x:1 _0:\"abc\" y:2 _1:3)");
    assert_eq!(SCHEMA.parse_text(&text).as_deref(), Ok(&bytes[..]));
    let fields: Vec<(&str, &str)> =
        SCHEMA.by_name("point").unwrap().fields().map(|field| (field.name(), field.ty())).collect();
    assert_eq!(fields, [("x", "int"), ("_0", "string"), ("y", "int"), ("_1", "long")]);
}
