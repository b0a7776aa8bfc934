//! AES-256 in IGE mode, of whole blocks in place.

use aes::Aes256;
use aes::cipher::array::Array;
use aes::cipher::{Block, BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use ige::{Decryptor, Encryptor};

pub(crate) fn encrypt(data: &mut [u8], key: &[u8; 32], iv: &[u8; 32]) {
    Encryptor::<Aes256>::new(key.into(), iv.into()).encrypt_blocks(blocks(data));
}

pub(crate) fn decrypt(data: &mut [u8], key: &[u8; 32], iv: &[u8; 32]) {
    Decryptor::<Aes256>::new(key.into(), iv.into()).decrypt_blocks(blocks(data));
}

fn blocks(data: &mut [u8]) -> &mut [Block<Aes256>] {
    let (blocks, rest) = Array::slice_as_chunks_mut(data);
    assert!(rest.is_empty(), "whole blocks");
    blocks
}
