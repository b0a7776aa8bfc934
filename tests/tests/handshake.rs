//! The twelve messages of two key exchanges, as they went over the wire: to their values and back.

use bytes::Bytes;
use tl_runtime::reflect::JsonStyle;
use tl_runtime::{Combinator, Deserializable};
use tl_tests::handshake::{Object, SCHEMA, enums, functions, messages, types};
use tl_tests::hex;
use tl_tests::pack::Pack;
use tl_tests::wire::assert_wire;

const NONCE: &str = "3e0549828cca27e966b301a48fece2fc";
const SERVER_NONCE: &str = "a5cf4d33f4a11ea877ba4aa573907330";
const NONCE_2: &str = "4e44b426241e8b839153122d44585ac6";
const SERVER_NONCE_2: &str = "65ba0b393e1094329eda2c42d6283303";

/// The value is the message, byte for byte.
#[track_caller]
fn assert_message<T>(value: &T, message: &str)
where
    T: tl_tests::sample::Value + Combinator,
{
    assert_wire(value, Pack::bare().raw(&hex::bytes(message)));
    let object = Object::from_bytes(&hex::bytes(message)).unwrap();
    assert_eq!((object.constructor_id(), object.constructor_name()), (T::ID, T::NAME));
    assert_readable(&hex::bytes(message));
}

/// The message comes back from text and from JSON, and a dump shows all of it.
#[track_caller]
fn assert_readable(message: &[u8]) {
    assert_eq!(SCHEMA.parse_text(&SCHEMA.text(message).to_string()).unwrap(), message);
    for style in [JsonStyle::Plain, JsonStyle::Tdlib] {
        let schema = SCHEMA.with_json(style);
        assert_eq!(schema.from_json(&schema.to_json(message).unwrap()).unwrap(), message);
    }
    let dump = SCHEMA.dump(message).to_string();
    assert!(!dump.contains("! "), "{dump}");
}

fn bytes(digits: &str) -> Bytes {
    hex::bytes(digits).into()
}

#[test]
fn req_pq() {
    assert_message(&functions::ReqPq { nonce: hex::array(NONCE) }, messages::REQ_PQ);
    assert_message(&functions::ReqPqMulti { nonce: hex::array(NONCE_2) }, messages::REQ_PQ_MULTI);
}

#[test]
fn res_pq() {
    let first = types::ResPq {
        nonce: hex::array(NONCE),
        server_nonce: hex::array(SERVER_NONCE),
        pq: bytes("17ed48941a08f981"),
        server_public_key_fingerprints: vec![-4344800451088585951],
    };
    assert_message(&first, messages::RES_PQ_1);
    let second = types::ResPq {
        nonce: hex::array(NONCE_2),
        server_nonce: hex::array(SERVER_NONCE_2),
        pq: bytes("19546f942a11278d"),
        server_public_key_fingerprints: vec![
            -5595554452916591101,
            -7596991558377038078,
            -4344800451088585951,
        ],
    };
    assert_message(&second, messages::RES_PQ_2);
}

#[test]
fn p_q_inner_data() {
    let data = types::PQInnerData {
        pq: bytes("17ed48941a08f981"),
        p: bytes("494c553b"),
        q: bytes("53911073"),
        nonce: hex::array(NONCE),
        server_nonce: hex::array(SERVER_NONCE),
        new_nonce: hex::array("311c85db234aa2640afc4a76a735cf5b1f0fd68bd17fa181e1229ad867cc024d"),
    };
    assert_message(&data, messages::P_Q_INNER_DATA);
}

#[test]
fn req_dh_params() {
    let first = functions::ReqDhParams {
        nonce: hex::array(NONCE),
        server_nonce: hex::array(SERVER_NONCE),
        p: bytes("494c553b"),
        q: bytes("53911073"),
        public_key_fingerprint: -4344800451088585951,
        encrypted_data: bytes(messages::REQ_DH_PARAMS_1_ENCRYPTED_DATA),
    };
    assert_message(&first, messages::REQ_DH_PARAMS_1);
    let second = functions::ReqDhParams {
        nonce: hex::array(NONCE_2),
        server_nonce: hex::array(SERVER_NONCE_2),
        p: bytes("44b2e50d"),
        q: bytes("5e63ac81"),
        public_key_fingerprint: -5595554452916591101,
        encrypted_data: bytes(messages::REQ_DH_PARAMS_2_ENCRYPTED_DATA),
    };
    assert_message(&second, messages::REQ_DH_PARAMS_2);
}

#[test]
fn server_dh_params() {
    let first = types::ServerDhParamsOk {
        nonce: hex::array(NONCE),
        server_nonce: hex::array(SERVER_NONCE),
        encrypted_answer: bytes(messages::SERVER_DH_PARAMS_OK_1_ENCRYPTED_ANSWER),
    };
    assert_message(&first, messages::SERVER_DH_PARAMS_OK_1);
    let second = types::ServerDhParamsOk {
        nonce: hex::array(NONCE_2),
        server_nonce: hex::array(SERVER_NONCE_2),
        encrypted_answer: bytes(messages::SERVER_DH_PARAMS_OK_2_ENCRYPTED_ANSWER),
    };
    assert_message(&second, messages::SERVER_DH_PARAMS_OK_2);
}

#[test]
fn server_dh_inner_data() {
    let data = types::ServerDhInnerData {
        nonce: hex::array(NONCE),
        server_nonce: hex::array(SERVER_NONCE),
        g: 2,
        dh_prime: bytes(messages::SERVER_DH_INNER_DATA_DH_PRIME),
        g_a: bytes(messages::SERVER_DH_INNER_DATA_G_A),
        server_time: 1373993675,
    };
    assert_message(&data, messages::SERVER_DH_INNER_DATA);
}

#[test]
fn set_client_dh_params() {
    let params = functions::SetClientDhParams {
        nonce: hex::array(NONCE_2),
        server_nonce: hex::array(SERVER_NONCE_2),
        encrypted_data: bytes(messages::SET_CLIENT_DH_PARAMS_ENCRYPTED_DATA),
    };
    assert_message(&params, messages::SET_CLIENT_DH_PARAMS);
}

#[test]
fn dh_gen_ok() {
    let ok = types::DhGenOk {
        nonce: hex::array(NONCE_2),
        server_nonce: hex::array(SERVER_NONCE_2),
        new_nonce_hash1: hex::array("13b781a0de4ab6bc7ab414cbe13f9f86"),
    };
    assert_message(&ok, messages::DH_GEN_OK);
    let answer = enums::SetClientDhParamsAnswer::from_bytes(&hex::bytes(messages::DH_GEN_OK)).unwrap();
    assert_eq!(answer, ok.into());
}

/// A field shares the buffer that it came in, where the caller has that as `Bytes`.
#[test]
fn bytes_are_shared() {
    let message = Bytes::from(hex::bytes(messages::SERVER_DH_PARAMS_OK_1));
    let params = types::ServerDhParamsOk::from_shared(&message).unwrap();
    let offset = params.encrypted_answer.as_ptr() as usize - message.as_ptr() as usize;
    assert_eq!(offset, 4 + 16 + 16 + 4);
}
