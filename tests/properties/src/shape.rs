//! The type expressions of the public schemas, as the wire needs them.

/// What a type expression is on the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// This many bytes of any value.
    Fixed(usize),
    /// `string` or `bytes`.
    Text,
    /// `Bool`.
    Bool,
    /// A vector, with its id or without.
    Vector(bool, Box<Shape>),
    /// Any combinator of the schema.
    Any,
    /// The bytes to the end, or as many as the field before says.
    Raw,
    /// One of the constructors of a type, after its id.
    Boxed(String),
    /// A constructor, or the only one of a type, without its id.
    Bare(String),
}

impl Shape {
    /// Reads what [`normal`] wrote.
    pub fn of(ty: &str) -> Shape {
        for (vector, boxed) in [("Vector<", true), ("vector<", false)] {
            if let Some(element) = ty.strip_prefix(vector).and_then(|rest| rest.strip_suffix('>')) {
                return Shape::Vector(boxed, Box::new(Shape::of(element)));
            }
        }
        match ty {
            "true" => Shape::Fixed(0),
            "int" | "#" => Shape::Fixed(4),
            "long" | "double" => Shape::Fixed(8),
            "int128" => Shape::Fixed(16),
            "int256" => Shape::Fixed(32),
            "string" | "bytes" => Shape::Text,
            "Bool" => Shape::Bool,
            "!X" => Shape::Any,
            "Object" => Shape::Raw,
            ty => named(ty),
        }
    }
}

fn named(ty: &str) -> Shape {
    if let Some(bare) = ty.strip_prefix('%') {
        return Shape::Bare(bare.to_owned());
    }
    let last = ty.rsplit('.').next().unwrap_or(ty);
    match last.starts_with(char::is_uppercase) {
        true => Shape::Boxed(ty.to_owned()),
        false => Shape::Bare(ty.to_owned()),
    }
}

/// Several spellings of one type as one: `(vector int)` is `vector<int>`, TON's `object` is `!X`.
pub fn normal(ty: &str) -> String {
    if let Some(inner) = ty.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return match inner.split_once(' ') {
            Some((head, element)) => format!("{head}<{}>", normal(element)),
            None => normal(inner),
        };
    }
    match ty {
        "int32" => "int",
        "int53" | "int64" => "long",
        "secureString" => "string",
        "secureBytes" => "bytes",
        "object" | "function" => "!X",
        ty => ty,
    }
    .to_owned()
}
