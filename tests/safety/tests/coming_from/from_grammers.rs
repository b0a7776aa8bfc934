use grammers_tl_types::{
    Deserializable, Identifiable, LAYER, RemoteCall, Serializable, enums, functions, types,
};

pub(crate) fn main() -> Result<(), Box<dyn std::error::Error>> {
    let user = types::InputPeerUser { user_id: 1, access_hash: 2 };
    let peer = enums::InputPeer::User(user.clone());
    let bytes = peer.to_bytes();
    // An enum is boxed, its struct is bare.
    assert_eq!(enums::InputPeer::from_bytes(&bytes)?, peer);
    assert_eq!(types::InputPeerUser::from_bytes(&bytes[4..])?, user);
    assert_eq!(bytes[..4], types::InputPeerUser::CONSTRUCTOR_ID.to_le_bytes());

    let query = functions::messages::GetChats { id: vec![1, 2] };
    let call = functions::InvokeWithLayer { layer: LAYER, query };
    let _request = call.to_bytes();
    let _answer: fn(&[u8]) -> Result<Answer, grammers_tl_types::deserialize::Error> = Answer::from_bytes;
    Ok(())
}

type Answer = <functions::messages::GetChats as RemoteCall>::Return;
