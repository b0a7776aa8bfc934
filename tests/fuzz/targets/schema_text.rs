//! The text of a schema: the mistakes in it, or what follows from what contains what.
#![no_main]

use tl_schema::analyse::Analysis;
use tl_schema::{Options, Rule};

/// The length of the text chooses the options: the fuzzer reaches each by a space at the end, and cases remain texts.
const IDS: [Option<Rule>; 3] = [None, Some(Rule::Telegram), Some(Rule::Formal)];

libfuzzer_sys::fuzz_target!(|text: &str| {
    let at = text.len();
    let options = Options { ids: IDS[at % 3], verify_ids: at % 2 == 0, external: at % 5 == 0, tdlib: at % 7 == 0 };
    match tl_schema::read_text("schema.tl", text, &options) {
        Ok(schema) => {
            let analysis = Analysis::new(&schema.resolved);
            assert_eq!(analysis.boxes().order.len(), schema.resolved.combinators.len());
            assert_eq!(analysis.wire().least.len(), analysis.recursive().len());
        }
        Err(mistakes) => assert!(mistakes.list.iter().all(|mistake| mistake.message.contains("--> schema.tl:"))),
    }
});
