//! What `tl!` generates, feature by feature, on schemas made for it.

mod arrays;
mod attributes;
mod awkward;
mod bare;
mod borrow;
mod bounded;
mod builtins;
mod constants;
mod constructors;
mod derives;
mod errors;
mod flags;
mod functions;
mod masks;
mod mentioned;
mod names;
mod namespaces;
mod object;
mod only;
mod raw;
mod recursion;
mod repeated;
mod sizes;
mod strings;
mod variants;
mod vectors;
