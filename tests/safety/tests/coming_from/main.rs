//! The other crates' halves of the guides "Coming from …": they compile, run, and are what the guides show.

use std::fs;
use std::path::Path;

mod from_grammers;
mod from_tl_proto;

fn assert_shown(guide: &str, code: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tl-runtime/doc").join(guide);
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    assert!(text.contains(code), "{guide} shows other code than:\n{code}");
}

#[test]
fn grammers() {
    from_grammers::main().expect("the example runs");
    assert_shown("from_grammers.md", include_str!("from_grammers.rs"));
}

#[test]
fn tl_proto() {
    from_tl_proto::main().expect("the example runs");
    assert_shown("from_tl_proto.md", include_str!("from_tl_proto.rs"));
}
