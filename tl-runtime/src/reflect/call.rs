//! What a call answers.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::events::{Bound, Root};
use super::ty::{Argument, Kind, Ty};
use super::{Combinator, Event, Events, Field, ReadError, Schema, Value};

/// The call that an answer is for.
///
/// Made from the id of a function, or from the bytes of the call. An answer that depends on the arguments needs these:
/// with `invokeWithLayer {X:Type} layer:int query:!X = X` it is the answer to the query.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Call<'b> {
    /// The id of the function.
    Id(u32),
    /// The whole call, as it was sent.
    Bytes(&'b [u8]),
}

impl From<u32> for Call<'_> {
    fn from(id: u32) -> Self {
        Call::Id(id)
    }
}

impl<'b, B: AsRef<[u8]> + ?Sized> From<&'b B> for Call<'b> {
    fn from(bytes: &'b B) -> Self {
        Call::Bytes(bytes.as_ref())
    }
}

/// Why the type of an answer is unknown.
#[non_exhaustive]
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CallError {
    /// The schema has no function with this id.
    UnknownFunction {
        /// The id.
        id: u32,
    },
    /// The answer depends on the arguments, and only the id of the function is known.
    NoArguments {
        /// The function's name.
        function: String,
    },
    /// The call cannot be read.
    Unreadable(ReadError),
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CallError::UnknownFunction { id } => {
                write!(f, "the schema has no function with the id {id:#010x}")
            }
            CallError::NoArguments { function } => {
                write!(
                    f,
                    "the answer to {function} depends on its arguments, of which only the function's id is given"
                )
            }
            CallError::Unreadable(error) => write!(f, "the call cannot be read: {error}"),
        }
    }
}

impl core::error::Error for CallError {}

/// The type of the answer to a call, with what it depends on, and the schema that has the function.
pub(super) fn answer<'a>(
    schema: &'a Schema<'a>,
    call: Call<'a>,
) -> Result<(&'a Schema<'a>, Root<'a>), CallError> {
    let function = |id| {
        let found = schema.combinator(id).filter(|combinator| combinator.is_function());
        found.ok_or(CallError::UnknownFunction { id })
    };
    match call {
        Call::Id(id) => {
            let function = function(id)?;
            if depends(function.answer()) {
                return Err(CallError::NoArguments { function: function.name().into() });
            }
            Ok((function.schema(), Root::of(function.answer())))
        }
        Call::Bytes(bytes) => {
            let function = function(bytes.first_chunk().map_or(0, |id| u32::from_le_bytes(*id)))?;
            let asked = Asked::all(schema.events(bytes)).map_err(CallError::Unreadable)?;
            Ok((function.schema(), root(&asked, function)))
        }
    }
}

/// Whether a function's answer depends on its arguments.
fn depends(ty: Ty<'_>) -> bool {
    match ty.kind() {
        Kind::Parameter(_) => true,
        Kind::Vector { element: inner, .. } | Kind::WithId(_, inner) | Kind::Nullable(inner) => {
            depends(inner)
        }
        Kind::Repeat { count, element } => !count.is_constant() || depends(element),
        Kind::Boxed(_, arguments) | Kind::Bare(_, arguments) => {
            arguments.iter().any(|argument| match argument {
                Argument::Nat(nat) => !nat.is_constant(),
                Argument::Type(ty) => depends(ty),
            })
        }
        Kind::Builtin(_) | Kind::Any | Kind::Raw | Kind::Unknown(_) => false,
    }
}

/// A function that is called, and what its answer may depend on.
struct Asked<'a> {
    function: Combinator<'a>,
    /// The numbers in its fields, by slot.
    slots: Vec<u32>,
    /// For each type parameter that is a function, the index of this function.
    queries: Vec<(u32, usize)>,
}

impl<'a> Asked<'a> {
    /// The functions in a call, each before those in its fields.
    fn all(mut events: Events<'a>) -> Result<Vec<Self>, ReadError> {
        let mut asked: Vec<Self> = Vec::new();
        // What is open: for a function its index.
        let mut open: Vec<Option<usize>> = Vec::new();
        let mut field: Option<Field<'a>> = None;
        while let Some(event) = events.next().transpose()? {
            let around = open.last().copied().flatten();
            match event {
                Event::Begin(function)
                    if open.is_empty() || around.is_some() && parameter(field).is_some() =>
                {
                    if let (Some(around), Some(parameter)) = (around, parameter(field)) {
                        let query = (parameter, asked.len());
                        asked[around].queries.push(query);
                    }
                    open.push(Some(asked.len()));
                    let slots = alloc::vec![0; function.slots() as usize];
                    asked.push(Self { function, slots, queries: Vec::new() });
                }
                Event::Begin(_) | Event::List(_) => open.push(None),
                Event::End(_) | Event::ListEnd => drop(open.pop()),
                Event::Value(value) => {
                    let slot = field.and_then(Field::slot).zip(around);
                    if let Some((slot, around)) = slot {
                        asked[around].slots[slot as usize] = number(value);
                    }
                }
                Event::Field(_) => {}
            }
            field = match event {
                Event::Field(field) => Some(field),
                _ => None,
            };
        }
        Ok(asked)
    }
}

/// The type parameter that a field's value stands for.
fn parameter(field: Option<Field<'_>>) -> Option<u32> {
    field.and_then(|field| field.node().as_parameter())
}

/// The number in a field that something depends on.
fn number(value: Value<'_>) -> u32 {
    match value {
        Value::Nat(number) => number,
        Value::Int(number) => number as u32,
        _ => 0,
    }
}

/// What the first of these functions answers. Those in its fields are known before it.
fn root<'a>(asked: &[Asked<'a>], first: Combinator<'a>) -> Root<'a> {
    let Root { ty: any, mut scopes } = Root::any(first.schema());
    let mut answers: Vec<Option<Bound<'a>>> = alloc::vec![None; asked.len()];
    for (index, Asked { function, slots, queries }) in asked.iter().enumerate().rev() {
        let of = |parameter| {
            queries.iter().find(|(of, _)| *of == parameter).and_then(|(_, query)| answers[*query])
        };
        let count = queries.iter().map(|(parameter, _)| parameter + 1).max().unwrap_or(0);
        let arguments = (0..count).map(|parameter| of(parameter).unwrap_or(any));
        answers[index] = Some(scopes.bound(function.answer(), arguments, slots));
    }
    let ty = answers.first().copied().flatten().unwrap_or(Root::of(first.answer()).ty);
    Root { ty, scopes }
}
