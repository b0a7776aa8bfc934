//! The syntax tree of TL, exactly as written; it knows nothing of Rust.
//!
//! Grammar: <https://core.telegram.org/mtproto/TL-formal>. Each node names its rule there.

use crate::span::Span;

mod written;

/// A whole schema: `TL-program`.
#[derive(Default, Debug)]
pub(crate) struct Schema {
    pub(crate) declarations: Vec<Declaration>,
    /// What could be read of declarations with a mistake in them; the mistake is reported.
    pub(crate) broken: Vec<Broken>,
    /// TDLib's `//@class Name @description text`: documentation of boxed types.
    pub(crate) classes: Vec<ClassDoc>,
    /// The number of `// LAYER n`.
    pub(crate) layer: Option<(i32, Span)>,
}

/// Words of the schema with their place: a name, with its namespaces (`auth.sendCall`), or any other text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) span: Span,
}

impl Name {
    /// The name without its namespaces.
    pub(crate) fn last(&self) -> &str {
        self.text.rsplit('.').next().unwrap_or(&self.text)
    }

    /// A name of boxed types and of type variables, `uc-ident`: it starts with a capital letter.
    pub(crate) fn is_boxed(&self) -> bool {
        self.last().starts_with(|first: char| first.is_ascii_uppercase())
    }
}

/// `declaration`.
#[derive(Clone, Debug)]
pub(crate) enum Declaration {
    Combinator(Combinator),
    /// `int ? = Int;`: `builtin-combinator-decl`.
    Builtin(Builtin),
    /// `Vector int;` or `pair int;`: `partial-app-decl`. The expression is the application.
    Partial(Expr),
    /// `New T;`, `Final T;`, `Empty T;`: `final-decl`.
    Final {
        keyword: Name,
        ty: Name,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Section {
    Types,
    Functions,
}

/// `combinator-decl`: a constructor of a type, or a function.
#[derive(Clone, Debug)]
pub(crate) struct Combinator {
    pub(crate) section: Section,
    pub(crate) docs: Vec<Name>,
    /// Indices into `Tokens::attributes`, with the place of each.
    pub(crate) attributes: Vec<(usize, Span)>,
    /// `@read`, without the `@`.
    pub(crate) annotations: Vec<Name>,
    /// The name, `_` for an unnamed constructor.
    pub(crate) name: Name,
    pub(crate) id: Option<Id>,
    /// `{X:Type}`, `{n:#}`: `opt-args`.
    pub(crate) generics: Vec<Generic>,
    pub(crate) fields: Vec<Field>,
    /// `=>` of TL2 in place of the `=`.
    pub(crate) arrow: Option<Span>,
    pub(crate) result: Expr,
    /// From the first token of the name to the `;`.
    pub(crate) span: Span,
}

impl Combinator {
    /// `= X` with `{X:Type}`: what only functions have.
    pub(crate) fn has_parameter_as_result(&self) -> bool {
        let ExprKind::Name { name, .. } = &self.result.kind else { return false };
        self.generics.iter().any(|generic| generic.name.text == name.text)
    }
}

/// How TL says what TL2 writes with [`Combinator::arrow`].
pub(crate) const INSTEAD_OF_ARROW: &str =
    "functions stand below `---functions---`, and their result behind `=`";

/// A combinator that is not whole: enough of it that its name and its type do not count as unknown too.
#[derive(Clone, Debug)]
pub(crate) struct Broken {
    pub(crate) section: Section,
    pub(crate) name: Name,
    pub(crate) result: Option<Expr>,
}

/// `#d23c81a3`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Id {
    pub(crate) value: u32,
    pub(crate) span: Span,
}

/// A parameter that the result type determines.
#[derive(Clone, Debug)]
pub(crate) struct Generic {
    pub(crate) name: Name,
    /// `!`, as before the type of a field.
    pub(crate) bang: Option<Span>,
    /// `Type`, `#`, or what else was written.
    pub(crate) kind: Expr,
}

/// One argument: `args`.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) docs: Vec<Name>,
    /// `None` for an unnamed field, also for `_`.
    pub(crate) name: Option<Name>,
    /// `flags.0?`: `conditional-def`.
    pub(crate) condition: Option<Condition>,
    /// `!`: the value is a function whose result is of this type.
    pub(crate) bang: Option<Span>,
    pub(crate) ty: Expr,
    /// From the name to the end of the type.
    pub(crate) span: Span,
}

/// `flags.0?` or, testing the whole number, `n?`.
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    pub(crate) mask: Name,
    pub(crate) bit: Option<Number>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Number {
    pub(crate) value: u32,
    pub(crate) span: Span,
}

/// `Builtin`: `name#id ? = Type;`.
#[derive(Clone, Debug)]
pub(crate) struct Builtin {
    pub(crate) name: Name,
    pub(crate) id: Option<Id>,
    pub(crate) result: Expr,
    pub(crate) span: Span,
}

/// `expr`: a type, a number, or an application.
#[derive(Clone, Debug)]
pub(crate) struct Expr {
    pub(crate) kind: ExprKind,
    pub(crate) span: Span,
}

#[derive(Clone, Debug)]
pub(crate) enum ExprKind {
    /// `int`, `messages.Chats`, `Vector<long>`, `(pair int string)`: a name with its arguments.
    Name { name: Name, args: Vec<Expr> },
    /// `#`.
    Nat,
    /// `4`.
    Number(u32),
    /// `n+1`.
    Sum(Box<Expr>, Box<Expr>),
    /// `%T`.
    Bare(Box<Expr>),
    /// `4*[ int ]`, `n*[ a:int b:int ]`, `[ t ]`: repetition.
    Repeat { count: Option<Box<Expr>>, fields: Vec<Field> },
}

/// `//@class Name @description text`.
#[derive(Clone, Debug)]
pub(crate) struct ClassDoc {
    pub(crate) name: Name,
    pub(crate) docs: Vec<Name>,
}
