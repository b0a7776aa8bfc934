//! Whole schemas are read without a mistake.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::{Read, read_text, shared};
use crate::schema::Declaration;
use crate::{Options, Rule};

/// Each file with the number of its declarations.
const FILES: [(&str, usize); 15] = [
    ("schemas/e2e_api.tl", 49),
    ("schemas/lite_api.tl", 101),
    ("schemas/mtproto_api.tl", 48),
    ("schemas/secret_api.tl", 95),
    ("schemas/td_api.tl", 3178),
    ("schemas/telegram_158.tl", 1619),
    ("schemas/telegram_158_auth_key.tl", 21),
    ("schemas/telegram_158_sys_msgs.tl", 30),
    ("schemas/telegram_api.tl", 2468),
    ("schemas/ton_api.tl", 669),
    ("schemas/tonlib_api.tl", 234),
    ("schemas/vk_cases.tl", 83),
    ("seed/auth.tl", 2),
    ("seed/invites.tl", 35),
    ("seed/updates.tl", 8),
];

#[test]
#[ignore = "reads ../shared: .ci/run runs it"]
fn shared_files_are_read() {
    for (path, count) in FILES {
        let text = shared(path);
        let Read { schema, messages, .. } = read_text(&text);
        assert_eq!(messages, [""; 0], "{path}");
        assert_eq!((schema.declarations.len(), schema.broken.len()), (count, 0), "{path}");
    }
}

/// TDLib documents every declaration after its builtins and every field of them, and nothing else.
#[test]
#[ignore = "reads ../shared: .ci/run runs it"]
fn shared_tdlibs_documentation_finds_its_fields() {
    let text = shared("schemas/td_api.tl");
    let Read { schema, .. } = read_text(&text);
    assert_eq!(schema.classes.len(), 211);
    let combinators = schema.declarations.iter().filter_map(|declaration| match declaration {
        Declaration::Combinator(combinator) if !combinator.docs.is_empty() => Some(combinator),
        _ => None,
    });
    let mut count = 0;
    for combinator in combinators {
        assert_eq!(combinator.docs.len(), 1, "{combinator}: {:?}", combinator.docs);
        let undocumented = combinator.fields.iter().find(|field| field.docs.len() != 1);
        assert!(undocumented.is_none(), "{combinator}: {undocumented:?}");
        count += 1;
    }
    assert_eq!(count, 3178 - 9);
}

/// What public repositories have: each file in the newest version of its path, and the first one that failed in its own
/// way. Mistakes are left in those that are not TL, were taken out of their context, or break a rule of the language.
#[test]
#[ignore = "reads ../shared: .ci/run runs it"]
fn shared_published_schemas() {
    let folder = unpack_corpus();
    let rows = shared("corpus.tsv");
    let (mut read, mut all) = (0, 0);
    for row in rows.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let (file, options) = (columns[3], columns[6]);
        let ids = options.contains("formal").then_some(Rule::Formal);
        let options = Options { ids, external: options.contains("extern"), ..Options::default() };
        let text = fs::read_to_string(folder.join(file).with_extension("tl")).expect("the corpus has it");
        all += 1;
        match crate::read_text(file, &text, &options) {
            Ok(_) => read += 1,
            Err(mistakes) => {
                let words = mistakes.to_string();
                assert!(!words.contains("not supported"), "{words}");
            }
        }
    }
    assert_eq!((read, all), (432, 519));
}

/// The folder of the files.
fn unpack_corpus() -> PathBuf {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let target = root.join("target/shared");
    fs::create_dir_all(&target).expect("there is room below target/");
    let mut tar = Command::new("tar");
    tar.arg("-xJf").arg(root.join("../shared/corpus.tar.xz")).arg("-C").arg(&target);
    assert!(tar.status().expect("there is tar").success());
    target.join("corpus")
}
