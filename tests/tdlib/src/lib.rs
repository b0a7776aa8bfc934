//! Random values of TDLib's API as JSON.

use std::collections::HashMap;

use serde_json::{Map, Value, json};
use tl_runtime::reflect::{Combinator, OwnedSchema, Rule, Schema, SchemaOptions};
use tl_test_support::random::Random;

/// Reads `td_api.tl`.
///
/// # Panics
///
/// If it has mistakes.
pub fn schema(text: &str) -> OwnedSchema {
    let options = SchemaOptions { ids: Some(Rule::Formal), tdlib: true, ..SchemaOptions::default() };
    OwnedSchema::from_text([("td_api.tl", text)], &options).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// Makes values, the same ones on every run.
pub struct Values<'s> {
    /// The constructors of each type.
    types: HashMap<&'s str, Vec<Combinator<'s>>>,
    schema: &'s Schema<'s>,
    random: Random,
    /// Combinators with a field that is always given, although it may be null.
    pub given: &'static [(&'static str, &'static str)],
    /// How many elements of lists were null.
    pub nulls: usize,
}

impl<'s> Values<'s> {
    /// Values of this schema.
    pub fn new(schema: &'s Schema<'s>) -> Self {
        let mut types = HashMap::<&str, Vec<Combinator<'_>>>::new();
        for constructor in schema.combinators().filter(|combinator| !combinator.is_function()) {
            types.entry(constructor.result()).or_default().push(constructor);
        }
        Values { types, schema, random: Random::new(22), given: &[], nulls: 0 }
    }

    /// A value of a constructor or a function, with objects inside of it down to a depth.
    pub fn object(&mut self, combinator: Combinator<'s>, depth: usize) -> Value {
        let mut object = Map::new();
        object.insert("@type".into(), combinator.name().into());
        for field in combinator.fields().filter(|field| !field.is_hidden()) {
            // What may be absent is so half of the time, and deep down always.
            let is_given =
                field.condition().is_none() || self.given.contains(&(combinator.name(), field.name()));
            if is_given || depth > 0 && self.random.below(2) == 0 {
                let mut value = self.value(field.ty(), depth);
                if let Some(elements) = value.as_array_mut().filter(|_| field.docs().contains("may be null"))
                {
                    self.leave_out(elements);
                }
                object.insert(field.name().into(), value);
            }
        }
        object.into()
    }

    /// Half of them.
    fn leave_out(&mut self, elements: &mut [Value]) {
        for element in elements {
            if self.random.below(2) == 0 {
                *element = Value::Null;
                self.nulls += 1;
            }
        }
    }

    fn value(&mut self, ty: &str, depth: usize) -> Value {
        let number = self.random.number();
        match ty {
            "int32" => json!(number as i32),
            "int53" => json!(number as i64 >> 11),
            "int64" => json!((number as i64).to_string()),
            "double" => json!((number as i64) as f64 / 1024.0),
            "string" => json!(format!("{number:x} \"\u{1f600}\\\n")),
            "bytes" => json!(["", "AQ==", "/+8=", "AQID"][self.random.below(4)]),
            "Bool" => json!(number & 1 == 0),
            _ => match ty.strip_prefix("vector<").and_then(|ty| ty.strip_suffix('>')) {
                Some(element) => {
                    let count = if depth == 0 { 0 } else { self.random.below(3) };
                    (0..count).map(|_| self.value(element, depth - 1)).collect()
                }
                None => self.of_type(ty, depth.saturating_sub(1)),
            },
        }
    }

    fn of_type(&mut self, ty: &str, depth: usize) -> Value {
        let of_type = self.types.get(ty).cloned();
        let mut candidates = of_type.unwrap_or_else(|| self.schema.by_name(ty).into_iter().collect());
        if depth == 0 {
            let least = candidates.iter().map(|combinator| combinator.fields().len()).min();
            candidates.retain(|combinator| Some(combinator.fields().len()) == least);
        }
        let chosen = candidates[self.random.below(candidates.len())];
        self.object(chosen, depth)
    }
}
