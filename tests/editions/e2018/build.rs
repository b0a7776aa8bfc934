//! Writes the seed schema in several spellings.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    tl_test_support::seed::write_spellings();
}
