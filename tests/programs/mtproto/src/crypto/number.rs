//! Numbers of hundreds of digits. On the wire they are byte strings, most significant byte first.

use crypto_bigint::modular::{BoxedMontyForm, BoxedMontyParams};
use crypto_bigint::{BoxedUint, Limb, Odd};
use crypto_primes::{Flavor, is_prime};

use crate::error::{Error, check};

/// Bits of a key and of the Diffie-Hellman prime.
const BITS: u32 = 2048;
/// The same in bytes.
pub const LENGTH: usize = BITS as usize / 8;

/// `base` to the power of `exponent`, in time that depends on the length of the numbers alone.
pub fn power(base: &[u8], exponent: &[u8], modulus: &[u8]) -> Result<[u8; LENGTH], Error> {
    let modulus = Odd::new(number(modulus)?).into_option().ok_or(Error::Security("the modulus is odd"))?;
    let base = number(base)?.rem(modulus.as_nz_ref());
    let form = BoxedMontyForm::new(base, &BoxedMontyParams::new(modulus));
    Ok(bytes(&form.pow(&number(exponent)?).retrieve()))
}

/// Checks the server's prime and generator.
pub fn check_group(prime: &[u8], generator: i32) -> Result<(), Error> {
    let prime = number(prime)?;
    check(
        prime.bit_width() == BITS && is_prime(Flavor::Safe, &prime),
        "dh_prime is a safe prime of 2048 bits",
    )?;
    let modulo = |divisor: u64| prime.rem_limb(Limb::from(divisor).to_nz().expect("not zero")).0;
    let is_residue = match generator {
        2 => modulo(8) == 7,
        3 => modulo(3) == 2,
        4 => true,
        5 => matches!(modulo(5), 1 | 4),
        6 => matches!(modulo(24), 19 | 23),
        7 => matches!(modulo(7), 3 | 5 | 6),
        _ => false,
    };
    check(is_residue, "g generates a subgroup of prime order")
}

/// Checks the other side's half of the exchange.
pub fn check_half(half: &[u8], prime: &[u8]) -> Result<(), Error> {
    let (half, margin) = (number(half)?, BoxedUint::one_with_precision(BITS).shl(BITS - 64));
    let most = number(prime)?.wrapping_sub(&margin);
    check(margin <= half && half <= most, "g_a and g_b are not near the ends of their range")
}

fn number(bytes: &[u8]) -> Result<BoxedUint, Error> {
    BoxedUint::from_be_slice(bytes, BITS).map_err(|_| Error::Security("numbers have 2048 bits at most"))
}

fn bytes(number: &BoxedUint) -> [u8; LENGTH] {
    number.to_be_bytes()[..].try_into().expect("a number of that length")
}

/// A random prime of 31 bits at most, for the puzzle that a client has to solve.
pub fn small_prime() -> u64 {
    let candidates = std::iter::repeat_with(|| u64::from(u32::from_le_bytes(super::random()) >> 1));
    let mut primes = candidates.filter(|candidate| is_prime(Flavor::Any, &BoxedUint::from(*candidate)));
    primes.next().expect("there are many")
}

/// The two prime factors of `pq`, the smaller one first: Pollard's rho.
pub fn factorise(pq: &[u8]) -> Result<[u64; 2], Error> {
    const NO_PRODUCT: Error = Error::Security("pq is a product of two primes of at most 63 bits");
    if pq.len() > 8 {
        return Err(NO_PRODUCT);
    }
    let n = pq.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    let small = (2..32).find(|divisor| n % divisor == 0);
    let p = small.or_else(|| (1..16).find_map(|offset| rho(n, offset))).ok_or(NO_PRODUCT)?;
    let q = n / p;
    check(p != q && q > 1, "pq is a product of two different primes")?;
    Ok([p.min(q), p.max(q)])
}

fn rho(n: u64, offset: u64) -> Option<u64> {
    let step = |x: u64| ((u128::from(x) * u128::from(x) + u128::from(offset)) % u128::from(n)) as u64;
    let (mut slow, mut fast) = (2, 2);
    // A factor below 2^32 is found after some 2^16 steps.
    for _ in 0..1 << 20 {
        (slow, fast) = (step(slow), step(step(fast)));
        match gcd(slow.abs_diff(fast), n) {
            1 => {}
            factor if factor == n => return None,
            factor => return Some(factor),
        }
    }
    None
}

fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// The bytes of a small number, without leading zeros.
pub fn shortest(number: u64) -> Vec<u8> {
    number.to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect()
}
