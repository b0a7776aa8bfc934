//! Forms on the wire, as trees.

use crate::model::rust_type::Types;
use crate::options::StringMode;
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::{self, Applied, Nat, Template, Type};

/// The id that the runtime's `True` has by itself: that of `true = True`.
const TRUE_ID: u32 = 0x3fed_d339;

/// The id of `vector {t:Type} # [ t ] = Vector t`.
const VECTOR_ID: u32 = 0x1cb5_c415;

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
    /// After the id of the only constructor of a type with this name.
    WithId { id: u32, name: String, bare: Box<Form> },
    /// An object after its id, or null.
    Nullable,
    /// A `vector`: a count, then the elements.
    Counted(Box<Form>),
    /// So many elements, without a count.
    Array(Box<Form>),
    /// As many elements as this number says.
    Times(Nat, Box<Form>),
    /// The form of a struct or an enum that depends on these arguments.
    Dependent(Dependent, Vec<Argument>),
    /// The form that is an argument for the parameter of this index.
    Parameter(usize),
    /// The form of the answer to the function that is the parameter of this index.
    Answer(usize),
}

/// What a form depends on.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Argument {
    Nat(Nat),
    Form(Form),
}

/// What has a form of its own, because it depends on arguments.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dependent {
    /// The struct of this index.
    Struct(usize),
    /// The enum of the boxed type of this index.
    Enum(usize),
}

impl Types<'_> {
    /// The form of a type; `parameter` is that of a type parameter.
    pub(super) fn form(&self, ty: &Type, parameter: fn(usize) -> Form) -> Form {
        let inner = |ty: &Type| Box::new(self.form(ty, parameter));
        match ty {
            Type::Builtin(Builtin::String) if self.options.string == StringMode::Lossy => Form::Lossy,
            // A combinator of the runtime.
            Type::Builtin(Builtin::True) => Form::Bare,
            Type::BoxedBuiltin { builtin: Builtin::True, id: TRUE_ID } => Form::Boxed,
            Type::BoxedBuiltin { builtin, id } => {
                let name = builtin.boxed_name().to_owned();
                Form::WithId { id: *id, name, bare: inner(&Type::Builtin(*builtin)) }
            }
            Type::Vector { boxed: true, element } => match self.form(element, parameter) {
                Form::Boxed => Form::Boxed,
                element => Form::vector(element),
            },
            Type::Vector { boxed: false, element } => Form::Counted(inner(element)),
            Type::Array { element, .. } => Form::Array(inner(element)),
            Type::Repeat { count, element } => Form::Times(count.clone(), inner(element)),
            Type::Nullable(_) => Form::Nullable,
            Type::Applied(applied) => self.applied_form(applied, parameter),
            Type::Bare(_) => Form::Bare,
            Type::External(external) if !external.boxed => Form::Bare,
            Type::Parameter(index) => parameter(*index),
            Type::Builtin(_) | Type::Boxed(_) | Type::External(_) => Form::Boxed,
            Type::Raw | Type::Unknown | Type::AnyCombinator => Form::Boxed,
        }
    }

    fn applied_form(&self, applied: &Applied, parameter: fn(usize) -> Form) -> Form {
        let with_id = |ty: usize, only: usize, bare| {
            let (id, name) = (self.resolved.combinators[only].id.value, &self.resolved.types[ty].name.text);
            Form::WithId { id, name: name.clone(), bare: Box::new(bare) }
        };
        if let Some((held, only)) = self.templates.held(self.resolved, applied) {
            let bare = self.form(&held, parameter);
            return match applied.template {
                Template::Bare(_) => bare,
                Template::Boxed(ty) => with_id(ty, only, bare),
            };
        }
        let argument = |argument: &ty::Argument| match argument {
            ty::Argument::Type(ty) => Argument::Form(self.form(ty, parameter)),
            ty::Argument::Nat(nat) => Argument::Nat(nat.clone()),
        };
        let arguments = self.templates.arguments(applied).map(argument).collect();
        match applied.template {
            Template::Bare(structure) => Form::Dependent(Dependent::Struct(structure), arguments),
            Template::Boxed(ty) => {
                match self.options.stands_for_type(&self.resolved.types[ty].constructors) {
                    Some(only) => with_id(ty, only, Form::Dependent(Dependent::Struct(only), arguments)),
                    None => Form::Dependent(Dependent::Enum(ty), arguments),
                }
            }
        }
    }
}

impl Form {
    /// A `Vector`, whose elements have a form of their own.
    fn vector(element: Form) -> Form {
        Form::WithId {
            id: VECTOR_ID,
            name: "Vector".into(),
            bare: Box::new(Form::Counted(Box::new(element))),
        }
    }

    /// Whether it depends on natural numbers, which a value may not agree with.
    pub(crate) fn has_numbers(&self) -> bool {
        self.any(&|form| match form {
            Form::Times(..) => true,
            Form::Dependent(_, arguments) => arguments.iter().any(|argument| argument.as_nat().is_some()),
            Form::Boxed | Form::Bare | Form::Lossy | Form::Nullable => false,
            Form::Parameter(_) | Form::Answer(_) => false,
            Form::Heap(_) | Form::WithId { .. } | Form::Counted(_) | Form::Array(_) => false,
        })
    }

    /// Whether it depends on the value of a field.
    pub(crate) fn has_fields(&self) -> bool {
        self.any(&|form| match form {
            Form::Times(count, _) => count.has_fields(),
            Form::Dependent(_, arguments) => {
                arguments.iter().filter_map(Argument::as_nat).any(Nat::has_fields)
            }
            Form::Boxed | Form::Bare | Form::Lossy | Form::Nullable => false,
            Form::Parameter(_) | Form::Answer(_) => false,
            Form::Heap(_) | Form::WithId { .. } | Form::Counted(_) | Form::Array(_) => false,
        })
    }

    /// Whether it depends on an argument.
    pub(crate) fn has_arguments(&self) -> bool {
        self.has_numbers() || self.any(&|form| matches!(form, Form::Parameter(_)))
    }

    /// Whether this is such a form, or one in it is.
    fn any(&self, is_one: &impl Fn(&Form) -> bool) -> bool {
        is_one(self)
            || match self {
                Form::Boxed | Form::Bare | Form::Lossy | Form::Nullable => false,
                Form::Parameter(_) | Form::Answer(_) => false,
                Form::Heap(inner) | Form::Times(_, inner) => inner.any(is_one),
                Form::WithId { bare, .. } => bare.any(is_one),
                Form::Counted(inner) | Form::Array(inner) => inner.any(is_one),
                Form::Dependent(_, arguments) => arguments.iter().any(|argument| match argument {
                    Argument::Form(form) => form.any(is_one),
                    Argument::Nat(_) => false,
                }),
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

impl Argument {
    /// The form, if it is one.
    pub(crate) fn as_form(&self) -> Option<&Form> {
        match self {
            Argument::Form(form) => Some(form),
            Argument::Nat(_) => None,
        }
    }

    fn as_nat(&self) -> Option<&Nat> {
        match self {
            Argument::Nat(nat) => Some(nat),
            Argument::Form(_) => None,
        }
    }
}
