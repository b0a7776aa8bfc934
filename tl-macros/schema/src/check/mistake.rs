//! What is wrong with the types of a schema, in the words of TL.

use std::fmt;

/// A type that stands in the wrong place, or whose values cannot exist.
pub(super) enum Mistake {
    ObjectNotLast,
    TooDeep { name: String, most: usize },
    InfinitelyLarge { steps: Vec<String> },
    UndeterminedParameter { name: String, in_result: bool },
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::ObjectNotLast => f.write_str(
                "`Object` takes all bytes to the end, so nothing can follow it\n\
                 help: make it the last field, or put `bytes:int` right before it, under the same condition, for its length",
            ),
            Mistake::TooDeep { name, most } => write!(
                f,
                "`{name}` holds values inside values, deeper than {most} levels\n\
                 help: a vector between them ends the nesting, or `extern`: define some of them in another invocation",
            ),
            Mistake::InfinitelyLarge { steps } => write!(
                f,
                "a value of this type would be infinitely large: {}\n\
                 help: make one of these fields optional, a vector, or of a boxed type that has another constructor",
                steps.join(" > "),
            ),
            Mistake::UndeterminedParameter { name, in_result: false } => write!(
                f,
                "the result does not tell what `{name}` is\n\
                 help: a function has the result of the one that it passes on: `query:!{name} = {name};`",
            ),
            Mistake::UndeterminedParameter { name, in_result: true } => {
                write!(
                    f,
                    "no field is of type `{name}`, so nothing tells what it is\n\
                     help: take the function that has this result: `query:!{name}`",
                )
            }
        }
    }
}
