use tl_proto::{TlRead, TlWrite, deserialize, serialize};

#[derive(Debug, PartialEq, TlRead, TlWrite)]
#[tl(boxed, id = 0x38ddc6a0)]
struct Lookup<'tl> {
    #[tl(flags)]
    mode: (),
    workchain: i32,
    #[tl(flags_bit = 1)]
    lt: Option<u64>,
    proof: &'tl [u8],
}

pub(crate) fn main() -> Result<(), Box<dyn std::error::Error>> {
    let lookup = Lookup { mode: (), workchain: -1, lt: Some(7), proof: b"boc" };
    let bytes = serialize(&lookup);
    assert_eq!(deserialize::<Lookup<'_>>(&bytes)?, lookup);
    Ok(())
}
