//! Functions: what they answer, and those that take any other one.

use std::any::TypeId;

use tl_runtime::{Combinator, Deserializable, DeserializableOwned, Function, Serializable};
use tl_tests::has;
use tl_tests::pack::Pack;
use tl_tests::wire::assert_wire;

mod encoded {
    tl_runtime::tl! {
        user #a1 id:long = User;
        ---functions---
        ns.getUser #1 id:long = User;
        getUsers #2 = Vector<User>;
        getIds #3 = Vector<long>;
        isThere #4 = Bool;
        count #5 = Int;
        names #6 = Vector<string>;
        nested #7 = Vector<Vector<double>>;
        invokeWithLayer #8 {X:Type} layer:int query:!X = X;
        batch #9 {X:Type} query:!X = Vector<X>;
        savePart #b part:int bytes:bytes = Bool;
        invokeAfterMsg #c msg_id:long query:!X = X;
    }
}

mod both {
    tl_runtime::tl! {
        #![tl(functions = "both")]
        user #a1 id:long = User;
        ---functions---
        getUser #1 id:long = User;
        ---types---
        other #a2 = Other;
        ---functions---
        invoke #2 {X:Type} layer:int query:!X = X;
    }
}

fn answers<F: Function, R: 'static>()
where
    F::Return: 'static,
{
    assert_eq!(TypeId::of::<F::Return>(), TypeId::of::<R>(), "{}", F::NAME);
}

#[test]
fn what_a_call_answers() {
    use encoded::functions::{GetIds, GetUsers, IsThere, Names, Nested, ns::GetUser};
    use encoded::types::User;
    answers::<GetUser, User>();
    answers::<GetUsers, Vec<User>>();
    answers::<GetIds, Vec<i64>>();
    answers::<IsThere, bool>();
    answers::<Names, Vec<String>>();
    answers::<Nested, Vec<Vec<f64>>>();
}

/// A fresh buffer has room for what is uploaded, also in other calls.
#[test]
fn hints_go_through_calls() {
    use encoded::functions::{InvokeWithLayer, SavePart};
    let query = SavePart { part: 1, bytes: vec![7; 5_000].into() };
    let call = InvokeWithLayer { layer: 1, query: InvokeWithLayer { layer: 2, query } };
    assert_eq!(call.size_hint(), call.to_bytes().unwrap().len());
}

#[test]
fn a_generic_call_answers_what_its_query_does() {
    use encoded::functions::{Batch, GetIds, InvokeAfterMsg, InvokeWithLayer, IsThere};
    answers::<InvokeWithLayer<IsThere>, bool>();
    // `!X` declares what the line does not.
    answers::<InvokeAfterMsg<IsThere>, bool>();
    answers::<InvokeWithLayer<InvokeWithLayer<GetIds>>, Vec<i64>>();
    answers::<Batch<IsThere>, Vec<bool>>();
}

/// The query is boxed.
#[test]
fn a_generic_call_is_its_fields() {
    let query = encoded::functions::ns::GetUser { id: 5 };
    let call = encoded::functions::InvokeWithLayer { layer: 158, query };
    assert_eq!(call.to_bytes().unwrap(), Pack::boxed(8).int(158).nat(1).long(5).done());
    let outer = encoded::functions::InvokeWithLayer { layer: 1, query: call };
    assert_eq!(outer.to_bytes().unwrap(), Pack::boxed(8).int(1).nat(8).int(158).nat(1).long(5).done());
    let raw = encoded::functions::Batch { query: tl_runtime::RawObject::new(vec![1, 2, 3, 4]) };
    assert_eq!(raw.to_bytes().unwrap(), [9, 0, 0, 0, 1, 2, 3, 4]);
}

/// What a client library is: it knows no function by name.
#[test]
fn one_door_for_all_calls() {
    fn call<F>(function: &F, connection: impl Fn(Vec<u8>) -> Vec<u8>) -> F::Return
    where
        F: Function<Return: DeserializableOwned> + Serializable,
    {
        F::Return::from_bytes(&connection(function.to_bytes().unwrap())).unwrap()
    }
    let server = |request: Vec<u8>| Pack::boxed(Pack::VECTOR).nat(1).long(request.len() as i64).done();
    assert_eq!(call(&encoded::functions::GetIds, server), [4]);
    let wrapped = encoded::functions::InvokeWithLayer { layer: 1, query: encoded::functions::GetIds };
    assert_eq!(call(&wrapped, server), [12]);
}

#[test]
fn functions_are_not_decoded_unless_asked() {
    assert!(!has!(encoded::functions::GetIds: DeserializableOwned));
    assert!(has!(encoded::types::User: DeserializableOwned));
    assert!(has!(both::functions::GetUser: DeserializableOwned));
}

#[test]
fn functions_in_both_directions() {
    let query = both::functions::GetUser { id: 5 };
    assert_wire(&query, Pack::boxed(1).long(5));
    let call = both::functions::Invoke { layer: 2, query };
    assert_wire(&call, Pack::boxed(2).int(2).nat(1).long(5));
    assert_eq!(both::functions::Invoke::<both::types::User>::ID, 2);
    assert_wire(&both::types::Other, Pack::boxed(0xa2));
}
