//! Several messages of MTProto in one.

use tl_proto::{TlRead, TlWrite};

#[derive(TlRead, TlWrite)]
#[tl(boxed, id = 0x73f1_f8dc)]
pub(crate) struct MsgContainer<'tl> {
    messages: Vec<Message<'tl>>,
}

#[derive(TlRead, TlWrite)]
pub(crate) struct Message<'tl> {
    msg_id: i64,
    seqno: i32,
    #[tl(with = "body")]
    body: &'tl [u8],
}

/// Any object, with its length in bytes before it.
mod body {
    use tl_proto::{TlError, TlPacket, TlRead, TlResult};

    pub(super) fn size_hint(body: &[u8]) -> usize {
        4 + body.len()
    }

    pub(super) fn write<P: TlPacket>(body: &[u8], packet: &mut P) {
        packet.write_u32(body.len() as u32);
        packet.write_raw_slice(body);
    }

    pub(super) fn read<'tl>(packet: &mut &'tl [u8]) -> TlResult<&'tl [u8]> {
        let size = u32::read_from(packet)? as usize;
        let (body, rest) = packet.split_at_checked(size).ok_or(TlError::UnexpectedEof)?;
        *packet = rest;
        Ok(body)
    }
}
