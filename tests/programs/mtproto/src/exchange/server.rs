//! The server's half.

use hex_literal::hex;
use tl_runtime::{Bytes, Deserializable};

use super::{Agreement, Nonces};
use crate::crypto::{AuthKey, PrivateKey, TemporaryKey, number, random};
use crate::error::{Error, check};
use crate::plain::Plain;
use crate::schema::mtproto::{functions, types};

/// The prime and the generator that Telegram's servers use: a safe prime, and 3 is a quadratic residue.
const DH_PRIME: [u8; number::LENGTH] = hex!(
    "c71caeb9c6b1c9048e6c522f70f13f73980d40238e3e21c14934d037563d930f48198a0aa7c14058229493d22530f4db"
    "fa336f6e0ac925139543aed44cce7c3720fd51f69458705ac68cd4fe6b6b13abdc9746512969328454f18faf8c595f64"
    "2477fe96bb2a941d5bcd1d4ac8cc49880708fa9b378e3c4f3a9060bee67cf9a4a4a695811051907e162753b56b0f6b41"
    "0dba74d8a84b2a14b3144e0ef1284754fd17ed950d5965b4b9dd46582db1178d169c6bc465b0d6ff9ca3928fef5b9ae4"
    "e418fc15e83ebea0f87fa9ff5eed70050ded2849f47bf959d956850ce929851f0d8115f635b105ee2e4e15d04b2454bf"
    "6f4fadf034b10403119cd8e3b92fcc5b"
);
const G: i32 = 3;

/// Agrees on a key with a client whose first message was `call`.
///
/// `take` keeps a key, or refuses it because another one has its id.
pub async fn answer(
    link: &mut Plain<'_>,
    call: functions::ReqPqMulti,
    private: &PrivateKey,
    mut take: impl FnMut(&AuthKey) -> bool,
) -> Result<Agreement, Error> {
    let nonces = Nonces { nonce: call.nonce, server_nonce: random() };
    let Nonces { nonce, server_nonce } = nonces;
    let pq = Bytes::from(number::shortest(number::small_prime() * number::small_prime()));
    let server_public_key_fingerprints = vec![private.public.fingerprint()?];
    let puzzle = types::ResPq { nonce, server_nonce, pq: pq.clone(), server_public_key_fingerprints };
    link.answer(&call, &puzzle).await?;

    let call: functions::ReqDhParams = link.receive().await?;
    nonces.check(call.nonce, call.server_nonce)?;
    let (inner, _) = types::PQInnerDataDc::from_prefix(&private.decrypt(&call.encrypted_data)?)?;
    nonces.check(inner.nonce, inner.server_nonce)?;
    check(
        inner.pq == pq && [&inner.p, &inner.q] == [&call.p, &call.q],
        "the proof of work is of this exchange",
    )?;
    let factors = number::factorise(&pq)?.map(|factor| Bytes::from(number::shortest(factor)));
    check([call.p.clone(), call.q.clone()] == factors, "p and q are the factors of pq")?;

    let new_nonce = inner.new_nonce;
    let temporary = TemporaryKey::new(&server_nonce, &new_nonce);
    let a: [u8; number::LENGTH] = random();
    let group = types::ServerDhInnerData {
        nonce,
        server_nonce,
        g: G,
        dh_prime: Bytes::from_static(&DH_PRIME),
        g_a: number::power(&G.to_be_bytes(), &a, &DH_PRIME)?.to_vec().into(),
        server_time: link.clock.now() as i32,
    };
    let encrypted_answer = temporary.encrypt(&group)?.into();
    let params = types::ServerDhParamsOk { nonce, server_nonce, encrypted_answer };
    link.answer(&call, &params.into()).await?;

    loop {
        let call: functions::SetClientDhParams = link.receive().await?;
        nonces.check(call.nonce, call.server_nonce)?;
        let inner: types::ClientDhInnerData = temporary.decrypt(&call.encrypted_data)?;
        nonces.check(inner.nonce, inner.server_nonce)?;
        number::check_half(&inner.g_b, &DH_PRIME)?;
        let key = AuthKey::new(number::power(&inner.g_b, &a, &DH_PRIME)?);
        if take(&key) {
            let new_nonce_hash1 = key.nonce_hash(&new_nonce, 1);
            let ok = types::DhGenOk { nonce, server_nonce, new_nonce_hash1 };
            link.answer(&call, &ok.into()).await?;
            return Ok(Agreement::new(key, &nonces, &new_nonce));
        }
        let new_nonce_hash2 = key.nonce_hash(&new_nonce, 2);
        let retry = types::DhGenRetry { nonce, server_nonce, new_nonce_hash2 };
        link.answer(&call, &retry.into()).await?;
    }
}
