//! Rust types, as trees.

use proc_macro2::Span;

use crate::model::form::Form;
use crate::options::{Borrow, Options, StringMode};
use crate::resolve::Named;
use crate::resolve::builtin::Builtin;
use crate::resolve::name::RustPath;
use crate::resolve::template::Templates;
use crate::resolve::ty::{Applied, Argument, ExternalType, Template, Type};
use crate::span::SourceMap;

/// A Rust type. Where it borrows, the lifetime is that of the place where it is printed.
#[derive(Clone, PartialEq)]
pub(crate) enum RustType {
    Bool,
    I32,
    I64,
    U32,
    F32,
    F64,
    /// The runtime's unit struct.
    True,
    String,
    Bytes,
    /// `&'a str`
    Str,
    /// `&'a [u8]`
    Slice,
    /// `[u8; 16]`, or `&'a [u8; 16]`.
    ByteArray {
        len: u32,
        borrowed: bool,
    },
    /// The bytes of an object, or those of the input.
    Raw {
        borrowed: bool,
    },
    Vec(Box<RustType>),
    Array {
        element: Box<RustType>,
        len: u32,
    },
    Option(Box<RustType>),
    Box(Box<RustType>),
    /// The struct of this index.
    Struct {
        structure: usize,
        arguments: Vec<RustType>,
    },
    /// The enum of the boxed type of this index.
    Enum {
        ty: usize,
        arguments: Vec<RustType>,
    },
    /// The enum of all combinators.
    Object,
    /// A type of another invocation.
    External(External),
    /// The type parameter of this index.
    Parameter(usize),
    /// What the function answers that is the type parameter of this index: `X::Return`.
    Answer(usize),
    /// A value that carries its form.
    InForm {
        form: Form,
        value: Box<RustType>,
    },
    /// A value whose form only the call knows that it answers.
    OfCall(Box<RustType>),
}

/// A type in the module of `extern`.
#[derive(Clone)]
pub(crate) struct External {
    /// Below `enums`, else below `types`.
    pub(crate) boxed: bool,
    pub(crate) path: RustPath,
    /// Where the name is used, so that the compiler complains there if the module does not have it.
    pub(crate) span: Span,
}

/// Two uses of a type are one type.
impl PartialEq for External {
    fn eq(&self, other: &External) -> bool {
        (self.boxed, &self.path) == (other.boxed, &other.path)
    }
}

impl RustType {
    /// Whether it is, or holds, what another function answers.
    pub(crate) fn depends_on_call(&self) -> bool {
        match self {
            RustType::Answer(_) => true,
            RustType::Vec(inner) | RustType::Option(inner) | RustType::Box(inner) => inner.depends_on_call(),
            RustType::OfCall(inner) => inner.depends_on_call(),
            RustType::Array { element: inner, .. } | RustType::InForm { value: inner, .. } => {
                inner.depends_on_call()
            }
            RustType::Struct { arguments, .. } | RustType::Enum { arguments, .. } => {
                arguments.iter().any(RustType::depends_on_call)
            }
            RustType::Bool | RustType::I32 | RustType::I64 | RustType::U32 => false,
            RustType::F32 | RustType::F64 => false,
            RustType::True | RustType::String | RustType::Bytes | RustType::Str | RustType::Slice => false,
            RustType::ByteArray { .. } | RustType::Raw { .. } | RustType::Object => false,
            RustType::External(_) | RustType::Parameter(_) => false,
        }
    }

    /// It is `Copy`, and no larger than a reference to what is borrowed.
    pub(crate) fn is_small(&self) -> bool {
        match self {
            RustType::Bool | RustType::I32 | RustType::I64 | RustType::U32 => true,
            RustType::F32 | RustType::F64 => true,
            RustType::Str | RustType::Slice | RustType::ByteArray { borrowed: true, .. } => true,
            RustType::True | RustType::String | RustType::Bytes | RustType::Raw { .. } => false,
            RustType::ByteArray { borrowed: false, .. } | RustType::Array { .. } | RustType::Vec(_) => false,
            RustType::Option(_) | RustType::Box(_) | RustType::InForm { .. } => false,
            RustType::Struct { .. } | RustType::Enum { .. } | RustType::Object => false,
            RustType::External(_) | RustType::Parameter(_) => false,
            RustType::Answer(_) | RustType::OfCall(_) => false,
        }
    }

    /// It is, or holds, bytes.
    pub(crate) fn shows_bytes(&self) -> bool {
        match self {
            RustType::Bytes | RustType::Slice | RustType::ByteArray { .. } => true,
            RustType::Vec(inner) | RustType::Option(inner) | RustType::Box(inner) => inner.shows_bytes(),
            RustType::Array { element, .. } => element.shows_bytes(),
            RustType::Bool | RustType::I32 | RustType::I64 | RustType::U32 => false,
            RustType::F32 | RustType::F64 => false,
            RustType::True | RustType::String | RustType::Str | RustType::Raw { .. } => false,
            RustType::Struct { .. } | RustType::Enum { .. } | RustType::Object => false,
            RustType::External(_) | RustType::Parameter(_) | RustType::Answer(_) => false,
            // The answer of a function, and no field.
            RustType::InForm { .. } | RustType::OfCall(_) => false,
        }
    }

    /// Others turn into it: `&str` into `String`, a struct into the enum of its type.
    pub(crate) fn has_sources(&self) -> bool {
        match self {
            RustType::String | RustType::Bytes | RustType::Enum { .. } | RustType::Object => true,
            RustType::External(external) => external.boxed,
            RustType::Bool | RustType::I32 | RustType::I64 | RustType::U32 => false,
            RustType::F32 | RustType::F64 => false,
            RustType::True | RustType::Str | RustType::Slice | RustType::Raw { .. } => false,
            RustType::ByteArray { .. } | RustType::Array { .. } | RustType::Vec(_) => false,
            RustType::Option(_) | RustType::Box(_) | RustType::InForm { .. } => false,
            RustType::Struct { .. } | RustType::Parameter(_) => false,
            RustType::Answer(_) | RustType::OfCall(_) => false,
        }
    }

    pub(super) fn boxed(self) -> RustType {
        RustType::Box(Box::new(self))
    }

    pub(crate) fn optional(self) -> RustType {
        RustType::Option(Box::new(self))
    }

    /// Whether a value can be zero or empty, without a choice of anything else.
    pub(super) fn has_empty(&self) -> bool {
        match self {
            RustType::Bool | RustType::I32 | RustType::I64 | RustType::U32 => true,
            RustType::F32 | RustType::F64 => true,
            RustType::String | RustType::Bytes | RustType::Str | RustType::Slice | RustType::Vec(_) => true,
            RustType::True | RustType::ByteArray { .. } | RustType::Raw { .. } | RustType::Array { .. } => {
                false
            }
            RustType::Option(_) | RustType::Box(_) | RustType::Struct { .. } | RustType::Enum { .. } => false,
            RustType::Object | RustType::External(_) | RustType::Parameter(_) => false,
            RustType::Answer(_) | RustType::InForm { .. } | RustType::OfCall(_) => false,
        }
    }

    pub(super) fn in_form(self, form: Form) -> RustType {
        match form {
            Form::Boxed => self,
            form => RustType::InForm { form, value: Box::new(self) },
        }
    }
}

/// Makes Rust types of those of TL.
#[derive(Clone, Copy)]
pub(super) struct Types<'t> {
    pub(super) resolved: &'t Named,
    pub(super) options: &'t Options,
    pub(super) map: &'t SourceMap,
    pub(super) templates: &'t Templates,
}

impl Types<'_> {
    /// The type of a value; `parameter` is what a type parameter stands for.
    pub(super) fn of(&self, ty: &Type, parameter: fn(usize) -> RustType) -> RustType {
        let inner = |element: &Type| Box::new(self.of(element, parameter));
        match ty {
            Type::Builtin(builtin) | Type::BoxedBuiltin { builtin, .. } => self.builtin(*builtin),
            Type::Vector { element, .. } | Type::Repeat { element, .. } => RustType::Vec(inner(element)),
            Type::Array { len, element } => RustType::Array { element: inner(element), len: *len },
            // On the heap, or else each null would take as much memory as an object.
            Type::Nullable(ty) => self.of(ty, parameter).boxed().optional(),
            Type::Applied(applied) => self.applied(applied, parameter),
            Type::Boxed(ty) => self.boxed_type(*ty, Vec::new()),
            Type::Bare(structure) => RustType::Struct { structure: *structure, arguments: Vec::new() },
            Type::External(external) => self.external(external),
            Type::Parameter(index) => parameter(*index),
            Type::Raw => RustType::Raw { borrowed: self.options.borrow != Borrow::Nothing },
            Type::Unknown => RustType::Raw { borrowed: false },
            Type::AnyCombinator => RustType::Object,
        }
    }

    fn applied(&self, applied: &Applied, parameter: fn(usize) -> RustType) -> RustType {
        if let Some((held, _)) = self.templates.held(self.resolved, applied) {
            return self.of(&held, parameter);
        }
        let arguments = self.templates.arguments(applied).filter_map(Argument::as_type);
        let mut arguments: Vec<RustType> = arguments.map(|ty| self.of(ty, parameter)).collect();
        match applied.template {
            Template::Boxed(ty) if self.templates.option(ty).is_some() => arguments.remove(0).optional(),
            Template::Boxed(ty) => self.boxed_type(ty, arguments),
            Template::Bare(structure) => RustType::Struct { structure, arguments },
        }
    }

    fn boxed_type(&self, ty: usize, arguments: Vec<RustType>) -> RustType {
        match self.options.stands_for_type(&self.resolved.types[ty].constructors) {
            Some(structure) => RustType::Struct { structure, arguments },
            None => RustType::Enum { ty, arguments },
        }
    }

    fn external(&self, external: &ExternalType) -> RustType {
        RustType::External(External {
            boxed: external.boxed,
            path: RustPath::new(&external.name.text, None),
            span: self.map.ident_span(external.name.span),
        })
    }

    fn builtin(&self, builtin: Builtin) -> RustType {
        let borrowed = self.options.borrow.takes(builtin);
        match builtin {
            Builtin::Int => RustType::I32,
            Builtin::Long | Builtin::Int53 => RustType::I64,
            Builtin::Float => RustType::F32,
            Builtin::Double => RustType::F64,
            Builtin::Nat => RustType::U32,
            Builtin::Bool => RustType::Bool,
            Builtin::True => RustType::True,
            Builtin::Int128 => RustType::ByteArray { len: 16, borrowed },
            Builtin::Int256 => RustType::ByteArray { len: 32, borrowed },
            Builtin::Int512 => RustType::ByteArray { len: 64, borrowed },
            Builtin::String if self.options.string != StringMode::Bytes => match borrowed {
                true => RustType::Str,
                false => RustType::String,
            },
            Builtin::String | Builtin::Bytes => match borrowed {
                true => RustType::Slice,
                false => RustType::Bytes,
            },
        }
    }
}
