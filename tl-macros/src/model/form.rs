//! Forms on the wire, as trees.

use crate::model::rust_type::Types;
use crate::options::StringMode;
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::{Applied, Argument, Nat, Template, Type};

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
    /// That of a struct or an enum which depends on these numbers.
    Dependent(Dependent, Vec<Nat>),
}

/// What has a form of its own, because it depends on numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dependent {
    /// The struct of this index.
    Struct(usize),
    /// The enum of the boxed type of this index.
    Enum(usize),
}

impl Types<'_> {
    /// The form of a type.
    pub(super) fn form(&self, ty: &Type) -> Form {
        let inner = |ty: &Type| Box::new(self.form(ty));
        match ty {
            Type::Builtin(Builtin::String) if self.options.string == StringMode::Lossy => Form::Lossy,
            // A combinator of the runtime.
            Type::Builtin(Builtin::True) => Form::Bare,
            Type::BoxedBuiltin { builtin: Builtin::True, id: TRUE_ID } => Form::Boxed,
            Type::BoxedBuiltin { builtin, id } => Form::WithId(*id, inner(&Type::Builtin(*builtin))),
            Type::Vector { boxed: true, element } => match self.form(element) {
                Form::Boxed => Form::Boxed,
                element => Form::Vector(Box::new(element)),
            },
            Type::Vector { boxed: false, element } => Form::Counted(inner(element)),
            Type::Array { element, .. } => Form::Array(inner(element)),
            Type::Repeat { count, element } => Form::Times(count.clone(), inner(element)),
            Type::Applied(applied) => self.applied(applied),
            Type::Bare(_) => Form::Bare,
            Type::External(external) if !external.boxed => Form::Bare,
            Type::Builtin(_) | Type::Boxed(_) | Type::External(_) | Type::Parameter(_) => Form::Boxed,
            Type::Raw | Type::Unknown | Type::AnyCombinator => Form::Boxed,
        }
    }

    fn applied(&self, applied: &Applied) -> Form {
        let numbers = || applied.arguments.iter().filter_map(Argument::as_nat).cloned().collect();
        match applied.template {
            Template::Bare(structure) => Form::Dependent(Dependent::Struct(structure), numbers()),
            Template::Boxed(ty) => {
                match self.options.stands_for_type(&self.resolved.types[ty].constructors) {
                    Some(only) => {
                        let bare = Form::Dependent(Dependent::Struct(only), numbers());
                        Form::WithId(self.resolved.combinators[only].id.value, Box::new(bare))
                    }
                    None => Form::Dependent(Dependent::Enum(ty), numbers()),
                }
            }
        }
    }
}

impl Form {
    /// Whether it depends on natural numbers, which a value may not agree with.
    pub(crate) fn has_numbers(&self) -> bool {
        match self {
            Form::Times(..) | Form::Dependent(..) => true,
            Form::Boxed | Form::Bare | Form::Lossy => false,
            Form::Heap(inner) | Form::WithId(_, inner) => inner.has_numbers(),
            Form::Vector(element) | Form::Counted(element) | Form::Array(element) => element.has_numbers(),
        }
    }

    /// Whether it depends on the value of a field.
    pub(crate) fn has_fields(&self) -> bool {
        match self {
            Form::Times(count, element) => count.has_fields() || element.has_fields(),
            Form::Dependent(_, numbers) => numbers.iter().any(Nat::has_fields),
            Form::Boxed | Form::Bare | Form::Lossy => false,
            Form::Heap(inner) | Form::WithId(_, inner) => inner.has_fields(),
            Form::Vector(element) | Form::Counted(element) | Form::Array(element) => element.has_fields(),
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
