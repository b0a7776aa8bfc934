//! Forms on the wire, as trees.

use crate::options::StringMode;
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::{Nat, Type};

/// The id that the runtime's `True` has by itself: that of `true = True`.
const TRUE_ID: u32 = 0x3fed_d339;

/// How a value is encoded.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Form {
    /// As its Rust type says: boxed.
    Boxed,
    /// A combinator without its id.
    Bare,
    /// A string of which a reader repairs what is not UTF-8.
    Lossy,
    /// The form of a value that is in a `Box`.
    Heap(Box<Form>),
    /// Behind the id of a boxed builtin.
    WithId(u32, Box<Form>),
    /// A `Vector`, whose elements have a form of their own.
    Vector(Box<Form>),
    /// A `vector`: a count, then the elements.
    Counted(Box<Form>),
    /// So many elements, without a count.
    Array(Box<Form>),
    /// As many elements as this number says.
    Times(Nat, Box<Form>),
}

impl Form {
    /// The form of a type.
    pub(super) fn of(ty: &Type, string: StringMode) -> Form {
        let inner = |ty: &Type| Box::new(Form::of(ty, string));
        match ty {
            Type::Builtin(Builtin::String) if string == StringMode::Lossy => Form::Lossy,
            // A combinator of the runtime.
            Type::Builtin(Builtin::True) => Form::Bare,
            Type::BoxedBuiltin { builtin: Builtin::True, id: TRUE_ID } => Form::Boxed,
            Type::BoxedBuiltin { builtin, id } => Form::WithId(*id, inner(&Type::Builtin(*builtin))),
            Type::Vector { boxed: true, element } => match Form::of(element, string) {
                Form::Boxed => Form::Boxed,
                element => Form::Vector(Box::new(element)),
            },
            Type::Vector { boxed: false, element } => Form::Counted(inner(element)),
            Type::Array { element, .. } => Form::Array(inner(element)),
            Type::Repeat { count, element } => Form::Times(count.clone(), inner(element)),
            Type::Bare(_) => Form::Bare,
            Type::External(external) if !external.boxed => Form::Bare,
            Type::Builtin(_)
            | Type::Applied(_)
            | Type::Boxed(_)
            | Type::External(_)
            | Type::Parameter(_)
            | Type::Raw
            | Type::Unknown
            | Type::AnyCombinator => Form::Boxed,
        }
    }

    /// Whether it depends on natural numbers, which a value may not agree with.
    pub(crate) fn has_numbers(&self) -> bool {
        match self {
            Form::Times(..) => true,
            Form::Boxed | Form::Bare | Form::Lossy => false,
            Form::Heap(inner) | Form::WithId(_, inner) => inner.has_numbers(),
            Form::Vector(element) | Form::Counted(element) | Form::Array(element) => element.has_numbers(),
        }
    }

    /// The form of the same value in a `Box`, which has the default form of what it holds by itself.
    pub(super) fn on_the_heap(self) -> Form {
        match self {
            Form::Boxed => Form::Boxed,
            other => Form::Heap(Box::new(other)),
        }
    }
}
