//! Every boxed type and function of layer 230 against `grammers-tl-types` 0.11, on random values.
//!
//! The values are bytes, made from the text of the schema: each must be decoded by both and encoded to the same bytes
//! by both, so what one encodes the other decodes. `TL_DIFFERENTIAL=1000` makes as many for each type instead of 8,
//! `TL_SEED=7` makes others. What the two do not agree on is in `peers.rs`.

use std::collections::HashMap;
use std::env;

use grammers_tl_types as grammers;
use tl_differential_tests::{FILES, api, table};
use tl_runtime::{Combinator, DeserializableOwned, Serializable};
use tl_test_support::messages::{Schema, Undeclared};
use tl_test_support::random::Random;
use tl_test_support::{Statement, locate, read, tables};

/// Decodes and encodes.
type Through = fn(&[u8]) -> Result<Vec<u8>, String>;

struct Codec {
    name: &'static str,
    ours: Through,
    theirs: Through,
}

macro_rules! codec {
    ($name:literal, $decode:ident, $ours:ty, $theirs:ty) => {
        Codec { name: $name, ours: through_ours::<$ours>, theirs: $decode::<$theirs> }
    };
}

include!(concat!(env!("OUT_DIR"), "/codecs.rs"));

fn through_ours<T: DeserializableOwned + Serializable>(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let value = T::from_bytes(bytes).map_err(|error| error.to_string())?;
    value.to_bytes().map_err(|error| error.to_string())
}

fn decode_boxed<T: grammers::Deserializable + grammers::Serializable>(
    bytes: &[u8],
) -> Result<Vec<u8>, String> {
    let mut cursor = grammers::Cursor::from_slice(bytes);
    let value = T::deserialize(&mut cursor).map_err(|error| error.to_string())?;
    match bytes.len() - cursor.pos() {
        0 => Ok(value.to_bytes()),
        left => Err(format!("{left} bytes are left")),
    }
}

/// Theirs write the id of a function and do not read it.
fn decode_function<T>(bytes: &[u8]) -> Result<Vec<u8>, String>
where
    T: grammers::Deserializable + grammers::Serializable + grammers::Identifiable,
{
    let (id, rest) = bytes.split_first_chunk().ok_or("no id")?;
    assert_eq!(u32::from_le_bytes(*id), T::CONSTRUCTOR_ID);
    decode_boxed::<T>(rest)
}

/// Nor that of the function in it, which has no fields here.
fn decode_generic_function<T>(bytes: &[u8]) -> Result<Vec<u8>, String>
where
    T: grammers::Deserializable + grammers::Serializable + grammers::Identifiable,
{
    let (rest, id) = bytes.split_last_chunk().ok_or("no id")?;
    assert_eq!(u32::from_le_bytes(*id), api::functions::help::GetConfig::ID);
    decode_function::<T>(rest)
}

fn number(variable: &str, default: u64) -> u64 {
    env::var(variable)
        .map_or(default, |value| value.parse().unwrap_or_else(|_| panic!("{variable} is a number")))
}

/// Decodes and encodes one value with both.
fn compare(codec: &Codec, statement: &Statement, bytes: &[u8]) -> Result<(), String> {
    for (whose, through) in [("ours", codec.ours), ("theirs", codec.theirs)] {
        let encoded =
            through(bytes).map_err(|error| format!("{whose}, {}: {error}: {bytes:02x?}", statement.name))?;
        if encoded != bytes {
            return Err(format!("{whose}, {}: {bytes:02x?} becomes {encoded:02x?}", statement.name));
        }
    }
    Ok(())
}

/// The one constructor whose id is not the same with both, see `peers.rs`; no value holds it.
const WITHOUT_AN_ID: &str = "tlsBlockString";

/// The statements of the schema, each with an id: where none is written, ours.
fn statements() -> Vec<Statement> {
    let mut statements = read(&locate::schema(&FILES));
    let rows = tables::generated(&statements).into_iter().zip(table::COMBINATORS);
    let ids: HashMap<String, u32> = rows.map(|(statement, row)| (statement.line.clone(), row.id)).collect();
    for statement in &mut statements {
        statement.id = statement.id.or_else(|| ids.get(&statement.line).copied());
    }
    statements.retain(|statement| statement.name != WITHOUT_AN_ID);
    statements
}

#[test]
fn random_values_of_every_type_and_function() {
    let statements = statements();
    let generated = tables::generated(&statements);
    let schema = Schema::new(&statements, "help.getConfig", Undeclared::Nowhere);
    let mut random = Random::new(number("TL_SEED", 230));
    let (mut values, mut bytes, mut wrong) = (0, 0, Vec::new());
    for codec in CODECS {
        let of_type =
            |one: &&&Statement| *if one.is_function { &one.name } else { &one.result } == codec.name;
        let constructors: Vec<&&Statement> = generated.iter().filter(of_type).collect();
        let count = (number("TL_DIFFERENTIAL", 8) as usize).max(constructors.len());
        for constructor in constructors.iter().cycle().take(count) {
            let value = schema.value(constructor, &mut random);
            (values, bytes) = (values + 1, bytes + value.len());
            wrong.extend(compare(codec, constructor, &value).err());
        }
    }
    let (types, differences) = (CODECS.len(), wrong.len());
    println!(
        "{values} values ({bytes} bytes) of {types} boxed types and functions, {differences} differences"
    );
    assert!(wrong.is_empty(), "{}", wrong[..wrong.len().min(20)].join("\n"));
    assert!(types > 1400 && values >= 8 * types);
}
