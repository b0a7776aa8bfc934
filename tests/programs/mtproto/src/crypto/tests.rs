//! Checked against the documentation's example and against another library.

mod documentation;

use bytes::BytesMut;
use crypto_bigint::BoxedUint;
use grammers_crypto as grammers;
use tl_runtime::{Deserializable, Serializable};
use tl_test_support::hex;
use tl_tests::handshake;

use self::documentation as page;
use super::{AuthKey, PublicKey, Side, TemporaryKey, ige, number, random, rsa};
use crate::example;
use crate::schema::mtproto::types;

fn telegram() -> PublicKey {
    PublicKey { n: hex::bytes(page::TELEGRAM_N).into(), e: vec![1, 0, 1].into() }
}

#[test]
fn factors_of_the_documentation() {
    assert_eq!(number::factorise(&hex::bytes(page::PQ)).unwrap(), [1_513_098_571, 1_780_931_429]);
    // The numbers of both exchanges that the tests of this repository have.
    assert_eq!(number::factorise(&hex::bytes("17ed48941a08f981")).unwrap(), [0x494c_553b, 0x5391_1073]);
    assert_eq!(number::factorise(&hex::bytes("19546f942a11278d")).unwrap(), [0x44b2_e50d, 0x5e63_ac81]);
}

#[test]
fn what_cannot_be_factored() {
    for pq in [&[0][..], &[1], &[7], &[49], &[0xff; 9]] {
        assert!(number::factorise(pq).is_err(), "{pq:?}");
    }
    assert_eq!(number::factorise(&[35]).unwrap(), [5, 7]);
    // 2^61 - 1 is a prime: the search ends.
    assert!(number::factorise(&((1_u64 << 61) - 1).to_be_bytes()).is_err());
}

#[test]
fn every_puzzle_can_be_solved() {
    for _ in 0..20 {
        let (p, q) = (number::small_prime(), number::small_prime());
        assert_eq!(number::factorise(&number::shortest(p * q)).unwrap(), [p.min(q), p.max(q)]);
    }
}

#[test]
fn exchange_of_the_documentation() {
    let (server_nonce, new_nonce) = (hex::array(page::SERVER_NONCE), hex::array(page::NEW_NONCE));
    let temporary = TemporaryKey::new(&server_nonce, &new_nonce);
    let group: types::ServerDhInnerData = temporary.decrypt(&hex::bytes(page::ENCRYPTED_ANSWER)).unwrap();
    assert_eq!((group.nonce, group.server_nonce), (hex::array(page::NONCE), server_nonce));
    assert_eq!((group.g, group.server_time), (3, 1_707_425_105));
    number::check_group(&group.dh_prime, group.g).unwrap();
    number::check_half(&group.g_a, &group.dh_prime).unwrap();

    let b = hex::bytes(page::B);
    let g_b = number::power(&[3], &b, &group.dh_prime).unwrap();
    assert_eq!(g_b[..], hex::bytes(page::G_B));
    let inner =
        types::ClientDhInnerData { nonce: group.nonce, server_nonce, retry_id: 0, g_b: g_b.to_vec().into() };
    let mut padding = [0; 16];
    padding[..12].copy_from_slice(&hex::bytes(page::PADDING));
    assert_eq!(temporary.encrypt_padded(&inner, padding).unwrap(), hex::bytes(page::ENCRYPTED_DATA));

    let key = number::power(&group.g_a, &b, &group.dh_prime).unwrap();
    assert_eq!(key[..], hex::bytes(page::AUTH_KEY));
    assert_eq!(AuthKey::new(key).nonce_hash(&new_nonce, 1), hex::array(page::NEW_NONCE_HASH));
}

/// The page had another example before.
#[test]
fn older_exchange_of_the_documentation() {
    let server_nonce = hex::array("a5cf4d33f4a11ea877ba4aa573907330");
    let new_nonce = hex::array("311c85db234aa2640afc4a76a735cf5b1f0fd68bd17fa181e1229ad867cc024d");
    let encrypted = hex::bytes(handshake::messages::SERVER_DH_PARAMS_OK_1_ENCRYPTED_ANSWER);
    let group: types::ServerDhInnerData =
        TemporaryKey::new(&server_nonce, &new_nonce).decrypt(&encrypted).unwrap();
    assert_eq!(group.to_bytes().unwrap(), hex::bytes(handshake::messages::SERVER_DH_INNER_DATA));
}

#[test]
fn damaged_exchange() {
    let temporary = TemporaryKey::new(&hex::array(page::SERVER_NONCE), &hex::array(page::NEW_NONCE));
    let encrypted = hex::bytes(page::ENCRYPTED_ANSWER);
    for index in 0..encrypted.len() {
        let mut damaged = encrypted.clone();
        damaged[index] ^= 1;
        assert!(temporary.decrypt::<types::ServerDhInnerData>(&damaged).is_err(), "byte {index}");
    }
    for length in [0, 16, 32, encrypted.len() - 16, encrypted.len() - 1] {
        assert!(
            temporary.decrypt::<types::ServerDhInnerData>(&encrypted[..length]).is_err(),
            "{length} bytes"
        );
    }
}

/// Euler's criterion says which numbers generate the subgroup.
#[test]
fn generators() {
    let telegram = hex::bytes(handshake::messages::SERVER_DH_INNER_DATA_DH_PRIME);
    for (prime, expected) in
        [(telegram, vec![3, 4, 7]), (hex::bytes(page::RFC_3526_PRIME), vec![2, 3, 4, 5, 6, 7])]
    {
        // (prime - 1) / 2, as the prime is odd.
        let half = (BoxedUint::from_be_slice(&prime, 2048).unwrap() >> 1_u32).to_be_bytes();
        let mut one = [0; 256];
        one[255] = 1;
        let residues: Vec<i32> =
            (2..8).filter(|g: &i32| number::power(&g.to_be_bytes(), &half, &prime).unwrap() == one).collect();
        let accepted: Vec<i32> = (-1..9).filter(|g| number::check_group(&prime, *g).is_ok()).collect();
        assert_eq!((&accepted, &residues), (&expected, &expected));
    }
}

#[test]
fn primes_that_are_refused() {
    let prime = hex::bytes(handshake::messages::SERVER_DH_INNER_DATA_DH_PRIME);
    number::check_group(&prime, 4).unwrap();
    let mut other = prime.clone();
    *other.last_mut().unwrap() += 2;
    assert!(number::check_group(&other, 4).is_err(), "not a prime");
    // 23 and 11 are primes.
    assert!(number::check_group(&[23], 4).is_err(), "too small");
    assert!(number::check_group(&[&[1][..], &prime].concat(), 4).is_err(), "too large");
}

#[test]
fn halves_that_are_refused() {
    let prime = hex::bytes(handshake::messages::SERVER_DH_INNER_DATA_DH_PRIME);
    let mut most = prime.clone();
    // 2^(2048 - 64) is 1 in the eighth byte.
    most[7] -= 1;
    let mut least = [0; 256];
    least[7] = 1;
    for half in [&most[..], &least] {
        number::check_half(half, &prime).unwrap();
    }
    most[255] += 1;
    for half in [&[][..], &[1], &[0xff; 248], &most, &prime, &[0xff; 256]] {
        assert!(number::check_half(half, &prime).is_err(), "{half:02x?}");
    }
}

#[test]
fn fingerprint_of_the_documentation() {
    let fingerprint = telegram().fingerprint().unwrap();
    assert_eq!(fingerprint.to_le_bytes(), hex::array(page::TELEGRAM_FINGERPRINT));
}

#[test]
fn rsa_as_the_other_library_does_it() {
    let key = grammers::rsa::Key::new(page::TELEGRAM_N_DECIMAL, "65537").unwrap();
    let random: [u8; 224] = std::array::from_fn(|index| index as u8);
    for length in [0, 100, 144] {
        let mut padded = [0; 192];
        padded[..length].fill(7);
        padded[length..].copy_from_slice(&random[..192 - length]);
        let block = rsa::pad(&padded, random[192..].try_into().unwrap());
        let ours = telegram().raw(&block).unwrap();
        assert_eq!(ours, grammers::rsa::encrypt_hashed(&[7; 144][..length], &key, &random), "{length} bytes");
    }
}

#[test]
fn rsa_and_back() {
    let key = example::key();
    let encrypted = key.public.encrypt(&[7; 144]).unwrap();
    assert_eq!(key.decrypt(&encrypted).unwrap()[..144], [7; 144]);
    assert!(key.public.encrypt(&[7; 145]).is_err());
    let mut damaged = encrypted.clone();
    damaged[100] ^= 1;
    assert!(key.decrypt(&damaged).is_err());
    assert!(key.decrypt(&[&encrypted[..], &[0]].concat()).is_err());
}

#[test]
fn ige_as_the_other_library_does_it() {
    for blocks in [0, 1, 2, 5] {
        let (key, iv) = (random(), random());
        let plain: Vec<u8> = (0..16 * blocks).map(|byte| byte as u8).collect();
        let (mut ours, mut theirs) = (plain.clone(), plain.clone());
        ige::encrypt(&mut ours, &key, &iv);
        grammers::aes::ige_encrypt(&mut theirs, &key, &iv);
        assert_eq!(ours, theirs);
        ige::decrypt(&mut ours, &key, &iv);
        assert_eq!(ours, plain);
    }
}

#[test]
fn messages_as_the_other_library_does_them() {
    let bytes = hex::array(page::AUTH_KEY);
    let (ours, theirs) = (AuthKey::new(bytes), grammers::AuthKey::from_bytes(bytes));
    for length in [0, 4, 28, 32, 100, 1_000] {
        let plain = vec![7; length];
        let mut sealed = ours.seal(Side::Server, plain.clone()).unwrap();
        assert!((12..28).contains(&(sealed.len() - 24 - length)), "padding");
        let opened = grammers::decrypt_data_v2(&mut sealed, &theirs).unwrap();
        assert_eq!(opened[..length], plain);

        let mut buffer = grammers::DequeBuffer::with_capacity(length, 24);
        buffer.extend(&plain);
        grammers::encrypt_data_v2(&mut buffer, &theirs);
        let opened = ours.open(Side::Client, BytesMut::from(buffer.as_ref())).unwrap();
        assert_eq!(opened[..length], plain);
    }
}

#[test]
fn damaged_messages() {
    let key = AuthKey::new(random());
    let sealed = key.seal(Side::Client, vec![7; 40]).unwrap();
    assert!(key.open(Side::Server, BytesMut::from(&sealed[..])).is_err(), "a message of our own");
    for index in 0..sealed.len() {
        let mut damaged = BytesMut::from(&sealed[..]);
        damaged[index] ^= 0x80;
        assert!(key.open(Side::Client, damaged).is_err(), "byte {index}");
        assert!(key.open(Side::Client, BytesMut::from(&sealed[..index])).is_err(), "{index} bytes");
    }
}

/// All of it is Telegram's too: the lines of the schema are those of the page.
#[test]
fn inner_data_of_the_documentation() {
    let bytes = hex::bytes(
        &[
            "955ff5a908256595edb7766797000000045a300d4b000000046a26db65000000",
            page::NONCE,
            page::SERVER_NONCE,
            page::NEW_NONCE,
            "02000000",
        ]
        .concat(),
    );
    let inner = types::PQInnerDataDc::from_bytes(&bytes).unwrap();
    assert_eq!((inner.pq[..].to_vec(), inner.dc), (hex::bytes(page::PQ), 2));
}
