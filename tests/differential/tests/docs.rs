//! The documentation of a crate with the whole API.
//!
//! It takes longer than compiling the crate, so the tests run in `.ci/run`, and on request:
//! `cargo test --workspace --test docs -- --ignored --nocapture`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::{env, fs};

use tl_differential_tests::table;

/// Broken where it would be too long.
const LINE: &str = "chatInviteExported#a22cbd96 flags:# revoked:flags.0?true permanent:flags.5?true\n    \
                    request_needed:flags.6?true link:string admin_id:long date:int\n    start_date:flags.4?int";

/// The folder of the pages, once `cargo doc` has written them without a warning.
static PAGES: LazyLock<PathBuf> = LazyLock::new(|| {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["doc", "--no-deps", "--package", "tl-differential-tests"]).env("RUSTDOCFLAGS", "-D warnings");
    let output = cargo.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.join("target"), PathBuf::from);
    target.join("doc/tl_differential_tests")
});

#[test]
#[ignore = "runs cargo doc on the whole API"]
fn a_page_for_each_struct() {
    let page = page("api/types/struct.ChatInviteExported.html");
    for expected in [LINE, "= ExportedChatInvite</code></pre>", "<code>ExportedChatInvite</code></a>"] {
        assert!(page.contains(expected), "the page does not show {expected:?}");
    }
    for field in
        ["revoked", "permanent", "request_needed", "link", "admin_id", "date", "usage_limit", "title"]
    {
        assert!(
            page.contains(&format!("id=\"structfield.{field}\"")),
            "the page does not show the field {field}"
        );
    }
}

/// The list of all items: no struct and no enum that the schema does not have, but for `Object`.
#[test]
#[ignore = "runs cargo doc on the whole API"]
fn nothing_more_than_the_schema() {
    let all = page("all.html");
    let linked =
        |kind: &str| all.match_indices("href=\"api/").filter(|(at, _)| is_link_to(&all[*at..], kind)).count();
    let (structs, enums) = (linked("/struct."), linked("/enum."));
    println!("{structs} structs, {enums} enums");
    assert!(all.contains("href=\"api/enum.Object.html\""));
    assert_eq!((structs, enums), (table::COMBINATORS.len(), table::ENUMS.len() + 1));
}

fn is_link_to(link: &str, kind: &str) -> bool {
    link.split('"').nth(1).is_some_and(|target| target.contains(kind))
}

fn page(path: &str) -> String {
    let page = PAGES.join(path);
    fs::read_to_string(&page).unwrap_or_else(|error| panic!("{}: {error}", page.display()))
}
