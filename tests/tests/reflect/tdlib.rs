//! TDLib's JSON interface: `json = "tdlib"`.

use api::{SCHEMA, enums, functions, types};
use tl_runtime::reflect::{OwnedSchema, Rule, SchemaOptions};
use tl_runtime::{Combinator, Deserializable, Serializable};

/// Lines of `td_api.tl`, some of them shortened.
const LINES: &str = include_str!("td_api.tl");

mod api {
    tl_runtime::include_tl! {
        #![tl(reflect, json = "tdlib", ids = "formal", functions = "both")]
        "tests/reflect/td_api.tl"
    }
}

#[test]
fn objects_that_may_be_null_are_options() {
    let user = types::User {
        id: 7,
        first_name: "Ada".into(),
        profile_photo: None,
        emoji_id: 1 << 60,
        statuses: vec![],
    };
    let json = r#"{"@type":"user","id":7,"first_name":"Ada","emoji_id":"1152921504606846976","statuses":[]}"#;
    assert_eq!(serde_json::to_string(&user).expect("it can be written"), json);
    let photo = types::ProfilePhoto { id: -1, data: vec![1, 2].into() };
    let with_photo = types::User { profile_photo: Some(Box::new(photo)), ..user.clone() };
    let json = serde_json::to_string(&with_photo).expect("it can be written");
    assert!(json.contains(r#","profile_photo":{"@type":"profilePhoto","id":"-1","data":"AQI="},"#), "{json}");
    assert_eq!(serde_json::from_str::<types::User>(&json).expect("it can be read"), with_photo);
    let bytes = with_photo.to_bytes().expect("it can be written");
    assert_eq!(types::User::from_bytes(&bytes).expect("it can be read"), with_photo);
}

#[test]
fn elements_that_may_be_null_are_options() {
    let user = types::User { id: 7, ..types::User::new() };
    let users = types::Users { total_count: 3, users: vec![None, Some(Box::new(user)), None] };
    let json = r#"{"@type":"users","total_count":3,"users":[null,{"@type":"user","id":7,"first_name":"","emoji_id":"0","statuses":[]},null]}"#;
    assert_eq!(serde_json::to_string(&users).expect("it can be written"), json);
    assert_eq!(serde_json::from_str::<types::Users>(json).expect("it can be read"), users);
    let bytes = users.to_bytes().expect("it can be written");
    assert_eq!(types::Users::from_bytes(&bytes).expect("it can be read"), users);
    let text = SCHEMA.text(&bytes).to_string();
    assert!(text.starts_with("(users total_count:3 users:[null (user "), "{text}");
    assert_eq!(SCHEMA.parse_text(&text).as_ref(), Ok(&bytes));
    let dump = SCHEMA.dump(&bytes).to_string();
    assert_eq!(dump.matches("] null\n").count(), 2, "{dump}");
    // A list that is null, or one with something else in it.
    let empty = SCHEMA.from_json(r#"{"@type":"users","users":null}"#).expect("it is right");
    assert_eq!(types::Users::from_bytes(&empty).expect("it can be read"), types::Users::new());
    let error = SCHEMA.from_json(r#"{"@type":"users","users":[[]]}"#).unwrap_err();
    assert_eq!(error.to_string(), "expected user, found a list at byte 26, in $.users[0]");
}

#[test]
fn null_and_absent_are_the_same() {
    let json = r#"{"@type":"user","id":7,"profile_photo":null,"first_name":null,"@extra":[1]}"#;
    let (bytes, envelope) = SCHEMA.from_json_with(json).expect("it is right");
    assert_eq!(envelope.extra, Some("[1]"));
    let user =
        types::User { id: 7, first_name: String::new(), profile_photo: None, emoji_id: 0, statuses: vec![] };
    assert_eq!(types::User::from_bytes(&bytes).expect("it can be read"), user);
}

#[test]
fn new_needs_only_objects_that_are_always_there() {
    let user = types::User { id: 7, ..types::User::new() };
    assert_eq!((user.first_name.as_str(), user.profile_photo, user.statuses), ("", None, vec![]));
    let status = enums::UserStatus::Online(types::UserStatusOnline::default());
    let update = types::UpdateUserStatus::new(status.clone());
    assert_eq!((update.user_id, update.status), (0, status));
}

#[test]
fn what_is_beside_a_message_that_is_wrong() {
    for (json, extra) in [
        (r#"{"@type":"nobody","a":[{"@extra":1}],"@extra":{"b":[2]},"@client_id":3}"#, Some(r#"{"b":[2]}"#)),
        (r#"{"@client_id":3,"@extra":"x","@type":"#, Some("\"x\"")),
        (r#"{"@client_id":3,"@type":}"#, None),
    ] {
        assert!(SCHEMA.from_json_with(json).is_err(), "{json}");
        let envelope = SCHEMA.envelope(json);
        assert_eq!((envelope.extra, envelope.client_id), (extra, Some(3)), "{json}");
    }
    for json in ["", "[]", "{", "{}", r#"{"@extra"}"#, r#"{"@extra":}"#] {
        assert_eq!(SCHEMA.envelope(json).extra, None, "{json}");
    }
}

#[test]
fn requests_and_updates() {
    let request = functions::SetChatPhoto { chat_id: -5, photo: None };
    assert_eq!(
        SCHEMA.to_json(&request.to_bytes().expect("it can be written")).expect("it can be read"),
        r#"{"@type":"setChatPhoto","chat_id":-5}"#
    );
    let update = r#"{"@type":"updateUserStatus","user_id":1,"status":{"@type":"userStatusOnline","expires":9},"@client_id":3}"#;
    let (bytes, envelope) = SCHEMA.from_json_with(update).expect("it is right");
    assert_eq!(envelope.client_id, Some(3));
    let enums::Update::UserStatus(update) = enums::Update::from_bytes(&bytes).expect("it can be read") else {
        panic!("it is the status of a user");
    };
    assert_eq!(update.status, enums::UserStatus::Online(types::UserStatusOnline { expires: 9 }));
}

#[test]
fn ids_are_those_of_the_lines() {
    let schema = OwnedSchema::from_text(
        [("td_api.tl", LINES)],
        &SchemaOptions { ids: Some(Rule::Formal), ..SchemaOptions::default() },
    );
    let schema = schema.expect("it is right");
    let plain = schema.schema();
    assert_eq!(plain.by_name("user").map(|user| user.id()), Some(types::User::ID));
    let names = |schema: &tl_runtime::reflect::Schema<'_>| -> Vec<String> {
        let user = schema.by_name("user").expect("it is there");
        user.fields().map(|field| field.name().to_owned()).collect()
    };
    assert_eq!(names(&plain), ["id", "first_name", "profile_photo", "emoji_id", "statuses"]);
    assert_eq!(names(&SCHEMA)[0], "flags");
    assert_eq!(names(&SCHEMA)[1..], names(&plain));
}
