//! The seed schema: every line of it, to bytes that were packed by hand, and back.

use std::collections::BTreeSet;

use tl_runtime::{Combinator, EncodeErrorKind, Function, Serializable};
use tl_test_support::seed::{self, PAGES};
use tl_tests::seed::{auth, invites, samples, updates};
use tl_tests::words;

#[test]
fn every_sample_is_its_bytes() {
    let samples = samples::all();
    samples.iter().for_each(|sample| sample.check());
    println!("{} samples", samples.len());
}

/// A line that no sample tests would not be noticed otherwise.
#[test]
fn every_line_has_a_sample() {
    let tested: BTreeSet<&str> = samples::all().iter().map(|sample| sample.name).collect();
    assert_eq!(tested.len(), 18 + 17 + 7 + 1 + 2);
    for (page, lines) in PAGES {
        let text = seed::text(page);
        let combinators = seed::combinators(&text);
        assert_eq!(combinators.len(), lines, "{page}");
        combinators.iter().for_each(|line| assert!(tested.contains(line_name(line)), "{line}"));
    }
}

/// The generated code quotes the lines of the pages; ids have all their digits.
#[test]
fn lines_are_quoted() {
    let quoted: BTreeSet<&str> = samples::all().iter().map(|sample| sample.line).collect();
    for (page, _) in PAGES {
        for line in seed::combinators(&seed::text(page)) {
            let (name, rest) = line.trim_end_matches(';').split_once(' ').expect("every line has a result");
            let line = format!("{} {rest}", with_all_digits(name));
            assert!(quoted.contains(line.as_str()), "{line}");
        }
    }
}

fn with_all_digits(name: &str) -> String {
    match name.split_once('#') {
        Some((name, id)) => format!("{name}#{id:0>8}"),
        None => name.to_owned(),
    }
}

fn line_name(line: &str) -> &str {
    line.split([' ', '#']).next().unwrap_or_default()
}

mod shared {
    use tl_test_support::locate;
    use tl_test_support::seed::{PAGES, combinators, text};

    /// Our lines are those that were copied from the pages.
    #[test]
    #[cfg_attr(not(shared), ignore = "needs ../shared")]
    fn lines_are_those_of_the_pages() {
        for (page, _) in PAGES {
            let copied = locate::text(&locate::shared_file(&format!("seed/{page}.tl")));
            assert_eq!(combinators(&text(page)), combinators(&copied), "{page}");
        }
    }
}

#[test]
fn ids_that_are_not_written_are_computed() {
    assert_eq!(auth::functions::auth::SendInvites::ID, 0x771c_1d97);
    assert_eq!(auth::functions::auth::SendCall::ID, 0x03c5_1564);
}

/// From the page of `auth.sendCall`: the call, and the answer.
#[test]
fn documented_words() {
    let call = auth::functions::auth::SendCall {
        phone_number: "79991234567".into(),
        phone_code_hash: "2dc02d2cda9e615c84".into(),
    };
    let documented = "03c51564 3939370b 33323139 37363534 63643212 32643230 39616463 35313665 00343863";
    assert_eq!(call.to_bytes().unwrap(), words::bytes(documented));
    assert!(answer(&call, &words::bytes("997275b5")));
    assert!(!answer(&call, &words::bytes("bc799737")));
}

fn answer<F: Function<Return: tl_runtime::DeserializableOwned>>(_: &F, received: &[u8]) -> F::Return {
    tl_runtime::Deserializable::from_bytes(received).unwrap()
}

/// Functions answer with types of this module and of the other one.
#[test]
fn answers() {
    fn is_answer<F: Function<Return = R>, R>() {}
    is_answer::<invites::functions::messages::ExportChatInvite, invites::types::ChatInviteExported>();
    is_answer::<invites::functions::messages::CheckChatInvite, invites::enums::ChatInvite>();
    is_answer::<invites::functions::channels::JoinChannel, updates::enums::Updates>();
    is_answer::<updates::functions::phone::InviteToGroupCall, updates::enums::Updates>();
    is_answer::<auth::functions::auth::SendCall, bool>();
}

#[test]
fn channel_fields_that_share_a_bit_must_agree() {
    let photo = || updates::enums::ChatPhoto::Empty;
    let restricted = invites::types::Channel {
        restricted: true,
        ..invites::types::Channel::new(1, "c".into(), photo(), 2)
    };
    assert_conflict(&restricted, "channel", &["restricted"], &["restriction_reason"]);
    let reason =
        invites::types::Channel { restricted: false, restriction_reason: Some(vec![]), ..restricted.clone() };
    assert_conflict(&reason, "channel", &["restriction_reason"], &["restricted"]);
    assert_conflict(
        &invites::enums::Chat::from(reason.clone()),
        "channel",
        &["restriction_reason"],
        &["restricted"],
    );
    let both = invites::types::Channel { restricted: true, ..reason };
    assert!(both.to_bytes().is_ok());
}

#[test]
fn peer_settings_that_share_a_bit_must_agree() {
    let title = invites::types::PeerSettings { request_chat_title: Some("t".into()), ..Default::default() };
    assert_conflict(&title, "peerSettings", &["request_chat_title"], &["request_chat_date"]);
    let date = invites::types::PeerSettings { request_chat_date: Some(1), ..Default::default() };
    assert_conflict(&date, "peerSettings", &["request_chat_date"], &["request_chat_title"]);
}

/// The error names the fields, and the buffer is as long as it was; also from deep within.
#[track_caller]
fn assert_conflict(
    value: &dyn Serializable,
    combinator: &'static str,
    set: &[&'static str],
    unset: &[&'static str],
) {
    let mut out = b"before".to_vec();
    let error = value.serialize(&mut out).unwrap_err();
    assert_eq!(out, b"before");
    let expected = EncodeErrorKind::FlagConflict { combinator, set: set.into(), unset: unset.into() };
    assert_eq!(*error.kind(), expected);
    let text = error.to_string();
    set.iter().chain(unset).for_each(|field| assert!(text.contains(field), "{text}"));
}

#[test]
fn a_conflict_inside_leaves_the_buffer_as_it_was() {
    let photo = updates::enums::ChatPhoto::Empty;
    let chat =
        invites::types::Channel { restricted: true, ..invites::types::Channel::new(1, "c".into(), photo, 2) };
    let outer = invites::types::ChatInvitePeek { chat, expires: 1 };
    assert_conflict(&outer, "channel", &["restricted"], &["restriction_reason"]);
}
