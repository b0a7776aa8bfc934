//! The names of the schema that options mention: `rename("a.b" = "Name")`, `id_mismatch_ok("a.b")`, `only(a.*)`.

use std::fmt;

use crate::attributes::Attributes;
use crate::diag::Diagnostics;
use crate::nearest::nearest;
use crate::options::Options;
use crate::options::names::Mention;
use crate::resolve::{Combinator, Resolved};

/// What can be wrong with such a name.
pub(super) enum Mistake {
    Unknown {
        option: &'static str,
        name: String,
        near: Vec<String>,
    },
    /// There is an attribute above the definition, too.
    Twice {
        option: &'static str,
        name: String,
    },
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::Unknown { option, name, near } => {
                write!(f, "`{option}` names `{name}`, which is not in this schema")?;
                match &near[..] {
                    [] => f.write_str(
                        "\nhelp: write the name as in the schema, with its namespaces: `auth.sendCode`",
                    ),
                    [nearest, ..] => write!(f, "\nhelp: did you mean `{nearest}`?"),
                }
            }
            Mistake::Twice { option, name } => {
                write!(
                    f,
                    "`{option}` is also given above the definition of `{name}`\nhelp: remove one of the two",
                )
            }
        }
    }
}

/// Adds to the attributes of definitions what the options say of them by name.
pub(super) fn apply(
    resolved: &Resolved,
    options: &Options,
    attributes: &mut [Attributes],
    diagnostics: &mut Diagnostics,
) {
    for rename in &options.renames {
        let value = || Some((rename.ident.clone(), rename.of.span));
        set(&rename.of, "rename", resolved, attributes, diagnostics, |of| &mut of.rename, value);
    }
    for excuse in &options.excuses {
        let value = || Some(excuse.span);
        set(excuse, "id_mismatch_ok", resolved, attributes, diagnostics, |of| &mut of.id_mismatch_ok, value);
    }
}

/// Sets an attribute of every combinator with this name: a constructor and a function may share one.
fn set<T>(
    of: &Mention,
    option: &'static str,
    resolved: &Resolved,
    attributes: &mut [Attributes],
    diagnostics: &mut Diagnostics,
    attribute: impl Fn(&mut Attributes) -> &mut Option<T>,
    value: impl Fn() -> Option<T>,
) {
    let named = |combinator: &Combinator| combinator.name.text == of.name;
    let mut found = false;
    for (combinator, attributes) in resolved.combinators.iter().zip(attributes) {
        if !named(combinator) {
            continue;
        }
        found = true;
        let attribute = attribute(attributes);
        match attribute {
            Some(_) => diagnostics.report(of.span, Mistake::Twice { option, name: of.name.clone() }),
            None => *attribute = value(),
        }
    }
    if !found {
        let names = resolved.combinators.iter().map(|combinator| combinator.name.text.as_str());
        unknown(of, option, names, diagnostics);
    }
}

/// Reports a name that is none of these.
pub(super) fn unknown<'n>(
    of: &Mention,
    option: &'static str,
    names: impl Iterator<Item = &'n str>,
    diagnostics: &mut Diagnostics,
) {
    // All namespaces would be near each other by their last part, `*`.
    let without_star = |name: &str| name.strip_suffix(".*").map(str::to_owned);
    let near = match without_star(&of.name) {
        None => nearest(&of.name, names),
        Some(namespace) => {
            let namespaces: Vec<String> = names.filter_map(without_star).collect();
            let near = nearest(&namespace, namespaces.iter().map(String::as_str));
            near.into_iter().map(|namespace| namespace + ".*").collect()
        }
    };
    diagnostics.report(of.span, Mistake::Unknown { option, name: of.name.clone(), near });
}
