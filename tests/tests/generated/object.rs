//! `enum Object`: every constructor of the schema, told apart by its id.

use tl_runtime::{DecodeErrorKind, Deserializable, Serializable};
use tl_tests::pack::Pack;
use tl_tests::wire::{assert_wire, refused};

tl_runtime::tl! {
    #![tl(object)]
    user #1 id:long = User;
    userEmpty #2 = User;
    ns.user #3 id:int = ns.User;
    large #4 a:int256 b:int256 c:int256 = Large;
    ---functions---
    get #5 = User;
}

mod lower {
    tl_runtime::tl! {
        user #1 id:long = User;
        signed #2 data:object by:long = Signed;
        ---functions---
        get #3 = User;
    }
}

mod both {
    tl_runtime::tl! {
        #![tl(object, functions = "both")]
        #![derive(Eq, Hash)]
        user #1 id:long = User;
        ---functions---
        get #2 id:long = User;
        user #3 id:long = User;
        invoke #4 {X:Type} layer:int query:!X = X;
    }
}

mod renamed {
    tl_runtime::tl! {
        #![tl(object, functions = "both")]
        #[tl(rename = "Account")]
        user #1 id:long = User;
        ---functions---
        user #2 id:long = User;
        account #3 id:long = User;
    }
}

/// Names that are one without their namespaces, constructors of `Bool`, and another module's `Object`.
mod service {
    tl_runtime::tl! {
        #![tl(object)]
        #![derive(Eq, Hash)]
        pong #11 id:long = Pong;
        pongs #12 pongs:vector<%Pong> = Pongs;
    }
}

mod api {
    tl_runtime::tl! {
        #![tl(object = "extern", extern = crate::object::service, functions = "both")]
        #![derive(Eq, Hash)]
        session.candidate.id #21 round:int = session.candidate.Id;
        session.candidateId #22 hash:long = session.CandidateId;
        bool.true #23 = bool.True;
        extern #24 = Extern;
        ---functions---
        session.candidate_id #25 = Bool;
        ask #26 = Pong;
    }
}

mod nested_api {
    tl_runtime::tl! {
        #![tl(object = "extern", extern = crate::object::service)]
        signed #31 data:object = Signed;
        user #32 id:int = User;
        boolFalse #bc799737 = Bool;
    }
}

mod borrowed {
    tl_runtime::tl! {
        #![tl(object, functions = "both", borrow)]
        name #1 text:string = Name;
        none #2 = Name;
        #[cfg(any())]
        absent #3 = Absent;
        ---functions---
        invoke #4 {X:Type} query:!X = X;
        #[cfg(any())]
        never #5 {X:Type} query:!X = X;
    }
}

/// What may hold an `Object` is matched first, the rest in a second step; the result is as if derived.
#[test]
fn variants_that_nest_are_like_others() {
    use borrowed::Object;
    use borrowed::functions::Invoke;
    use borrowed::types::Name;

    let [name, none] = [Object::Name(Name { text: "a" }), Object::None];
    let invoke = |query: &Object<'static>| Object::from(Invoke { query: query.clone() });
    for (value, bytes) in [
        (invoke(&invoke(&name)), Pack::boxed(4).nat(4).nat(1).string("a").done()),
        (invoke(&none), Pack::boxed(4).nat(2).done()),
    ] {
        assert_eq!(value.to_bytes().unwrap(), bytes);
        assert_eq!(Object::from_bytes(&bytes).unwrap(), value);
    }
    assert_eq!(format!("{:?}", invoke(&none)), "Invoke(Invoke { query: None })");
    assert_eq!(format!("{name:#?}"), "Name(\n    Name {\n        text: \"a\",\n    },\n)");
    let other = Object::Name(Name { text: "b" });
    let all = [invoke(&name), invoke(&other), invoke(&none), name, other, none];
    for (one, left) in all.iter().enumerate() {
        for (two, right) in all.iter().enumerate() {
            assert_eq!(left == right, one == two, "{left:?}, {right:?}");
        }
    }
}

#[test]
fn any_constructor() {
    assert_wire(&Object::User(types::User { id: 1 }), Pack::boxed(1).long(1));
    assert_wire(&Object::UserEmpty, Pack::boxed(2));
    assert_wire(&Object::NsUser(types::ns::User { id: 2 }), Pack::boxed(3).int(2));
    let large = types::Large { a: [1; 32], b: [2; 32], c: [3; 32] };
    let packed = Pack::boxed(4).raw(&[1; 32]).raw(&[2; 32]).raw(&[3; 32]);
    assert_wire(&Object::from(large), packed);
}

#[test]
fn objects_know_what_they_are() {
    let object = Object::from(types::ns::User { id: 2 });
    assert_eq!((object.constructor_id(), object.constructor_name()), (3, "ns.user"));
}

/// Functions are none, unless they are decoded.
#[test]
fn other_ids() {
    let error = refused::<Object>(&Pack::boxed(5).done());
    assert_eq!((error.kind(), error.expected()), (&DecodeErrorKind::UnknownId { id: 5 }, Some("Object")));
}

/// TON's bare `object` is any combinator of the schema, and so may be anywhere.
#[test]
fn a_field_of_any_type() {
    let user = lower::Object::User(lower::types::User { id: 1 });
    let signed = lower::types::Signed { data: user.into(), by: 5 };
    assert_wire(&signed, Pack::boxed(2).nat(1).long(1).long(5));
}

#[test]
fn functions_too() {
    let get = both::functions::Get { id: 1 };
    assert_wire(&both::Object::Get(get.clone()), Pack::boxed(2).long(1));
    assert_wire(&both::Object::User(both::types::User { id: 1 }), Pack::boxed(1).long(1));
    assert_wire(&both::Object::UserFunction(both::functions::User { id: 1 }), Pack::boxed(3).long(1));
    let invoke = both::functions::Invoke { layer: 5, query: both::Object::Get(get) };
    assert_wire(&both::Object::from(invoke), Pack::boxed(4).int(5).nat(2).long(1));
}

/// A function gives way to what a constructor is called in Rust, not in TL.
#[test]
fn functions_beside_renamed_constructors() {
    use renamed::{Object, functions, types};
    assert_wire(&Object::Account(types::Account { id: 1 }), Pack::boxed(1).long(1));
    assert_wire(&Object::User(functions::User { id: 1 }), Pack::boxed(2).long(1));
    assert_wire(&Object::AccountFunction(functions::Account { id: 1 }), Pack::boxed(3).long(1));
}

#[test]
fn nested_functions_are_limited() {
    let deep = |levels| (0..levels).fold(Pack::bare(), |pack, _| pack.nat(4).int(1)).nat(2).long(1).done();
    assert!(both::Object::from_bytes(&deep(256)).is_ok());
    refused::<both::Object>(&deep(257));
}

/// Every one of them, so that it does not matter which comes first.
#[test]
fn names_that_collide_keep_their_parts() {
    use api::Object;
    use api::{functions, types};
    let id = types::session::candidate::Id { round: 1 };
    assert_wire(&Object::Session_Candidate_Id(id), Pack::boxed(0x21).int(1));
    let id = types::session::CandidateId { hash: 2 };
    assert_wire(&Object::Session_CandidateId(id), Pack::boxed(0x22).long(2));
    assert_wire(&Object::SessionCandidateIdFunction, Pack::boxed(0x25));
    assert_eq!(Object::from(functions::session::CandidateId), Object::SessionCandidateIdFunction);
    assert_wire(&Object::Bool_True, Pack::boxed(0x23));
    assert_wire(&Object::Extern, Pack::boxed(0x24));
}

#[test]
fn constructors_of_bool() {
    use api::Object;
    assert_wire(&Object::Builtin_BoolTrue, Pack::boxed(Pack::TRUE));
    assert_wire(&Object::BoolFalse, Pack::boxed(Pack::FALSE));
    assert_eq!([Object::from(true), false.into()], [Object::Builtin_BoolTrue, Object::BoolFalse]);
    assert_eq!(Object::BoolFalse.constructor_name(), "boolFalse");
    // Neither declared nor answered.
    refused::<service::Object>(&Pack::boxed(Pack::TRUE).done());
    // Declared.
    assert_wire(&nested_api::Object::BoolTrue, Pack::boxed(Pack::TRUE));
}

#[test]
fn another_module_is_taken_in() {
    use nested_api::types::Signed;
    use nested_api::{Object, types};
    let pong = service::Object::Pong(service::types::Pong { id: 5 });
    let packed = || Pack::boxed(0x11).long(5);
    let object = Object::from(pong.clone());
    assert_wire(&object, packed());
    assert_wire(&api::Object::Extern_Object(pong.clone()), packed());
    assert_eq!((object.constructor_id(), object.constructor_name()), (0x11, "pong"));
    assert_eq!(format!("{object:?}"), "Extern(Pong(Pong { id: 5 }))");
    assert_ne!(object, Object::User(types::User { id: 5 }));
    let signed = |data: Object| Object::from(Signed { data: data.into() });
    assert_wire(&signed(object.clone()), Pack::boxed(0x31).nat(0x11).long(5));
    assert_wire(&signed(signed(types::User { id: 1 }.into())), Pack::boxed(0x31).nat(0x31).nat(0x32).int(1));
    let error = refused::<Object>(&Pack::boxed(0x99).done());
    assert_eq!((error.kind(), error.expected()), (&DecodeErrorKind::UnknownId { id: 0x99 }, Some("Object")));
}
