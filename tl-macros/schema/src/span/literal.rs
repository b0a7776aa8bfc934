//! A Rust string literal as written: its value, and where each character of it was written.
//!
//! <https://doc.rust-lang.org/reference/tokens.html#string-literals>

/// The value of a string literal with the way back to its source.
pub(crate) struct Unescaped {
    pub(crate) value: String,
    /// For each character of the value: its offset there, and the offset in the literal it was written at.
    /// Closed by one pair for the end.
    pub(crate) offsets: Vec<(u32, u32)>,
}

/// Reads a plain or raw string literal; `None` for any other literal, and for one with a suffix.
pub(crate) fn unescape(written: &str) -> Option<Unescaped> {
    let mut result = Unescaped { value: String::new(), offsets: Vec::new() };
    let end = if let Some(raw) = written.strip_prefix('r') {
        let hashes = raw.bytes().take_while(|&byte| byte == b'#').count();
        let (start, end) = (1 + hashes + 1, written.len().checked_sub(1 + hashes)?);
        let value = written.get(start..end)?;
        let closed = written[end..].strip_prefix('"')?.bytes().all(|byte| byte == b'#');
        if !closed || !raw[hashes..].starts_with('"') {
            return None;
        }
        value.char_indices().for_each(|(at, char)| result.push(char, start + at));
        end
    } else {
        let end = written.len().checked_sub(1)?;
        if !written.starts_with('"') || !written.ends_with('"') {
            return None;
        }
        result.plain(written.get(1..end)?, 1)?;
        end
    };
    result.offsets.push((super::offset(result.value.len()), super::offset(end)));
    Some(result)
}

impl Unescaped {
    fn push(&mut self, char: char, written_at: usize) {
        self.offsets.push((super::offset(self.value.len()), super::offset(written_at)));
        self.value.push(char);
    }

    /// The inside of a plain literal, which starts at `start` of the literal.
    fn plain(&mut self, inside: &str, start: usize) -> Option<()> {
        let mut rest = inside;
        while let Some(char) = rest.chars().next() {
            let at = start + inside.len() - rest.len();
            rest = &rest[char.len_utf8()..];
            if char != '\\' {
                self.push(char, at);
                continue;
            }
            rest = match rest.strip_prefix('\n') {
                // A line continuation stands for nothing and swallows the indentation of the next line.
                Some(next) => next.trim_start_matches([' ', '\t', '\n', '\r']),
                None => {
                    let (char, next) = escape(rest)?;
                    self.push(char, at);
                    next
                }
            };
        }
        Some(())
    }
}

/// The character of an escape, without its `\`, and what follows it.
fn escape(text: &str) -> Option<(char, &str)> {
    let (kind, rest) = text.split_at_checked(1)?;
    let char = match kind {
        "n" => '\n',
        "r" => '\r',
        "t" => '\t',
        "0" => '\0',
        "\\" | "'" | "\"" => kind.chars().next()?,
        "x" => {
            let (digits, rest) = rest.split_at_checked(2)?;
            return Some((char::from(u8::from_str_radix(digits, 16).ok()?), rest));
        }
        "u" => {
            let (digits, rest) = rest.strip_prefix('{')?.split_once('}')?;
            let code = u32::from_str_radix(&digits.replace('_', ""), 16).ok()?;
            return Some((char::from_u32(code)?, rest));
        }
        _ => return None,
    };
    Some((char, rest))
}
