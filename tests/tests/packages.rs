//! The packages that would be published: what is in them, what their manifests say, and which Rust they need.

use std::process::Command;

use tl_test_support::locate::Crates;

const PUBLISHED: [&str; 3] = ["tl-schema", "tl-macros", "tl-runtime"];

/// The files of a package, as `cargo package` would take them.
fn files(package: &str) -> Vec<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["package", "--list", "--allow-dirty", "--offline", "--package", package]);
    let output = cargo.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("names are text").lines().map(str::to_owned).collect()
}

#[test]
fn packages_have_what_a_reader_needs_and_no_tests() {
    for package in PUBLISHED {
        let files = files(package);
        for expected in ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "src/lib.rs"] {
            assert!(files.iter().any(|file| file == expected), "{package} lacks {expected}");
        }
        let tests: Vec<&String> = files.iter().filter(|file| file.contains("test")).collect();
        assert!(tests.is_empty(), "{package} has {tests:?}");
    }
    let guides = files("tl-runtime").iter().filter(|file| file.starts_with("doc/")).count();
    assert!(guides > 5, "{guides} guides");
}

#[test]
fn manifests_are_complete() {
    let crates = Crates::ask();
    for package in PUBLISHED {
        let package = &crates.compiled_with(package)[0];
        assert!(package.missing.is_empty(), "{} lacks {:?}", package.name, package.missing);
    }
}

/// With one toolchain this is what can be tested: no dependency asks for a newer Rust, and clippy's `incompatible_msrv`
/// finds newer parts of the standard library.
#[test]
fn no_dependency_needs_a_newer_rust() {
    let own = env!("CARGO_PKG_RUST_VERSION");
    let minor = |version: &str| version.split('.').nth(1).and_then(|minor| minor.parse::<u32>().ok());
    let packages = Crates::ask().compiled_with("tl-runtime");
    assert!(packages.len() > 8, "{packages:?}");
    for package in packages {
        let needed = package.rust_version.as_deref();
        assert!(needed.and_then(minor) <= minor(own), "{} needs {needed:?}, and we say {own}", package.name);
    }
    let readme = std::fs::read_to_string("../README.md").expect("the project has one");
    assert!(readme.contains(&format!("The oldest supported Rust is {own}.")));
}
