//! The exported macros. They pass `$crate` to the procedural macros, so that generated code finds this crate under any
//! name that it was imported or re-exported with.

/// Turns lines of a TL schema into Rust types with encode and decode.
///
/// ```
/// use tl_runtime::{Deserializable, Serializable, tl};
///
/// tl! {
///     /// A user.
///     user #d23c81a3 id:int first_name:string last_name:string = User;
///
///     ---functions---
///     users.getUsers ids:Vector<int> = Vector<User>;
/// }
///
/// fn main() -> Result<(), Box<dyn std::error::Error>> {
///     let user = types::User { id: 1, first_name: "Ada".to_owned(), last_name: "L".to_owned() };
///     let bytes = user.to_bytes()?;
///     assert_eq!(bytes[..4], [0xa3, 0x81, 0x3c, 0xd2]);
///     assert_eq!(types::User::from_bytes(&bytes)?, user);
///     Ok(())
/// }
/// ```
///
/// It generates the modules `types` (a struct for each constructor), `enums` (an enum for each boxed type with several
/// constructors, else an alias) and `functions` (a struct for each function). Namespaces are modules inside of these.
/// Write the invocation in a module or at the root of a crate, one in each module. It does not work inside a function:
/// rustc says ``cannot find `types` in `super` ``.
///
/// The language is described on the page about [TL](https://core.telegram.org/mtproto/TL). What cannot be generated is
/// an error; nothing is skipped.
///
/// # Forms
///
/// The lines are Rust tokens, string literals, or both. A literal contains lines as a documentation page prints them. A
/// mistake in a literal is shown with `file:line:col`, the line and a caret. [`include_tl!`](crate::include_tl!) takes
/// files.
///
/// ```
/// mod api {
///     tl_runtime::tl! {
///         inputPeerSelf #7da07ec9 = InputPeer;
///
///         r"
///         inputPeerChat#35a95cb9 chat_id:long = InputPeer;
///         ---functions---
///         messages.checkChatInvite#3eadb1bb hash:string = Bool;
///         "
///     }
/// }
///
/// let peer = api::enums::InputPeer::Chat(api::types::InputPeerChat { chat_id: 42 });
/// assert_eq!(peer.constructor_name(), "inputPeerChat");
/// ```
///
/// # Tokens that rustc does not read
///
/// In the token form, rustc reads the schema first, and rejects some of it. Strings and files have none of these
/// problems.
///
/// | the schema has | rustc says | write |
/// |---|---|---|
/// | `user#d23c81a3`, in editions 2021 and 2024 | ``error: prefix `user` is unknown`` (``prefixed identifiers and literals are reserved since Rust 2021``) | `user #d23c81a3`, with a space |
/// | `#3eadb1bb`: digits, `e`, then a letter or nothing | `error: expected at least one digit in exponent` | `#0x3eadb1bb`, or no id |
/// | `#0b3a5c11`: `0b`, then digits above 1 | `error: invalid digit for a base 2 literal` | `#0x0b3a5c11`, or no id |
/// | `#0bcdef12`: `0b`, then a letter or nothing | `error[E0768]: no valid digits found for number` | `#0x0bcdef12`, or no id |
/// | `##`, in edition 2024 | `error: reserved multi-hash token is forbidden` | `# #` |
///
/// The first and the second of these, as published:
///
/// ```compile_fail,edition2021
/// tl_runtime::tl! { user#d23c81a3 id:int first_name:string last_name:string = User; }
/// # fn main() {}
/// ```
///
/// ```compile_fail
/// tl_runtime::tl! {
///     ---functions---
///     messages.checkChatInvite #3eadb1bb hash:string = Bool;
/// }
/// # fn main() {}
/// ```
///
/// and what works in every edition:
///
/// ```
/// tl_runtime::tl! {
///     user #d23c81a3 id:int first_name:string last_name:string = User;
///     ---functions---
///     messages.checkChatInvite #0x3eadb1bb hash:string = Bool;
/// }
/// # fn main() {}
/// ```
///
/// `//` comments never reach the macro, so a `// LAYER 158` line counts only in strings and files.
///
/// # Ids
///
/// A written id has 1 to 8 hex digits and always wins. A line without one gets the CRC32 of its canonical form. There
/// are two rules for that form, Telegram's and the formal one of TON, TDLib and VK; if they differ for a line and
/// the option `ids` does not choose one, the line is an error.
///
/// # Options
///
/// Inner attributes, before the first line:
///
/// ```
/// mod api {
///     tl_runtime::tl! {
///         #![derive(Eq, Hash)]
///         #![tl(verify_ids, layer = 158)]
///         user #d23c81a3 id:int first_name:string last_name:string = User;
///     }
/// }
///
/// assert_eq!(api::LAYER, 158);
/// ```
///
/// | option | what it does |
/// |---|---|
/// | `#![derive(Eq, Hash)]` | adds derives to every struct and enum; `Eq`, `Hash` and `Ord` only where there is no `double` or `float` inside. `Debug`, `Clone`, `PartialEq` are always there, `Default` where every field is optional. |
/// | `ids = "telegram"`, `"formal"` | the rule for lines without an id |
/// | `verify_ids` | a written id that is not the computed one is an error |
/// | `id_mismatch_ok("a.b", …)` | exempts these lines from `verify_ids` |
/// | `string = "utf8"`, `"lossy"`, `"bytes"` | what a `string` is: a `String` that is UTF-8 (default), a `String` in which other bytes become U+FFFD, or [`Bytes`](crate::Bytes) |
/// | `flags = "hidden"`, `"visible"` | `"visible"` makes every mask a field that keeps the bits that no field declares, for proxies and archives; by default, masks named `flags` are computed and are not fields |
/// | `borrow`, `borrow = "all"` | strings and bytes are `&'a str` and `&'a [u8]`, and the types around them get the lifetime |
/// | `object` | adds `enum Object`: any constructor of the schema, decoded by its id; with `BoolTrue` and `BoolFalse` if a line declares `Bool` or a function answers it |
/// | `object = "extern"` | the same, and the `Object` of the `extern` module as the variant `Extern`: service messages and the API in one enum |
/// | `functions = "encode"`, `"both"` | `"both"` makes functions decodable, for servers and proxies |
/// | `only(users.getUsers, User, auth.*)` | generates these functions, constructors, types and namespaces, what they need, and nothing else |
/// | `rename("a.b" = "Name", …)` | names in Rust, as with the attribute |
/// | `extern = crate::api` | names that this invocation does not define come from that module, which another invocation generated |
/// | `crate = path` | where this crate is; by default it is the one that exports the `tl!` you called |
/// | `enums = "several"`, `"always"` | with `"always"`, types with one constructor are enums, too, so that a second constructor does not change the Rust type |
/// | `box = "size"`, `"always"`, `"never"` | which variants of enums are in a `Box`: by default those over 64 bytes (120 bytes in an enum of two), which may change as a schema grows |
/// | `docs = "telegram"` | the documentation of each item links to its page on core.telegram.org |
/// | `default` | `Default` for every type: zero, empty, `None`; for an enum, its first variant without fields, else the first with a finite default |
/// | `try_from` | `TryFrom<enums::T>` for the struct of each variant; the error returns the enum |
/// | `getters` | methods of enums for the fields of their variants; they return an `Option` if a variant may lack the field |
/// | `setters` | a method for each optional field and bit: `SendMessage::new(peer, "hi").silent(true)`; they and `new` take `impl Into<…>` |
/// | `inline = false` | no `#[inline]` on generated methods |
/// | `layer = N` | `pub const LAYER: i32 = N` |
/// | `reflect` | adds `pub static SCHEMA`, which shows bytes as [a dump or text](crate::reflect) |
/// | `json = "plain"`, `"tdlib"` | the JSON that `reflect` reads and writes. `"tdlib"`, for `td_api.tl`, is TDLib's, and makes objects that its documentation says may be null `Option`s. An error without `reflect` |
///
/// All but `derive` are written in `#![tl(…)]`, separated by commas. Paths start at a crate: `crate::api`, `::api`.
///
/// # Attributes
///
/// Above one definition, in the token form:
///
/// ```
/// mod api {
///     tl_runtime::tl! {
///         /// A place on earth.
///         #[derive(PartialOrd)]
///         geoPoint #b2a2f663 long:double lat:double access_hash:long = GeoPoint;
///
///         #[tl(rename = "NoPlace")]
///         geoPointEmpty #1117dd5f = GeoPoint;
///     }
/// }
///
/// let empty = api::enums::GeoPoint::from(api::types::NoPlace);
/// assert_eq!(empty.constructor_id(), 0x1117dd5f);
/// ```
///
/// | attribute | what it does |
/// |---|---|
/// | `/// words`, `#[doc = "…"]` | documentation, before the TL line |
/// | `#[cfg(…)]` | as in Rust |
/// | `#[derive(…)]` | more derives for this struct |
/// | `#[deprecated]` | as in Rust |
/// | `#[tl(rename = "Name")]` | the name in Rust |
/// | `#[tl(id_mismatch_ok)]` | exempts the line from `verify_ids` |
///
/// # Errors
///
/// All mistakes of an invocation are reported, each at its place. The correct lines still become items.
///
/// ```compile_fail
/// tl_runtime::tl! {
///     inputPeerSelf #7da07ec9 = InputPeer;
///     inputPeerChat #35a95cb9 chat_id:lnog = InputPeer; // unknown type `lnog`; did you mean `long`?
/// }
/// # fn main() {}
/// ```
// One of the examples shows what rustc rejects.
#[allow(rustdoc::invalid_rust_codeblocks)]
#[macro_export]
macro_rules! tl {
    ($($schema:tt)*) => {
        $crate::private::tl! { $crate { $($schema)* } }
    };
}

/// Turns whole schema files into Rust types, as [`tl!`](crate::tl!) does with lines.
///
/// ```
/// mod notes {
///     tl_runtime::include_tl! {
///         #![derive(Eq)]
///         "examples/notes.tl"
///     }
/// }
///
/// assert_eq!(notes::types::Note { id: 1, text: "milk".to_owned() }.text, "milk");
/// assert_eq!(notes::LAYER, 3);
/// ```
///
/// The argument is one path or several with commas between them: `include_tl!("schemas/mtproto.tl", "schemas/api.tl")`.
/// All files form one schema; each starts in the section of types. A line that several files have counts once.
///
/// A path is relative to the folder of `Cargo.toml`, wherever the source file is. It may be
/// built from parts: `include_tl!(concat!(env!("OUT_DIR"), "/api.tl"))`. Editing a file recompiles the crate.
///
/// A mistake is reported at the path; the message has `file:line:col`, the line, and a caret. Files are read as they are
/// published: `name#id` needs no space, and every id is fine. The options are those of [`tl!`](crate::tl!), before the
/// first path.
#[macro_export]
macro_rules! include_tl {
    ($($schema:tt)*) => {
        $crate::private::include_tl! { $crate { $($schema)* } }
    };
}
