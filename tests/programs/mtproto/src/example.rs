//! What this server can do: a few calls of Telegram's API.

use hex_literal::hex;
use tl_runtime::{Function, RawObject};

use crate::clock::Clock;
use crate::crypto::{PrivateKey, PublicKey};
use crate::schema::api::{self, Object, enums, functions, types};
use crate::schema::mtproto::types::RpcError;
use crate::server::Service;

/// A service that knows its settings, and takes messages.
#[derive(Debug, Default)]
pub struct Example;

impl Service for Example {
    fn answer(&self, call: &RawObject) -> Result<RawObject, RpcError> {
        answer(call.decode().map_err(|_| error(400, "INPUT_METHOD_INVALID"))?)
    }
}

fn answer(call: Object) -> Result<RawObject, RpcError> {
    // Each call encodes its answer, and takes only what the schema says it answers.
    let answer = match call {
        Object::InvokeWithLayer(call) if call.layer <= api::LAYER => return answer(call.query),
        Object::InvokeWithLayer(_) => return Err(error(400, "CONNECTION_LAYER_INVALID")),
        Object::InitConnection(call) => return answer(call.query),
        Object::HelpGetConfig => functions::help::GetConfig.encode_answer(&config()),
        Object::HelpGetNearestDc => functions::help::GetNearestDc.encode_answer(&nearest()),
        Object::MessagesSendMessage(call) if call.message.is_empty() => {
            return Err(error(400, "MESSAGE_EMPTY"));
        }
        Object::MessagesSendMessage(call) => call.encode_answer(&sent()),
        _ => return Err(error(400, "METHOD_INVALID")),
    };
    answer.map(RawObject::new).map_err(|_| error(500, "ENCODE_FAILED"))
}

fn error(error_code: i32, message: &str) -> RpcError {
    RpcError { error_code, error_message: message.to_owned() }
}

/// Where the servers are. The limits and the switches that it does not name are zero, off or absent.
fn config() -> types::Config {
    let now = Clock::default().now() as i32;
    types::Config {
        date: now,
        expires: now + 3_600,
        this_dc: 1,
        dc_options: vec![types::DcOption::new(1, "127.0.0.1", 443)],
        message_length_max: 4_096,
        test_mode: true,
        ..types::Config::default()
    }
}

fn nearest() -> types::NearestDc {
    types::NearestDc { country: "DE".to_owned(), this_dc: 1, nearest_dc: 1 }
}

/// What a sender gets to know of a message that arrived.
fn sent() -> enums::Updates {
    types::UpdateShortSentMessage::new(1, 1, 1, Clock::default().now() as i32).into()
}

/// A message from somebody, as the server tells clients that did not ask.
pub fn message(user_id: i64, text: &str) -> enums::Updates {
    let date = Clock::default().now() as i32;
    types::UpdateShortMessage::new(1, user_id, text, 1, 1, date).into()
}

/// The key of this example, which is no secret: `openssl genrsa 2048`.
pub fn key() -> PrivateKey {
    let n = hex!(
        "a52da24ce21fe2ffea1307cce1d35426a0e825ac9a8a931c370ef6fe18b20590ce3188b7ea08e6e15a603f745d1f076c"
        "0f25f789ad37eb8f80f51d1d30b552a43a38587fd42d8d9bca4fe3f6e6de0408d1aa9f4930b57ecfd064336a2af116ae"
        "aaffe9c41f757ca98bff4420f2e28417f5da2aa2cae26e28143a025fb11bcc0b73236d3ea4c09654dec80f313ce6bc49"
        "d63eb0fb646b03806be0df7b7438b4d5ff6f77047546774ca61474dada2322f5168b8348227fa9531f8b968f5e91b7bf"
        "6a0a723ddcaa5077d9c1612d77e497d18a6db1665865c12fcb924d2085ccbbcc4e18a486a0b19da5dd7a592a19f266dd"
        "c26f5d9187738e0fea2b8a05b276413b"
    );
    let d = hex!(
        "367fdd8e9f8764d70a6cf80466385b8a194a2f700957929d5b1f41686a4e869e9621ead9bfcaeb1eccba7805555a5111"
        "1ad86c99cd00e7e4a3e87c102f0b8cb66a0d404a01007cba3be0eb37024a9bab2b3eb02aae7b1bd9c688e11bf50a31f1"
        "34b3967662e8d95679be2244faceb945cc950cbf44d0bc06d651a389de3e6d2e8b934d85b61b38dbab6a798519470ab4"
        "713d573451892779de7bec96861a6cd9f7d7589cb884116251a9eb3611f86ed2fc6097e6099efe2c7771387a815fe59f"
        "4add0ff35ab9cfb73b518af58021ec2e98e6d617ae83144f04db79174d75aa232e2c7f901433e673a88394b6c34c8f56"
        "408ad0f2d6a8a8bcf4701587634845c5"
    );
    let public = PublicKey { n: n.to_vec().into(), e: vec![1, 0, 1].into() };
    PrivateKey { public, d: d.to_vec() }
}
