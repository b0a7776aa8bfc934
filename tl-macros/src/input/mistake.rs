//! What can be wrong with the invocation itself.

use std::{fmt, io};

use super::Form;

/// A mistake before there is a schema.
pub(super) enum Mistake {
    /// Neither tokens nor text.
    Empty(Form),
    /// `include_tl!()`.
    NoPath,
    /// Anything but a string.
    NotAPath,
    /// `"a.tl" "b.tl"`.
    MissingComma,
    /// A `concat!` or `env!` that cannot be evaluated.
    UnknownPath {
        reason: String,
    },
    /// Schema lines instead of a path.
    SchemaAsPath,
    FileTwice {
        file: String,
    },
    Folder {
        file: String,
    },
    Unreadable {
        file: String,
        error: io::Error,
    },
    NotUtf8 {
        file: String,
        line: usize,
        column: usize,
        byte: u8,
    },
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::Empty(Form::Files) => {
                f.write_str("no schema is given: these files are empty, or have only comments\n\
                 help: a schema has lines of TL, such as `inputPeerSelf#7da07ec9 = InputPeer;`")
            }
            Mistake::Empty(Form::Inline) => f.write_str(
                "no schema is given\nhelp: paste lines of TL, such as `inputPeerSelf #7da07ec9 = InputPeer;`",
            ),
            Mistake::NoPath => f.write_str(
                "no schema file is given\n\
                 help: write `include_tl!(\"schemas/api.tl\")`, with a path relative to the folder of Cargo.toml",
            ),
            Mistake::NotAPath => f.write_str(
                "expected the path of a schema file\n\
                 help: write it as a string: `\"schemas/api.tl\"`, or `concat!(env!(\"OUT_DIR\"), \"/api.tl\")`",
            ),
            Mistake::MissingComma => f.write_str(
                "expected `,` between two paths\nhelp: write `include_tl!(\"schemas/mtproto.tl\", \"schemas/api.tl\")`",
            ),
            Mistake::UnknownPath { reason } => write!(
                f,
                "cannot resolve this path: {reason}\n\
                 help: `OUT_DIR` is set in packages with a build script; other variables must be set while cargo builds",
            ),
            Mistake::SchemaAsPath => f.write_str(
                "this is a schema, not the path of one\nhelp: `tl!` takes schema lines, `include_tl!` takes paths",
            ),
            Mistake::FileTwice { file } => {
                write!(f, "schema file `{file}` is given twice\nhelp: remove one of the two")
            }
            Mistake::Folder { file } => {
                write!(f, "`{file}` is a folder, not a schema file\nhelp: name each file: `{file}/api.tl`")
            }
            Mistake::Unreadable { file, error } if error.kind() == io::ErrorKind::NotFound => write!(
                f,
                "schema file `{file}` does not exist\nhelp: paths are relative to the folder of Cargo.toml",
            ),
            Mistake::Unreadable { file, error } => write!(f, "cannot read schema file `{file}`: {error}"),
            Mistake::NotUtf8 { file, line, column, byte } => write!(
                f,
                "schema file `{file}` is not UTF-8: byte {byte:02x} at line {line}, column {column}\n\
                 help: save the file as UTF-8",
            ),
        }
    }
}
