//! Names and attributes that are right in TL and awkward in Rust.

use tl_runtime::{Deserializable, Function, Serializable};

mod api {
    tl_runtime::tl! {
        #![tl(ids = "formal")]
        // A field named like a unit struct in the same module, and a mask, too.
        x = X;
        f = F;
        c X:int F:# y:F.0?int = C;
        #[cfg(any())]
        gone = Gone;
        #[cfg(any())]
        lost = Gone;
        ---functions---
        getInt = Int;
        getStrings = Vector<String>;
    }
}

/// Items of the user's module do not shadow what the macro means.
mod shadowed {
    #![allow(non_camel_case_types, dead_code)]
    struct u32;
    struct i32;
    struct str;
    struct usize;

    tl_runtime::tl! {
        #![tl(layer = 3, object)]
        a #1 x:int = A;
        b #2 y:string = A;
    }
}

#[test]
fn fields_named_like_unit_structs() {
    let value = api::types::C { X: 1, F: 4, y: Some(2) };
    let bytes = value.to_bytes().unwrap();
    assert_eq!(bytes[4..], [1, 0, 0, 0, 5, 0, 0, 0, 2, 0, 0, 0]);
    let decoded = api::types::C::from_bytes(&bytes).unwrap();
    assert_eq!(decoded, value);
    assert_eq!(api::types::C::new(1, 4).y, None);
}

#[test]
fn results_of_boxed_builtins_have_their_ids() {
    let answer =
        <api::functions::GetInt as Function>::Return::from_bytes(&[0xda, 0x9b, 0x50, 0xa8, 7, 0, 0, 0]);
    assert_eq!(answer.unwrap().value, 7);
    let strings = [0x15, 0xc4, 0xb5, 0x1c, 1, 0, 0, 0, 0x24, 0x6e, 0x28, 0xb5, 1, b'a', 0, 0];
    let answer = <api::functions::GetStrings as Function>::Return::from_bytes(&strings);
    assert_eq!(answer.unwrap().value, ["a"]);
}

#[test]
fn primitive_types_of_the_user_are_not_taken() {
    assert_eq!(shadowed::LAYER, 3);
    let object = shadowed::Object::from_bytes(&[1, 0, 0, 0, 9, 0, 0, 0]).unwrap();
    assert_eq!((object.constructor_id(), object.constructor_name()), (1, "a"));
}
