//! The syntax tree of TL, exactly as written; it knows nothing of Rust.
//!
//! Grammar: <https://core.telegram.org/mtproto/TL-formal>. Each node names its rule there.

use crate::span::Span;

mod written;

/// A whole schema: `TL-program`.
#[derive(Default, Debug)]
pub struct Schema {
    /// What could be read, in the order of the sources.
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
    /// The words.
    pub text: String,
    /// Where they are.
    pub span: Span,
}

impl Name {
    /// The name without its namespaces.
    pub fn last(&self) -> &str {
        self.text.rsplit('.').next().unwrap_or(&self.text)
    }

    /// The name of the boxed type that a constructor's name suggests: `messages.Chat` for `messages.chat`.
    pub fn capitalised(&self) -> String {
        self.with_first(|first| first.to_ascii_uppercase())
    }

    /// The name of the constructor that a type's name suggests: `messages.chat` for `messages.Chat`.
    pub fn uncapitalised(&self) -> String {
        self.with_first(|first| first.to_ascii_lowercase())
    }

    /// The name with another first letter after its namespaces.
    fn with_first(&self, letter: impl Fn(char) -> char) -> String {
        let (namespaces, last) = self.text.split_at(self.text.len() - self.last().len());
        let mut letters = last.chars();
        let first = letters.next().map(letter);
        namespaces.chars().chain(first).chain(letters).collect()
    }

    /// A name of boxed types and of type variables, `uc-ident`: it starts with a capital letter.
    pub fn is_boxed(&self) -> bool {
        self.last().starts_with(|first: char| first.is_ascii_uppercase())
    }
}

/// `declaration`.
#[derive(Clone, Debug)]
pub enum Declaration {
    /// `user#d23c81a3 id:int = User;`: `combinator-decl`.
    Combinator(Combinator),
    /// `int ? = Int;`: `builtin-combinator-decl`.
    Builtin(Builtin),
    /// `Vector int;` or `pair int;`: `partial-app-decl`. The expression is the application.
    Partial(Expr),
    /// `New T;`, `Final T;`, `Empty T;`: `final-decl`.
    Final {
        /// `New`, `Final` or `Empty`.
        keyword: Name,
        /// The type.
        ty: Name,
    },
}

impl Declaration {
    /// The combinator, if it is one.
    pub fn combinator(&self) -> Option<&Combinator> {
        match self {
            Declaration::Combinator(combinator) => Some(combinator),
            Declaration::Builtin(_) | Declaration::Partial(_) | Declaration::Final { .. } => None,
        }
    }

    /// What follows the `=`.
    pub fn result(&self) -> Option<&Expr> {
        match self {
            Declaration::Combinator(combinator) => Some(&combinator.result),
            Declaration::Builtin(builtin) => Some(&builtin.result),
            Declaration::Partial(_) | Declaration::Final { .. } => None,
        }
    }
}

/// Which part of a schema a declaration is in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Section {
    /// Constructors of types.
    Types,
    /// Functions, below `---functions---`.
    Functions,
}

/// `combinator-decl`: a constructor of a type, or a function.
#[derive(Clone, Debug)]
pub struct Combinator {
    /// Which part of the schema it is in.
    pub section: Section,
    /// Its documentation, by lines.
    pub docs: Vec<Name>,
    /// Indices into `Tokens::attributes`, with the place of each.
    pub attributes: Vec<(usize, Span)>,
    /// `@read`, without the `@`.
    pub annotations: Vec<Name>,
    /// The name; a constructor without one, `_`, is named after its type: `user` for `User`.
    pub name: Name,
    /// It is written as `_`.
    pub is_nameless: bool,
    /// The id, if it is written.
    pub id: Option<Id>,
    /// `{X:Type}`, `{n:#}`: `opt-args`.
    pub generics: Vec<Generic>,
    /// The fields, in their order.
    pub fields: Vec<Field>,
    /// `=>` instead of `=`: it is a function, in any section.
    pub arrow: Option<Span>,
    /// What follows the `=`.
    pub result: Expr,
    /// From the first token of the name to the `;`.
    pub span: Span,
    /// As it is written, where a repetition of several fields in it has got a name.
    pub written: Option<Box<Combinator>>,
}

impl Combinator {
    /// As it is written.
    pub fn as_written(&self) -> &Combinator {
        self.written.as_deref().unwrap_or(self)
    }

    /// The name as it is written.
    pub fn written_name(&self) -> &str {
        if self.is_nameless { "_" } else { &self.name.text }
    }

    /// `= X` with `{X:Type}`: what only functions have.
    pub fn has_parameter_as_result(&self) -> bool {
        let result = self.result.name();
        result.is_some_and(|result| self.generics.iter().any(|generic| generic.name.text == result.text))
    }

    /// The boxed type that a constructor constructs.
    pub fn constructs(&self) -> Option<&str> {
        self.result.name().filter(|_| self.section == Section::Types).map(|ty| ty.text.as_str())
    }
}

/// What to write in TL instead of what TL2 has after [`Combinator::arrow`].
pub const INSTEAD_OF_ARROW: &str = "the result of a function is a type: `get id:int => User;`";

/// A combinator with a mistake: what is left of it, so that its name and its type do not count as unknown, too.
#[derive(Clone, Debug)]
pub struct Broken {
    /// Which part of the schema it is in.
    pub section: Section,
    /// The name.
    pub name: Name,
    /// What follows the `=`, if that could be read.
    pub result: Option<Expr>,
}

/// `#d23c81a3`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Id {
    /// The number.
    pub value: u32,
    /// From the `#` on.
    pub span: Span,
}

/// A parameter that the result type determines.
#[derive(Clone, Debug)]
pub struct Generic {
    /// The name.
    pub name: Name,
    /// `!`, as before the type of a field.
    pub bang: Option<Span>,
    /// `Type`, `#`, or what else was written.
    pub kind: Expr,
}

/// One argument: `args`.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its documentation, by lines.
    pub docs: Vec<Name>,
    /// `None` for an unnamed field, also for `_`.
    pub name: Option<Name>,
    /// `flags.0?`: `conditional-def`.
    pub condition: Option<Condition>,
    /// `!`: the value is a function whose result is of this type.
    pub bang: Option<Span>,
    /// The type.
    pub ty: Expr,
    /// From the name to the end of the type.
    pub span: Span,
}

/// `flags.0?` or, testing the whole number, `n?`.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The name of the mask.
    pub mask: Name,
    /// The bit that is tested.
    pub bit: Option<Number>,
}

/// A number of the schema.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Number {
    /// What it is.
    pub value: u32,
    /// Where it is written.
    pub span: Span,
}

/// `Builtin`: `name#id ? = Type;`.
#[derive(Clone, Debug)]
pub struct Builtin {
    /// The name of the bare type.
    pub name: Name,
    /// The id, if it is written.
    pub id: Option<Id>,
    /// The boxed type.
    pub result: Expr,
    /// From the first token of the name to the `;`.
    pub span: Span,
}

/// `expr`: a type, a number, or an application.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it is written.
    pub span: Span,
}

impl Expr {
    /// The name of a type, a parameter or a field, with or without arguments.
    pub fn name(&self) -> Option<&Name> {
        match &self.kind {
            ExprKind::Name { name, .. } => Some(name),
            ExprKind::Nat | ExprKind::Number(_) | ExprKind::Sum(..) => None,
            ExprKind::Bare(_) | ExprKind::Repeat { .. } => None,
        }
    }
}

/// What an expression is.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// `int`, `messages.Chats`, `Vector<long>`, `(pair int string)`: a name with its arguments.
    Name {
        /// The name of a type, a parameter or a field.
        name: Name,
        /// What it is applied to.
        args: Vec<Expr>,
    },
    /// `#`.
    Nat,
    /// `4`.
    Number(u32),
    /// `n+1`.
    Sum(Box<Expr>, Box<Expr>),
    /// `%T`.
    Bare(Box<Expr>),
    /// `4*[ int ]`, `n*[ a:int b:int ]`, `[ t ]`: repetition.
    Repeat {
        /// How often; without one the count is that of the field before it.
        count: Option<Box<Expr>>,
        /// What is repeated.
        fields: Vec<Field>,
    },
}

/// `//@class Name @description text`.
#[derive(Clone, Debug)]
pub struct ClassDoc {
    /// The name of the type.
    pub name: Name,
    /// Its documentation, by lines.
    pub docs: Vec<Name>,
}
