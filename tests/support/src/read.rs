//! TL text to statements.

/// One statement of a schema: a constructor, or a function.
#[derive(Debug, Clone)]
pub struct Statement {
    /// `messages.exportChatInvite`.
    pub name: String,
    /// The id, if it is written.
    pub id: Option<u32>,
    /// Names of the `{X:Type}`.
    pub parameters: Vec<String>,
    /// In the order of the wire.
    pub fields: Vec<Field>,
    /// What follows the `=`.
    pub result: String,
    /// Whether it is below `---functions---`.
    pub is_function: bool,
    /// The text with single spaces, without the `;`.
    pub line: String,
}

/// `name:flags.0?Type`.
#[derive(Debug, Clone)]
pub struct Field {
    /// Empty where the schema gives none.
    pub name: String,
    /// The mask and the bit of `flags.0?`.
    pub condition: Option<(String, u32)>,
    /// What follows the condition.
    pub ty: String,
}

impl Statement {
    /// Whether it declares a type that every schema knows, for which nothing is generated.
    pub fn is_builtin(&self) -> bool {
        BUILTINS.contains(&self.name.as_str())
    }
}

/// The names whose declarations repeat a builtin (`int ? = Int`, `boolTrue = Bool`, `vector {t:Type} # [ t ] = Vector t`).
pub const BUILTINS: [&str; 19] = [
    "int",
    "long",
    "double",
    "string",
    "bytes",
    "int32",
    "int53",
    "int64",
    "int128",
    "int256",
    "int512",
    "secureString",
    "secureBytes",
    "true",
    "boolTrue",
    "boolFalse",
    "object",
    "function",
    "vector",
];

/// How many statements a schema has: the `;` outside of comments. Simpler than [`read`], so that one checks the other.
pub fn count(text: &str) -> usize {
    text.lines().map(|line| line.split("//").next().unwrap_or_default().matches(';').count()).sum()
}

/// The statements of a schema in order.
pub fn read(text: &str) -> Vec<Statement> {
    let text: Vec<&str> = text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let text = text.join("\n");
    let mut is_function = false;
    let mut statements = Vec::new();
    for part in text.split_inclusive(';') {
        let words = section(part, &mut is_function);
        match words.strip_suffix(';') {
            Some(words) => statements.push(Statement { is_function, ..statement(words) }),
            None => assert!(words.is_empty(), "text after the last statement: {words}"),
        }
    }
    statements
}

/// Takes `---types---` and `---functions---` off the front; single spaces in what is left.
fn section(text: &str, is_function: &mut bool) -> String {
    let mut rest = text.trim();
    while let Some(marked) = rest.strip_prefix("---") {
        let (name, tail) = marked.split_once("---").expect("a section has a name between dashes");
        *is_function = match name.trim() {
            "functions" => true,
            "types" => false,
            other => panic!("no section is called {other}"),
        };
        rest = tail.trim();
    }
    rest.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn statement(line: &str) -> Statement {
    let (left, result) = line.rsplit_once('=').unwrap_or_else(|| panic!("no result: {line}"));
    let mut words = words(left).into_iter();
    let head = words.next().unwrap_or_else(|| panic!("no name: {line}"));
    let (name, id) = match head.split_once('#') {
        Some((name, id)) => (name, Some(u32::from_str_radix(id, 16).expect("an id is hexadecimal"))),
        None => (head.as_str(), None),
    };
    let (parameters, fields): (Vec<String>, Vec<String>) = words.partition(|word| word.starts_with('{'));
    Statement {
        name: name.to_owned(),
        id,
        parameters: parameters
            .iter()
            .map(|word| word[1..].split(':').next().unwrap_or_default().to_owned())
            .collect(),
        fields: fields.iter().map(|word| field(word)).collect(),
        result: result.trim().to_owned(),
        is_function: false,
        line: line.trim_end().to_owned(),
    }
}

/// Words at spaces that no bracket encloses.
fn words(text: &str) -> Vec<String> {
    let (mut words, mut depth) = (vec![String::new()], 0);
    for char in text.chars() {
        match char {
            '(' | '[' | '{' | '<' => depth += 1,
            ')' | ']' | '}' | '>' => depth -= 1,
            _ => {}
        }
        match char {
            ' ' if depth == 0 => words.push(String::new()),
            char => words.last_mut().expect("starts with one word").push(char),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn field(word: &str) -> Field {
    let (name, ty) = word.split_once(':').unwrap_or(("", word));
    let condition = ty.split_once('?').and_then(|(condition, ty)| {
        let (mask, bit) = condition.split_once('.')?;
        Some(((mask.to_owned(), bit.parse().expect("a bit is a number")), ty))
    });
    match condition {
        Some((condition, ty)) => {
            Field { name: name.to_owned(), condition: Some(condition), ty: ty.to_owned() }
        }
        None => Field { name: name.to_owned(), condition: None, ty: ty.to_owned() },
    }
}
