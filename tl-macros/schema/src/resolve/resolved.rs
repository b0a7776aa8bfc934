//! A resolved schema, as data.

use crate::options::Rule;
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::{Applied, Type};
use crate::schema::{Name, Section};
use crate::span::Span;

/// A schema whose names are resolved. Other stages refer to its parts by index.
#[derive(Debug)]
pub struct Resolved {
    /// Constructors and functions, in the order of the schema; what repeats a builtin is not among them.
    pub combinators: Vec<Combinator>,
    /// The boxed types that the constructors belong to, in the order of their first constructor.
    pub types: Vec<BoxedType>,
    /// The number of `// LAYER n`.
    pub layer: Option<i32>,
    /// Whether a name was taken from the module that `extern` gives.
    pub external_used: bool,
    /// Whether the schema has the lines of `Bool`.
    pub declares_bool: bool,
}

/// A boxed type: everything on the right of `=` with one name.
#[derive(Debug)]
pub struct BoxedType {
    /// The name, with its namespaces.
    pub name: Name,
    /// Indices of its constructors.
    pub constructors: Vec<usize>,
    /// It has no values: `Empty T`.
    pub is_empty: bool,
    /// Its documentation, by lines.
    pub docs: Vec<String>,
}

/// A constructor or a function.
#[derive(Debug)]
pub struct Combinator {
    /// Constructor or function.
    pub section: Section,
    /// The name, with its namespaces.
    pub name: Name,
    /// The id.
    pub id: CombinatorId,
    /// The definition as a line of TL.
    pub line: String,
    /// Its documentation, by lines.
    pub docs: Vec<String>,
    /// Indices into `Tokens::attributes`, with the place of each.
    pub attributes: Vec<(usize, Span)>,
    /// The parameters in braces.
    pub parameters: Vec<Parameter>,
    /// The fields, in the order of the wire.
    pub fields: Vec<Field>,
    /// What it constructs, or returns.
    pub output: Output,
    /// The line has a mistake, which is reported: the types of some fields may be unknown.
    pub broken: bool,
    /// It clashes with an earlier definition, which is used for both.
    pub duplicate: bool,
}

/// A combinator's id, and what the rules say of it.
#[derive(Debug)]
pub struct CombinatorId {
    /// The id on the wire: the written one, else the computed one.
    pub value: u32,
    /// Where it is written, if it is.
    pub written: Option<Span>,
    /// The canonical line and the id computed from it, by both rules.
    pub formal: (String, u32),
    /// The same by Telegram's rule.
    pub telegram: (String, u32),
}

/// The right side of `=`.
#[derive(Debug)]
pub enum Output {
    /// A constructor's boxed type: an index into [`Resolved::types`].
    Constructs(usize),
    /// A constructor of the builtin `Object`, which has no enum: `gzip_packed … = Object`.
    ConstructsObject,
    /// What a function answers.
    Returns(Type),
}

/// A field.
#[derive(Debug)]
pub struct Field {
    /// The name; fields without one are called `_0`, `_1`, ….
    pub name: Name,
    /// Its documentation, by lines.
    pub docs: Vec<String>,
    /// The field as TL.
    pub line: String,
    /// What it holds.
    pub ty: Type,
    /// When it is present; without a condition, always.
    pub condition: Option<Condition>,
    /// Where the type is written.
    pub ty_span: Span,
}

/// `mask.bit?`: the field is present if the bit is set.
#[derive(Debug)]
pub struct Condition {
    /// What holds the bit.
    pub mask: Mask,
    /// The bit of the mask.
    pub bit: u32,
    /// Where the condition is written.
    pub span: Span,
}

/// `{X:Type}` or `{n:#}`: each use of the combinator gives an argument for it.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: Name,
    /// A type or a number.
    pub kind: ParameterKind,
}

/// What a parameter is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ParameterKind {
    /// `{X:Type}`
    Type,
    /// `{n:#}`
    Nat,
}

/// A number whose bits say which fields are present.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Mask {
    /// An earlier field of the combinator: its index.
    Field(usize),
    /// `n` of `{n:#}`: the parameter's index.
    Parameter(usize),
}

impl Resolved {
    /// Every type that a field or a result mentions, also inside others.
    pub fn types_used(&self) -> impl Iterator<Item = &Type> {
        self.combinators.iter().flat_map(Combinator::types).flat_map(Type::parts)
    }

    /// Leaves out a definition that clashes with an earlier one.
    pub fn leave_out(&mut self, combinator: usize) {
        self.combinators[combinator].duplicate = true;
        self.types.iter_mut().for_each(|ty| ty.constructors.retain(|&constructor| constructor != combinator));
    }
}

impl CombinatorId {
    /// The canonical line and the id by one rule.
    pub fn by(&self, rule: Rule) -> &(String, u32) {
        match rule {
            Rule::Formal => &self.formal,
            Rule::Telegram => &self.telegram,
        }
    }
}

impl Combinator {
    /// The types of the fields, and of what a function answers.
    pub fn types(&self) -> impl Iterator<Item = &Type> {
        let result = match &self.output {
            Output::Returns(ty) => Some(ty),
            Output::Constructs(_) | Output::ConstructsObject => None,
        };
        self.fields.iter().map(|field| &field.ty).chain(result)
    }

    /// Whether a type depends on the value of a field: as a count, or as an argument.
    pub fn is_number(&self, field: usize) -> bool {
        self.types().flat_map(Type::parts).any(|ty| ty.numbers().any(|nat| nat.depends_on(field)))
    }

    /// The fields whose length a `#` counts, if it is nothing else: `arr` of `n:# arr:n*[int]`. None if the `#` is also a
    /// mask or an argument, or may be absent, and none for other fields.
    pub fn counted_by(&self, field: usize) -> Vec<usize> {
        let counter = &self.fields[field];
        let is_plain = counter.ty == Type::Builtin(Builtin::Nat) && counter.condition.is_none();
        if !is_plain || self.is_mask(field) || !self.is_number(field) || self.is_argument(field) {
            return Vec::new();
        }
        let fields = self.fields.iter().enumerate();
        fields.filter(|(_, of)| of.ty.counted_by(field).is_some()).map(|(index, _)| index).collect()
    }

    /// Whether a type has the value of a field as an argument, or the answer depends on it.
    fn is_argument(&self, field: usize) -> bool {
        let depends = |applied: &Applied| applied.arguments.iter().any(|argument| argument.depends_on(field));
        let answer = match &self.output {
            Output::Returns(ty) => ty.parts().any(|ty| ty.numbers().any(|nat| nat.depends_on(field))),
            Output::Constructs(_) | Output::ConstructsObject => false,
        };
        answer || self.types().flat_map(Type::parts).filter_map(Type::applied).any(depends)
    }

    /// A constructor with parameters: each use of it gives the arguments.
    pub fn is_template(&self) -> bool {
        self.section == Section::Types && !self.parameters.is_empty()
    }

    /// The name of what holds a bit.
    pub fn mask_name(&self, mask: Mask) -> &Name {
        match mask {
            Mask::Field(field) => &self.fields[field].name,
            Mask::Parameter(parameter) => &self.parameters[parameter].name,
        }
    }

    /// Keeps the name of a combinator with a mistake, and nothing that depends on its fields.
    pub fn lose_fields(&mut self) {
        self.broken = true;
        self.fields.clear();
        // What a function answers may be one of the parameters. Those of a constructor belong to its type.
        match &mut self.output {
            Output::Returns(ty) => {
                *ty = Type::Raw;
                self.parameters.clear();
            }
            Output::Constructs(_) | Output::ConstructsObject => {}
        }
    }

    /// The field that holds the length of an `Object` field in bytes: `bytes:int` right before it and under the same
    /// condition, as in MTProto's `message msg_id:long seqno:int bytes:int body:Object = Message`.
    pub fn length_of(&self, object: usize) -> Option<usize> {
        let (before, body) = (object.checked_sub(1)?, &self.fields[object]);
        let length = &self.fields[before];
        let is_length = length.name.text == "bytes" && length.ty == Type::Builtin(Builtin::Int);
        (is_length && body.ty == Type::Raw && length.depends_as(body)).then_some(before)
    }

    /// Whether a field holds the length of the next one.
    pub fn is_length(&self, field: usize) -> bool {
        field + 1 < self.fields.len() && self.length_of(field + 1).is_some()
    }

    /// Whether a field is a mask: a `#` that other fields test.
    pub fn is_mask(&self, field: usize) -> bool {
        self.fields
            .iter()
            .any(|other| other.condition.as_ref().is_some_and(|on| on.mask == Mask::Field(field)))
    }
}

impl Condition {
    /// The field that holds the bit, if it is one of the combinator.
    pub fn field(&self) -> Option<usize> {
        match self.mask {
            Mask::Field(field) => Some(field),
            Mask::Parameter(_) => None,
        }
    }
}

impl Field {
    /// `flags`, `flags2`, …: what schemas call masks that have no meaning of their own.
    pub fn is_named_flags(&self) -> bool {
        let number = self.name.text.strip_prefix("flags");
        number.is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()))
    }

    /// Whether it has no name in the schema.
    pub fn is_unnamed(&self) -> bool {
        !self.line.strip_prefix(&self.name.text).is_some_and(|rest| rest.starts_with(':'))
    }

    /// Whether both are always present, or depend on the same bit.
    fn depends_as(&self, other: &Field) -> bool {
        let bit = |field: &Field| field.condition.as_ref().map(|condition| (condition.mask, condition.bit));
        bit(self) == bit(other)
    }

    /// `f.N?true`: a bit without bytes.
    pub fn is_bit(&self) -> bool {
        self.condition.is_some() && self.ty == Type::Builtin(Builtin::True)
    }
}
