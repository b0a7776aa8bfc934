//! What grammers' generator makes of lines that are not in grammers-tl-types, or what grammers writes by hand for them.

pub(crate) mod container;
pub(crate) mod lite;
