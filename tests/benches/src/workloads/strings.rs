//! Strings that are too short for anything but the allocator to matter.

use crate::sample::random::Random;
use crate::tl_proto::Vector;
use crate::workload::Workload;

pub(super) struct Strings;

impl Workload for Strings {
    const KEY: &'static str = "strings";
    const TITLE: &'static str = "5 `Vector<string>` of 1,000 short ones";

    type Owned = Vec<String>;
    #[cfg(feature = "borrow")]
    type Borrowed<'a> = Vec<&'a str>;
    #[cfg(feature = "borrow")]
    type Unchecked<'a> = Vec<&'a [u8]>;
    type Grammers = Vec<String>;
    type TlProto<'a> = Vector<&'a [u8]>;

    fn value() -> Self::Owned {
        let random = &mut Random::new();
        let string = |random: &mut Random| {
            let chars = random.int(6..25);
            random.word(chars)
        };
        (0..1_000).map(|_| string(random)).collect()
    }
}
