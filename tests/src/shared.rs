//! Reference material that is not part of the repository.

use std::fs;
use std::path::{Path, PathBuf};

/// A file beside the repository, in `../shared`, if it is there; else one line says what was skipped.
pub fn path(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared").join(name);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: no shared/{name} beside the repository");
    None
}

/// Its text.
///
/// # Panics
///
/// If it is there and cannot be read.
pub fn text(name: &str) -> Option<String> {
    path(name).map(|path| fs::read_to_string(path).expect("a file of text"))
}
