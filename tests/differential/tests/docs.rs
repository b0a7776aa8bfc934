//! The documentation of a crate with the whole API.
//!
//! It takes longer than compiling the crate, so the test runs in `.ci/run`, after `cargo doc` has done the work, and
//! for whoever asks: `cargo test -p tl-differential-tests --test docs -- --ignored --nocapture`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use tl_differential_tests::table;

const LINE: &str = "chatInviteExported#a22cbd96 flags:# revoked:flags.0?true permanent:flags.5?true \
                    request_needed:flags.6?true link:string admin_id:long date:int start_date:flags.4?int";

#[test]
#[ignore = "runs cargo doc on the whole API"]
fn no_warning_and_a_page_for_each_struct() {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["doc", "--no-deps", "--package", "tl-differential-tests"]).env("RUSTDOCFLAGS", "-D warnings");
    let output = cargo.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let page = page("api/types/struct.ChatInviteExported.html");
    for expected in [LINE, "= ExportedChatInvite;", "<code>a22cbd96</code>"] {
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

/// The list of all items: no struct and no enum that the schema does not have.
#[test]
#[ignore = "reads what cargo doc has written"]
fn nothing_more_than_the_schema() {
    let all = page("all.html");
    let linked =
        |kind: &str| all.match_indices("href=\"api/").filter(|(at, _)| is_link_to(&all[*at..], kind)).count();
    let (structs, enums) = (linked("/struct."), linked("/enum."));
    println!("{structs} structs, {enums} enums");
    assert_eq!((structs, enums), (table::COMBINATORS.len(), table::ENUMS.len()));
}

fn is_link_to(link: &str, kind: &str) -> bool {
    link.split('"').nth(1).is_some_and(|target| target.contains(kind))
}

fn page(path: &str) -> String {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.join("target"), PathBuf::from);
    let page = target.join("doc/tl_differential_tests").join(path);
    fs::read_to_string(&page).unwrap_or_else(|error| panic!("{}: {error}", page.display()))
}
