//! What the text of a schema does not say.

/// How the canonical line is made of which an id is the CRC32.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    /// As the grammar has it: TON, TDLib and VK.
    Formal,
    /// As Telegram does for its API: `!` stays, fields of type `flags.N?true` are left out, and `bytes` counts as
    /// `string` where it is a whole field.
    Telegram,
}

/// What the text of a schema does not say.
#[derive(Clone, Copy, Default, Debug)]
pub struct Options {
    /// The rule for ids of lines without one. Without a rule, a line whose ids differ is a mistake.
    pub ids: Option<Rule>,
    /// An id that is written must be the computed one, by the rule or else by either.
    pub verify_ids: bool,
    /// Names that the schema does not define are defined elsewhere.
    pub external: bool,
    /// The schema is one of TDLib, whose values travel as JSON: objects that its documentation says may be null are
    /// optional.
    pub tdlib: bool,
}
