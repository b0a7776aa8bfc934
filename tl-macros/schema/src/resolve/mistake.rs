//! What can be wrong with names and types, in the words of TL.

mod words;

use crate::resolve::ParameterKind;
use crate::schema::Name;

/// A name that means nothing, or something that is not allowed here.
pub(crate) enum Mistake {
    DefinedTwice { name: String, difference: Difference },
    UnknownType { name: Name, near: Vec<String>, may_be_field: bool },
    UnknownMask { name: String, masks: Vec<String> },
    MaskDeclaredLater { name: String },
    ConditionWithoutBit { name: String },
    MaskOfItself { name: String },
    WrongParameters { name: String, takes: Vec<ParameterKind>, given: usize },
    ParameterAsResult { name: String },
    ResultParameters { name: String },
    VectorParameters { name: &'static str, given: usize },
    ObjectNotLast { name: String },
    NotBare { name: String, ty: String, constructors: usize },
    BareExternal { name: String },
    BareUnknown,
    BangWithoutParameter { ty: String },
    UndeclaredParameter { name: String },
    NumberAsType { number: String },
    ResultNotBoxed { name: String },
    UnusualBuiltin { name: String, usual: String },
    BuiltinId { name: String, id: u32 },
    NotBuiltin { name: String },
    NatParameter { name: String },
    ResultArgument { argument: String },
    ResultArgumentTwice { argument: String },
    ParameterNotInResult { name: String, ty: String },
    OtherParameters { ty: String },
    ParameterKind,
    ExternalTemplate { name: String },
    TypeAsNumber { expression: String },
    UnknownNumber { name: String, near: Vec<String> },
    NumberDeclaredLater { name: String },
    NotANumber { field: String, ty: String },
    NoCount,
    SumTooLarge,
    AfterFinal { name: String },
    NotNew { name: String },
    NotEmpty { name: String },
}

/// How two definitions of one name differ.
pub(crate) enum Difference {
    Line,
    Ids([u32; 2]),
    /// The other line has no id, and its computed id differs.
    WrittenId(u32),
    /// The lines are the same, but at least one of them has attributes.
    Attributes,
}
