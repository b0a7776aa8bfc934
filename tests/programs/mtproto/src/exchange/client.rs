//! The client's half.

use super::{Agreement, Nonces};
use crate::crypto::{AuthKey, PublicKey, TemporaryKey, number, random};
use crate::error::{Error, check};
use crate::plain::Plain;
use crate::schema::mtproto::{enums, functions, types};
use tl_runtime::Serializable;

/// How often the server may ask for another key.
const TRIES: usize = 5;

/// Agrees on a key with the server that has this public key.
pub async fn agree(link: &mut Plain<'_>, server: &PublicKey, dc: i32) -> Result<Agreement, Error> {
    let nonce = random();
    let pq: types::ResPq = link.call(&functions::ReqPqMulti { nonce }).await?;
    check(pq.nonce == nonce, "nonce is the one that we sent")?;
    let fingerprint = server.fingerprint()?;
    check(pq.server_public_key_fingerprints.contains(&fingerprint), "the server has the key that we know")?;

    let nonces = Nonces { nonce, server_nonce: pq.server_nonce };
    let new_nonce = random();
    let call = prove(pq, &new_nonce, server, fingerprint, dc)?;
    let enums::ServerDhParams::Ok(params) = link.call(&call).await? else {
        return Err(Error::Security("the server takes our proof of work"));
    };
    nonces.check(params.nonce, params.server_nonce)?;

    let temporary = TemporaryKey::new(&nonces.server_nonce, &new_nonce);
    let group: types::ServerDhInnerData = temporary.decrypt(&params.encrypted_answer)?;
    nonces.check(group.nonce, group.server_nonce)?;
    number::check_group(&group.dh_prime, group.g)?;
    number::check_half(&group.g_a, &group.dh_prime)?;
    link.clock.set(group.server_time.into());

    let mut retry_id = 0;
    for _ in 0..TRIES {
        let (call, key) = choose(&nonces, &temporary, &group, retry_id)?;
        let (nonce, server_nonce, hash, number) = match link.call(&call).await? {
            enums::SetClientDhParamsAnswer::DhGenOk(ok) => (ok.nonce, ok.server_nonce, ok.new_nonce_hash1, 1),
            enums::SetClientDhParamsAnswer::DhGenRetry(retry) => {
                (retry.nonce, retry.server_nonce, retry.new_nonce_hash2, 2)
            }
            enums::SetClientDhParamsAnswer::DhGenFail(fail) => {
                (fail.nonce, fail.server_nonce, fail.new_nonce_hash3, 3)
            }
        };
        nonces.check(nonce, server_nonce)?;
        check(
            hash == key.nonce_hash(&new_nonce, number),
            "new_nonce_hash proves that the server has the key",
        )?;
        match number {
            1 => return Ok(Agreement::new(key, &nonces, &new_nonce)),
            2 => retry_id = key.aux_hash(),
            _ => break,
        }
    }
    Err(Error::Security("the server takes our key"))
}

/// Steps 3 to 5: the proof of work, encrypted so that only the server can read `new_nonce`.
fn prove(
    pq: types::ResPq,
    new_nonce: &[u8; 32],
    server: &PublicKey,
    public_key_fingerprint: i64,
    dc: i32,
) -> Result<functions::ReqDhParams, Error> {
    let [p, q] = number::factorise(&pq.pq)?.map(|factor| number::shortest(factor).into());
    let (nonce, server_nonce) = (pq.nonce, pq.server_nonce);
    let inner = types::PQInnerDataDc { pq: pq.pq, p, q, nonce, server_nonce, new_nonce: *new_nonce, dc };
    let encrypted_data = server.encrypt(&inner.to_bytes()?)?.into();
    let types::PQInnerDataDc { p, q, .. } = inner;
    Ok(functions::ReqDhParams { nonce, server_nonce, p, q, public_key_fingerprint, encrypted_data })
}

/// Step 7: our half of the exchange, and the key that comes of it.
fn choose(
    nonces: &Nonces,
    temporary: &TemporaryKey,
    group: &types::ServerDhInnerData,
    retry_id: i64,
) -> Result<(functions::SetClientDhParams, AuthKey), Error> {
    let Nonces { nonce, server_nonce } = *nonces;
    let b: [u8; number::LENGTH] = random();
    let g_b = number::power(&group.g.to_be_bytes(), &b, &group.dh_prime)?;
    number::check_half(&g_b, &group.dh_prime)?;
    let inner = types::ClientDhInnerData { nonce, server_nonce, retry_id, g_b: g_b.to_vec().into() };
    let encrypted_data = temporary.encrypt(&inner)?.into();
    let key = AuthKey::new(number::power(&group.g_a, &b, &group.dh_prime)?);
    Ok((functions::SetClientDhParams { nonce, server_nonce, encrypted_data }, key))
}
