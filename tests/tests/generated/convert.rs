//! From the types of one layer to those of another.

use tl_runtime::{ConvertError, DecodeErrorKind, EncodeErrorKind, convert};

mod early {
    tl_runtime::tl! {
        user #1 id:long name:string = User;
        userEmpty #2 id:long = User;
        chat #3 flags:# title:flags.0?string photo:flags.0?bytes users:Vector<User> = Chat;
        ---functions---
        getUser #4 id:long = User;
    }
}

mod late {
    tl_runtime::tl! {
        #![tl(enums = "always", box = "always", functions = "both")]
        user #11 id:long name:string premium:Bool = User;
        userEmpty #2 id:long = User;
        chat #3 flags:# title:flags.0?string photo:flags.0?bytes users:Vector<User> = Chat;
        ---functions---
        getUser #4 id:long = User;
    }
}

#[test]
fn what_is_the_same_in_both() {
    let chat = |user| early::types::Chat { title: None, photo: None, users: vec![user] };
    let old = chat(early::types::UserEmpty { id: 7 }.into());
    let new: late::types::Chat = convert(&old).unwrap();
    assert_eq!(new.users, [late::enums::User::from(late::types::UserEmpty { id: 7 })]);
    assert_eq!(convert::<_, early::types::Chat>(&new), Ok(old.clone()));
    let several: Vec<late::enums::Chat> = convert(&vec![old.clone(), old]).unwrap();
    assert_eq!(several.len(), 2);
    let call: late::functions::GetUser = convert(&early::functions::GetUser { id: 3 }).unwrap();
    assert_eq!(call.id, 3);
}

#[test]
fn what_has_changed() {
    let user = early::types::User { id: 7, name: "Ada".into() };
    let chat = early::types::Chat { title: None, photo: None, users: vec![user.into()] };
    let Err(ConvertError::Decode(error)) = convert::<_, late::types::Chat>(&chat) else { panic!() };
    assert_eq!(*error.kind(), DecodeErrorKind::UnknownId { id: 1 });
    assert_eq!(error.place().to_string(), "chat.users[0]");
}

#[test]
fn what_cannot_be_written() {
    let chat = early::types::Chat { title: Some("t".into()), photo: None, users: vec![] };
    let Err(ConvertError::Encode(error)) = convert::<_, late::types::Chat>(&chat) else { panic!() };
    assert!(matches!(error.kind(), EncodeErrorKind::FlagConflict { combinator: "chat", .. }));
}
