//! `#` fields: masks that are computed, masks that stay visible, and plain numbers.

use tl_runtime::{Combinator, Deserializable, EncodeErrorKind, Reader, Serializable};
use tl_tests::pack::Pack;
use tl_tests::wire::assert_wire;

tl_runtime::tl! {
    #![tl(ids = "telegram")]
    unused #1 flags:# = Unused;
    number #2 n:# count:# = Number;
    moded #3 mode:# a:mode.1?int b:mode.2?true = Moded;
    both #4 mode:# flags:# a:mode.0?int b:flags.0?int = Both;
    chained #5 f1:# f2:f1.0?# a:f2.1?int b:f1.3?int = Chained;
    hidden #6 flags:# flags2:flags.0?# a:flags2.4?int b:flags2.5?true = Hidden;
    deep #7 f1:# f2:f1.0?# f3:f2.0?# a:f3.0?int = Deep;
    late #8 a:int b:string mode:# c:mode.0?int = Late;
}

/// Named as a mask, and no field tests it: a number, of which nothing is lost.
#[test]
fn a_mask_that_nobody_uses() {
    assert_wire(&types::Unused { flags: u32::MAX }, Pack::boxed(1).nat(u32::MAX));
}

#[test]
fn numbers_that_are_no_masks() {
    assert_wire(&types::Number { n: u32::MAX, count: 0 }, Pack::boxed(2).nat(u32::MAX).nat(0));
}

/// The mask holds what no field says.
#[test]
fn a_visible_mask_keeps_undeclared_bits() {
    let moded = types::Moded { a: Some(9), ..types::Moded::new(0b1_1000) };
    assert_wire(&moded, Pack::boxed(3).nat(0b1_1010).int(9));
    assert_wire(&types::Moded { mode: !0b110, a: None, b: true }, Pack::boxed(3).nat(!0b010));
}

#[test]
fn a_declared_bit_may_be_set_beside_its_field() {
    let moded = types::Moded { mode: 0b011, a: Some(9), b: false };
    let bytes = moded.to_bytes().unwrap();
    assert_eq!(bytes, Pack::boxed(3).nat(0b011).int(9).done());
    assert_eq!(types::Moded::from_bytes(&bytes).unwrap(), types::Moded { mode: 0b001, ..moded });
}

#[test]
fn a_declared_bit_without_its_field_is_a_mistake() {
    let absent = |value: types::Moded| match value.to_bytes().unwrap_err().kind() {
        EncodeErrorKind::AbsentField { combinator: "moded", mask: "mode", bit, field } => (*bit, *field),
        other => panic!("{other}"),
    };
    assert_eq!(absent(types::Moded::new(0b010)), (1, "a"));
    assert_eq!(absent(types::Moded { a: Some(9), ..types::Moded::new(0b110) }), (2, "b"));
}

#[test]
fn a_visible_mask_beside_a_computed_one() {
    assert_eq!(types::Both::new(0).to_bytes().unwrap(), Pack::boxed(4).nat(0).nat(0).done());
    let both = types::Both { mode: 0x100, a: Some(1), b: Some(2) };
    assert_wire(&both, Pack::boxed(4).nat(0x101).nat(1).int(1).int(2));
}

/// A mask of the second level is there as soon as one of its fields is.
#[test]
fn a_conditional_mask() {
    let none = types::Chained::new(0);
    assert_wire(&none, Pack::boxed(5).nat(0));
    let bytes = types::Chained { a: Some(7), ..none.clone() }.to_bytes().unwrap();
    assert_eq!(bytes, Pack::boxed(5).nat(1).nat(2).int(7).done());
    let decoded = types::Chained::from_bytes(&bytes).unwrap();
    assert_eq!((decoded.f1, decoded.f2, decoded.a), (0, Some(0), Some(7)));
    assert_eq!(decoded.to_bytes().unwrap(), bytes);
    assert_wire(&types::Chained { f2: Some(0x10), ..none }, Pack::boxed(5).nat(1).nat(0x10));
}

/// Absent and without bits are told apart, for their bytes are.
#[test]
fn a_conditional_mask_without_bits() {
    assert_wire(&types::Chained { f2: Some(0), ..types::Chained::new(4) }, Pack::boxed(5).nat(5).nat(0));
    assert_wire(&types::Chained::new(4), Pack::boxed(5).nat(4));
}

#[test]
fn a_bit_of_a_conditional_mask_needs_its_field() {
    let error = types::Chained { f2: Some(0b10), ..types::Chained::new(0) }.to_bytes().unwrap_err();
    let expected = EncodeErrorKind::AbsentField { combinator: "chained", mask: "f2", bit: 1, field: "a" };
    assert_eq!(*error.kind(), expected);
    let error = types::Chained::new(0b1).to_bytes().unwrap_err();
    let expected = EncodeErrorKind::AbsentField { combinator: "chained", mask: "f1", bit: 0, field: "f2" };
    assert_eq!(*error.kind(), expected);
}

#[test]
fn a_conditional_mask_that_is_computed() {
    assert_wire(&types::Hidden::new(), Pack::boxed(6).nat(0));
    assert_wire(&types::Hidden { a: Some(1), b: false }, Pack::boxed(6).nat(1).nat(0x10).int(1));
    assert_wire(&types::Hidden { a: None, b: true }, Pack::boxed(6).nat(1).nat(0x20));
}

/// Present, but empty: equal to absent, and written as that.
#[test]
fn an_empty_conditional_mask() {
    let decoded = types::Hidden::from_bytes(&Pack::boxed(6).nat(1).nat(0).done()).unwrap();
    assert_eq!(decoded, types::Hidden::default());
}

#[test]
fn masks_of_masks() {
    let bytes = types::Deep { a: Some(7), ..types::Deep::new(0) }.to_bytes().unwrap();
    assert_eq!(bytes, Pack::boxed(7).nat(1).nat(1).nat(1).int(7).done());
    let decoded = types::Deep::from_bytes(&bytes).unwrap();
    assert_eq!(decoded, types::Deep { f1: 0, f2: Some(0), f3: Some(0), a: Some(7) });
    assert_eq!(decoded.to_bytes().unwrap(), bytes);
}

#[test]
fn a_mask_after_other_fields() {
    let late = types::Late { c: Some(3), ..types::Late::new(1, "b".into(), 0) };
    assert_wire(&late, Pack::boxed(8).int(1).string("b").nat(1).int(3));
}

/// With every mask a field, as a proxy needs it.
mod visible {
    tl_runtime::tl! {
        #![tl(ids = "telegram", flags = "visible")]
        user #1 flags:# id:long bot:flags.0?true flags2:# name:flags2.1?string phone:flags.3?string = User;
        hidden #2 flags:# mode:# flags2:flags.0?# a:flags2.4?int b:mode.1?int = Hidden;
        unused #3 flags:# = Unused;
        all #4 flags:# a:flags.0?int = All;
    }
}

#[test]
fn every_mask_is_a_field() {
    use visible::types::{All, Hidden, User};
    let user = User { flags: 0x8000_0100, bot: true, name: Some("n".into()), ..User::new(7) };
    assert_wire(&user, Pack::boxed(1).nat(0x8000_0101).long(7).nat(2).string("n"));
    let hidden = Hidden { flags2: Some(0x100), a: Some(3), ..Hidden::new(0) };
    assert_wire(&hidden, Pack::boxed(2).nat(1).nat(0).nat(0x110).int(3));
    assert_wire(&Hidden { flags2: Some(0), ..Hidden::new(4) }, Pack::boxed(2).nat(1).nat(4).nat(0));
    assert_wire(&Hidden::new(4), Pack::boxed(2).nat(0).nat(4));
    assert_eq!(All::default(), All { flags: 0, a: None });
    let error = User { flags: 1, ..User::new(7) }.to_bytes().unwrap_err();
    assert_eq!(error.to_string(), "flags of user has bit 0 set, but its field bot is absent");
}

/// Nothing is lost, so nothing is refused.
#[test]
fn strict_readers_take_undeclared_bits_of_visible_masks() {
    let bytes = Pack::boxed(1).nat(!9).long(7).nat(!2).done();
    let user = Reader::new(&bytes).with_strict(true).whole::<visible::types::User>().unwrap();
    assert_eq!((user.flags, user.flags2, user.to_bytes().unwrap()), (!9, !2, bytes));
}

/// Lines of TON whose `flags` no field tests: they carry bits all the same.
mod ton {
    tl_runtime::tl! {
        #![tl(ids = "formal", object, functions = "both")]
        tonNode.capabilities #f5bf60c0 version_major:int version_minor:int flags:# = tonNode.Capabilities;
        tonNode.blockIdExt workchain:int shard:long seqno:int root_hash:int256 file_hash:int256 = tonNode.BlockIdExt;
        tonNode.blockSignature who:int256 signature:bytes = tonNode.BlockSignature;
        tonNode.signatureSet.ordinary cc_seqno:int validator_set_hash:int
            signatures:(vector tonNode.blockSignature) = tonNode.SignatureSet;
        tonNode.blockBroadcastCompressedV2 id:tonNode.blockIdExt signature_set:tonNode.SignatureSet flags:#
            proof:bytes data_compressed:bytes = tonNode.Broadcast;
        validatorSession.compressedCandidate flags:# src:int256 round:int root_hash:int256 decompressed_size:int
            data:bytes = validatorSession.Candidate;
        tonNode.blockId workchain:int shard:long seqno:int = tonNode.BlockId;
        storage.daemon.torrentList = storage.daemon.TorrentList;
        liteServer.blockHeader = liteServer.BlockHeader;
        ---functions---
        storage.daemon.getTorrents flags:# = storage.daemon.TorrentList;
        liteServer.lookupBlock mode:# id:tonNode.blockId lt:mode.1?long utime:mode.2?int = liteServer.BlockHeader;
    }
}

#[test]
fn bits_of_ton_come_back() {
    use ton::{Object, functions, types};

    let flags = 0x8000_0005;
    let capabilities = types::ton_node::Capabilities { version_major: 3, version_minor: 1, flags };
    assert_wire(&capabilities, Pack::boxed(0xf5bf_60c0).int(3).int(1).nat(flags));
    assert_wire(&functions::storage::daemon::GetTorrents { flags }, Pack::boxed(0x2335_fb5a).nat(flags));
    let candidate = Pack::boxed(0x4212_c777).nat(flags).raw(&[1; 32]).int(2).raw(&[3; 32]).int(4).bytes(&[5]);
    let broadcast = Pack::boxed(0x5023_4058).int(-1).long(i64::MIN).int(7).raw(&[1; 32]).raw(&[2; 32]);
    let id = types::ton_node::signature_set::Ordinary::ID;
    let broadcast = broadcast.nat(id).int(1).int(2).nat(0).nat(flags).bytes(&[3]).bytes(&[4; 5]);
    for bytes in [candidate.done(), broadcast.done()] {
        assert_eq!(Object::from_bytes(&bytes).unwrap().to_bytes().unwrap(), bytes);
    }
}

/// Bit 0 of `mode` means "by number", and no field has it.
#[test]
fn a_block_is_looked_up_by_number() {
    use ton::{functions::lite_server::LookupBlock, types::ton_node::BlockId};

    let id = BlockId { workchain: 0, shard: i64::MIN, seqno: 5 };
    let packed = |mode| Pack::boxed(0xfac8_f71e).nat(mode).int(0).long(i64::MIN).int(5);
    assert_wire(&LookupBlock::new(1, id.clone()), packed(1));
    let by_time = LookupBlock { lt: Some(7), ..LookupBlock::new(0, id) };
    assert_wire(&by_time, packed(2).long(7));
    let error = LookupBlock { lt: None, mode: 2, ..by_time }.to_bytes().unwrap_err();
    assert_eq!(error.to_string(), "mode of liteServer.lookupBlock has bit 1 set, but its field lt is absent");
}
