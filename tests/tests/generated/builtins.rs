//! Builtin types, declared by the schema or not, bare and boxed.

use tl_runtime::{Deserializable, Serializable, True};
use tl_tests::pack::Pack;
use tl_tests::wire::{assert_wire, refused};

tl_runtime::tl! {
    r"
    int ? = Int;
    long ? = Long;
    double ? = Double;
    string ? = String;
    vector {t:Type} # [ t ] = Vector t;
    int128 4*[ int ] = Int128;
    int256 8*[ int ] = Int256;
    boolFalse#bc799737 = Bool;
    boolTrue#997275b5 = Bool;
    true#3fedd339 = True;

    bare#1 a:int b:long c:double d:# e:int128 f:int256 g:int32 h:int53 i:int64 = Bare;
    text#2 a:string b:bytes = Text;
    truths#3 a:Bool b:True = Truths;
    boxes#4 a:Int b:Long c:Double d:String = Boxes;
    "
}

#[test]
fn numbers() {
    let value = types::Bare {
        a: i32::MIN,
        b: i64::MAX,
        c: -0.0,
        d: u32::MAX,
        e: [1; 16],
        f: [2; 32],
        g: -1,
        h: 1 << 52,
        i: -1,
    };
    let packed = Pack::boxed(1).int(i32::MIN).long(i64::MAX).double(-0.0).nat(u32::MAX);
    assert_wire(&value, packed.raw(&[1; 16]).raw(&[2; 32]).int(-1).long(1 << 52).long(-1));
}

/// Bits are kept, also those of numbers that equal nothing.
#[test]
fn a_double_that_is_no_number() {
    let nan = f64::from_bits(0x7ff8_dead_beef_0001);
    let bytes = nan.to_bytes().unwrap();
    assert_eq!(f64::from_bytes(&bytes).unwrap().to_bits(), nan.to_bits());
}

#[test]
fn strings_of_every_length() {
    for length in [0, 1, 2, 3, 4, 252, 253, 254, 255, 256, 257, 65_535, 65_536] {
        let value = types::Text { a: "x".repeat(length), b: vec![0xff; length].into() };
        let packed = Pack::boxed(2).string(&"x".repeat(length));
        assert_wire(&value, packed.bytes(&vec![0xff; length]));
    }
}

/// From 2^24 bytes on, as TDLib has it: `ff`, seven bytes of length.
#[test]
fn a_string_of_sixteen_megabytes() {
    let text = "x".repeat(1 << 24);
    let bytes = text.to_bytes().unwrap();
    assert_eq!(bytes[..9], [0xff, 0, 0, 0, 1, 0, 0, 0, b'x']);
    assert_eq!(bytes.len(), 8 + (1 << 24));
    assert!(String::from_bytes(&bytes).unwrap() == text);
}

#[test]
fn truths() {
    assert_wire(&types::Truths { a: true, b: True }, Pack::boxed(3).nat(0x9972_75b5).nat(0x3fed_d339));
    refused::<types::Truths>(&Pack::boxed(3).nat(1).nat(0x3fed_d339).done());
}

/// A boxed builtin has the id of its usual declaration.
#[test]
fn boxed_builtins() {
    let value = types::Boxes { a: 1, b: 2, c: 0.5, d: "s".into() };
    let packed = Pack::boxed(4).nat(0xa850_9bda).int(1).nat(0x2207_6cba).long(2);
    assert_wire(&value, packed.nat(0x2210_c154).double(0.5).nat(0xb528_6e24).string("s"));
}
