//! All that code generation needs, decided: names, types and forms, roles of fields, runs, boxes, derives.
//!
//! Code generation prints this, and asks no earlier stage. Parts refer to each other by index.

mod build;
mod default;
mod derives;
mod form;
mod getter;
mod hint;
mod role;
mod run;
mod rust_type;

use proc_macro2::TokenStream;

pub(crate) use self::build::build;
pub(crate) use self::form::{Argument, Dependent, Form};
pub(crate) use self::getter::Getter;
pub(crate) use self::hint::Hint;
pub(crate) use self::role::{Appears, Bit, Mask, Role};
pub(crate) use self::run::{Part, Run, Step};
pub(crate) use self::rust_type::{External, RustType};
pub(crate) use crate::options::Site;
use crate::resolve::name;
pub(crate) use crate::resolve::name::RustPath;
pub(crate) use crate::resolve::ty::Nat;
pub(crate) use crate::resolve::{Mask as Holder, ParameterKind};
pub(crate) use crate::tables::Tables;

/// A schema as Rust.
pub(crate) struct Model {
    /// Path of the runtime crate.
    pub(crate) runtime: TokenStream,
    /// Path of the module that defines what this invocation does not.
    pub(crate) external: Option<TokenStream>,
    /// Generated methods carry `#[inline]`.
    pub(crate) inline: bool,
    /// Every type has a default.
    pub(crate) default: bool,
    /// An enum can be taken apart with `TryFrom`.
    pub(crate) try_from: bool,
    /// A method sets each optional field, and `new` converts.
    pub(crate) setters: bool,
    pub(crate) layer: Option<i32>,
    /// The pages that the documentation links.
    pub(crate) docs: Option<Site>,
    /// A struct for each combinator.
    pub(crate) structs: Vec<Struct>,
    pub(crate) types: Vec<BoxedType>,
    /// The enum of everything that can be decoded by its id.
    pub(crate) object: Option<BoxedType>,
    /// The schema at run time.
    pub(crate) tables: Option<Tables>,
}

/// The module that a struct is in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Module {
    Types,
    Functions,
}

impl Module {
    /// Its name in Rust.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Module::Types => "types",
            Module::Functions => "functions",
        }
    }
}

/// A constructor or a function.
pub(crate) struct Struct {
    /// Not generated: a constructor of `Bool`, or a definition that clashes with an earlier one, which is reported.
    pub(crate) omitted: bool,
    pub(crate) module: Module,
    pub(crate) path: RustPath,
    /// Where the user wrote the name.
    pub(crate) span: proc_macro2::Span,
    /// The name in TL.
    pub(crate) name: String,
    pub(crate) id: u32,
    pub(crate) line: String,
    pub(crate) docs: Vec<String>,
    /// `cfg(…)`, for everything that is generated of it.
    pub(crate) cfgs: Vec<TokenStream>,
    /// Contents of further attributes of the struct.
    pub(crate) attributes: Vec<TokenStream>,
    /// Paths to derive.
    pub(crate) derives: Vec<TokenStream>,
    /// Its type parameters and those that are numbers.
    pub(crate) parameters: Vec<Parameter>,
    /// It has the lifetime `'a`.
    pub(crate) borrows: bool,
    /// Its only field has no name: a tuple struct.
    pub(crate) is_tuple: bool,
    /// In the order of the wire.
    pub(crate) fields: Vec<Field>,
    pub(crate) reads: Vec<Step>,
    pub(crate) writes: Vec<Step>,
    /// All fields, where every value takes as many bytes and the schema uses it bare: in vectors, it is a chunk.
    pub(crate) chunk: Option<Run>,
    /// A value may contain others of its type, and so on without end.
    pub(crate) recursive: bool,
    /// Fewest bytes of the bare form.
    pub(crate) least: usize,
    pub(crate) hint: Option<Hint>,
    pub(crate) decodes: bool,
    /// A default of all its fields is finite; computed where all types have a default.
    pub(crate) has_default: bool,
    /// What a function answers.
    pub(crate) answer: Option<Answer>,
    /// The boxed type that it constructs or answers with, also in a vector.
    pub(crate) result: Option<usize>,
}

/// A parameter of a combinator.
#[derive(Clone)]
pub(crate) struct Parameter {
    /// The field of a form, and for a type also its name in Rust.
    pub(crate) ident: String,
    /// The name in TL.
    pub(crate) name: String,
    pub(crate) kind: ParameterKind,
    /// Something depends on it: a type that holds no value of it does not have it.
    pub(crate) used: bool,
}

/// What a function answers.
pub(crate) struct Answer {
    pub(crate) ty: RustType,
    /// How it is encoded, if that depends on the call.
    pub(crate) form: Option<Form>,
}

/// A field on the wire.
pub(crate) struct Field {
    /// The name in TL.
    pub(crate) name: String,
    /// The name in Rust: an identifier, or `0` in a tuple struct.
    pub(crate) ident: String,
    pub(crate) span: proc_macro2::Span,
    pub(crate) docs: Vec<String>,
    pub(crate) line: String,
    pub(crate) role: Role,
    pub(crate) condition: Option<Condition>,
    /// The type of the struct's field.
    pub(crate) ty: RustType,
    /// How its value is encoded, if present.
    pub(crate) form: Form,
    /// What `new` sets it to; it takes the others as parameters.
    pub(crate) initial: Option<Initial>,
}

/// When a field is present: if this bit of that field or parameter is set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Condition {
    pub(crate) mask: Holder,
    pub(crate) bit: u32,
}

/// The value of an optional field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Initial {
    False,
    Zero,
    None,
    /// What `Default` has.
    Empty,
}

/// A boxed type.
pub(crate) struct BoxedType {
    pub(crate) path: RustPath,
    pub(crate) name: String,
    pub(crate) docs: Vec<String>,
    /// The functions that answer with it, also in a vector.
    pub(crate) answers: Vec<usize>,
    /// Set if it is not a type of the schema, but the enum of all its combinators.
    pub(crate) object: Option<Object>,
    pub(crate) shape: Shape,
    pub(crate) borrows: bool,
    pub(crate) derives: Vec<TokenStream>,
    /// Fewest bytes of the boxed form.
    pub(crate) least: usize,
    /// The variant that is its default, where all types have one.
    pub(crate) default: Option<usize>,
    /// The parameters that all its constructors have.
    pub(crate) parameters: Vec<Parameter>,
    /// Its methods for the fields of its variants, where it has such.
    pub(crate) getters: Vec<Getter>,
}

/// What `Object` has in addition to the combinators of the schema.
pub(crate) struct Object {
    /// The constructors of `Bool`, which are the last two variants.
    pub(crate) has_bool: bool,
    /// The variant that holds the `Object` of the module that `extern` names.
    pub(crate) external: Option<String>,
}

pub(crate) enum Shape {
    /// One constructor: an alias of its struct.
    Alias(usize),
    /// A template that is what it holds: an alias of that.
    Held(RustType),
    /// A template of nothing or one value, by these constructors: an alias of `Option`.
    Option([usize; 2]),
    Enum(Vec<Variant>),
    /// `Empty T`: there are no values.
    Empty,
    /// Every constructor clashed with another definition: reported, and not generated.
    Omitted,
}

pub(crate) struct Variant {
    pub(crate) ident: String,
    /// Index of the constructor's struct.
    pub(crate) constructor: usize,
    /// The struct; its type parameters are whatever the schema knows. None without fields.
    pub(crate) payload: Option<RustType>,
    /// The payload is in a `Box`.
    pub(crate) boxed: bool,
    /// Of the enum of all combinators: a value may hold another value of that enum.
    pub(crate) nests: bool,
}

impl BoxedType {
    /// Some variants may hold another value of this enum, and others do not: see `codegen::object`.
    pub(crate) fn is_split(&self) -> bool {
        matches!(&self.shape, Shape::Enum(variants)
            if variants.iter().any(|variant| variant.nests) && !variants.iter().all(|variant| variant.nests))
    }
}

impl Parameter {
    /// Those of a Rust type.
    pub(crate) fn generics(parameters: &[Parameter]) -> impl Iterator<Item = &str> {
        let types = parameters.iter().filter(|of| of.used && of.kind == ParameterKind::Type);
        types.map(|parameter| parameter.ident.as_str())
    }

    /// Those of a form.
    pub(crate) fn arguments(parameters: &[Parameter]) -> impl Iterator<Item = &Parameter> {
        parameters.iter().filter(|of| of.used || of.kind == ParameterKind::Nat)
    }
}

impl Struct {
    /// The names of its type parameters.
    pub(crate) fn generics(&self) -> impl Iterator<Item = &str> {
        Parameter::generics(&self.parameters)
    }

    /// The method that sets a field: it has the field's name, and is not `new`.
    pub(crate) fn setter(&self, field: &Field) -> String {
        let is_field = |name: &str| self.visible().any(|field| field.ident == name);
        name::method(&field.ident, &["new"], is_field)
    }

    /// Whether it is read and written only with arguments: by a form of its own.
    pub(crate) fn is_dependent(&self) -> bool {
        self.module == Module::Types && !self.parameters.is_empty()
    }

    /// Whether `Debug` is written out, and not derived: bytes are shown on one line.
    pub(crate) fn shows_bytes(&self) -> bool {
        self.visible().any(|field| field.ty.shows_bytes())
    }

    /// The fields of the Rust struct.
    pub(crate) fn visible(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.role.is_computed())
    }
}
