//! The ids of whole schemas, against those that the schemas' owners use.

use crate::options::Rule;
use crate::resolve::id;
use crate::schema::{Declaration, Section};

use super::{read_text, shared};

/// Compares every declaration of a schema with the list of its ids, line by line, and returns how many there are.
fn compare(schema: &str, rule: Rule) -> usize {
    let (text, ids) = (shared(&format!("schemas/{schema}.tl")), shared(&format!("ids/{schema}.tsv")));
    let read = read_text(&text);
    assert_eq!(read.messages, [""; 0]);

    let found: Vec<String> =
        read.schema.declarations.iter().map(|declaration| row(declaration, rule)).collect();
    let wanted: Vec<&str> = ids.lines().collect();
    for (found, wanted) in found.iter().zip(&wanted) {
        // Its schema has no sections, but the list takes what follows the functions as one.
        let wanted =
            wanted.replace("casesGo.testNames\t6b61936a\tfunction", "casesGo.testNames\t6b61936a\ttype");
        assert_eq!(*found, wanted, "{schema}");
    }
    assert_eq!(found.len(), wanted.len(), "{schema}");
    println!("{schema}: {} ids compared", found.len());
    found.len()
}

/// `name<tab>id<tab>kind`, as the lists have it.
fn row(declaration: &Declaration, rule: Rule) -> String {
    let (name, id, section) = match declaration {
        Declaration::Combinator(combinator) => {
            let computed = id::crc32(&id::canonical_line(combinator, rule));
            let id = combinator.id.map_or(computed, |id| id.value);
            (&combinator.name, id, combinator.section)
        }
        Declaration::Builtin(builtin) => {
            let id = builtin.id.map_or_else(|| id::crc32(&id::builtin_line(builtin)), |id| id.value);
            (&builtin.name, id, Section::Types)
        }
        Declaration::Partial(_) | Declaration::Final { .. } => panic!("the schemas have no such declaration"),
    };
    let kind = match section {
        Section::Types => "type",
        Section::Functions => "function",
    };
    format!("{}\t{id:08x}\t{kind}", name.text)
}

#[test]
#[ignore = "reads ../shared: .ci/run runs it"]
fn shared_telegram_api() {
    assert_eq!(compare("telegram_api", Rule::Telegram), 2468);
}

#[test]
#[ignore = "reads ../shared: .ci/run runs it"]
fn shared_lite_api() {
    assert_eq!(compare("lite_api", Rule::Formal), 101);
}

#[test]
#[ignore = "reads ../shared: .ci/run runs it"]
fn shared_td_api() {
    assert_eq!(compare("td_api", Rule::Formal), 3178);
}

#[test]
#[ignore = "reads ../shared: .ci/run runs it"]
fn shared_e2e_api() {
    assert_eq!(compare("e2e_api", Rule::Formal), 49);
}

#[test]
#[ignore = "reads ../shared: .ci/run runs it"]
fn shared_secret_api() {
    assert_eq!(compare("secret_api", Rule::Telegram), 95);
}

#[test]
#[ignore = "reads ../shared: .ci/run runs it"]
fn shared_vk_cases() {
    assert_eq!(compare("vk_cases", Rule::Formal), 83);
}
