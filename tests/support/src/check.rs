//! Holds the tables of a schema against the schema.

use std::collections::HashSet;

use crate::read::{self, Statement};
use crate::row::Combinator;
use crate::tables;

/// Compares what was generated with the text of the schema's files and prints the numbers.
///
/// # Panics
///
/// If the number of definitions is not the number of statements, or a definition is not what its statement says.
pub fn schema(schema: &str, text: &str, combinators: &[Combinator]) {
    let statements = read::read(text);
    assert_eq!(statements.len(), read::count(text), "{schema}: two ways to count statements");

    let builtins: Vec<&str> = statements
        .iter()
        .filter(|statement| statement.is_builtin())
        .map(|statement| statement.name.as_str())
        .collect();
    let expected = tables::generated(&statements);
    let repeated = statements.len() - builtins.len() - expected.len();
    let distinct: HashSet<&str> = combinators.iter().map(|combinator| (combinator.rust_name)()).collect();
    assert_eq!(distinct.len(), expected.len(), "{schema}: definitions generated and statements");
    println!(
        "{schema}: {} statements = {} definitions generated + {} builtins ({}) + {repeated} repeated",
        statements.len(),
        distinct.len(),
        builtins.len(),
        builtins.join(" "),
    );
    for (statement, combinator) in expected.iter().zip(combinators) {
        same(schema, statement, combinator);
    }
}

fn same(schema: &str, statement: &Statement, combinator: &Combinator) {
    assert_eq!(combinator.name, statement.name, "{schema}: the table is in the order of the schema");
    assert_eq!(combinator.generated_name, statement.name, "{schema}");
    assert_eq!(statement.id.unwrap_or(combinator.id), combinator.id, "{schema}: {}", statement.line);
    assert_eq!(without_id(combinator.line), without_id(&statement.line), "{schema}");
}

/// The words of a line but for its id: `a#1 x:(vector X) = A` and `a#00000001 x:vector<X> = A` say the same.
fn without_id(line: &str) -> Vec<&str> {
    let (head, rest) = line.split_once(' ').expect("a line has words");
    let name = head.split('#').next().unwrap_or_default();
    let words = rest.split(|char: char| " ()<>:?;".contains(char)).filter(|word| !word.is_empty());
    [name].into_iter().chain(words).collect()
}

/// Compares ids with a list `name<tab>id<tab>kind`, line by line; returns how many were compared.
///
/// # Panics
///
/// If an id, a name or the number of lines differs.
pub fn ids(schema: &str, list: &str, combinators: &[Combinator]) -> usize {
    let name = |row: &&str| row.split('\t').next().unwrap_or_default().to_owned();
    let rows = list.lines().filter(|row| !row.is_empty() && !read::BUILTINS.contains(&name(row).as_str()));
    let rows: Vec<&str> = rows.collect();
    assert_eq!(rows.len(), combinators.len(), "{schema}: ids and definitions");
    for (row, combinator) in rows.iter().zip(combinators) {
        let kind = if (combinator.rust_name)().contains("::functions::") { "function" } else { "type" };
        assert_eq!(*row, format!("{}\t{:08x}\t{kind}", combinator.name, combinator.id), "{schema}");
    }
    rows.len()
}
