//! Schemas from text, for tools that meet a schema which they were not compiled with.

use tl_schema::tables::{Strings, Tables};
pub use tl_schema::{Mistakes, Options, Rule};

use super::Schema;

/// A schema that was read from text when the program runs.
///
/// ```
/// use tl_runtime::reflect::{OwnedSchema, SchemaOptions};
///
/// let text = "inputPeerChat#35a95cb9 chat_id:long = InputPeer;";
/// let schema = OwnedSchema::from_text([("api.tl", text)], &SchemaOptions::default())?;
/// let bytes = [0xb9, 0x5c, 0xa9, 0x35, 7, 0, 0, 0, 0, 0, 0, 0];
/// assert_eq!(schema.schema().text(&bytes).to_string(), "(inputPeerChat chat_id:7)");
/// # Ok::<(), tl_runtime::reflect::SchemaMistakes>(())
/// ```
#[derive(Debug)]
pub struct OwnedSchema {
    tables: Tables,
}

impl OwnedSchema {
    /// Reads a schema from its texts, each with the name that messages call it.
    ///
    /// A `string` may be any bytes: the tools that use this are not the ones to refuse them.
    ///
    /// # Errors
    ///
    /// All mistakes of the schema, each with its line.
    pub fn from_text<'t>(
        texts: impl IntoIterator<Item = (&'t str, &'t str)>,
        options: &Options,
    ) -> Result<Self, Mistakes> {
        tl_schema::read(texts, options)
            .map(|schema| Self { tables: schema.tables(Strings::Bytes, options.tdlib) })
    }

    /// The schema.
    #[must_use]
    pub fn schema(&self) -> Schema<'_> {
        Schema::new(&self.tables.words, &self.tables.text)
    }
}
