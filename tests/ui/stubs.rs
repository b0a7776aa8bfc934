//! Code elsewhere goes on with what is right: only the broken lines are reported.

mod api {
    tl_runtime::tl! {
        inputPeerSelf #7da07ec9 = InputPeer;
        inputPeerChat #35a95cb9 chat_id:long = InputPeer;
        inputPeerUser #dde8a54c user_id:long access_hash: = InputPeer;

        // Each of these has one mistake.
        user #d23c81a3 id:int name:string photo:Phoot = User;
        chat #00000001 flags:# id:flags.32?int title:string = Chat;
        message #00000002 flags:int id:flags.0?int text:string = Message;
        settings #00000003 flags:int silent:flags.0?true = Settings;
        broken #00000004 id: = Broken;
        node #00000005 id:int next:%Node = Node;

        group #00000006 owner:User chats:Vector<Chat> broken:Broken node:Node peer:InputPeer = Group;

        ---functions---
        getUser #00000007 id:int = User;
        getUsers #00000008 ids:Vector<int> = Vector<Users>;
    }
}

use tl_runtime::{Deserializable, Function, Serializable};

pub fn valid(peer: &api::enums::InputPeer) -> Vec<u8> {
    let other = api::enums::InputPeer::from(api::types::InputPeerChat { chat_id: 1 });
    match peer {
        api::enums::InputPeer::Chat(chat) => chat.to_bytes().unwrap_or_default(),
        _ => other.to_bytes().unwrap_or_default(),
    }
}

pub fn mended(user: &api::types::User, settings: &api::types::Settings) -> String {
    let mut chat = api::types::Chat::new("Friends".to_owned());
    chat.id = Some(user.id);
    let mut message = api::types::Message::new(user.name.clone());
    message.id = chat.id;
    if settings.silent { message.text } else { chat.title }
}

pub fn around(bytes: &[u8]) -> Option<api::enums::User> {
    let group = api::types::Group::from_bytes(bytes).ok()?;
    let _: (&api::enums::Broken, &api::types::Node) = (&group.broken, &group.node);
    Some(group.owner)
}

pub fn call<F: Function>(function: F) -> F {
    function
}

pub fn calls() {
    call(api::functions::GetUser { id: 1 });
    call(api::functions::GetUsers { ids: vec![1] });
}

fn main() {}
