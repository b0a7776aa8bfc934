//! A schema at run time, and what it knows of its combinators.

use alloc::vec::Vec;
use core::fmt;

#[cfg(feature = "json")]
use super::JsonStyle;
use super::events::Root;
use super::tables::{Tables, VERSION, boxed_type, combinator, header, options};
use super::ty::BoxedType;
use super::{Call, CallError, Combinator, Dump, Events, ParseError, Text, call, parse};

/// A schema at run time: constant tables that describe its combinators and their fields.
///
/// `#![tl(reflect)]` adds one to what `tl!` generates, as `pub static SCHEMA`.
#[derive(Clone, Copy)]
pub struct Schema<'a> {
    tables: Tables<'a>,
    external: Option<&'a Schema<'a>>,
    #[cfg(feature = "json")]
    json: Option<JsonStyle>,
}

impl<'a> Schema<'a> {
    /// The schema that these tables describe. They come from the macro, or from `tl-schema`.
    ///
    /// # Panics
    ///
    /// If they were made for another version of this crate.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(words: &'a [u8], text: &'a str) -> Self {
        let (words, _) = words.as_chunks();
        match words.first() {
            Some(version) if u32::from_le_bytes(*version) == VERSION => {}
            _ => panic!("these tables are those of another version of tl-runtime"),
        }
        Self {
            tables: Tables { words, text },
            external: None,
            #[cfg(feature = "json")]
            json: None,
        }
    }

    /// The same schema, which takes the names that it does not define from `external`.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_extern(self, external: &'a Schema<'a>) -> Self {
        Self { external: Some(external), ..self }
    }

    /// The same schema, which writes and reads JSON in this style.
    #[cfg(feature = "json")]
    #[must_use]
    pub const fn with_json(self, style: JsonStyle) -> Self {
        Self { json: Some(style), ..self }
    }

    #[cfg(feature = "json")]
    pub(super) fn json_style(&self) -> JsonStyle {
        match self.json {
            Some(style) => style,
            None if self.header(header::OPTIONS) & options::TDLIB_JSON != 0 => JsonStyle::Tdlib,
            None => JsonStyle::Plain,
        }
    }

    /// The combinator with this id.
    #[must_use]
    pub fn combinator(&self, id: u32) -> Option<Combinator<'_>> {
        self.own_combinator(id).or_else(|| self.external?.combinator(id))
    }

    fn own_combinator(&self, id: u32) -> Option<Combinator<'_>> {
        let (mut low, mut high) = (0, self.header(header::COMBINATOR_COUNT));
        while low < high {
            let middle = low + (high - low) / 2;
            let candidate = self.at(middle);
            match candidate.id() {
                found if found == id => return Some(candidate),
                found if found < id => low = middle + 1,
                _ => high = middle,
            }
        }
        None
    }

    /// The combinator with this name in TL, such as `auth.sendCode`. Where a constructor and a function share a name,
    /// it is the constructor.
    #[must_use]
    pub fn by_name(&self, name: &str) -> Option<Combinator<'_>> {
        self.named(name, |_| true)
    }

    /// The first combinator with this name that `fits`.
    pub(super) fn named(&self, name: &str, fits: impl Fn(&Combinator<'_>) -> bool) -> Option<Combinator<'_>> {
        let start = self.header(header::BY_NAME);
        let count = self.header(header::COMBINATOR_COUNT);
        let nth = |place: u32| self.at(self.tables.word(start + place));
        let (mut low, mut high) = (0, count);
        while low < high {
            let middle = low + (high - low) / 2;
            match nth(middle).name() < name {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        let same = (low..count).map(nth).take_while(|combinator| combinator.name() == name);
        let own = same.into_iter().find(|combinator| fits(combinator));
        match own {
            Some(own) => Some(own),
            None => self.external?.by_name(name).filter(|combinator| fits(combinator)),
        }
    }

    /// All combinators, sorted by id; not those of the schema that `extern` names.
    pub fn combinators(&self) -> impl ExactSizeIterator<Item = Combinator<'_>> {
        (0..self.header(header::COMBINATOR_COUNT)).map(|index| self.at(index))
    }

    /// A message with the offset, the place and the meaning of each word: see [`Dump`].
    #[must_use]
    pub fn dump<'b>(&'b self, bytes: &'b [u8]) -> Dump<'b> {
        Dump::new(self, None, bytes)
    }

    /// The same of the answer to a call. `Bool` and `Vector` need it, as nothing in them says what they are.
    #[must_use]
    pub fn dump_answer<'b>(&'b self, call: impl Into<Call<'b>>, bytes: &'b [u8]) -> Dump<'b> {
        Dump::new(self, Some(call.into()), bytes)
    }

    /// A message as documentation prints TL: see [`Text`].
    #[must_use]
    pub fn text<'b>(&'b self, bytes: &'b [u8]) -> Text<'b> {
        Text::new(self, None, bytes)
    }

    /// The same of the answer to a call.
    #[must_use]
    pub fn text_answer<'b>(&'b self, call: impl Into<Call<'b>>, bytes: &'b [u8]) -> Text<'b> {
        Text::new(self, Some(call.into()), bytes)
    }

    /// Reads what [`text`](Self::text) prints, or what documentation does: fields may come in any order, and values
    /// without a name are the fields that are always there. Separators may be spaces or commas.
    ///
    /// ```
    /// mod api {
    ///     tl_runtime::tl! {
    ///         #![tl(reflect)]
    ///         ---functions---
    ///         auth.sendCall #3c51564 phone_number:string phone_code_hash:string = Bool;
    ///     }
    /// }
    ///
    /// let bytes = api::SCHEMA.parse_text(r#"(auth.sendCall "79991234567" "2dc02d2cda9e615c84")"#)?;
    /// assert_eq!(
    ///     api::SCHEMA.text(&bytes).to_string(),
    ///     r#"(auth.sendCall phone_number:"79991234567" phone_code_hash:"2dc02d2cda9e615c84")"#,
    /// );
    /// # Ok::<(), tl_runtime::reflect::ParseError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the text is not one combinator of the schema, with the place and the expected type.
    pub fn parse_text(&self, text: &str) -> Result<Vec<u8>, ParseError> {
        parse::parse(self, Root::any(self), text)
    }

    /// The parts of a message: a combinator of the schema after its id, and nothing else.
    ///
    /// ```
    /// # use tl_runtime::tl;
    /// mod api {
    ///     tl_runtime::tl! {
    ///         #![tl(reflect)]
    ///         inputPeerChat #35a95cb9 chat_id:long = InputPeer;
    ///     }
    /// }
    /// use tl_runtime::reflect::{Event, Value};
    ///
    /// let bytes = [0xb9, 0x5c, 0xa9, 0x35, 7, 0, 0, 0, 0, 0, 0, 0];
    /// let events = api::SCHEMA.events(&bytes).collect::<Result<Vec<_>, _>>()?;
    /// assert!(matches!(events[..], [
    ///     Event::Begin(_),
    ///     Event::Field(chat_id),
    ///     Event::Value(Value::Long(7)),
    ///     Event::End(_),
    /// ] if chat_id.name() == "chat_id"));
    /// # Ok::<(), tl_runtime::reflect::ReadError>(())
    /// ```
    #[must_use]
    pub fn events<'b>(&'b self, bytes: &'b [u8]) -> Events<'b> {
        Events::new(self, bytes, Root::any(self))
    }

    /// The parts of the answer to a call.
    ///
    /// ```
    /// mod api {
    ///     tl_runtime::tl! {
    ///         #![tl(reflect, ids = "formal")]
    ///         ---functions---
    ///         getDigits n:# = %(Tuple int n);
    ///         ---types---
    ///         tuple {t:Type} {n:#} [ t ] = Tuple t n;
    ///     }
    /// }
    /// use tl_runtime::reflect::CallError;
    /// use tl_runtime::{Combinator, Serializable};
    ///
    /// let call = api::functions::GetDigits { n: 2 }.to_bytes()?;
    /// let answer = [1, 0, 0, 0, 2, 0, 0, 0];
    /// assert_eq!(api::SCHEMA.text_answer(&call, &answer).to_string(), "(tuple _0:[1 2])");
    ///
    /// // The id of the function does not say how many there are.
    /// let error = api::SCHEMA.answer_events(api::functions::GetDigits::ID, &answer).unwrap_err();
    /// assert_eq!(error, CallError::NoArguments { function: "getDigits".into() });
    /// # Ok::<(), tl_runtime::EncodeError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the type of the answer is unknown.
    pub fn answer_events<'b>(
        &'b self,
        call: impl Into<Call<'b>>,
        bytes: &'b [u8],
    ) -> Result<Events<'b>, CallError> {
        let (schema, root) = call::answer(self, call.into())?;
        Ok(Events::new(schema, bytes, root))
    }

    /// The number of the schema's layer, if it has one.
    #[must_use]
    pub fn layer(&self) -> Option<i32> {
        let layer = self.header(header::LAYER) as i32;
        (layer != 0).then_some(layer)
    }

    pub(super) fn header(&self, word: u32) -> u32 {
        self.tables.word(word)
    }

    pub(super) fn tables(&self) -> Tables<'a> {
        self.tables
    }

    pub(super) fn external(&self) -> Option<&'a Schema<'a>> {
        self.external
    }

    /// The combinator in this place of the table.
    pub(super) fn at(&self, index: u32) -> Combinator<'_> {
        Combinator::new(self, self.header(header::COMBINATORS) + index * combinator::SIZE)
    }

    pub(super) fn boxed_type(&self, index: u32) -> BoxedType<'_> {
        BoxedType::new(self, self.header(header::TYPES) + index * boxed_type::SIZE)
    }

    /// The boxed type with this name.
    pub(super) fn type_named(&self, name: &str) -> Option<BoxedType<'_>> {
        let mut types = (0..self.header(header::TYPE_COUNT)).map(|index| self.boxed_type(index));
        types.find(|ty| ty.name() == name)
    }

    /// Whether any bytes can be a `string`.
    pub(super) fn takes_any_string(&self) -> bool {
        self.header(header::OPTIONS) & (options::LOSSY_STRINGS | options::BYTE_STRINGS) != 0
    }
}

impl fmt::Debug for Schema<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (combinators, layer) = (self.combinators().len(), self.layer());
        f.debug_struct("Schema")
            .field("combinators", &combinators)
            .field("layer", &layer)
            .finish_non_exhaustive()
    }
}
