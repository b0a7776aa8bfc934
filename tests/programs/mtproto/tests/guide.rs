//! The guide "Building a client" shows this program.

use std::fs;
use std::path::Path;

/// Each block names a file, and is in it, line by line but for what `// …` leaves out.
#[test]
fn quotes_are_the_program() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = fs::read_to_string(here.join("../../../tl-runtime/doc/client.md")).unwrap();
    let blocks: Vec<&str> = guide.split("```rs ").skip(1).collect();
    assert!(blocks.len() > 10, "{} blocks", blocks.len());
    for block in blocks {
        let (file, block) = block.split_once('\n').unwrap();
        let (block, _) = block.split_once("```").unwrap();
        let mut source = &*fs::read_to_string(here.join(file)).unwrap();
        for part in block.split_inclusive('\n').collect::<Vec<_>>().split(|line| line.trim() == "// …") {
            let part = part.concat();
            let found = source.find(&part).unwrap_or_else(|| panic!("{file} does not have:\n{part}"));
            source = &source[found + part.len()..];
        }
    }
}
