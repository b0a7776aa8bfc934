//! Templates, natural numbers and what depends on them: every message comes back, no beginning of one is one, and damage
//! costs no more memory than elsewhere.

use tl_properties::check;
use tl_properties::dependent::Messages;
use tl_properties::schemas::{Message, dependent};
use tl_schema::{Options, read_text};
use tl_test_support::locate;
use tl_test_support::random::Random;

use crate::round_trip::{every, number};

fn all<O: Message>(name: &str, text: &str, each: u64) {
    let schema = read_text(name, text, &Options::default()).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let (seed, each) = (number("TL_SEED", 230), number("TL_EACH", each) as usize);
    let messages = Messages::new(&schema.resolved, seed).messages(each);
    let mut random = Random::new(seed);
    let is_message = |bytes: &[u8]| check::message_within::<O>(bytes, check::CONSTANT_WITH_EMPTY);
    every::<O>(name, &messages, &mut random, is_message);
}

#[test]
fn every_combination() {
    all::<dependent::Object>("dependent.tl", dependent::TEXT, 100);
}

tl_test_support::with_shared! {
    [vk_cases]

    mod api {
        tl_runtime::include_tl! {
            #![tl(ids = "formal", functions = "both", object)]
            env!("VK_CASES_0")
        }
    }

    #[test]
    fn vk_cases() {
        let text = super::locate::text(&super::locate::shared_file("schemas/vk_cases.tl"));
        super::all::<api::Object>("vk_cases.tl", &text, 50);
    }
}
