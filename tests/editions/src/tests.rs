//! Each spelling of an id is the same id, whatever the edition.

use tl_runtime::Combinator;

use crate::{few, spaced, text};

/// Each line of a module has the id and the text that the string form has.
macro_rules! same_ids {
    ($module:path) => {
        $crate::tests::same_ids! {
            $module:
            types::contacts::ResolvedPeer,
            types::ChatInviteExported,
            types::messages::ExportedChatInvites,
            types::messages::ExportedChatInvite,
            types::messages::ExportedChatInviteReplaced,
            types::ChatInviteImporter,
            types::messages::ChatInviteImporters,
            types::ChatAdminWithInvites,
            types::messages::ChatAdminsWithInvites,
            types::ChatInviteAlready,
            types::ChatInvite,
            types::ChatInvitePeek,
            types::Channel,
            types::UpdatePendingJoinRequests,
            types::UpdateBotChatInviteRequester,
            types::PeerSettings,
            types::MessageActionChatJoinedByRequest,
            types::ChannelAdminLogEventActionParticipantJoinByRequest,
            types::UpdatesTooLong,
            types::UpdateShortMessage,
            types::UpdateShortChatMessage,
            types::UpdateShort,
            types::UpdatesCombined,
            types::Updates,
            types::UpdateShortSentMessage,
            functions::contacts::ResolveUsername,
            functions::channels::JoinChannel,
            functions::channels::CheckUsername,
            functions::channels::UpdateUsername,
            functions::messages::ExportChatInvite,
            functions::messages::GetExportedChatInvites,
            functions::messages::GetExportedChatInvite,
            functions::messages::EditExportedChatInvite,
            functions::messages::DeleteRevokedExportedChatInvites,
            functions::messages::DeleteExportedChatInvite,
            functions::messages::GetAdminsWithInvites,
            functions::messages::GetChatInviteImporters,
            functions::messages::CheckChatInvite,
            functions::messages::ImportChatInvite,
            functions::messages::HideChatJoinRequest,
            functions::messages::HideAllChatJoinRequests,
            functions::channels::ToggleJoinRequest,
            functions::phone::InviteToGroupCall,
            functions::auth::SendInvites,
            functions::auth::SendCall,
        }
    };
    ($module:path: $($root:ident $(::$part:ident)*,)*) => {{
        use $module as module;
        $(
            let (read, text) = (module::$root$(::$part)*::ID, $crate::text::$root$(::$part)*::ID);
            assert_eq!(read, text, "{}", module::$root$(::$part)*::NAME);
            assert_eq!(module::$root$(::$part)*::TL, $crate::text::$root$(::$part)*::TL);
        )*
    }};
}
#[allow(unused_imports)] // Only edition 2018 has a use for it outside.
pub(crate) use same_ids;

#[test]
fn tokens_with_a_space() {
    same_ids!(crate::spaced);
}

/// Ids that are not numbers in Rust, or other numbers.
#[test]
fn ids_come_from_the_source_text() {
    assert_eq!(spaced::functions::channels::CheckUsername::ID, 0x10e6_bd2c);
    assert_eq!(spaced::functions::messages::GetAdminsWithInvites::ID, 0x3920_e6ef);
    assert_eq!(spaced::types::messages::ExportedChatInvite::ID, 0x1871_be50);
    assert_eq!(spaced::types::ChatInviteExported::ID, 0x0ab4_a819);
    assert_eq!(spaced::functions::messages::CheckChatInvite::ID, 0x3ead_b1bb);
    assert_eq!(spaced::functions::auth::SendInvites::ID, 0x771c_1d97);
    assert_eq!(spaced::functions::auth::SendCall::ID, 0x03c5_1564);
    assert_eq!(text::functions::messages::CheckChatInvite::ID, 0x3ead_b1bb);
}

#[test]
fn spellings_of_an_id() {
    let ids = [few::types::Short::ID, few::types::Zero::ID, few::types::Hex::ID, few::types::HexZero::ID];
    assert_eq!(ids, [0x0ab4_a819, 0x0ab4_a818, 0x2ab4_a819, 0x0ab4_a81a]);
    assert_eq!(few::types::Exponent::ID, 0x10e6_bd2c);
    assert_eq!(few::types::NoExponent::ID, 0x3ead_b1bb);
    assert_eq!(few::types::Binary::ID, 0x0b00_0001);
    assert_eq!(few::types::Word::ID, 0xface_feed);
    assert_eq!(few::types::Text::ID, 0x0000_0b0b);
}

/// CRC32 of `small = Few` and `number value:int = Few`.
#[test]
fn computed_ids() {
    assert_eq!(few::types::Small::ID, 0xf4c7_506c);
    assert_eq!(few::types::Number::ID, 0x949c_9732);
}
