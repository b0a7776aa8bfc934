//! Messages with bits that no field declares.

use std::collections::HashMap;

use tl_runtime::{DeserializableOwned, Serializable};
use tl_test_support::messages::{Schema, Undeclared};
use tl_test_support::random::Random;
use tl_test_support::row::Combinator;
use tl_test_support::{Statement, locate, read, tables};

/// Makes random messages of every constructor with random bits in every mask, decodes and encodes them: the bytes must
/// come back. `query` is a function without fields. Returns how many messages there were.
///
/// # Panics
///
/// If one does not come back.
pub fn come_back<Object: DeserializableOwned + Serializable>(
    files: &[&str],
    combinators: &[Combinator],
    query: &str,
    each: usize,
) -> usize {
    let ids: HashMap<&str, u32> = combinators.iter().map(|row| (row.name, row.id)).collect();
    let mut statements: Vec<Statement> =
        tables::generated(&read(&locate::schema(files))).into_iter().cloned().collect();
    statements.iter_mut().for_each(|statement| statement.id = ids.get(statement.name.as_str()).copied());
    let schema = Schema::new(&statements, query, Undeclared::Everywhere);
    let mut random = Random::new(230);
    let constructors: Vec<&Statement> =
        statements.iter().filter(|statement| !statement.is_function).collect();
    for statement in constructors.iter().flat_map(|statement| std::iter::repeat_n(*statement, each)) {
        let bytes = schema.value(statement, &mut random);
        let object = Object::from_bytes(&bytes).unwrap_or_else(|error| panic!("{}: {error}", statement.name));
        let encoded = object.to_bytes().unwrap_or_else(|error| panic!("{}: {error}", statement.name));
        assert_eq!(encoded, bytes, "{}", statement.name);
    }
    constructors.len() * each
}
