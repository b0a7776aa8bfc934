//! JSON both ways, without a tree of the message in between.

mod read;
mod tags;
mod token;
mod write;

use alloc::string::String;
use alloc::vec::Vec;

use super::build::Form;
use super::events::Root;
use super::{Call, CallError, ParseError, ReadError, Schema, call};

/// How a schema writes and reads JSON.
///
/// | TL | `Plain` | `Tdlib` |
/// |---|---|---|
/// | a combinator | `{"_": "auth.sendCode", …}` | `{"@type": "setName", …}` |
/// | `long`, `int64` | a number with all its digits | a string |
/// | `int53` | a number; when read, one of at most 53 bits | the same |
/// | `double` | a number; `"NaN"`, `"Infinity"`, `"-Infinity"` | the same |
/// | `bytes` | base64 | base64 |
/// | `string` that is not UTF-8 | `{"base64": "…"}` | the same |
/// | `int128`, `int256` | hexadecimal digits | base64 |
/// | `Bool`, `flags.0?true` | `true`, `false`; an absent flag is left out | the same |
/// | an absent field | left out | left out; when read, it is zero, empty or null |
///
/// Both read numbers in quotes, too. Unknown fields, and fields that are given twice, are errors.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JsonStyle {
    /// As the clients of Telegram have it.
    Plain,
    /// As [TDLib's JSON interface](https://core.telegram.org/tdlib/docs/td__json__client_8h.html) has it.
    Tdlib,
}

/// What TDLib's JSON interface has beside a request or an answer.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Envelope<'t> {
    /// `"@extra"`: any JSON, which comes back with the answer to a request.
    pub extra: Option<&'t str>,
    /// `"@client_id"`.
    pub client_id: Option<i32>,
}

impl JsonStyle {
    /// The key of a combinator's name.
    pub(super) fn tag(self) -> &'static str {
        match self {
            JsonStyle::Plain => "_",
            JsonStyle::Tdlib => "@type",
        }
    }

    pub(super) fn form(self) -> Form {
        match self {
            JsonStyle::Plain => Form::Json,
            JsonStyle::Tdlib => Form::Tdlib,
        }
    }
}

impl Schema<'_> {
    /// A message as JSON.
    ///
    /// ```
    /// mod api {
    ///     tl_runtime::tl! {
    ///         #![tl(reflect)]
    ///         inputPeerChat #35a95cb9 chat_id:long = InputPeer;
    ///     }
    /// }
    ///
    /// let json = r#"{"_":"inputPeerChat","chat_id":9007199254740993}"#;
    /// let bytes = api::SCHEMA.from_json(json)?;
    /// assert_eq!(api::SCHEMA.to_json(&bytes)?, json);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// What decode would say of these bytes.
    pub fn to_json(&self, bytes: &[u8]) -> Result<String, ReadError> {
        write::to_string(self.events(bytes), self.json_style(), Envelope::default())
    }

    /// The same with what TDLib's JSON interface has beside the message.
    ///
    /// # Errors
    ///
    /// What decode would say of these bytes.
    pub fn to_json_with(&self, bytes: &[u8], envelope: Envelope<'_>) -> Result<String, ReadError> {
        write::to_string(self.events(bytes), self.json_style(), envelope)
    }

    /// The answer to a call as JSON. Inside, what decode would say of these bytes.
    ///
    /// # Errors
    ///
    /// If the type of the answer is unknown.
    pub fn answer_to_json<'b>(
        &'b self,
        call: impl Into<Call<'b>>,
        bytes: &'b [u8],
    ) -> Result<Result<String, ReadError>, CallError> {
        let events = self.answer_events(call, bytes)?;
        Ok(write::to_string(events, self.json_style(), Envelope::default()))
    }

    /// The bytes of a message in JSON: see [`JsonStyle`].
    ///
    /// # Errors
    ///
    /// If it is not JSON or not a combinator of the schema, with the JSON path and the TL type.
    pub fn from_json(&self, text: &str) -> Result<Vec<u8>, ParseError> {
        self.from_json_with(text).map(|(bytes, _)| bytes)
    }

    /// The same with what TDLib's JSON interface has beside the message.
    ///
    /// # Errors
    ///
    /// Those of [`from_json`](Self::from_json).
    pub fn from_json_with<'t>(&self, text: &'t str) -> Result<(Vec<u8>, Envelope<'t>), ParseError> {
        read::read(self, Root::any(self), text)
    }

    /// What TDLib's JSON interface has beside the message, which itself may be wrong: the answer that says so has the same.
    ///
    /// ```
    /// mod api {
    ///     tl_runtime::tl! {
    ///         #![tl(reflect, json = "tdlib", ids = "formal")]
    ///         ok = Ok;
    ///         ---functions---
    ///         logOut = Ok;
    ///     }
    /// }
    ///
    /// let request = r#"{"@type":"logout","@extra":7}"#;
    /// assert!(api::SCHEMA.from_json_with(request).is_err());
    /// assert_eq!(api::SCHEMA.envelope(request).extra, Some("7"));
    /// ```
    #[must_use]
    pub fn envelope<'t>(&self, text: &'t str) -> Envelope<'t> {
        read::envelope(self, Root::any(self), text)
    }

    /// The bytes of the answer to a call. Inside, the errors of [`from_json`](Self::from_json).
    ///
    /// # Errors
    ///
    /// If the type of the answer is unknown.
    pub fn answer_from_json<'b>(
        &'b self,
        call: impl Into<Call<'b>>,
        text: &str,
    ) -> Result<Result<Vec<u8>, ParseError>, CallError> {
        let (schema, root) = call::answer(self, call.into())?;
        Ok(read::read(schema, root, text).map(|(bytes, _)| bytes))
    }
}
