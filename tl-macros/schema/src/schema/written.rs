//! The syntax tree back to TL, as a person would write it on one line.

use std::fmt::{self, Display, Formatter};

use super::{Combinator, Condition, Expr, ExprKind, Field, Generic};

/// `user#d23c81a3 id:int = User`, without the `;`.
impl Display for Combinator {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.annotations.iter().try_for_each(|annotation| write!(f, "@{} ", annotation.text))?;
        f.write_str(self.written_name())?;
        if let Some(id) = self.id {
            write!(f, "#{:08x}", id.value)?;
        }
        self.generics.iter().try_for_each(|generic| write!(f, " {generic}"))?;
        self.fields.iter().try_for_each(|field| write!(f, " {field}"))?;
        let equals = if self.arrow.is_some() { "=>" } else { "=" };
        write!(f, " {equals} {}", self.result)
    }
}

/// `{X:Type}`
impl Display for Generic {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let bang = if self.bang.is_some() { "!" } else { "" };
        write!(f, "{{{}:{bang}{}}}", self.name.text, self.kind)
    }
}

/// `name:flags.0?Vector<int>`
impl Display for Field {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(name) = &self.name {
            write!(f, "{}:", name.text)?;
        }
        if let Some(Condition { mask, bit }) = &self.condition {
            f.write_str(&mask.text)?;
            bit.iter().try_for_each(|bit| write!(f, ".{}", bit.value))?;
            f.write_str("?")?;
        }
        let bang = if self.bang.is_some() { "!" } else { "" };
        write!(f, "{bang}{}", self.ty)
    }
}

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ExprKind::Name { name, args } => {
                f.write_str(&name.text)?;
                for (at, arg) in args.iter().enumerate() {
                    write!(f, "{}{arg}", if at == 0 { "<" } else { "," })?;
                }
                f.write_str(if args.is_empty() { "" } else { ">" })
            }
            ExprKind::Nat => f.write_str("#"),
            ExprKind::Number(number) => write!(f, "{number}"),
            ExprKind::Sum(left, right) => write!(f, "{left}+{right}"),
            ExprKind::Bare(inner) => write!(f, "%{inner}"),
            ExprKind::Repeat { count, fields } => {
                match count.as_deref() {
                    Some(sum @ Expr { kind: ExprKind::Sum(..), .. }) => write!(f, "({sum})*")?,
                    Some(count) => write!(f, "{count}*")?,
                    None => {}
                }
                f.write_str("[ ")?;
                fields.iter().try_for_each(|field| write!(f, "{field} "))?;
                f.write_str("]")
            }
        }
    }
}
