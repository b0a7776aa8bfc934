//! The types that every schema knows, by what they are on the wire and what they are called.

/// A builtin type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Builtin {
    /// `int`, or TDLib's `int32`.
    Int,
    /// `long`, or TDLib's `int64`.
    Long,
    /// TDLib's `int53`: a `long` that fits into a number of JavaScript.
    Int53,
    /// `double`.
    Double,
    /// `float`.
    Float,
    /// `#`.
    Nat,
    /// `string`, or TDLib's `secureString`.
    String,
    /// `bytes`, or TDLib's `secureBytes`.
    Bytes,
    /// `Bool`.
    Bool,
    /// `true`, which takes no bytes.
    True,
    /// `int128`.
    Int128,
    /// `int256`.
    Int256,
    /// `int512`.
    Int512,
}

impl Builtin {
    /// In the order of their numbers in tables, which `tl-schema` writes.
    pub(super) const ALL: [Builtin; 13] = [
        Builtin::Int,
        Builtin::Long,
        Builtin::Int53,
        Builtin::Double,
        Builtin::Float,
        Builtin::Nat,
        Builtin::String,
        Builtin::Bytes,
        Builtin::Bool,
        Builtin::True,
        Builtin::Int128,
        Builtin::Int256,
        Builtin::Int512,
    ];

    /// The name in TL.
    pub(super) fn name(self) -> &'static str {
        match self {
            Builtin::Int => "int",
            Builtin::Long => "long",
            Builtin::Int53 => "int53",
            Builtin::Double => "double",
            Builtin::Float => "float",
            Builtin::Nat => "#",
            Builtin::String => "string",
            Builtin::Bytes => "bytes",
            Builtin::Bool => "Bool",
            Builtin::True => "true",
            Builtin::Int128 => "int128",
            Builtin::Int256 => "int256",
            Builtin::Int512 => "int512",
        }
    }

    /// The fewest bytes that a value takes.
    #[inline]
    pub(super) fn least(self) -> usize {
        match self {
            Builtin::True => 0,
            Builtin::Int
            | Builtin::Float
            | Builtin::Nat
            | Builtin::String
            | Builtin::Bytes
            | Builtin::Bool => 4,
            Builtin::Long | Builtin::Int53 | Builtin::Double => 8,
            Builtin::Int128 => 16,
            Builtin::Int256 => 32,
            Builtin::Int512 => 64,
        }
    }
}

#[cfg(all(test, feature = "schema"))]
mod tests {
    use alloc::format;
    use alloc::vec::Vec;

    use tl_schema::resolve::builtin::{self, NAMES};

    use super::Builtin;
    use crate::reflect::ty::Kind;
    use crate::reflect::{OwnedSchema, SchemaOptions};

    /// What tables say of a field of this type.
    fn in_tables(name: &str) -> Builtin {
        let text = format!("holder#1 field:{name} = Holder;");
        let schema = OwnedSchema::from_text([("text", text.as_str())], &SchemaOptions::default());
        let schema = schema.unwrap_or_else(|mistakes| panic!("{mistakes}"));
        match schema.schema().at(0).field(0).node().kind() {
            Kind::Builtin(found) => found,
            _ => panic!("{name} is no builtin in tables"),
        }
    }

    #[test]
    fn tables_have_the_builtins_by_the_same_numbers() {
        for expected in Builtin::ALL {
            assert_eq!(in_tables(expected.name()), expected);
        }
        let of_schemas: Vec<_> =
            NAMES.iter().filter_map(|name| Some((*name, builtin::Builtin::bare(name)?))).collect();
        assert!(of_schemas.len() >= Builtin::ALL.len() - 2, "all but `#` and `Bool` have a bare name");
        for (name, of_schema) in of_schemas {
            let found = in_tables(name);
            assert_eq!(format!("{found:?}"), format!("{of_schema:?}"), "{name}");
            assert_eq!(of_schema.fixed_size().unwrap_or(4), found.least(), "{name}");
        }
    }
}
