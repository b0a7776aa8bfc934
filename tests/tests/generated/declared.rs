//! Builtins that the schema declares: with ids of its own, in other words, or as something else.

use tl_runtime::{DecodeErrorKind, Deserializable, InForm, Serializable};
use tl_tests::pack::Pack;
use tl_tests::wire::{assert_wire, refused};

mod vk {
    tl_runtime::tl! {
        r"
        int#a8509bda ? = Int;
        float#824dab22 ? = Float;
        vector#1cb5c415 {t:Type} # [t] = Vector t;
        numbers#1 a:float b:Float c:vector<float> d:Vector<Float> e:2*[ float ] flags:# f:flags.0?float = Numbers;
        fixed#2 a:int b:float = Fixed;
        many#3 all:vector<fixed> = Many;
        ---functions---
        getFloat#4 = float;
        getBoxedFloat#5 = Float;
        "
    }
}

/// As teamgram has it: without fields, and without ids.
mod teamgram {
    tl_runtime::tl! {
        int32 = Int32;
        int64 = Int64;
        bytes = Bytes;
        holder #1 a:Int32 b:Int64 c:Bytes d:int32 = Holder;
    }
}

/// As tgl has it.
mod tgl {
    tl_runtime::tl! {
        #![tl(string = "bytes")]
        bytes string = Bytes;
        int128 4*[ int ] = Int128;
        int256 long long long long = Int256;
        true #12345678 = True;
        holder #1 a:bytes b:Bytes c:int128 d:Int128 e:Int256 f:true g:True = Holder;
    }
}

/// In forms that are not the builtins': definitions like any other.
mod own {
    tl_runtime::tl! {
        int256 #d23c81a3 a:long b:long c:long d:long = Int256;
        boolTrue = Boolean;
        true #997275b5 = Bool;
        false #bc799737 = Bool;
        holder #1 a:int256 b:Int256 c:Boolean d:Bool = Holder;
    }
}

/// What the module of `extern` defines may be declared as known.
mod elsewhere {
    pub(super) mod api {
        tl_runtime::tl! {
            bigBytes #5 data:bytes = BigBytes;
        }
    }
    tl_runtime::tl! {
        #![tl(extern = crate::declared::elsewhere::api)]
        bigBytes ? = BigBytes;
        holder #1 a:bigBytes b:BigBytes = Holder;
    }
}

const FLOAT: u32 = 0x824d_ab22;

fn float(pack: Pack, value: f32) -> Pack {
    pack.nat(value.to_bits())
}

#[test]
fn floats() {
    let value = vk::types::Numbers {
        a: 0.5,
        b: -1.5,
        c: vec![1.0, f32::MAX],
        d: vec![2.0],
        e: [0.0, -0.0],
        f: Some(f32::MIN_POSITIVE),
    };
    let pack = float(Pack::boxed(1), 0.5).nat(FLOAT);
    let pack = float(float(float(pack, -1.5).nat(2), 1.0), f32::MAX).nat(Pack::VECTOR).nat(1).nat(FLOAT);
    let pack = float(float(float(pack, 2.0), 0.0), -0.0).nat(1);
    assert_wire(&value, float(pack, f32::MIN_POSITIVE));
    let many = vk::types::Many { all: vec![vk::types::Fixed { a: 1, b: 2.5 }; 3] };
    let packed = (0..3).fold(Pack::boxed(3).nat(3), |pack, _| float(pack.int(1), 2.5));
    assert_wire(&many, packed);
    let error = refused::<vk::types::Numbers>(&Pack::boxed(1).int(0).nat(7).nat(0).done());
    assert_eq!(*error.kind(), DecodeErrorKind::UnknownId { id: 7 });
    assert_eq!(error.expected(), Some("Float"));
}

#[test]
fn floats_as_answers() {
    use tl_runtime::Function;
    type Answer<F> = <F as Function>::Return;
    let bare: Answer<vk::functions::GetFloat> = 1.5_f32;
    assert_eq!(bare.to_bytes().unwrap(), float(Pack::bare(), 1.5).done());
    let boxed: Answer<vk::functions::GetBoxedFloat> = InForm::new(1.5);
    let bytes = boxed.to_bytes().unwrap();
    assert_eq!(bytes, float(Pack::boxed(FLOAT), 1.5).done());
    assert_eq!(Answer::<vk::functions::GetBoxedFloat>::from_bytes(&bytes).unwrap(), boxed);
}

/// The id of a boxed builtin is that of the schema's line: the CRC32 of `int32 = Int32`, not of `int32 ? = Int32`.
#[test]
fn ids_of_the_schema() {
    let value = teamgram::types::Holder { a: 1, b: 2, c: b"abc"[..].into(), d: 3 };
    let packed =
        Pack::boxed(1).nat(0x5cb9_34fa).int(1).nat(0x5d9e_d744).long(2).nat(0xe937_bb82).bytes(b"abc");
    assert_wire(&value, packed.int(3));
}

#[test]
fn in_other_words() {
    use tl_runtime::True;
    let (bytes, hash) = (&b"abc"[..], [3; 16]);
    let value = tgl::types::Holder {
        a: bytes.into(),
        b: bytes.into(),
        c: hash,
        d: hash,
        e: [4; 32],
        f: True,
        g: True,
    };
    let packed = Pack::boxed(1).bytes(bytes).nat(0x0ee1_379f).bytes(bytes).raw(&hash);
    let packed = packed.nat(0x84cc_f7b7).raw(&hash).nat(0xf2c7_98b3).raw(&[4; 32]);
    assert_wire(&value, packed.nat(0x1234_5678));
}

#[test]
fn definitions_like_any_other() {
    let number = own::types::Int256 { a: 1, b: 2, c: 3, d: 4 };
    let value = own::types::Holder {
        a: number.clone(),
        b: number,
        c: own::types::BoolTrue,
        d: own::enums::Bool::False,
    };
    let longs = |pack: Pack| pack.long(1).long(2).long(3).long(4);
    let packed = longs(longs(Pack::boxed(1)).nat(0xd23c_81a3)).nat(0x4867_67a1);
    assert_wire(&value, packed.nat(0xbc79_9737));
}

#[test]
fn defined_elsewhere() {
    let bytes = elsewhere::api::types::BigBytes { data: b"abc"[..].into() };
    let value = elsewhere::types::Holder { a: bytes.clone(), b: bytes };
    assert_wire(&value, Pack::boxed(1).bytes(b"abc").nat(5).bytes(b"abc"));
}
