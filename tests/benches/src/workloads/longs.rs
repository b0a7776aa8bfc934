//! Ids, and nothing else.

use crate::sample::random::Random;
use crate::tl_proto::Vector;
use crate::workload::Workload;

pub(super) struct Longs;

impl Workload for Longs {
    const KEY: &'static str = "longs";
    const TITLE: &'static str = "3 `Vector<long>` of 10,000";
    const BORROWS: bool = false;

    type Owned = Vec<i64>;
    #[cfg(feature = "borrow")]
    type Borrowed<'a> = Vec<i64>;
    #[cfg(feature = "borrow")]
    type Unchecked<'a> = Vec<i64>;
    type Grammers = Vec<i64>;
    type TlProto<'a> = Vector<i64>;

    fn value() -> Self::Owned {
        let random = &mut Random::new();
        (0..10_000).map(|_| random.long()).collect()
    }
}
