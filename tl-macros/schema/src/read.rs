//! From the text of sources to a schema, or to the list of its mistakes.

use std::error::Error;
use std::fmt;

use crate::analyse::Analysis;
use crate::diag::Diagnostics;
use crate::lex::{self, Tokens};
use crate::options::Options;
use crate::resolve::{self, Resolved};
use crate::span::{Location, SourceMap};
use crate::{check, parse, schema};

/// A schema without mistakes.
#[derive(Debug)]
pub struct Schema {
    /// The schema as it is written.
    pub syntax: schema::Schema,
    /// The schema with every name looked up and every id known.
    pub resolved: Resolved,
}

/// Reads a schema from one text. Messages call it `name`, usually a path.
///
/// ```
/// use tl_schema::{Options, read_text};
///
/// let text = "auth.sendCall phone_number:string phone_code_hash:string = Bool;";
/// let schema = read_text("auth.tl", text, &Options::default())?;
/// assert_eq!(schema.resolved.combinators[0].id.value, 0x03c51564);
///
/// let mistakes = read_text("auth.tl", "---functions---\nauth.sendCall phone:strin = Bool;", &Options::default());
/// let mistakes = mistakes.expect_err("there is no such type");
/// assert_eq!(mistakes.to_string(), "\
/// unknown type `strin`
///  --> auth.tl:2:21
///   |
/// 2 | auth.sendCall phone:strin = Bool;
///   |                     ^^^^^
///   = help: did you mean `string`?");
/// # Ok::<(), tl_schema::Mistakes>(())
/// ```
///
/// # Errors
///
/// All mistakes of the schema, in the order of the text.
pub fn read_text(name: &str, text: &str, options: &Options) -> Result<Schema, Mistakes> {
    read([(name, text)], options)
}

/// Reads a schema from several texts, each with its name. A section ends where its text ends.
///
/// ```
/// use tl_schema::{Options, read};
///
/// let sources = [("types.tl", "user id:long = User;"), ("calls.tl", "---functions--- getUser id:long = User;")];
/// let schema = read(sources, &Options::default())?;
/// assert_eq!(schema.resolved.combinators[1].line, "getUser id:long = User");
/// # Ok::<(), tl_schema::Mistakes>(())
/// ```
///
/// # Errors
///
/// All mistakes of the schema, in the order of the texts.
pub fn read<'t>(
    sources: impl IntoIterator<Item = (&'t str, &'t str)>,
    options: &Options,
) -> Result<Schema, Mistakes> {
    let (mut map, mut tokens) = (SourceMap::new(), Tokens::default());
    let mut diagnostics = Diagnostics::default();
    for (name, text) in sources {
        let range = map.add_file(name, text);
        lex::text(range, &map, &mut tokens, &mut diagnostics);
        lex::end_of_file(range, &mut tokens);
    }
    let syntax = parse::schema(&tokens, &map, &mut diagnostics);
    let mut resolved = resolve::resolve(&syntax, options, &mut diagnostics);
    check::ids(&mut resolved, options, &[], &mut diagnostics);
    let mut failed = Vec::new();
    check::names(&resolved, &mut diagnostics, &mut failed);
    check::masks(&resolved, &mut diagnostics);
    check::types(&resolved, &Analysis::new(&resolved), &mut diagnostics, &mut failed);
    let messages = diagnostics.into_messages(&map);
    if messages.is_empty() {
        return Ok(Schema { syntax, resolved });
    }
    let mistake =
        |(shown, message): (crate::span::Shown, String)| Mistake { location: shown.location, message };
    Err(Mistakes { list: messages.into_iter().map(mistake).collect() })
}

/// What is wrong with a schema.
pub struct Mistakes {
    /// At least one, in the order of the sources. If there are very many, only the first are kept, and the last says so.
    pub list: Vec<Mistake>,
}

/// One mistake.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mistake {
    /// Where it is.
    pub location: Location,
    /// What is wrong, the place with its line and a caret, and the help: several lines.
    pub message: String,
}

impl Mistake {
    /// What is wrong, in one line.
    pub fn summary(&self) -> &str {
        self.message.lines().next().unwrap_or_default()
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, mistake) in self.list.iter().enumerate() {
            write!(f, "{}{mistake}", if at == 0 { "" } else { "\n\n" })?;
        }
        Ok(())
    }
}

/// The same text as `Display`: `unwrap` prints it.
impl fmt::Debug for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Error for Mistake {}

impl Error for Mistakes {}
