//! The syntax tree of TL, exactly as written; it knows nothing of Rust.
//!
//! Grammar: <https://core.telegram.org/mtproto/TL-formal>. Each node names its rule there.

use crate::span::Span;

mod written;

/// A whole schema: `TL-program`.
#[derive(Default, Debug)]
pub struct Schema {
    pub declarations: Vec<Declaration>,
    /// What could be read of declarations with a mistake in them; the mistake is reported.
    pub broken: Vec<Broken>,
    /// TDLib's `//@class Name @description text`: documentation of boxed types.
    pub classes: Vec<ClassDoc>,
    /// The number of `// LAYER n`.
    pub layer: Option<(i32, Span)>,
}

/// Words of the schema with their place: a name, with its namespaces (`auth.sendCall`), or any other text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name {
    pub text: String,
    pub span: Span,
}

impl Name {
    /// The name without its namespaces.
    pub fn last(&self) -> &str {
        self.text.rsplit('.').next().unwrap_or(&self.text)
    }

    /// A name of boxed types and of type variables, `uc-ident`: it starts with a capital letter.
    pub fn is_boxed(&self) -> bool {
        self.last().starts_with(|first: char| first.is_ascii_uppercase())
    }
}

/// `declaration`.
#[derive(Clone, Debug)]
pub enum Declaration {
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

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Section {
    Types,
    Functions,
}

/// `combinator-decl`: a constructor of a type, or a function.
#[derive(Clone, Debug)]
pub struct Combinator {
    pub section: Section,
    pub docs: Vec<Name>,
    /// Indices into `Tokens::attributes`, with the place of each.
    pub attributes: Vec<(usize, Span)>,
    /// `@read`, without the `@`.
    pub annotations: Vec<Name>,
    /// The name, `_` for an unnamed constructor.
    pub name: Name,
    pub id: Option<Id>,
    /// `{X:Type}`, `{n:#}`: `opt-args`.
    pub generics: Vec<Generic>,
    pub fields: Vec<Field>,
    /// `=>` of TL2 in place of the `=`.
    pub arrow: Option<Span>,
    pub result: Expr,
    /// From the first token of the name to the `;`.
    pub span: Span,
}

impl Combinator {
    /// `= X` with `{X:Type}`: what only functions have.
    pub fn has_parameter_as_result(&self) -> bool {
        let ExprKind::Name { name, .. } = &self.result.kind else { return false };
        self.generics.iter().any(|generic| generic.name.text == name.text)
    }
}

/// How TL says what TL2 writes with [`Combinator::arrow`].
pub const INSTEAD_OF_ARROW: &str = "functions stand below `---functions---`, and their result behind `=`";

/// A combinator that is not whole: enough of it that its name and its type do not count as unknown too.
#[derive(Clone, Debug)]
pub struct Broken {
    pub section: Section,
    pub name: Name,
    pub result: Option<Expr>,
}

/// `#d23c81a3`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Id {
    pub value: u32,
    pub span: Span,
}

/// A parameter that the result type determines.
#[derive(Clone, Debug)]
pub struct Generic {
    pub name: Name,
    /// `!`, as before the type of a field.
    pub bang: Option<Span>,
    /// `Type`, `#`, or what else was written.
    pub kind: Expr,
}

/// One argument: `args`.
#[derive(Clone, Debug)]
pub struct Field {
    pub docs: Vec<Name>,
    /// `None` for an unnamed field, also for `_`.
    pub name: Option<Name>,
    /// `flags.0?`: `conditional-def`.
    pub condition: Option<Condition>,
    /// `!`: the value is a function whose result is of this type.
    pub bang: Option<Span>,
    pub ty: Expr,
    /// From the name to the end of the type.
    pub span: Span,
}

/// `flags.0?` or, testing the whole number, `n?`.
#[derive(Clone, Debug)]
pub struct Condition {
    pub mask: Name,
    pub bit: Option<Number>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Number {
    pub value: u32,
    pub span: Span,
}

/// `Builtin`: `name#id ? = Type;`.
#[derive(Clone, Debug)]
pub struct Builtin {
    pub name: Name,
    pub id: Option<Id>,
    pub result: Expr,
    pub span: Span,
}

/// `expr`: a type, a number, or an application.
#[derive(Clone, Debug)]
pub struct Expr {
    pub kind: ExprKind,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum ExprKind {
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
pub struct ClassDoc {
    pub name: Name,
    pub docs: Vec<Name>,
}
