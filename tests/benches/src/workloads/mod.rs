//! The workloads, a file each: the seven of the performance page, then three more, lest we tune to seven.

mod blocks;
mod container;
mod file;
mod header;
mod history;
mod invite;
mod longs;
mod small;
mod strings;
mod updates;

use crate::workload::{Prepared, Workload, prepare};

/// What a workload is called on the command line, and what prepares it.
pub type Named = (&'static str, fn() -> Prepared);

/// All workloads, in the order of the table.
// Not a constant: each crate that used it would compile the code behind the pointers once more.
pub static WORKLOADS: &[Named] = &[
    named::<invite::Invite>(),
    named::<updates::Updates>(),
    named::<longs::Longs>(),
    named::<file::File>(),
    named::<strings::Strings>(),
    named::<small::Small>(),
    named::<blocks::Blocks>(),
    named::<history::History>(),
    named::<container::Container>(),
    named::<header::Header>(),
];

const fn named<W: Workload>() -> Named {
    (W::KEY, prepare::<W>)
}
