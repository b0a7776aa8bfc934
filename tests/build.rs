//! Writes the seed schema in several spellings, and looks for the reference material beside the repository.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    tl_test_support::locate::announce_shared();
    tl_test_support::seed::write_spellings();
}
