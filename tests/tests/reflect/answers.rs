//! What a call answers, where that depends on its arguments.

use api::{SCHEMA, functions, types};
use tl_runtime::reflect::{Call, CallError};
use tl_runtime::{Answer, Combinator, EncodeAnswer, Function, Serializable};

mod api {
    tl_runtime::tl! {
        #![tl(reflect, ids = "formal", functions = "both")]
        tuple {t:Type} {n:#} [ t ] = Tuple t n;
        user {mask:#} id:int name:mask.0?string = User mask;
        ---functions---
        getDigits n:# = %(Tuple int n);
        getPairs n:# = Vector %(Tuple int (n+1));
        getUser mask:# id:int = %(User mask);
        getCount = Int;
        invokeWithLayer {X:Type} layer:int query:!X = X;
        invokeTwice {X:Type} query:!X = Vector X;
    }
}

/// What the answer to a call is as text, the same as the types say, and back through JSON.
#[track_caller]
fn shows<F: Function<Return: EncodeAnswer<F>> + Serializable>(call: &F, answer: &F::Return, text: &str) {
    let answer = call.encode_answer(answer).expect("it can be written");
    let call = call.to_bytes().expect("it can be written");
    assert_eq!(SCHEMA.text_answer(&call, &answer).to_string(), text);
    let json = SCHEMA.answer_to_json(&call, &answer).expect("it is a call").expect("it can be read");
    let back = SCHEMA.answer_from_json(&call, &json).expect("it is a call");
    assert_eq!(back.as_ref(), Ok(&answer), "{json}");
}

#[test]
fn numbers_of_the_call() {
    shows(&functions::GetDigits { n: 2 }, &Answer::new(vec![1, 2]), "(tuple _0:[1 2])");
    shows(&functions::GetDigits { n: 0 }, &Answer::new(vec![]), "(tuple _0:[])");
    shows(
        &functions::GetPairs { n: 1 },
        &Answer::new(vec![vec![1, 2], vec![3, 4]]),
        "[(tuple _0:[1 2]) (tuple _0:[3 4])]",
    );
}

#[test]
fn bits_of_the_call() {
    let user = |name: Option<&str>| Answer::new(types::User { id: 7, name: name.map(Into::into) });
    shows(&functions::GetUser { mask: 1, id: 7 }, &user(Some("Ada")), r#"(user id:7 name:"Ada")"#);
    shows(&functions::GetUser { mask: 0, id: 7 }, &user(None), "(user id:7)");
}

#[test]
fn calls_in_calls() {
    let inner = functions::InvokeWithLayer { layer: 2, query: functions::GetDigits { n: 3 } };
    let call = functions::InvokeWithLayer { layer: 1, query: inner };
    let digits = Answer::new(vec![1, 2, 3]);
    shows(&call.query, &digits, "(tuple _0:[1 2 3])");
    shows(&call, &digits, "(tuple _0:[1 2 3])");
    let twice = functions::InvokeTwice { query: functions::GetDigits { n: 1 } };
    let bytes = twice.to_bytes().expect("it can be written");
    let answer = [&0x1cb5_c415_u32.to_le_bytes()[..], &[2, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0]].concat();
    assert_eq!(SCHEMA.text_answer(&bytes, &answer).to_string(), "[(tuple _0:[5]) (tuple _0:[6])]");
}

#[test]
fn the_id_is_enough_unless_the_answer_depends_on_more() {
    let count = [0xda, 0x9b, 0x50, 0xa8, 7, 0, 0, 0];
    assert_eq!(SCHEMA.text_answer(functions::GetCount::ID, &count).to_string(), "7");
    for (id, name) in [
        (functions::GetDigits::ID, "getDigits"),
        (functions::GetPairs::ID, "getPairs"),
        (functions::GetUser::ID, "getUser"),
        (functions::InvokeWithLayer::<functions::GetCount>::ID, "invokeWithLayer"),
        (functions::InvokeTwice::<functions::GetCount>::ID, "invokeTwice"),
    ] {
        let error = SCHEMA.answer_events(id, &count).expect_err("the arguments are needed");
        assert_eq!(error, CallError::NoArguments { function: name.into() });
    }
}

#[test]
fn calls_that_say_nothing() {
    let unknown = SCHEMA.dump_answer(1, &[]).to_string();
    assert_eq!(unknown, "the schema has no function with the id 0x00000001\n");
    for call in [&[][..], &[1, 2], &[0xb5, 0x75, 0x72, 0x99]] {
        let error = SCHEMA.answer_events(call, &[]).expect_err("it is no call");
        assert!(matches!(error, CallError::UnknownFunction { .. }), "{error}");
    }
    let cut = &functions::GetDigits { n: 1 }.to_bytes().expect("it can be written")[..6];
    let text = SCHEMA.text_answer(Call::Bytes(cut), &[]).to_string();
    let error =
        "the call cannot be read: unexpected end of input (4 bytes needed, 2 left) at byte 4, in getDigits.n";
    assert_eq!(text, error);
}
