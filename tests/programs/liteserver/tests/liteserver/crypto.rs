//! Vectors from outside: RFC 8032, RFC 7748, NIST SP 800-38A, and what real servers sent, as the crate `adnl` has it.

use ctr::cipher::StreamCipher;
use ed25519_dalek::{SigningKey, VerifyingKey};
use hex_literal::hex;
use tl_liteserver::adnl::{HANDSHAKE, Receiver, SessionKeys, key_id, seal, shared_secret};
use tl_liteserver::ton::Object;
use tl_liteserver::ton::functions::lite_server::{GetTime, Query};
use tl_liteserver::ton::types::adnl::message;
use tl_liteserver::ton::types::lite_server::CurrentTime;
use tl_runtime::{Deserializable, Serializable};

/// A session with a server of the main network.
struct Recorded {
    keys: [u8; 160],
    sender: [u8; 32],
    secret: [u8; 32],
    handshake: [u8; HANDSHAKE],
    query_id: [u8; 32],
    /// A `liteServer.getTime` of the client.
    sent: &'static [u8],
    /// The two packets of the server: the empty one, and an answer.
    received: &'static [u8],
    now: i32,
}

const SERVER: [u8; 32] = hex!("2615edec7d5d6538314132321a2615e1ff5550046e0f1165ff59150632d2301f");

fn recorded() -> [Recorded; 2] {
    [
        Recorded {
            keys: hex!(
                "b3d529e34b839a521518447b68343aebaae9314ac95aaacfdb687a2163d1a98638db306b63409ef7bc906b4c9dc115488cf90dfa964f520542c69e1a4a495edf9ae9ee72023203c8b266d552f251e8d724929733428c8e276ab3bd6291367336a6ab8dc3d36243419bd0b742f76691a5dec14edbd50f7c1b58ec961ae45be58cbf6623f3ec9705bd5d227761ec79cee377e2566ff668f863552bddfd6ff3a16b"
            ),
            sender: hex!("67d45a90e775d8f78d9feb9bdd222446e07c3de4a54e29220d18c18c5b340db3"),
            secret: hex!("1f4d11789a5559b238f7ac8213e112184f16a97593b4a059c878af288a784b79"),
            handshake: hex!(
                "a3fc70bfeff13b04ed4f2581045ff95a385df762eb82ab9902066061c2e6033e67d45a90e775d8f78d9feb9bdd222446e07c3de4a54e29220d18c18c5b340db36c06a61a8eb209b2b4f9d7359d76e3e0722024579d2b8bc920a6506238d6d88d14a880eb99b4996df8a11bb1a7124e39825848c74fc3d7bfab034e71dbc2e2d1606c14db1b04bb25b544a83b47815e9ec0590a9f4dd011b4bae7b01ddb376570d6641919e63933bf297a073b8febfae0c4dd298215e5db929c6764c43502874b7b5af6380fd52d3fd072b7046d6ccadecc771f54b461b5a157fe3e059df9575dc72dfc89e36b26a7cf9a4e7925c96e88d5342c139154c4a6e4e9d683d9373e3a"
            ),
            query_id: hex!("71ff48e9b263959b17a04faae4a23501380d2aa932b09eac6f9846fcbae9bbcb"),
            sent: &hex!(
                "250d70d08526791bc2b6278ded7bf2b051afb441b309dda06f76e4419d7c31d4d5baafc4ff71e0ebabe246d4ea19e3e579bd15739c8fc916feaf46ea7a6bc562ed1cf87c9bf4220eb037b9a0b58f663f0474b8a8b18fa24db515e41e4b02e509d8ef261a27ba894cbbecc92e59fc44bf5ff7c8281cb5e900"
            ),
            received: &hex!("81e95e433c87c9ad2a716637b3a12644fbfb12dbd02996abc40ed2beb352483d6ecf9e2ad181a5abde4d4146ca3a8524739d3acebb2d7599cc6b81967692a62118997e16"
                "4b72a32bf31894cce9ceffd2dd97176e502946524e45e62689bd8c5d31ad53603c5fd3b402771f707cd2747747fad9df52e6c23ceec9fa2ee5b0f68b61c33c7790db03d1c593798a29d716505cea75acdf0e031c25447c55c4d29d32caab29bd5a0787644843bafc04160c92140aab0ecc990927"),
            now: 1_647_357_091,
        },
        Recorded {
            keys: hex!(
                "7e3c66de7c64d4bee4368e69560101991db4b084430a336cffe676c9ac0a795d8c98367309422a8e927e62ed657ba3eaeeb6acd3bbe5564057dfd1d60609a25a48963cbb7d14acf4fc83ec59254673bc85be22d04e80e7b83c641d37cae6e1d82a400bf159490bbc0048e69234ad89e999d792eefdaa56734202546d9188706e95e1272267206a8e7ee1f7c077f76bd26e494972e34d72e257bf20364dbf39b0"
            ),
            sender: hex!("d86dac237d94b1b611dcac497f952edb63756910dbf625f5c5806e159d104727"),
            secret: hex!("10a28a56cce723b2ab75aeba51039f5f3f72bca49f22b7f8039690811bb0606e"),
            handshake: hex!(
                "a3fc70bfeff13b04ed4f2581045ff95a385df762eb82ab9902066061c2e6033ed86dac237d94b1b611dcac497f952edb63756910dbf625f5c5806e159d1047270f372a88fd1f76b0a574620cf47202369359bdeff8e709d6c0578cf08d2499cb949ecaaf892f11fc772932182269f9e5f2f44150066ae65fbb5fc9f51dab26825bd6fd4d72de9ccc80bbddcb9d47f9c3cfd00b80a5d9faf15007abb480f9fd85e2f671484e82f3b67f58197c5438dab575062faa9acd821ca6a10e7061c40535112650f1730d03484de0d01aa7912ed64655e672bd077c1f1e50b231556ecfd5e5009f47804c317abec6310165a6618125a2204b0370d40e672e1a640817b894"
            ),
            query_id: hex!("7bcae111ea0e56457826b1aec7f0f59b9b6579678b3db3839d17b63eb60174f2"),
            sent: &hex!(
                "24c709a0f676750ddaeafc8564d84546bfc831af27fb66716de382a347a1c32adef1a27e597c8a07605a09087fff32511d314970cad3983baefff01e7ee51bb672b17f7914a6d3f229a13acb14cdc14d98beae8a1e96510756726913541f558c2ffac63ed6cb076d0e888c3c0bb014d9f229c2a3f62e0847"
            ),
            received: &hex!("b75dcf27582beb4031d6d3700c9b7925bf84a78f2bd16b186484d36427a8824ac86e27cea81eb5bcbac447a37269845c65be51babd11c80627f81b4247f84df16d05c4f1"
                "77ebea5a6e6c8758e7703d889abad16e7e3c4e0c10c4e81ca10d0d9abddabb6f008905133a070ff825ad3f4b0ae969e04dbd8b280864d3d2175f3bc7cf3deb31de5497fa43997d8e2acafb9a31de2a22ecb279b5854c00791216e39c2e65863539d82716fc020e9647b2dd99d0f14e4f553b645f"),
            now: 1_647_357_963,
        },
    ]
}

#[test]
fn a_recorded_handshake_is_written_again() {
    let server = VerifyingKey::from_bytes(&SERVER).unwrap();
    for session in recorded() {
        let sender = VerifyingKey::from_bytes(&session.sender).unwrap();
        let keys = SessionKeys::from_bytes(&session.keys).unwrap();
        assert_eq!(keys.to_bytes(), session.keys);
        assert_eq!(session.handshake[..32], key_id(&server));
        assert_eq!(seal(&server, &sender, &session.secret, &keys), session.handshake);
    }
}

#[tokio::test]
async fn recorded_packets_are_decrypted_and_read() {
    for session in recorded() {
        let keys = SessionKeys::from_bytes(&session.keys).unwrap();

        let mut sent = Receiver::new(session.sent, keys.to_server());
        let sent = sent.receive().await.unwrap().unwrap();
        let query = Query { data: GetTime {}.to_bytes().unwrap().into() };
        let query = message::Query { query_id: session.query_id, query: query.to_bytes().unwrap().into() };
        assert_eq!(query.to_bytes().unwrap(), sent);

        let mut received = Receiver::new(session.received, keys.to_client());
        assert_eq!(received.receive().await.unwrap().unwrap(), "");
        let Object::AdnlMessageAnswer(answer) =
            Object::from_shared(&received.receive().await.unwrap().unwrap()).unwrap()
        else {
            panic!("not an answer");
        };
        assert_eq!(answer.query_id, session.query_id);
        assert_eq!(CurrentTime::from_bytes(&answer.answer).unwrap(), CurrentTime { now: session.now });
        assert_eq!(received.receive().await.unwrap(), None);
    }
}

#[test]
fn ed25519_has_the_keys_of_rfc_8032() {
    let seed = hex!("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    let key = SigningKey::from_bytes(&seed).verifying_key();
    assert_eq!(key.to_bytes(), hex!("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
}

#[test]
fn x25519_has_the_point_of_rfc_7748() {
    let point = x25519_dalek::x25519(
        hex!("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4"),
        hex!("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c"),
    );
    assert_eq!(point, hex!("c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"));
}

#[test]
fn keys_have_the_secret_that_another_library_finds() {
    let (own, other) = ([7; 32], [8; 32]);
    let peer = adnl::crypto::KeyPair::from(&adnl::crypto::SecretKey::from_bytes(other));
    let own_key = SigningKey::from_bytes(&own);
    let theirs = adnl::crypto::KeyPair::from(&adnl::crypto::SecretKey::from_bytes(own));
    assert_eq!(theirs.public_key.to_bytes(), own_key.verifying_key().to_bytes());
    let peer_key = VerifyingKey::from_bytes(peer.public_key.as_bytes()).unwrap();
    assert_eq!(shared_secret(&own_key, &peer_key), theirs.compute_shared_secret(&peer.public_key));
}

/// Section F.5.5, CTR-AES256.Encrypt, as the keys of a session.
#[test]
fn ctr_has_the_blocks_of_sp_800_38a() {
    let mut session = [0; 160];
    session[..32].copy_from_slice(&hex!("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"));
    session[64..80].copy_from_slice(&hex!("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"));
    let mut blocks = hex!("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
        "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");
    SessionKeys::from_bytes(&session).unwrap().to_client().apply_keystream(&mut blocks);
    assert_eq!(
        blocks,
        hex!("601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c5"
            "2b0930daa23de94ce87017ba2d84988ddfc9c58db67aada613c2dd08457941a6")
    );
}
