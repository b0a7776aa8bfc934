//! Tokens that have not gone to the compiler yet.

use proc_macro2::{Ident, Punct, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};

use crate::codegen::item::ident;

/// Tokens one by one. To put a stream into a stream is several calls of the compiler, however short it is; to put these
/// into one is none. Paths and types are made of them: they are in every line.
#[derive(Clone, Default)]
pub(super) struct Tokens(Vec<TokenTree>);

impl Tokens {
    /// `super::enums::InputPeer`
    pub(super) fn path<'n>(names: impl IntoIterator<Item = &'n str>) -> Tokens {
        let mut tokens = Tokens::default();
        for name in names {
            if !tokens.0.is_empty() {
                tokens.0.extend([(':', Spacing::Joint), (':', Spacing::Alone)].map(punct));
            }
            tokens.0.push(ident(name).into());
        }
        tokens
    }

    /// `<'a, X>`; nothing of nothing.
    pub(super) fn in_angles<T: Into<Tokens>>(arguments: impl IntoIterator<Item = T>) -> Tokens {
        let mut tokens = Tokens::default();
        for argument in arguments {
            let before = if tokens.0.is_empty() { '<' } else { ',' };
            tokens.0.push(punct((before, Spacing::Alone)));
            tokens.0.extend(argument.into().0);
        }
        let end = (!tokens.0.is_empty()).then(|| punct(('>', Spacing::Alone)));
        tokens.0.extend(end);
        tokens
    }

    /// `'a`
    pub(super) fn lifetime(name: &str) -> Tokens {
        Tokens(vec![punct(('\'', Spacing::Joint)), ident(name).into()])
    }

    /// `self.date`
    pub(super) fn of_self(member: TokenTree) -> Tokens {
        Tokens(vec![ident("self").into(), punct(('.', Spacing::Alone)), member])
    }

    pub(super) fn then(mut self, others: impl Into<Tokens>) -> Tokens {
        self.0.extend(others.into().0);
        self
    }
}

fn punct((char, spacing): (char, Spacing)) -> TokenTree {
    Punct::new(char, spacing).into()
}

impl ToTokens for Tokens {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.0);
    }
}

impl From<Ident> for Tokens {
    fn from(ident: Ident) -> Tokens {
        Tokens(vec![ident.into()])
    }
}

impl From<TokenTree> for Tokens {
    fn from(token: TokenTree) -> Tokens {
        Tokens(vec![token])
    }
}

impl From<&Tokens> for Tokens {
    fn from(tokens: &Tokens) -> Tokens {
        tokens.clone()
    }
}

/// Asks the compiler for them.
impl From<TokenStream> for Tokens {
    fn from(tokens: TokenStream) -> Tokens {
        Tokens(tokens.into_iter().collect())
    }
}
