//! Invite links: lines of <https://core.telegram.org/api/invites> as Rust, to bytes and back.
//!
//! ```sh
//! cargo run --example invites
//! ```

use std::error::Error;
use std::fmt::Debug;

use tl_runtime::{Combinator, Deserializable, DeserializableOwned, Function, Serializable, tl};

// A line as Rust tokens needs a space before `#`. A string literal holds lines exactly as the page has them.
// `functions = "both"` lets this program read its own calls back; a client only writes them.
tl! {
    #![tl(functions = "both")]

    /// An exported chat invite.
    chatInviteExported #ab4a819 flags:# revoked:flags.0?true permanent:flags.5?true request_needed:flags.6?true
        link:string admin_id:long date:int start_date:flags.4?int expire_date:flags.1?int usage_limit:flags.2?int
        usage:flags.3?int requested:flags.7?int title:flags.8?string = ExportedChatInvite;

    r"
    inputPeerSelf#7da07ec9 = InputPeer;
    inputPeerChat#35a95cb9 chat_id:long = InputPeer;
    inputPeerChannel#27bcbbfc channel_id:long access_hash:long = InputPeer;

    ---functions---
    messages.exportChatInvite#a02ce5d5 flags:# legacy_revoke_permanent:flags.2?true request_needed:flags.3?true peer:InputPeer expire_date:flags.0?int usage_limit:flags.1?int title:flags.4?string = ExportedChatInvite;
    auth.sendCall phone_number:string phone_code_hash:string = Bool;
    "
}

fn main() -> Result<(), Box<dyn Error>> {
    // A struct with the required fields; the optional ones are set by name. Nobody sets `flags`.
    let mut invite =
        types::ChatInviteExported::new("https://t.me/+AbCdEf".to_owned(), 777_000, 1_700_000_000);
    invite.permanent = true;
    invite.usage_limit = Some(10);
    invite.title = Some("Friends".to_owned());
    let invite = round_trip(&invite)?;
    print_flags(&[
        ("revoked", invite.revoked),
        ("expire_date", invite.expire_date.is_some()),
        ("usage_limit", invite.usage_limit.is_some()),
        ("usage", invite.usage.is_some()),
        ("start_date", invite.start_date.is_some()),
        ("permanent", invite.permanent),
        ("request_needed", invite.request_needed),
        ("requested", invite.requested.is_some()),
        ("title", invite.title.is_some()),
    ]);

    // A function with a boxed argument: `InputPeer` has several constructors, so it is an enum.
    let peer = enums::InputPeer::from(types::InputPeerChat { chat_id: 42 });
    let mut export = functions::messages::ExportChatInvite::new(peer);
    export.request_needed = true;
    export.expire_date = Some(1_800_000_000);
    let export = round_trip(&export)?;
    print_flags(&[
        ("expire_date", export.expire_date.is_some()),
        ("usage_limit", export.usage_limit.is_some()),
        ("legacy_revoke_permanent", export.legacy_revoke_permanent),
        ("request_needed", export.request_needed),
        ("title", export.title.is_some()),
    ]);

    // A function whose line gives no id: it is the CRC32 of the line.
    let call = functions::auth::SendCall {
        phone_number: "79991234567".to_owned(),
        phone_code_hash: "2dc02d2cda9e615c84".to_owned(),
    };
    let call = round_trip(&call)?;
    print_flags(&[]);

    // The answer of a call has the type that the line says: here `Bool`.
    let received = true.to_bytes()?;
    println!("answer  {} = {}\n", words(&received), read_answer(&call, &received)?);

    // A peer that this schema does not know: the error says what, where, and inside of what.
    let mut bytes = export.to_bytes()?;
    bytes[8..12].copy_from_slice(&0xdeadbeef_u32.to_le_bytes());
    match functions::messages::ExportChatInvite::from_bytes(&bytes) {
        Ok(export) => println!("{export:?}"),
        Err(error) => println!("error   {error}"),
    }
    Ok(())
}

/// Prints a value's line, bytes and fields, and gives back what its bytes decode to.
fn round_trip<T>(value: &T) -> Result<T, Box<dyn Error>>
where
    T: Combinator + Serializable + DeserializableOwned + Debug + PartialEq,
{
    let bytes = value.to_bytes()?;
    let decoded = T::from_bytes(&bytes)?;
    assert_eq!(&decoded, value);
    println!("TL      {}", T::TL);
    println!("words   {}", words(&bytes));
    println!("decoded {decoded:?}");
    Ok(decoded)
}

/// Reads what a call answers.
fn read_answer<F>(_: &F, received: &[u8]) -> Result<F::Return, tl_runtime::DecodeError>
where
    F: Function<Return: DeserializableOwned>,
{
    F::Return::from_bytes(received)
}

/// 32-bit words, little-endian, as Telegram's documentation prints them.
fn words(bytes: &[u8]) -> String {
    let (words, _) = bytes.as_chunks();
    let words: Vec<String> = words.iter().map(|word| format!("{:08x}", u32::from_le_bytes(*word))).collect();
    words.join(" ")
}

fn print_flags(flags: &[(&str, bool)]) {
    let set: Vec<&str> = flags.iter().filter(|(_, set)| *set).map(|(name, _)| *name).collect();
    println!("flags   {}\n", if set.is_empty() { "none".to_owned() } else { set.join(", ") });
}
