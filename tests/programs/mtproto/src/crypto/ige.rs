//! AES-256 in IGE mode: each block is mixed with the ciphertext and the plaintext of the block before it.

use aes::Aes256;
use aes::cipher::{BlockDecrypt, BlockEncrypt, KeyInit};

type Block = [u8; 16];

/// Encrypts whole blocks in place.
///
/// # Panics
///
/// If the last block is not whole.
pub fn encrypt(data: &mut [u8], key: &[u8; 32], iv: &[u8; 32]) {
    let cipher = Aes256::new(key.into());
    each_block(data, halves(iv), |block| cipher.encrypt_block(block.into()));
}

/// Decrypts whole blocks in place.
///
/// # Panics
///
/// If the last block is not whole.
pub fn decrypt(data: &mut [u8], key: &[u8; 32], iv: &[u8; 32]) {
    let cipher = Aes256::new(key.into());
    let [ciphertext, plaintext] = halves(iv);
    each_block(data, [plaintext, ciphertext], |block| cipher.decrypt_block(block.into()));
}

fn each_block(data: &mut [u8], [mut output, mut input]: [Block; 2], cipher: impl Fn(&mut Block)) {
    let (blocks, rest) = data.as_chunks_mut();
    assert!(rest.is_empty(), "whole blocks");
    for block in blocks {
        let before = *block;
        *block = xor(before, output);
        cipher(block);
        *block = xor(*block, input);
        (output, input) = (*block, before);
    }
}

fn halves(iv: &[u8; 32]) -> [Block; 2] {
    [super::part(iv, 0), super::part(iv, 16)]
}

fn xor(one: Block, two: Block) -> Block {
    (u128::from_ne_bytes(one) ^ u128::from_ne_bytes(two)).to_ne_bytes()
}
