//! The types that every schema knows without declaring them.

use crate::resolve::id;

/// A builtin type, by what it is on the wire.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Builtin {
    /// `int`, TDLib's `int32`.
    Int,
    /// `long`, TDLib's `int64`.
    Long,
    /// TDLib's `int53`: a `long` that JSON has as a number.
    Int53,
    /// `double`.
    Double,
    /// VK's `float`: a `double` of half the size.
    Float,
    /// `#`: a natural number, or a mask of flags.
    Nat,
    /// `string`, TDLib's `secureString`.
    String,
    /// `bytes`, TDLib's `secureBytes`.
    Bytes,
    /// `Bool`: two constructors without fields. It has no bare form.
    Bool,
    /// `true`: one constructor without fields.
    True,
    /// `int128`: 16 bytes.
    Int128,
    /// `int256`: 32 bytes.
    Int256,
    /// `int512`: 64 bytes.
    Int512,
}

/// The usual declarations of a builtin, other than `name ? = Name` and TDLib's `name = Name`.
const DECLARATIONS: &[(&str, &str)] = &[
    ("bytes", "bytes data:string = Bytes"),
    // In tgl.
    ("bytes", "bytes string = Bytes"),
    ("int128", "int128 4*[ int ] = Int128"),
    ("int128", "int128 long long = Int128"),
    ("int256", "int256 8*[ int ] = Int256"),
    // In tonlib.
    ("int256", "int256 8*[ int32 ] = Int256"),
    ("int256", "int256 long long long long = Int256"),
    ("int512", "int512 16*[ int ] = Int512"),
    ("true", "true = True"),
    ("boolTrue", "boolTrue = Bool"),
    ("boolFalse", "boolFalse = Bool"),
    ("vector", "vector t:Type # [ t ] = Vector t"),
];

/// The definition of vectors as a schema has it; canonical lines have no braces.
pub const VECTOR: &str = "vector {t:Type} # [ t ] = Vector t";

/// The names that have a boxed type of their own: `int` and `Int`.
const NAMED: &[(&str, &str)] = &[
    ("int", "Int"),
    ("long", "Long"),
    ("double", "Double"),
    ("float", "Float"),
    ("string", "String"),
    ("bytes", "Bytes"),
    ("int32", "Int32"),
    ("int53", "Int53"),
    ("int64", "Int64"),
    ("int128", "Int128"),
    ("int256", "Int256"),
    ("int512", "Int512"),
    ("secureString", "SecureString"),
    ("secureBytes", "SecureBytes"),
    ("true", "True"),
    ("object", "Object"),
    ("function", "Function"),
];

/// The usual canonical lines that declare a builtin; none if this is not the name of one.
pub fn declarations(name: &str) -> Vec<String> {
    let special =
        DECLARATIONS.iter().filter(|(builtin, _)| *builtin == name).map(|(_, line)| (*line).to_owned());
    let plain = NAMED.iter().filter(|(bare, _)| *bare == name);
    special
        .chain(plain.flat_map(|(bare, boxed)| [format!("{bare} ? = {boxed}"), format!("{bare} = {boxed}")]))
        .collect()
}

impl Builtin {
    /// The builtin that a lower-case name means.
    pub fn bare(name: &str) -> Option<Builtin> {
        Some(match name {
            "int" | "int32" => Builtin::Int,
            "long" | "int64" => Builtin::Long,
            "int53" => Builtin::Int53,
            "double" => Builtin::Double,
            "float" => Builtin::Float,
            "string" | "secureString" => Builtin::String,
            "bytes" | "secureBytes" => Builtin::Bytes,
            "true" => Builtin::True,
            "int128" => Builtin::Int128,
            "int256" => Builtin::Int256,
            "int512" => Builtin::Int512,
            _ => return None,
        })
    }

    /// The builtin whose boxed type has this name, and the id of its constructor where the schema has no line for it.
    pub fn boxed(name: &str) -> Option<(Builtin, u32)> {
        let (bare, _) = NAMED.iter().find(|(_, boxed)| *boxed == name)?;
        Some((Builtin::bare(bare)?, id::crc32(declarations(bare).first()?)))
    }

    /// The name of its boxed type.
    pub fn boxed_name(self) -> &'static str {
        NAMED.iter().find(|(bare, _)| Builtin::bare(bare) == Some(self)).map_or("", |(_, boxed)| boxed)
    }

    /// Bytes on the wire, if every value takes as many.
    pub fn fixed_size(self) -> Option<usize> {
        Some(match self {
            Builtin::True => 0,
            Builtin::Int | Builtin::Nat | Builtin::Bool | Builtin::Float => 4,
            Builtin::Long | Builtin::Int53 | Builtin::Double => 8,
            Builtin::Int128 => 16,
            Builtin::Int256 => 32,
            Builtin::Int512 => 64,
            Builtin::String | Builtin::Bytes => return None,
        })
    }
}

/// Names to suggest for one that is unknown.
pub const NAMES: &[&str] = &[
    "int", "long", "double", "float", "string", "bytes", "int128", "int256", "int32", "int53", "int64",
    "true", "Bool", "True", "Vector", "vector", "Object", "object",
];
