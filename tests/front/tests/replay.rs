//! Replays what the fuzzer kept for the text of schemas, without the fuzzer.

use std::fs;
use std::path::Path;

#[test]
fn schema_text() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/cases/schema_text");
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("the cases are in the repository") {
        let bytes = fs::read(entry.expect("readable").path()).expect("readable");
        let text = String::from_utf8_lossy(&bytes);
        // No input makes less than the modules, or a message.
        assert!(tl_front::text(&text) > 0, "{text}");
        count += 1;
    }
    assert!(count > 10, "{count}");
}
