//! What is measured, by whom: a workload and the libraries that compete in it.

use std::hint::black_box;

use bytes::Bytes;
use tl_runtime::{DeserializableOwned, Serializable};

use crate::codec::{self, Codec};
use crate::reused::Reused;

/// A value that a client or a server has to do with, in the types of each library.
pub(crate) trait Workload: Sized + 'static {
    /// What it is called on the command line.
    const KEY: &'static str;
    /// What it is called in the table.
    const TITLE: &'static str;
    /// Whether it holds strings or bytes: without them there is nothing to borrow or to share.
    const BORROWS: bool = true;

    /// Our type.
    type Owned: Serializable + DeserializableOwned;
    /// Our type with `#![tl(borrow)]`.
    #[cfg(feature = "borrow")]
    type Borrowed<'a>: Serializable + tl_runtime::Deserializable<'a>;
    /// Our type with `#![tl(borrow, string = "bytes")]`, or where there are hashes `borrow = "all"`.
    #[cfg(feature = "borrow")]
    type Unchecked<'a>: Serializable + tl_runtime::Deserializable<'a>;
    /// The type of grammers-tl-types.
    type Grammers: grammers_tl_types::Serializable + grammers_tl_types::Deserializable;
    /// The type written for tl-proto.
    type TlProto<'a>: tl_proto::TlRead<'a> + tl_proto::TlWrite;

    /// The value, of which the other libraries get their own by decoding what ours encodes to.
    fn value() -> Self::Owned;
}

/// Which library, and how it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Ours.
    Owned,
    /// Ours, from [`Bytes`].
    Shared,
    /// Ours with `#![tl(borrow)]`.
    Borrowed,
    /// Ours with `#![tl(borrow, string = "bytes")]`.
    Unchecked,
    /// grammers-tl-types.
    Grammers,
    /// tl-proto.
    TlProto,
    /// A copy of the same bytes.
    Memcpy,
}

impl Who {
    /// Whether it is one of the ways to use our types.
    pub fn is_ours(self) -> bool {
        !matches!(self, Self::Grammers | Self::TlProto | Self::Memcpy)
    }
}

/// What is done with the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// Encode into a buffer that has been used before.
    Reused,
    /// Encode into a buffer that the library makes.
    Fresh,
    /// Decode, and drop the value.
    Decode,
}

impl Op {
    /// All of them, in the order of the table.
    pub const ALL: [Op; 3] = [Op::Reused, Op::Fresh, Op::Decode];
}

/// One library that does one thing with one value.
pub struct Case {
    /// Which library.
    pub who: Who,
    /// What it does.
    pub op: Op,
    /// Takes the number of a turn, which says where in memory it works, and does it so many times. The loop is inside, so
    /// that the call through a pointer is not measured.
    pub run: Run,
}

/// See [`Case::run`].
pub type Run = Box<dyn FnMut(usize, u64)>;

/// How many times each value and the bytes it is decoded from are there. The turns go through all of them: where in the
/// caches their pages fall is decided once, and the median outvotes one that fell badly.
const COPIES: usize = 3;

/// A workload, checked and ready to be measured.
pub struct Prepared {
    /// What it is called in the table.
    pub title: &'static str,
    /// The size of its encoded form in bytes.
    pub size: usize,
    /// Those that compete in it.
    pub cases: Vec<Case>,
    /// Its encoded form, for the rest of the process: values borrow from it.
    copies: &'static [Bytes; COPIES],
    /// What those of [`Op::Reused`] write into.
    reused: Reused,
}

/// Builds the value of a workload and hands it to all libraries.
///
/// # Panics
///
/// If they do not agree on its bytes.
pub(crate) fn prepare<W: Workload>() -> Prepared {
    let bytes = W::value().to_bytes().expect("a value that can be encoded");
    let mut prepared = Prepared {
        title: W::TITLE,
        size: bytes.len(),
        cases: Vec::new(),
        copies: Box::leak(Box::new(std::array::from_fn(|copy| received(&bytes, copy)))),
        reused: Reused::new(bytes.len()),
    };
    prepared.add::<codec::Owned<W>>(Who::Owned, &Op::ALL);
    if W::BORROWS {
        prepared.add::<codec::Shared<W>>(Who::Shared, &[Op::Decode]);
        #[cfg(feature = "borrow")]
        prepared.add::<codec::Borrowed<W>>(Who::Borrowed, &[Op::Decode]);
        #[cfg(feature = "borrow")]
        prepared.add::<codec::Unchecked<W>>(Who::Unchecked, &Op::ALL);
    }
    prepared.add::<codec::Grammers<W>>(Who::Grammers, &Op::ALL);
    prepared.add::<codec::TlProto<W>>(Who::TlProto, &Op::ALL);
    prepared.add::<codec::Memcpy>(Who::Memcpy, &Op::ALL);
    prepared
}

/// The bytes as they arrive: after an `rpc_result` and its `req_msg_id`, 12 bytes. What an allocator aligns is the
/// packet; at its start, only who copies the message as a whole would read from aligned places.
fn received(bytes: &[u8], copy: usize) -> Bytes {
    let start = 12 + 16 * copy;
    Bytes::from([&vec![0; start], bytes].concat()).slice(start..)
}

impl Prepared {
    fn add<C: Codec>(&mut self, who: Who, ops: &[Op]) {
        check::<C>(self.title, who, &self.copies[0]);
        let run = |op| run::<C>(op, self.copies, self.reused.clone());
        self.cases.extend(ops.iter().map(|&op| Case { who, op, run: run(op) }));
    }
}

/// Decode accepts the bytes, and encode gives the same ones.
fn check<C: Codec>(title: &str, who: Who, bytes: &'static Bytes) {
    let value = C::decode(bytes);
    let mut reused = Vec::new();
    C::encode(&value, &mut reused);
    assert!(reused == *bytes, "{title}: {who:?} encodes to other bytes");
    assert!(C::to_bytes(&value) == *bytes, "{title}: {who:?} encodes to other bytes in a fresh buffer");
}

fn run<C: Codec>(op: Op, copies: &'static [Bytes; COPIES], reused: Reused) -> Run {
    match op {
        Op::Reused => {
            let values = copies.each_ref().map(C::decode);
            Box::new(move |turn, times| {
                let value = &values[turn % COPIES];
                reused.fill(turn, times, |out| C::encode(black_box(value), out));
            })
        }
        Op::Fresh => {
            let values = copies.each_ref().map(C::decode);
            Box::new(move |turn, times| {
                let value = &values[turn % COPIES];
                for _ in 0..times {
                    black_box(&C::to_bytes(black_box(value)));
                }
            })
        }
        Op::Decode => Box::new(move |turn, times| {
            let bytes = &copies[turn % COPIES];
            for _ in 0..times {
                black_box(&C::decode(black_box(bytes)));
            }
        }),
    }
}
