//! What `Debug` prints: bytes on one line, everything else as a derive has it.

mod owned {
    tl_runtime::tl! {
        r"
        resPQ#05162463 nonce:int128 server_nonce:int256 pq:bytes fingerprints:Vector<long> = ResPQ;
        none#1 = Holder;
        several#2 flags:# salt:flags.0?int512 parts:Vector<bytes> type:flags.1?int128 pairs:2*[ int128 ] big:flags.2?Vector<bytes> = Holder;
        fixed#3 int128 = Fixed;
        part#4 string:string = Part;
        ---functions---
        invoke#5 {X:Type} token:bytes query:!X = X;
        "
    }
}

mod borrowed {
    tl_runtime::tl! {
        #![tl(borrow = "all", object)]
        r"resPQ#05162463 nonce:int128 pq:bytes name:string any:Object = ResPQ;"
    }
}

fn res_pq(pq: &'static [u8]) -> owned::types::ResPq {
    owned::types::ResPq {
        nonce: [0x0f; 16],
        server_nonce: [0xa0; 32],
        pq: pq.into(),
        fingerprints: vec![1, -2],
    }
}

#[test]
fn fixed_bytes_are_digits_and_byte_strings_are_quoted() {
    assert_eq!(
        format!("{:?}", res_pq(b"\0ab\"")),
        "ResPq { nonce: 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f, \
         server_nonce: a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0, \
         pq: b\"\\x00ab\\\"\", fingerprints: [1, -2] }"
    );
}

#[test]
fn each_field_has_a_line_on_request() {
    let expected = "ResPq {
    nonce: 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f,
    server_nonce: a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0,
    pq: b\"ab\",
    fingerprints: [
        1,
        -2,
    ],
}";
    assert_eq!(format!("{:#?}", res_pq(b"ab")), expected);
}

#[test]
fn long_bytes_are_shortened() {
    let shown = format!("{:?}", res_pq(&[b'x'; 64]));
    assert!(shown.contains(&format!("pq: b\"{}\",", "x".repeat(64))), "{shown}");
    let shown = format!("{:?}", res_pq(&[b'x'; 65]));
    assert!(shown.contains(&format!("pq: b\"{}…\" (65 bytes),", "x".repeat(32))), "{shown}");
}

/// Options and lists around bytes look as a derive shows them.
#[test]
fn what_holds_bytes_is_shown_as_derived() {
    use owned::types::Several;

    let value = Several {
        salt: Some([1; 64]),
        parts: vec![b"a".as_slice().into()],
        r#type: None,
        pairs: [[2; 16], [3; 16]],
        big: Some(vec![]),
    };
    let (salt, pair) = ("01".repeat(64), ["02".repeat(16), "03".repeat(16)]);
    assert_eq!(
        format!("{:?}", owned::enums::Holder::from(value)),
        format!(
            "Several(Several {{ salt: Some({salt}), parts: [b\"a\"], type: None, pairs: [{}, {}], big: Some([]) }})",
            pair[0], pair[1]
        )
    );
    let value = Several { salt: Some([1; 64]), parts: vec![], r#type: None, pairs: [[0; 16]; 2], big: None };
    let shown = format!("{value:#?}");
    assert!(
        shown.starts_with(&format!("Several {{\n    salt: Some(\n        {salt},\n    ),\n    parts: [],\n")),
        "{shown}"
    );
}

#[test]
fn tuples_functions_and_views() {
    assert_eq!(format!("{:?}", owned::types::Fixed([0xab; 16])), format!("Fixed({})", "ab".repeat(16)));
    let query = owned::functions::Invoke { token: b"t".as_slice().into(), query: 7 };
    assert_eq!(format!("{query:?}"), "Invoke { token: b\"t\", query: 7 }");
    let view = borrowed::types::ResPq {
        nonce: &[0x10; 16],
        pq: &[b'y'; 100],
        name: "n",
        any: tl_runtime::RawObjectRef::new(&[1, 0, 0, 0]),
    };
    let shown = format!(
        "ResPq {{ nonce: {}, pq: b\"{}…\" (100 bytes), name: \"n\", any: RawObjectRef {{ id: 0x00000001, len: 4 }} }}",
        "10".repeat(16),
        "y".repeat(32)
    );
    assert_eq!(format!("{view:?}"), shown);
    assert_eq!(format!("{:?}", borrowed::Object::from(view)), format!("ResPq({shown})"));
}
