//! What a client gets all day: a few numbers at a time.

use crate::api;
use crate::sample::random::Random;
use crate::sample::update;
use crate::tl_proto::Vector;
use crate::tl_proto::api::Update;
use crate::workload::Workload;

pub(super) struct Small;

impl Workload for Small {
    const KEY: &'static str = "small";
    const TITLE: &'static str = "6 `Vector<Update>` of 50 small ones";

    type Owned = Vec<api::owned::enums::Update>;
    #[cfg(feature = "borrow")]
    type Borrowed<'a> = Vec<api::borrowed::enums::Update<'a>>;
    #[cfg(feature = "borrow")]
    type Unchecked<'a> = Vec<api::unchecked::enums::Update<'a>>;
    type Grammers = Vec<grammers_tl_types::enums::Update>;
    type TlProto<'a> = Vector<Update<'a>>;

    fn value() -> Self::Owned {
        let random = &mut Random::new();
        (0..50).map(|_| update::small(random)).collect()
    }
}
