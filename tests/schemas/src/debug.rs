//! The output of the derived `Debug`, read back as a tree.

/// A value as `{:?}` shows it.
#[derive(Debug, PartialEq)]
pub(crate) enum Tree {
    /// `Name { field: value, … }`
    Struct(String, Vec<(String, Tree)>),
    /// `Name(value)`
    Tuple(String, Box<Tree>),
    /// `Name`, `true`, `-1`, `NaN`
    Word(String),
    /// `[value, …]`
    List(Vec<Tree>),
    /// `"text"`
    Text(String),
    /// `b"bytes"`
    Bytes(Vec<u8>),
    /// `b"byt…" (100 bytes)`: those shown, and how many there are.
    Brief(Vec<u8>, usize),
}

/// Reads the whole of a `{:?}`.
///
/// # Panics
///
/// If it is not the output of derived implementations, `String`, `Bytes`, numbers, and `Vec`.
pub(crate) fn parse(text: &str) -> Tree {
    let mut parser = Parser { rest: text };
    let tree = parser.value();
    assert!(parser.rest.is_empty(), "after the value: {}", parser.rest);
    tree
}

struct Parser<'t> {
    rest: &'t str,
}

impl Parser<'_> {
    fn eat(&mut self, text: &str) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn expect(&mut self, text: &str) {
        assert!(self.eat(text), "expected {text:?}: {}", self.rest);
    }

    fn value(&mut self) -> Tree {
        if self.eat("[") {
            return Tree::List(self.list("]", Self::value));
        }
        if self.eat("b\"") {
            let mut shown = self.quoted();
            if !self.eat(" (") {
                return Tree::Bytes(shown);
            }
            let len = self.word().parse().expect("a number of bytes");
            self.expect(" bytes)");
            shown.truncate(shown.len() - "…".len());
            return Tree::Brief(shown, len);
        }
        if self.eat("\"") {
            return Tree::Text(String::from_utf8(self.quoted()).expect("Debug of a string is UTF-8"));
        }
        let word = self.word();
        if self.eat(" { ") {
            let fields = self.list(" }", |parser| {
                let name = parser.word();
                parser.expect(": ");
                (name, parser.value())
            });
            return Tree::Struct(word, fields);
        }
        if self.eat("(") {
            let inner = self.value();
            self.expect(")");
            return Tree::Tuple(word, Box::new(inner));
        }
        Tree::Word(word)
    }

    fn list<T>(&mut self, end: &str, mut item: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let mut items = Vec::new();
        while !self.eat(end) {
            if !items.is_empty() {
                self.expect(", ");
            }
            items.push(item(self));
        }
        items
    }

    fn word(&mut self) -> String {
        let is_word = |char: char| char.is_alphanumeric() || matches!(char, '_' | '-' | '+' | '.');
        let end = self.rest.find(|char| !is_word(char)).unwrap_or(self.rest.len());
        assert!(end > 0, "expected a word: {}", self.rest);
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word.to_owned()
    }

    /// The text before the closing quote, without its escapes.
    fn quoted(&mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut chars = self.rest.chars();
        loop {
            match chars.next().expect("a closing quote") {
                '"' => break,
                '\\' => escaped(&mut chars, &mut bytes),
                char => bytes.extend(char.encode_utf8(&mut [0; 4]).bytes()),
            }
        }
        self.rest = chars.as_str();
        bytes
    }
}

fn escaped(chars: &mut std::str::Chars<'_>, bytes: &mut Vec<u8>) {
    let char = match chars.next().expect("what is escaped") {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '0' => '\0',
        'x' => {
            let digits: String = chars.by_ref().take(2).collect();
            return bytes.push(u8::from_str_radix(&digits, 16).expect("two hexadecimal digits"));
        }
        'u' => {
            let digits: String = chars.by_ref().skip(1).take_while(|&char| char != '}').collect();
            u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32).expect("a character's number")
        }
        char => char,
    };
    bytes.extend(char.encode_utf8(&mut [0; 4]).bytes());
}

#[cfg(test)]
mod tests {
    use super::{Tree, parse};

    #[derive(Debug)]
    #[allow(dead_code)]
    struct Sample {
        r#type: Option<Vec<i64>>,
        text: String,
        number: f64,
        unit: Unit,
    }

    #[derive(Debug)]
    struct Unit;

    #[test]
    fn reads_what_derive_writes() {
        let text = "é\u{200b}'\"\\\n\0}, ";
        let sample = Sample { r#type: Some(vec![-1, 2]), text: text.into(), number: -1e300, unit: Unit };
        let word = |word: &str| Tree::Word(word.into());
        let fields = vec![
            ("type".into(), Tree::Tuple("Some".into(), Box::new(Tree::List(vec![word("-1"), word("2")])))),
            ("text".into(), Tree::Text(text.into())),
            ("number".into(), word("-1e300")),
            ("unit".into(), word("Unit")),
        ];
        assert_eq!(parse(&format!("{sample:?}")), Tree::Struct("Sample".into(), fields));
        assert_eq!(parse(r#"b"\xff\0a\"""#), Tree::Bytes(vec![0xff, 0, b'a', b'"']));
    }
}
