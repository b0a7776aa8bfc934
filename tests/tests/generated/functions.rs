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

/// Answers without an id, and functions among types.
mod bare {
    tl_runtime::tl! {
        r"
        ab.record#a1 id:long = ab.Record;
        peerEmpty#b1 = Peer;
        peerUser#b2 id:long = Peer;
        /// Reads a record.
        @any @read ab.read#3 x:ab.record => ab.Record;
        @write ab.readWithoutId id:long => ab.record;
        ---functions---
        getRecord#1 = ab.record;
        getBytes#2 = bytes;
        getInt#4 = int;
        getNat#5 = #;
        getMaybe#6 = %ab.Record;
        getUser#7 = peerUser;
        getList#8 = vector int;
        getHash#9 = int256;
        getTrue#a = true;
        "
    }
    pub(super) mod tokens {
        tl_runtime::tl! {
            record #a1 id:long = Record;
            @read getOther #2 x:Record => record;
            ---functions---
            get #1 = record;
            sendResponseTo #3 {X:Type} to:long query:!X = Bool;
            sendMore #4 {X:Type} {Y:Type} first:!X second:!Y = Y;
        }
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

/// The answer has the form that the line gives it.
fn answered<F: Function<Return: DeserializableOwned + Serializable>>(bytes: Pack) -> F::Return {
    let bytes = bytes.done();
    let answer = F::Return::from_bytes(&bytes).unwrap();
    assert_eq!(answer.to_bytes().unwrap(), bytes);
    answer
}

#[test]
fn answers_without_an_id() {
    use bare::functions::{
        GetBytes, GetHash, GetInt, GetList, GetMaybe, GetNat, GetRecord, GetTrue, GetUser,
    };
    use bare::tokens::functions::Get;
    let record = bare::types::ab::Record { id: 5 };
    let long = || Pack::bare().long(5);
    assert_eq!(answered::<GetRecord>(long()).value, record);
    assert_eq!(answered::<GetMaybe>(long()).value, record);
    assert_eq!(answered::<Get>(long()).value.id, 5);
    assert_eq!(answered::<GetUser>(long()).value, bare::types::PeerUser { id: 5 });
    assert_eq!(answered::<GetList>(Pack::bare().int(1).int(7)).value, [7]);
    assert_eq!(answered::<GetTrue>(Pack::bare()).value, tl_runtime::True);
    answers::<GetBytes, bytes::Bytes>();
    answers::<GetInt, i32>();
    answers::<GetNat, u32>();
    answers::<GetHash, [u8; 32]>();
}

/// `=>` is that of a function, wherever it is written; its id is that of `ab.readWithoutId id:long = ab.record`.
#[test]
fn functions_among_types() {
    use bare::functions::ab::{Read, ReadWithoutId};
    let record = bare::types::ab::Record { id: 5 };
    answers::<Read, bare::types::ab::Record>();
    let call = Read { x: record.clone() };
    assert_eq!(call.to_bytes().unwrap(), Pack::boxed(3).long(5).done());
    assert_eq!(Read::TL, "@any @read ab.read#00000003 x:ab.record => ab.Record");
    assert_eq!(answered::<ReadWithoutId>(Pack::bare().long(5)).value, record);
    assert_eq!(ReadWithoutId::ID, 0xba47_a004);
    answers::<bare::tokens::functions::GetOther, <bare::tokens::functions::Get as Function>::Return>();
}

/// What a call passes on need not be what it answers.
#[test]
fn a_generic_call_that_answers_something_else() {
    use bare::tokens::functions::{SendMore, SendResponseTo};
    use encoded::functions::{GetIds, IsThere};
    answers::<SendResponseTo<GetIds>, bool>();
    answers::<SendMore<GetIds, IsThere>, bool>();
    let response = SendResponseTo { to: 1, query: 7_i32 };
    assert_eq!(response.to_bytes().unwrap(), Pack::boxed(3).long(1).int(7).done());
    answers::<SendResponseTo<i32>, bool>();
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
