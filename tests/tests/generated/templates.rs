//! Constructors with types as parameters.

use std::fmt::Debug;

use tl_runtime::{
    Answer, Combinator, DecodeError, DecodeErrorKind, Deserializable, DeserializableOwned, EncodeAnswer,
    EncodeErrorKind, Function, FunctionOwned, RawObject, Reader, Serializable, True,
};

mod api {
    tl_runtime::tl! {
        #![tl(ids = "formal", try_from, getters, setters, object)]
        #![derive(Eq, Hash)]
        tuple #9770768a {t:Type} {n:#} [t] = Tuple t n;
        resultFalse #27930a7b {t:Type} = Maybe t;
        resultTrue #3f9c8ef8 {t:Type} t = Maybe t;
        dictionaryField {t:Type} key:string value:t = DictionaryField t;
        dictionary #1f4c618f {t:Type} %(Vector %(DictionaryField t)) = Dictionary t;
        anyDictionary {k:Type} {v:Type} # [ (pair k v) ] = AnyDictionary k v;
        pair {X:Type} {Y:Type} a:X b:Y = Pair X Y;
        left {X:Type} {Y:Type} value:X = Either X Y;
        right {A:Type} {B:Type} value:B = Either A B;
        list {X:Type} flag:# head:flag.0?X tail:flag.0?(list X) = List X;
        leaf {t:Type} value:t = Tree t;
        node {t:Type} left:(Tree t) right:(Tree t) = Tree t;
        rose {t:Type} value:t children:%(Forest (rose t)) = Rose t;
        forest {t:Type} # [ t ] = Forest t;
        vectorTotal {t:Type} total_count:int vector:%(Vector t) = VectorTotal t;
        // Nothing of `t` is in it.
        phantom {t:Type} {n:#} x:n.0?int = Phantom t n;
        matrix {t:Type} {columns:#} {rows:#} rows*[ columns*[ t ] ] = Matrix t columns rows;
        inner {mask:#} a:mask.0?int b:mask.1?(tuple int mask) = Inner mask;

        maybes a:(Maybe int) b:(Maybe (Maybe string)) c:(vector (Maybe int)) = Maybes;
        tuples n:# a:(tuple int 3) b:(Tuple int n) c:(tuple (tuple int n) 2) d:(tuple int 2000) = Tuples;
        dictionaries a:(dictionary int) b:(Dictionary Int) c:(anyDictionary string (tuple int 2)) = Dictionaries;
        pairs a:(pair int string) b:(Pair Int (vector int)) c:(pair (pair int int) (Maybe int)) = Pairs;
        eithers a:(vector (Either int string)) b:(left Int %Inside) = Eithers;
        inside x:int = Inside;
        lists a:(list int) b:(List (list string)) = Lists;
        trees n:# a:(Tree (tuple int n)) b:(rose int) = Trees;
        masked mask:# x:(vector (Maybe (inner mask))) y:(Either (inner mask) (inner 1)) = Masked;
        grid w:# h:# cells:(matrix int w h) p:(phantom int w) total:(VectorTotal int) = Grid;
        own flags:# next:(Maybe own) some:flags.0?int = Own;
        twins flags:# both:flags.0?(tuple twins 2) = Twins;
        kin n:# all:(tuple kin n) = Kin;
        ---functions---
        get #00000001 n:# => Tuple int n;
        getMasked #00000002 mask:# x:mask.1?int => Maybe (inner mask);
        getMaybe #00000003 => Maybe int;
        getSum #00000004 n:# => vector (tuple string (n+1));
        wrap #00000005 {X:Type} layer:int query:!X = X;
        wrapMany #00000006 {X:Type} query:!X = Vector X;
        send #00000007 to:(pair int string) = True;
    }
}

use api::{enums, functions, types};

use crate::numbers::{bare, holds, read, words};

const TUPLE: u32 = 0x9770_768a;
const NOTHING: u32 = 0x2793_0a7b;
const SOMETHING: u32 = 0x3f9c_8ef8;
const INT: u32 = 0xa850_9bda;

/// One of fewer than four letters.
fn text(text: &str) -> u32 {
    let mut word = [0; 4];
    word[0] = text.len() as u8;
    word[1..=text.len()].copy_from_slice(text.as_bytes());
    u32::from_le_bytes(word)
}

#[test]
fn an_option_by_its_shape() {
    let value = types::Maybes { a: Some(1), b: Some(Some("a".into())), c: vec![None, Some(2)] };
    let rest = [SOMETHING, SOMETHING, text("a"), 2, NOTHING, SOMETHING, 2];
    holds(&value, &[&[SOMETHING, 1][..], &rest].concat());
    let value = types::Maybes { a: None, b: Some(None), c: vec![] };
    holds(&value, &[NOTHING, SOMETHING, NOTHING, 0]);
    let error = read::<types::Maybes>(&words(&[1, 2])).unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::UnknownId { id: 1 });
    assert_eq!(error.expected(), Some("Maybe"));
    let _: enums::Maybe<i32> = Some(1);
}

#[test]
fn a_template_with_one_value_is_what_it_holds() {
    let value =
        types::Tuples { n: 2, a: [1, 2, 3], b: vec![4, 5], c: [vec![6, 7], vec![8, 9]], d: vec![0; 2000] };
    let bytes = [&[2, 1, 2, 3, TUPLE, 4, 5, 6, 7, 8, 9][..], &[0; 2000]].concat();
    assert_eq!(bare(&value).unwrap(), words(&bytes));
    assert_eq!(read::<types::Tuples>(&words(&bytes)).unwrap(), value);
    let error = read::<types::Tuples>(&words(&[2, 1, 2, 3, 7])).unwrap_err();
    assert_eq!(error.expected(), Some("Tuple"));
    let error = bare(&types::Tuples { d: vec![0; 1999], ..value }).unwrap_err();
    assert_eq!(*error.kind(), EncodeErrorKind::CountMismatch { count: 2000, len: 1999 });
    assert!(error.to_string().ends_with("in d of tuples"), "{error}");

    let field = |key: &str, value| types::DictionaryField { key: key.into(), value };
    let value = types::Dictionaries {
        a: vec![field("b", 1), field("a", 2)],
        b: vec![field("c", 3)],
        c: vec![types::Pair::new("d".into(), [4, 5])],
    };
    let a = [0x1cb5_c415, 2, text("b"), 1, text("a"), 2];
    let b = [0x1f4c_618f, 0x1cb5_c415, 1, text("c"), INT, 3];
    // `%(Vector …)` has no id of its own.
    let a: Vec<u32> = a[1..].to_vec();
    let b: Vec<u32> = [&b[..1], &b[2..]].concat();
    holds(&value, &[a, b, vec![1, text("d"), 4, 5]].concat());
    let _: enums::Dictionary<i32> = value.a;
    let _: enums::Tuple<i32> = vec![1];
}

#[test]
fn one_type_for_all_forms_of_its_arguments() {
    let value = types::Pairs {
        a: types::Pair::new(1, "a".to_owned()),
        b: types::Pair::new(2, vec![3]),
        c: types::Pair::new(types::Pair::new(4, 5), None),
    };
    let id = types::Pair::<i32, i32>::ID;
    holds(&value, &[1, text("a"), id, INT, 2, 1, 3, 4, 5, NOTHING]);
    let boxed: &types::Pair<i32, Vec<i32>> = &value.b;
    let alias: &enums::Pair<i32, Vec<i32>> = boxed;
    assert_eq!((alias.a, &alias.b[..]), (2, &[3][..]));
}

#[test]
fn unions_have_the_parameters_of_all_their_constructors() {
    let left: enums::Either<i32, String> = types::Left::new(1).into();
    let right: enums::Either<i32, String> = types::Right::new("a".to_owned()).into();
    assert_eq!(types::Left::try_from(left.clone()).unwrap().value, 1);
    assert_eq!(types::Left::try_from(right.clone()).unwrap_err(), right);
    assert_eq!((left.constructor_name(), right.constructor_id()), ("left", types::Right::<String>::ID));
    let value = types::Eithers { a: vec![left, right], b: types::Left::new(2) };
    let ids = [types::Left::<i32>::ID, types::Right::<i32>::ID];
    holds(&value, &[2, ids[0], 1, ids[1], text("a"), INT, 2]);
}

#[test]
fn recursion_is_boxed_and_nothing_else_is() {
    let list = |items: &[i32]| {
        items.iter().rev().fold(types::List::new(0), |tail, item| types::List {
            head: Some(*item),
            tail: Some(Box::new(tail)),
            flag: 0,
        })
    };
    let strings =
        types::List { head: Some(list_of_strings()), tail: Some(Box::new(types::List::new(0))), flag: 0 };
    let value = types::Lists { a: list(&[1, 2]), b: strings };
    let id = types::List::<i32>::ID;
    holds(&value, &[1, 1, 1, 2, 0, id, 1, 1, text("a"), 0, 0]);

    let leaf = |value: Vec<i32>| Box::new(enums::Tree::from(types::Leaf { value }));
    let tree = types::Node { left: leaf(vec![1, 2]), right: leaf(vec![3, 4]) };
    let rose = types::Rose { value: 1, children: vec![types::Rose { value: 2, children: vec![] }] };
    let value = types::Trees { n: 2, a: tree.into(), b: rose };
    let (node, leaf) = (types::Node::<i32>::ID, types::Leaf::<i32>::ID);
    holds(&value, &[2, node, leaf, 1, 2, leaf, 3, 4, 1, 1, 2, 0]);

    let own =
        types::Own { next: Box::new(Some(types::Own { next: Box::new(None), some: Some(7) })), some: None };
    holds(&own, &[0, SOMETHING, 1, NOTHING, 7]);

    // An array is a part of the value, a list is not.
    let leaf = || types::Twins { both: None };
    holds(&types::Twins { both: Some(Box::new([leaf(), leaf()])) }, &[1, 0, 0]);
    holds(&types::Kin { n: 1, all: vec![types::Kin { n: 0, all: vec![] }] }, &[1, 0]);
}

fn list_of_strings() -> types::List<String> {
    types::List { head: Some("a".to_owned()), tail: Some(Box::new(types::List::new(0))), flag: 0 }
}

/// Without the limit, decode, drop and comparison would overflow the stack.
#[test]
fn recursion_has_its_limit() {
    let mut words: Vec<u32> = vec![types::Lists::ID];
    words.extend([1, 7].repeat(300));
    words.push(0);
    let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
    let error = types::Lists::from_bytes(&bytes).unwrap_err();
    assert_eq!(*error.kind(), DecodeErrorKind::TooDeep { limit: 256 });
    assert!(
        Reader::new(&bytes)
            .with_max_depth(400)
            .read::<types::Lists>()
            .is_err_and(|error| { matches!(error.kind(), DecodeErrorKind::UnexpectedEnd { .. }) })
    );
}

#[test]
fn numbers_and_types_together() {
    let inner = |a, b| types::Inner { a, b };
    let value = types::Masked {
        mask: 3,
        x: vec![Some(inner(Some(1), Some(vec![2, 3, 4]))), None],
        y: types::Left::new(inner(Some(5), Some(vec![6, 7, 8]))).into(),
    };
    let left = types::Left::<i32>::ID;
    holds(&value, &[3, 2, SOMETHING, 1, 2, 3, 4, NOTHING, left, 5, 6, 7, 8]);
    let value = types::Masked { mask: 0, x: vec![], y: types::Right::new(inner(Some(1), None)).into() };
    holds(&value, &[0, 0, types::Right::<i32>::ID, 1]);
    // The mask of `right` is 1, which leaves `b` out, and asks for `a`.
    let right = |a, b| types::Masked { y: types::Right::new(inner(a, b)).into(), ..value.clone() };
    assert_eq!(bare(&right(Some(1), Some(vec![]))).unwrap(), bare(&value).unwrap());
    assert!(bare(&right(None, None)).is_err());

    let total = types::VectorTotal { total_count: 9, vector: vec![7, 8] };
    let value = types::Grid {
        w: 3,
        h: 2,
        cells: vec![vec![1, 2, 3], vec![4, 5, 6]],
        p: types::Phantom { x: Some(10) },
        total,
    };
    holds(&value, &[3, 2, 1, 2, 3, 4, 5, 6, 10, types::VectorTotal::<i32>::ID, 9, 2, 7, 8]);
}

/// A count is refused before anything is reserved for it, whatever it is passed through.
#[test]
fn hostile_numbers() {
    for numbers in [[u32::MAX, 1], [1, u32::MAX], [u32::MAX, u32::MAX], [0x1_0000, 0x1_0000]] {
        assert!(read::<types::Grid>(&words(&[numbers[0], numbers[1], 1, 2, 3])).is_err());
    }
    assert!(read::<types::Tuples>(&words(&[u32::MAX, 1, 2, 3, TUPLE, 1])).is_err());
    let call = functions::GetSum { n: u32::MAX };
    assert!(call.answer(&words(&[1, 0])).is_err());
    assert!(call.encode_answer(&Answer::new(vec![vec![]])).is_err());
}

fn ask<F: FunctionOwned>(call: &F, bytes: &[u8]) -> Result<F::Return, DecodeError> {
    call.answer(bytes)
}

fn answers<F>(call: F, answer: &F::Return, expected: &[u32])
where
    F: FunctionOwned<Return: Debug + PartialEq + EncodeAnswer<F>>,
{
    let bytes = words(expected);
    assert_eq!(call.encode_answer(answer).unwrap(), bytes);
    assert_eq!(ask(&call, &bytes).unwrap(), *answer);
}

#[test]
fn answers_depend_on_the_call() {
    let get = functions::Get { n: 2 };
    answers(get.clone(), &Answer::new(vec![1, 2]), &[TUPLE, 1, 2]);
    answers(functions::Wrap { layer: 1, query: get.clone() }, &Answer::new(vec![1, 2]), &[TUPLE, 1, 2]);
    answers(&get, &Answer::new(vec![1, 2]), &[TUPLE, 1, 2]);
    answers(Box::new(get.clone()), &Answer::new(vec![1, 2]), &[TUPLE, 1, 2]);
    let error = get.encode_answer(&Answer::new(vec![1])).unwrap_err();
    assert_eq!(*error.kind(), EncodeErrorKind::CountMismatch { count: 2, len: 1 });
    assert_eq!(error.to_string(), "expected 2 elements, found 1, in answer of get");
    assert!(functions::Get { n: 3 }.answer(&words(&[TUPLE, 1, 2])).is_err());
    assert!(functions::Get { n: 1 }.answer(&words(&[TUPLE, 1, 2])).is_err());

    // The mask as it is written, with the bits that encode sets.
    let call = functions::GetMasked { mask: 1, x: Some(7) };
    let inner = types::Inner { a: Some(1), b: Some(vec![2, 3, 4]) };
    answers(call, &Answer::new(Some(inner.clone())), &[SOMETHING, 1, 2, 3, 4]);
    let call = functions::GetMasked { mask: 0, x: None };
    assert_eq!(call.encode_answer(&Answer::new(Some(inner))).unwrap(), words(&[SOMETHING]));

    let call = functions::GetSum { n: 1 };
    let lists = Answer::new(vec![["a", "b"].map(str::to_owned).to_vec()]);
    answers(call, &lists, &[1, text("a"), text("b")]);

    // Nothing in these depends on the call.
    let maybe = <functions::GetMaybe as Function>::Return::new(Some(1));
    answers(functions::GetMaybe, &maybe, &[SOMETHING, 1]);
    let many = functions::WrapMany { query: functions::Send { to: types::Pair::new(1, String::new()) } };
    answers(many, &vec![True], &[0x1cb5_c415, 1, True::ID]);
}

#[test]
fn templates_are_no_variants_of_object() {
    fn is_readable<T: DeserializableOwned + Serializable>() {}
    is_readable::<api::Object>();
    let pair = words(&[types::Pair::<i32, i32>::ID, 1, 2]);
    assert!(api::Object::from_bytes(&pair).is_err());
    let inside = types::Inside { x: 1 };
    assert_eq!(api::Object::from_bytes(&inside.to_bytes().unwrap()).unwrap(), inside.into());
}

mod borrowing {
    tl_runtime::tl! {
        #![tl(ids = "formal", borrow, reflect, default)]
        #![derive(Eq)]
        pair {X:Type} {Y:Type} a:X b:Y = Pair X Y;
        field {t:Type} key:string value:t = Field t;
        fields {t:Type} %(Vector %(Field t)) = Fields t;
        none {t:Type} = Maybe t;
        some {t:Type} t = Maybe t;
        names a:(pair string bytes) b:(Maybe string) c:(fields double) = Names;
        numbers a:(pair int long) b:(Maybe int) = Numbers;
        strings a:(fields int) = Strings;
        phantom {t:Type} {n:#} x:n.0?int = Phantom t n;
        ghosts a:(phantom string 1) b:(phantom double 0) = Ghosts;
        // The parameter has the name of the type, and of the struct.
        value {value:Type} a:value = Value value;
        left {either:Type} x:either = Either either;
        right {either:Type} y:either = Either either;
        shadowed a:(value int) b:(Either string) = Shadowed;
    }
}

#[test]
fn what_spreads_goes_through_arguments() {
    use borrowing::types::{Field, Ghosts, Names, Numbers, Pair, Phantom, Strings};

    let names = Names { a: Pair { a: "a", b: b"b" }, b: Some("c"), c: vec![Field { key: "d", value: 0.5 }] };
    let bytes = names.to_bytes().unwrap();
    assert_eq!(Names::from_bytes(&bytes).unwrap(), names);
    // No lifetime, and `Eq`, where no argument is in the way.
    fn is_eq<T: Eq + 'static>(_: &T) {}
    is_eq(&Numbers { a: Pair { a: 1, b: 2 }, b: None });
    is_eq(&Ghosts { a: Phantom { x: Some(1) }, b: Phantom { x: None } });
    fn is_comparable<T: Eq>(_: &T) {}
    is_comparable(&Strings { a: vec![Field { key: "a", value: 1 }] });
    assert_eq!(Numbers::default(), Numbers { a: Pair::default(), b: None });
    assert_eq!(Names::default().a, Pair { a: "", b: &[][..] });
}

mod records {
    tl_runtime::tl! {
        #![tl(ids = "formal")]
        pair {X:Type} {Y:Type} a:X b:Y = Pair X Y;
        plain n:# list:n*[ x:int y:int ] = Plain;
        masked {mask:#} {X:Type} k:# a:k*[ b:mask.0?2*[ x:int y:k*[ (pair int X) ] ] c:int ] = Masked mask X;
        outer mask:# inner:(masked mask string) = Outer;
        counted # a:[ # b:[ int ] ] = Counted;
        named one:2*[ only:int ] = Named;
        replace10 n:# a:[ 3*[ a:int b:int ] ] = Replace10;
    }
}

#[test]
fn a_repetition_of_several_fields_has_a_type_of_its_own() {
    use records::types::{Masked, MaskedA, MaskedAB, Outer, Pair, Plain, PlainList};

    let value = Plain { list: vec![PlainList { x: 1, y: 2 }, PlainList { x: 3, y: 4 }] };
    holds(&value, &[2, 1, 2, 3, 4]);
    let element = MaskedAB { x: 5, y: vec![Pair::new(6, "a".to_owned())] };
    let a = MaskedA { b: Some([element.clone(), element]), c: 9 };
    let inner = Masked { k: 1, a: vec![a] };
    holds(&Outer { mask: 1, inner }, &[1, 1, 5, 6, text("a"), 5, 6, text("a"), 9]);
    // The ids are those of the lines as they are.
    assert_eq!(Plain::TL, "plain n:# list:n*[ x:int y:int ] = Plain");
    assert_eq!(records::types::Replace10::ID, 0xfc81_f008);
}

mod implied {
    tl_runtime::tl! {
        #![tl(ids = "formal")]
        ok value:T = Response T;
        failed code:int = Response T;
        page results:(vector (Response int)) = Page;
        engine.query {X:Type} query:!X = engine.Query;
        engine.stop = engine.Query;
        engine.job name:string query:engine.Query = engine.Job;
    }
}

#[test]
fn what_lines_leave_out() {
    use implied::{enums, types};

    // `{T:Type}`; the id is that of the line as it is.
    assert_eq!(types::Ok::<i32>::TL, "ok value:T = Response<T>");
    let results: Vec<enums::Response<i32>> =
        vec![types::Ok { value: 5 }.into(), types::Failed { code: 6 }.into()];
    holds(&types::Page { results }, &[2, types::Ok::<i32>::ID, 5, types::Failed::ID, 6]);

    // Any function, which nothing says more about.
    let query = RawObject::from_value(&functions::Get { n: 3 }).unwrap();
    let query = types::engine::Query { query };
    let job = types::engine::Job { name: "a".into(), query: query.into() };
    let bytes = words(&[text("a"), types::engine::Query::ID, 1, 3]);
    assert_eq!(bare(&job).unwrap(), bytes);
    assert_eq!(read::<types::engine::Job>(&bytes).unwrap(), job);
}

/// A fresh buffer is then of about the right size.
#[test]
fn hints_look_into_arguments() {
    let long = "x".repeat(1_000);
    let pairs = types::Pairs {
        a: types::Pair::new(1, long.clone()),
        b: types::Pair::new(2, vec![3; 1_000]),
        c: types::Pair::new(types::Pair::new(4, 5), None),
    };
    let eithers = types::Eithers {
        a: vec![types::Right::new(long).into()],
        b: types::Left::new(types::Inside { x: 1 }.x),
    };
    let (hint, len) = (pairs.size_hint(), pairs.to_bytes().unwrap().len());
    assert!((8..=len).contains(&hint), "{hint} for {len} bytes");
    let (hint, len) = (eithers.size_hint(), eithers.to_bytes().unwrap().len());
    assert!((8..=len).contains(&hint), "{hint} for {len} bytes");
}
