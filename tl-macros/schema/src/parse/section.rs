//! `---types---` and `---functions---`.

use super::Parser;
use super::mistake::Mistake;
use crate::lex::token::TokenKind;
use crate::schema::Section;

impl Parser<'_> {
    /// `--- functions ---` or `--- types ---`, with or without spaces.
    pub(super) fn section_marker(&mut self) {
        let start = self.cursor.peek().span;
        let before = self.dashes();
        let word = (self.cursor.peek().kind == TokenKind::Word).then(|| self.cursor.bump());
        let name = word.map_or("", |word| self.cursor.text(word));
        let after = self.dashes();

        let section = match name.to_ascii_lowercase().as_str() {
            "functions" | "function" => Some(Section::Functions),
            "types" | "type" => Some(Section::Types),
            _ => None,
        };
        // A section that was meant is switched to, so that its declarations are read as what they are.
        self.section = section.unwrap_or(self.section);
        if before != 3 || after != 3 || !matches!(name, "types" | "functions") {
            let span = start.to(self.cursor.last_span());
            self.report(Mistake::Section { meant: section }.at(span));
        }
    }

    /// Takes the dashes on one side; of two markers in a row only those of the first.
    fn dashes(&mut self) -> usize {
        let run = (0..).take_while(|&n| self.cursor.are_puncts(n, "-")).take(6).count();
        let own = if run == 6 { 3 } else { run };
        for _ in 0..own {
            self.cursor.bump();
        }
        own
    }
}
