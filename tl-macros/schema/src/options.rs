//! What the text of a schema does not say.

/// How to form the canonical line, whose CRC32 is the id.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    /// The rule of the grammar: TON, TDLib and VK.
    Formal,
    /// The rule of Telegram's API: `!` is kept, fields of type `flags.N?true` are left out, and `bytes` counts as `string`
    /// where it is a whole field.
    Telegram,
}

/// What the text of a schema does not say.
#[derive(Clone, Copy, Default, Debug)]
pub struct Options {
    /// The rule for ids of lines without one. Without a rule, a line whose ids differ is a mistake.
    pub ids: Option<Rule>,
    /// Whether a written id must be the computed one: by the rule, or without one by either.
    pub verify_ids: bool,
    /// Whether names that the schema does not define are defined elsewhere.
    pub external: bool,
    /// Whether the schema is one of TDLib, whose values are sent as JSON: objects that its documentation says may be null
    /// are optional.
    pub tdlib: bool,
}
