//! Types: what a field's type expression means.

use crate::resolve::builtin::Builtin;
use crate::schema::Name;

/// A resolved type: both what the value is and how it is encoded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Type {
    /// `int`, `#`, `Bool`, …: without an id of its own (`Bool` is nothing but ids).
    Builtin(Builtin),
    /// `Int`, `String`, …: after the id of the type's only constructor.
    BoxedBuiltin {
        /// What follows the id.
        builtin: Builtin,
        /// The id.
        id: u32,
    },
    /// `Vector<t>`, boxed, or `vector<t>`, bare.
    Vector {
        /// The id of vectors precedes it.
        boxed: bool,
        /// The type of its elements.
        element: Box<Type>,
    },
    /// `4*[ t ]`.
    Array {
        /// How many elements it has.
        len: u32,
        /// Their type.
        element: Box<Type>,
    },
    /// `n*[ t ]`: as many elements as a number that the reader knows.
    Repeat {
        /// How many elements there are.
        count: Nat,
        /// Their type.
        element: Box<Type>,
    },
    /// An object or null: an element of a vector that TDLib's documentation says may be null.
    Nullable(Box<Type>),
    /// `(pair int string)`, `(Tuple int n)`: a template with its arguments.
    Applied(Box<Applied>),
    /// A boxed type of the schema: an index into its types.
    Boxed(usize),
    /// A constructor without its id: an index into the combinators.
    Bare(usize),
    /// A type that the module of `extern` defines.
    External(ExternalType),
    /// `X` of `{X:Type}`, with a function as its value if `!` precedes it: the parameter's index.
    Parameter(usize),
    /// `Object`: everything to the end of the buffer.
    Raw,
    /// What could not be resolved: reported, and nothing else is said about it.
    Unknown,
    /// TON's bare `object` and `function`: any combinator of the schema, after its id.
    AnyCombinator,
}

/// A template with its arguments.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Applied {
    /// What has the parameters.
    pub template: Template,
    /// One for each parameter, in their order.
    pub arguments: Vec<Argument>,
}

/// What takes the place of a parameter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Argument {
    /// For `{X:Type}`.
    Type(Type),
    /// For `{n:#}`.
    Nat(Nat),
}

impl Argument {
    /// The type, if it is one.
    pub fn as_type(&self) -> Option<&Type> {
        match self {
            Argument::Type(ty) => Some(ty),
            Argument::Nat(_) => None,
        }
    }

    /// Whether it is the value of this field, or a sum with it.
    pub(super) fn depends_on(&self, field: usize) -> bool {
        self.as_nat().is_some_and(|nat| nat.depends_on(field))
    }

    /// The number, if it is one.
    pub fn as_nat(&self) -> Option<&Nat> {
        match self {
            Argument::Type(_) => None,
            Argument::Nat(nat) => Some(nat),
        }
    }
}

/// What can have parameters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Template {
    /// A boxed type: an index into the types.
    Boxed(usize),
    /// A constructor without its id: an index into the combinators.
    Bare(usize),
}

/// A natural number in a type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Nat {
    /// `4`
    Number(u32),
    /// The value of an earlier field: its index. One that is absent counts as 0.
    Field(usize),
    /// `n` of `{n:#}`: the parameter's index.
    Parameter(usize),
    /// `n+1`
    Sum(Vec<Nat>),
}

impl Nat {
    /// Whether it is the value of a field, or a sum with one.
    pub fn has_fields(&self) -> bool {
        match self {
            Nat::Field(_) => true,
            Nat::Number(_) | Nat::Parameter(_) => false,
            Nat::Sum(parts) => parts.iter().any(Nat::has_fields),
        }
    }

    /// Whether it is this field, or a sum with it.
    pub fn depends_on(&self, field: usize) -> bool {
        match self {
            Nat::Number(_) | Nat::Parameter(_) => false,
            Nat::Field(index) => *index == field,
            Nat::Sum(parts) => parts.iter().any(|part| part.depends_on(field)),
        }
    }
}

impl Type {
    /// So many elements. Arrays are values, so that one which is large would be copied around on the stack; it is
    /// repeated as often as a number says.
    pub fn repeated(count: Nat, element: Type) -> Type {
        let element = Box::new(element);
        match count {
            Nat::Number(len) if elements(&element).saturating_mul(len) <= MAX_ARRAY => {
                Type::Array { len, element }
            }
            count => Type::Repeat { count, element },
        }
    }

    /// The builtin that this is, with or without an id.
    pub fn builtin(&self) -> Option<Builtin> {
        match self {
            Type::Builtin(builtin) | Type::BoxedBuiltin { builtin, .. } => Some(*builtin),
            Type::Vector { .. } | Type::Array { .. } | Type::Repeat { .. } | Type::Nullable(_) => None,
            Type::Applied(_) | Type::Boxed(_) | Type::Bare(_) | Type::External(_) => None,
            Type::Parameter(_) | Type::Raw | Type::Unknown | Type::AnyCombinator => None,
        }
    }

    /// The types that this one is written around: that of the elements, or the arguments of a template.
    pub fn inner(&self) -> impl DoubleEndedIterator<Item = &Type> {
        let (element, arguments) = match self {
            Type::Vector { element, .. } | Type::Array { element, .. } | Type::Repeat { element, .. } => {
                (Some(&**element), &[][..])
            }
            Type::Nullable(inner) => (Some(&**inner), &[][..]),
            Type::Applied(applied) => (None, &applied.arguments[..]),
            Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Boxed(_) | Type::Bare(_) => (None, &[][..]),
            Type::External(_) | Type::Parameter(_) | Type::Raw | Type::Unknown | Type::AnyCombinator => {
                (None, &[][..])
            }
        };
        element.into_iter().chain(arguments.iter().filter_map(Argument::as_type))
    }

    /// The natural numbers that this type itself is written with, not those of inner types.
    pub fn numbers(&self) -> impl Iterator<Item = &Nat> {
        let (count, arguments) = match self {
            Type::Repeat { count, .. } => (Some(count), &[][..]),
            Type::Applied(applied) => (None, &applied.arguments[..]),
            Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Vector { .. } => (None, &[][..]),
            Type::Array { .. } | Type::Nullable(_) => (None, &[][..]),
            Type::Boxed(_) | Type::Bare(_) | Type::External(_) => (None, &[][..]),
            Type::Parameter(_) | Type::Raw | Type::Unknown | Type::AnyCombinator => (None, &[][..]),
        };
        count.into_iter().chain(arguments.iter().filter_map(Argument::as_nat))
    }

    /// The template with its arguments, if it is one.
    pub fn applied(&self) -> Option<&Applied> {
        match self {
            Type::Applied(applied) => Some(applied),
            Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Vector { .. } | Type::Array { .. } => None,
            Type::Repeat { .. } | Type::Nullable(_) => None,
            Type::Boxed(_) | Type::Bare(_) | Type::External(_) => None,
            Type::Parameter(_) | Type::Raw | Type::Unknown | Type::AnyCombinator => None,
        }
    }

    /// The type of the elements, if the field of this index says how many there are.
    pub fn counted_by(&self, field: usize) -> Option<&Type> {
        match self {
            Type::Repeat { count: Nat::Field(count), element } if *count == field => Some(element),
            Type::Repeat { .. } | Type::Vector { .. } | Type::Array { .. } => None,
            Type::Nullable(_) | Type::Applied(_) => None,
            Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Boxed(_) | Type::Bare(_) => None,
            Type::External(_) | Type::Parameter(_) | Type::Raw | Type::Unknown | Type::AnyCombinator => None,
        }
    }

    /// This type and those that it is written around, each before what is inside of it.
    pub fn parts(&self) -> impl Iterator<Item = &Type> {
        let mut open = vec![self];
        std::iter::from_fn(move || {
            let next = open.pop()?;
            open.extend(next.inner().rev());
            Some(next)
        })
    }

    /// Whether this is such a type, or one that it is written around is.
    pub fn any(&self, is_one: impl Fn(&Type) -> bool) -> bool {
        self.parts().any(is_one)
    }
}

/// A name taken from another invocation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExternalType {
    /// Its name, where it is used.
    pub name: Name,
    /// It is written with its id.
    pub boxed: bool,
}

/// How many values a repetition stands for; 1 for all other types.
fn elements(ty: &Type) -> u32 {
    let lengths = ty.parts().map_while(|part| match part {
        Type::Array { len, .. } => Some(*len),
        Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::Vector { .. } => None,
        Type::Repeat { .. } | Type::Nullable(_) | Type::Applied(_) => None,
        Type::Boxed(_) | Type::Bare(_) | Type::External(_) | Type::Parameter(_) => None,
        Type::Raw | Type::Unknown | Type::AnyCombinator => None,
    });
    lengths.fold(1, u32::saturating_mul)
}

/// The most elements of an array.
const MAX_ARRAY: u32 = 1024;
