//! The long forms of `Updates`, and the function that answers with them.

use crate::pack::Pack;
use crate::sample::Sample;
use crate::seed::updates::functions::phone;
use crate::seed::updates::{enums, types};

pub(super) fn samples() -> Vec<Sample> {
    let mut samples = forms();
    samples.extend(calls());
    samples
}

fn update() -> enums::Update {
    types::UpdateUserName { user_id: 1, names: vec!["a".into(), "bcde".into()] }.into()
}

fn packed_update() -> Pack {
    Pack::boxed(0xa784_8924).long(1).vector(&["a", "bcde"], |pack, name| pack.string(name))
}

/// Updates, users and chats, as both long forms have them.
fn packed_lists(pack: Pack) -> Pack {
    pack.vector(&[packed_update(), Pack::boxed(0x3354_678f)], Pack::then)
        .vector(&[Pack::boxed(0xd3bc_4b7a).long(2)], Pack::then)
        .vector(&[3, 4], |pack, &id| pack.nat(0x2956_2865).long(id))
}

fn forms() -> Vec<Sample> {
    let updates = || vec![update(), enums::Update::PtsChanged];
    let users = || vec![types::UserEmpty { id: 2 }.into()];
    let chats = || vec![types::ChatEmpty { id: 3 }, types::ChatEmpty { id: 4 }];
    let combined = types::UpdatesCombined {
        updates: updates(),
        users: users(),
        chats: chats(),
        date: 5,
        seq_start: 6,
        seq: 7,
    };
    let plain = types::Updates { updates: updates(), users: users(), chats: chats(), date: 5, seq: 7 };
    vec![
        Sample::constructor::<enums::Updates, _>(types::UpdatesTooLong, Pack::boxed(0xe317_af7e)),
        Sample::constructor::<enums::Updates, _>(
            types::UpdateShort { update: update(), date: 5 },
            Pack::boxed(0x78d4_dec1).then(&packed_update()).int(5),
        ),
        Sample::constructor::<enums::Updates, _>(
            combined,
            packed_lists(Pack::boxed(0x725b_04c3)).int(5).int(6).int(7),
        ),
        Sample::constructor::<enums::Updates, _>(plain, packed_lists(Pack::boxed(0x74ae_4240)).int(5).int(7)),
    ]
}

fn calls() -> Vec<Sample> {
    let call = types::InputGroupCall { id: 1, access_hash: 2 };
    let invite = phone::InviteToGroupCall {
        call,
        users: vec![enums::InputUser::InputUserSelf, types::InputUser { user_id: 8, access_hash: -8 }.into()],
    };
    let packed = Pack::boxed(0x7b39_3160).nat(0xd8aa_840f).long(1).long(2);
    let users = [Pack::boxed(0xf7c1_b13f), Pack::boxed(0xf211_58c6).long(8).long(-8)];
    vec![Sample::function(invite, packed.vector(&users, Pack::then))]
}
