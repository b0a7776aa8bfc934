//! The canonical line of a combinator, of which its id is the CRC32.
//!
//! One line with single spaces, without id, comments and brackets other than `[ ]`:
//! <https://core.telegram.org/mtproto/TL-formal#combinator-names>.

use crate::options::Rule;
use crate::schema::{Builtin, Combinator, Condition, Expr, ExprKind, Field, Name};

/// `user id:int = User`
pub fn canonical_line(combinator: &Combinator, rule: Rule) -> String {
    let mut line = Line { words: combinator.written_name().to_owned(), rule };
    for generic in &combinator.generics {
        line.label(&generic.name);
        if generic.bang.is_some() {
            line.bang();
        }
        line.expr(&generic.kind, false);
    }
    line.fields(&combinator.fields);
    // `=>` counts as `=`, and annotations do not count.
    line.word("=");
    line.expr(&combinator.result, true);
    line.words
}

/// `int ? = Int`
pub fn builtin_line(builtin: &Builtin) -> String {
    let mut line = Line { words: builtin.name.text.clone(), rule: Rule::Formal };
    line.word("?");
    line.word("=");
    line.expr(&builtin.result, true);
    line.words
}

/// The line so far.
struct Line {
    words: String,
    rule: Rule,
}

impl Line {
    /// A word with a space before it.
    fn word(&mut self, word: &str) {
        self.put(word, true);
    }

    fn put(&mut self, word: &str, spaced: bool) {
        if spaced {
            self.words.push(' ');
        }
        self.words.push_str(word);
    }

    /// ` name:`
    fn label(&mut self, name: &Name) {
        self.word(&name.text);
        self.words.push(':');
    }

    fn bang(&mut self) {
        if self.rule == Rule::Telegram {
            self.words.push('!');
        }
    }

    fn fields(&mut self, fields: &[Field]) {
        for field in fields {
            if self.rule == Rule::Formal || !is_flag(field) {
                self.field(field);
            }
        }
    }

    /// ` name:flags.0?T`, or ` T` without a name: no space follows `:` and `?`.
    fn field(&mut self, field: &Field) {
        let mut spaced = true;
        if let Some(name) = &field.name {
            self.label(name);
            spaced = false;
        }
        if let Some(Condition { mask, bit }) = &field.condition {
            self.put(&mask.text, spaced);
            if let Some(bit) = bit {
                self.words.push_str(&format!(".{}", bit.value));
            }
            self.words.push('?');
            spaced = false;
        }
        if field.bang.is_some() && self.rule == Rule::Telegram {
            self.put("!", spaced);
            spaced = false;
        }
        match &field.ty.kind {
            ExprKind::Name { name, args }
                if name.text == "bytes" && args.is_empty() && !spaced && self.rule == Rule::Telegram =>
            {
                self.words.push_str("string");
            }
            _ => self.expr(&field.ty, spaced),
        }
    }

    /// An expression; its own brackets vanish.
    fn expr(&mut self, expr: &Expr, spaced: bool) {
        match &expr.kind {
            ExprKind::Name { name, args } => {
                self.put(&name.text, spaced);
                args.iter().for_each(|arg| self.expr(arg, true));
            }
            ExprKind::Nat => self.put("#", spaced),
            ExprKind::Number(number) => self.put(&number.to_string(), spaced),
            ExprKind::Sum(left, right) => {
                self.expr(left, spaced);
                self.words.push('+');
                self.expr(right, false);
            }
            ExprKind::Bare(inner) => {
                // The name of a constructor is bare by itself.
                let is_type = matches!(&inner.kind, ExprKind::Name { name, .. } if name.is_boxed());
                if is_type {
                    self.put("%", spaced);
                }
                self.expr(inner, spaced && !is_type);
            }
            ExprKind::Repeat { count, fields } => {
                if let Some(count) = count {
                    self.expr(count, spaced);
                    self.words.push('*');
                }
                self.put("[", spaced && count.is_none());
                self.fields(fields);
                self.word("]");
            }
        }
    }
}

/// `name:flags.N?true`
fn is_flag(field: &Field) -> bool {
    let has_bit = field.condition.as_ref().is_some_and(|condition| condition.bit.is_some());
    has_bit
        && matches!(&field.ty.kind, ExprKind::Name { name, args } if name.text == "true" && args.is_empty())
}
