/// A value without parts, in the bytes that it was read from.
#[non_exhaustive]
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Value<'a> {
    /// An `int`.
    Int(i32),
    /// A `long`, or `int64`.
    Long(i64),
    /// An `int53`.
    Int53(i64),
    /// A `double`.
    Double(f64),
    /// A `float`.
    Float(f32),
    /// A `#`: a number, or a mask.
    Nat(u32),
    /// A `string`.
    String(&'a str),
    /// A `string` that is not UTF-8, in a schema with the option `string = "lossy"` or `string = "bytes"`.
    Binary(&'a [u8]),
    /// A `bytes`.
    Bytes(&'a [u8]),
    /// A `Bool`.
    Bool(bool),
    /// A `true` that is present.
    True,
    /// An `int128`, `int256` or `int512`.
    Fixed(&'a [u8]),
    /// An `Object` that the schema does not explain.
    Object(&'a [u8]),
    /// Nothing, where TDLib's JSON has null.
    Null,
}
