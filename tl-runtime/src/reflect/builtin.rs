//! The types that every schema knows, by what they are on the wire and what they are called.

/// A builtin type.
#[non_exhaustive]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Builtin {
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
    pub fn name(self) -> &'static str {
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
