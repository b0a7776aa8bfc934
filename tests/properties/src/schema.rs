//! A schema as its text says.

use std::collections::HashMap;

use tl_test_support::{Statement, locate, read, tables};

use crate::schemas::Source;
use crate::shape::{Shape, normal};

/// The combinators of a schema, each with its id, and its type expressions in one spelling.
#[derive(Debug)]
pub struct Schema {
    /// In the order of the text.
    pub combinators: Vec<Statement>,
    /// The id of the combinator that stands for any.
    pub any: u32,
    /// Indices of the constructors of each boxed type.
    types: HashMap<String, Vec<usize>>,
    /// Index of each constructor.
    constructors: HashMap<String, usize>,
}

impl Schema {
    /// Reads the text of a schema.
    ///
    /// # Panics
    ///
    /// If a combinator was not generated.
    pub fn new(source: &Source) -> Schema {
        let ids: HashMap<&str, u32> = source.combinators.iter().map(|row| (row.name, row.id)).collect();
        let statements = read(&locate::schema(source.files));
        let combinators: Vec<Statement> = tables::generated(&statements)
            .into_iter()
            .map(|statement| {
                let mut statement = statement.clone();
                statement.id = Some(ids[statement.name.as_str()]);
                statement.fields.iter_mut().for_each(|field| field.ty = normal(&field.ty));
                statement
            })
            .collect();
        let mut types: HashMap<String, Vec<usize>> = HashMap::new();
        let of_types = || combinators.iter().enumerate().filter(|(_, one)| !one.is_function);
        for (index, constructor) in of_types() {
            types.entry(constructor.result.clone()).or_default().push(index);
        }
        let constructors = of_types().map(|(index, one)| (one.name.clone(), index)).collect();
        Schema { any: ids[source.any], types, constructors, combinators }
    }

    /// The combinators that a value of this shape can be, by index: none if it is not a combinator.
    pub fn choices(&self, shape: &Shape) -> Vec<usize> {
        match shape {
            Shape::Boxed(ty) => {
                self.types.get(ty).unwrap_or_else(|| panic!("no type is called {ty}")).clone()
            }
            Shape::Bare(name) => match self.constructors.get(name) {
                Some(constructor) => vec![*constructor],
                None => self.choices(&Shape::Boxed(name.clone())),
            },
            Shape::Any => (0..self.combinators.len()).collect(),
            _ => Vec::new(),
        }
    }
}

/// The id of a combinator on the wire.
pub fn id(combinator: &Statement) -> [u8; 4] {
    combinator.id.expect("the schema gave every combinator its id").to_le_bytes()
}
