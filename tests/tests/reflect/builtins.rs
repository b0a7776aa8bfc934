//! Builtins as some schemas have them, types without values, and answers that are bare.

use api::{SCHEMA, functions, types};
use tl_runtime::reflect::JsonStyle;
use tl_runtime::{Combinator, Serializable, True};

mod api {
    tl_runtime::tl! {
        #![tl(reflect, functions = "both")]
        r"
        float#824dab22 ? = Float;
        true#3fedd339 = True;
        Empty Nothing;
        numbers#1 a:float b:Float c:vector<float> flags:# d:flags.0?float = Numbers;
        truths#2 a:true b:True c:vector<true> d:vector<True> = Truths;
        nobody#3 flags:# a:flags.0?Nothing b:vector<Nothing> = Nobody;
        rmqRecord#4 id:int32 sizes:vector<int53> = RmqRecord;
        ---functions---
        getInt#5 = int;
        getRecord#6 = rmqRecord;
        getList#7 = vector int;
        getFloat#8 = float;
        "
    }
}

/// Bytes as a dump, as text and as JSON; the last two are read back.
fn shown(bytes: &[u8]) -> (String, String, String) {
    let (dump, text) = (SCHEMA.dump(bytes).to_string(), SCHEMA.text(bytes).to_string());
    let json = SCHEMA.to_json(bytes).unwrap_or_else(|error| panic!("{error}: {dump}"));
    assert_eq!(SCHEMA.parse_text(&text).as_deref(), Ok(bytes), "{text}");
    assert_eq!(SCHEMA.from_json(&json).as_deref(), Ok(bytes), "{json}");
    (dump, text, json)
}

#[test]
fn floats() {
    let numbers = types::Numbers { a: 0.1, b: -0.0, c: vec![f32::MAX, f32::from_bits(1)], d: Some(f32::NAN) };
    let (dump, text, json) = shown(&numbers.to_bytes().expect("it can be written"));
    assert_eq!(text, "(numbers a:0.1 b:-0.0 c:[3.4028235e38 1e-45] d:NaN)");
    assert_eq!(json, r#"{"_":"numbers","a":0.1,"b":-0.0,"c":[3.4028235e38,1e-45],"d":"NaN"}"#);
    assert!(dump.contains("   4  cdcccc3d             a:float = 0.1\n"), "{dump}");
    assert!(dump.contains("   8  22ab4d82 00000080    b:Float = -0.0\n"), "{dump}");
    let large = r#"{"_":"numbers","a":1e39,"b":0,"c":[]}"#;
    let error = SCHEMA.from_json(large).expect_err("no float is as large");
    assert_eq!(error.to_string(), "1e39 is no float at byte 19, in $.a");
}

#[test]
fn truths_without_a_mask() {
    let truths = types::Truths { a: True, b: True, c: vec![True; 2], d: vec![True] };
    let (dump, text, json) = shown(&truths.to_bytes().expect("it can be written"));
    assert_eq!(text, "(truths a:true b:true c:[true true] d:[true])");
    assert_eq!(json, r#"{"_":"truths","a":true,"b":true,"c":[true,true],"d":[true]}"#);
    assert!(dump.contains("   4                       a:true = true\n"), "{dump}");
    assert!(dump.contains("   4  39d3ed3f             b:True = true\n"), "{dump}");
    let error = SCHEMA.from_json(&json.replace("\"a\":true", "\"a\":false")).expect_err("it has one value");
    assert_eq!(error.to_string(), "expected true, found a boolean at byte 18, in $.a");
}

#[test]
fn a_type_without_values() {
    let nobody = types::Nobody { a: None, b: vec![] };
    let (_, text, json) = shown(&nobody.to_bytes().expect("it can be written"));
    assert_eq!((text.as_str(), json.as_str()), ("(nobody b:[])", r#"{"_":"nobody","b":[]}"#));
    let error = SCHEMA.parse_text("(nobody a:(nobody) b:[])").expect_err("nothing is of the type");
    assert_eq!(error.to_string(), "Nothing has no constructor nobody at byte 11, in $.a");
    let bytes = [3, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0];
    let error = SCHEMA.to_json(&bytes).expect_err("nothing is of the type");
    assert_eq!(error.to_string(), "unknown id 0x00000003 at byte 8, expected Nothing, in nobody.a");
}

#[test]
fn bare_answers() {
    let record = [1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0];
    for (function, bytes, text, json, dump) in [
        (functions::GetInt::ID, &record[..4], "1", "1", "   0  01000000           1\n"),
        (
            functions::GetRecord::ID,
            &record,
            "(rmqRecord id:1 sizes:[2])",
            r#"{"_":"rmqRecord","id":1,"sizes":[2]}"#,
            "   0                     rmqRecord\n   0  01000000             id:int32 = 1\n",
        ),
        (functions::GetList::ID, &record[..8], "[1]", "[1]", "   0  01000000           1 element\n"),
        (functions::GetFloat::ID, &record[8..12], "3e-45", "3e-45", "   0  02000000           3e-45\n"),
    ] {
        assert_eq!(SCHEMA.text_answer(function, bytes).to_string(), text);
        assert_eq!(SCHEMA.answer_to_json(function, bytes), Ok(Ok(json.into())));
        assert_eq!(SCHEMA.answer_from_json(function, json), Ok(Ok(bytes.to_vec())), "{json}");
        let shown = SCHEMA.dump_answer(function, bytes).to_string();
        assert!(shown.starts_with(dump), "{shown}");
    }
}

#[test]
fn numbers_out_of_range() {
    let tdlib = SCHEMA.with_json(JsonStyle::Tdlib);
    for (sizes, message) in [
        ("[1,9223372036854775808]", "9223372036854775808 is no int53 at byte 39, in $.sizes[1]"),
        ("[1,\"-9223372036854775809\"]", "-9223372036854775809 is no int53 at byte 39, in $.sizes[1]"),
        ("[1,9007199254740992]", "9007199254740992 is no int53 at byte 39, in $.sizes[1]"),
        ("[-9007199254740992]", "-9007199254740992 is no int53 at byte 37, in $.sizes[0]"),
    ] {
        let json = format!(r#"{{"@type":"rmqRecord","id":1,"sizes":{sizes}}}"#);
        let error = tdlib.from_json(&json).expect_err("it is out of range");
        assert_eq!(error.to_string(), message, "{json}");
    }
    let most = r#"{"@type":"rmqRecord","id":1,"sizes":[9007199254740991,-9007199254740991]}"#;
    let bytes = tdlib.from_json(most).expect("these are the greatest");
    assert_eq!(tdlib.to_json(&bytes).as_deref(), Ok(most));
    let error = SCHEMA.from_json(r#"{"_":"rmqRecord","id":2147483648}"#).expect_err("it is out of range");
    assert_eq!(error.to_string(), "2147483648 is no int at byte 22, in $.id");
}
