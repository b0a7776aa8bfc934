//! The tables of a schema: a block of numbers and a text, read in place.
//!
//! Numbers are little-endian `u32`, and offsets count such words. The block is a header, records of a fixed size,
//! and type expressions of varying size. `tl-schema` writes it; what changes here changes [`VERSION`].

/// The first word of every block.
pub(super) const VERSION: u32 = u32::from_le_bytes(*b"TLR1");
/// In place of an index: there is none.
pub(super) const NONE: u32 = u32::MAX;

/// Words of the header.
pub(super) mod header {
    pub(in crate::reflect) const OPTIONS: u32 = 1;
    pub(in crate::reflect) const COMBINATORS: u32 = 2;
    pub(in crate::reflect) const COMBINATOR_COUNT: u32 = 3;
    pub(in crate::reflect) const BY_NAME: u32 = 4;
    pub(in crate::reflect) const TYPES: u32 = 5;
    pub(in crate::reflect) const TYPE_COUNT: u32 = 6;
    pub(in crate::reflect) const FIELDS: u32 = 7;
    pub(in crate::reflect) const PARAMETERS: u32 = 8;
    pub(in crate::reflect) const LISTS: u32 = 9;
    pub(in crate::reflect) const LAYER: u32 = 10;
    /// The type expression of any combinator.
    pub(in crate::reflect) const ANY: u32 = 11;
}

/// Bits of `header::OPTIONS`.
pub(super) mod options {
    pub(in crate::reflect) const LOSSY_STRINGS: u32 = 1;
    pub(in crate::reflect) const BYTE_STRINGS: u32 = 2;
    #[cfg(feature = "json")]
    pub(in crate::reflect) const TDLIB_JSON: u32 = 4;
}

/// Words of a record of a combinator.
pub(super) mod combinator {
    pub(in crate::reflect) const SIZE: u32 = 16;
    pub(in crate::reflect) const ID: u32 = 0;
    pub(in crate::reflect) const NAME: u32 = 1;
    pub(in crate::reflect) const LINE: u32 = 3;
    pub(in crate::reflect) const DOCS: u32 = 5;
    pub(in crate::reflect) const KIND: u32 = 7;
    pub(in crate::reflect) const FIELDS: u32 = 8;
    pub(in crate::reflect) const FIELD_COUNT: u32 = 9;
    pub(in crate::reflect) const PARAMETERS: u32 = 10;
    pub(in crate::reflect) const RESULT: u32 = 12;
    pub(in crate::reflect) const LEAST: u32 = 14;
    pub(in crate::reflect) const SLOTS: u32 = 15;

    /// Bits of `KIND`.
    pub(in crate::reflect) const IS_FUNCTION: u32 = 1;
    pub(in crate::reflect) const IS_RECURSIVE: u32 = 2;
}

/// Words of a record of a boxed type.
pub(super) mod boxed_type {
    pub(in crate::reflect) const SIZE: u32 = 8;
    pub(in crate::reflect) const NAME: u32 = 0;
    pub(in crate::reflect) const CONSTRUCTORS: u32 = 4;
    pub(in crate::reflect) const CONSTRUCTOR_COUNT: u32 = 5;
    pub(in crate::reflect) const LEAST: u32 = 6;
}

/// Words of a record of a field.
pub(super) mod field {
    pub(in crate::reflect) const SIZE: u32 = 10;
    /// The field as TL, which starts with its name.
    pub(in crate::reflect) const LINE: u32 = 0;
    pub(in crate::reflect) const NAME_LEN: u32 = 2;
    pub(in crate::reflect) const DOCS: u32 = 3;
    pub(in crate::reflect) const TYPE: u32 = 5;
    /// What is tested, from `condition`; its bit times 2^8; its slot or parameter times 2^16.
    pub(in crate::reflect) const CONDITION: u32 = 6;
    pub(in crate::reflect) const ROLE: u32 = 7;
    /// Where the field's number is kept for those that depend on it, or `NONE`.
    pub(in crate::reflect) const SLOT: u32 = 8;
    /// The bits of a mask that fields declare.
    pub(in crate::reflect) const DECLARED: u32 = 9;

    /// `CONDITION`.
    pub(in crate::reflect) const ALWAYS: u32 = 0;
    pub(in crate::reflect) const IF_FIELD: u32 = 1;
    pub(in crate::reflect) const IF_PARAMETER: u32 = 2;

    /// Bits of `ROLE`. Computed from other fields, and no part of a value as people see it:
    pub(in crate::reflect) const HIDDEN: u32 = 1;
    /// `flags.0?true`:
    pub(in crate::reflect) const BIT: u32 = 2;
    /// A `#` whose bits other fields declare:
    pub(in crate::reflect) const MASK: u32 = 4;
    /// `bytes:int` before `body:Object`:
    pub(in crate::reflect) const LENGTH: u32 = 16;
    /// That `body`, whose length is in the field before it:
    pub(in crate::reflect) const BOUNDED: u32 = 32;
}

/// Words of a record of a parameter: its name, and whether it is a type (1) or a number (0).
pub(super) mod parameter {
    pub(in crate::reflect) const SIZE: u32 = 3;
    pub(in crate::reflect) const NAME: u32 = 0;
}

/// Type expressions: the first word says which, those after it hold its parts.
pub(super) mod node {
    /// The kind of builtin.
    pub(in crate::reflect) const BUILTIN: u32 = 0;
    /// An id, and the type after it: a boxed builtin.
    pub(in crate::reflect) const WITH_ID: u32 = 1;
    /// Whether it is boxed, and the element.
    pub(in crate::reflect) const VECTOR: u32 = 2;
    /// How often, and the element.
    pub(in crate::reflect) const REPEAT: u32 = 3;
    /// The type, the number of arguments, and the arguments.
    pub(in crate::reflect) const BOXED: u32 = 4;
    /// The combinator, the number of arguments, and the arguments.
    pub(in crate::reflect) const BARE: u32 = 5;
    /// The index of a type parameter.
    pub(in crate::reflect) const PARAMETER: u32 = 6;
    /// Any combinator of the schema, after its id.
    pub(in crate::reflect) const ANY: u32 = 7;
    /// Whether it is boxed, and the name of what another schema defines.
    pub(in crate::reflect) const EXTERNAL: u32 = 9;
    /// A value, after its id, or nothing.
    pub(in crate::reflect) const NULLABLE: u32 = 10;
    /// Numbers: itself; the slot of a field; the index of a parameter; two that are added.
    pub(in crate::reflect) const NUMBER: u32 = 11;
    pub(in crate::reflect) const SLOT: u32 = 12;
    pub(in crate::reflect) const NUMBER_PARAMETER: u32 = 13;
    pub(in crate::reflect) const SUM: u32 = 14;
}

/// The tables of one schema: numbers, and the text that they refer to.
#[derive(Clone, Copy)]
pub(super) struct Tables<'a> {
    /// Little-endian.
    pub(super) words: &'a [[u8; 4]],
    pub(super) text: &'a str,
}

impl<'a> Tables<'a> {
    #[inline]
    pub(super) fn word(self, at: u32) -> u32 {
        self.words.get(at as usize).map_or(0, |word| u32::from_le_bytes(*word))
    }

    /// The text that two words describe: its offset and its length.
    #[inline]
    pub(super) fn text(self, at: u32) -> &'a str {
        self.slice(self.word(at), self.word(at + 1))
    }

    #[inline]
    pub(super) fn slice(self, offset: u32, len: u32) -> &'a str {
        let start = offset as usize;
        self.text.get(start..start + len as usize).unwrap_or_default()
    }
}
