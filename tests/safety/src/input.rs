//! The inputs: bytes to decode, or values to encode. The lines of TL are those of layer 230 of Telegram.

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Input {
    NestedBomb,
    CountBomb,
    LongString,
    Truncated,
    InvalidUtf8,
    SharedBit,
    UndeclaredBit,
    TrailingBytes,
}

/// `dataJSON#7d748d04 data:string = DataJSON`
const DATA_JSON: u32 = 0x7d74_8d04;
/// `peerSettings#f47741f7 flags:# … request_chat_title:flags.9?string request_chat_date:flags.9?int … = PeerSettings`
const PEER_SETTINGS: u32 = 0xf477_41f7;
/// `textBold#6724abc4 text:RichText = RichText`
const TEXT_BOLD: u32 = 0x6724_abc4;
/// `textEmpty#dc3d824f = RichText`
const TEXT_EMPTY: u32 = 0xdc3d_824f;
/// `vector#1cb5c415 {t:Type} # [ t ] = Vector t`
const VECTOR: u32 = 0x1cb5_c415;

/// One byte more than the form with a length of three bytes can hold.
pub(crate) const LONG: usize = 1 << 24;
/// A title whose second character is not UTF-8.
pub(crate) const NOT_UTF8: &[u8] = b"a\xffb";

impl Input {
    pub(crate) const ALL: [Input; 8] = [
        Input::NestedBomb,
        Input::CountBomb,
        Input::LongString,
        Input::Truncated,
        Input::InvalidUtf8,
        Input::SharedBit,
        Input::UndeclaredBit,
        Input::TrailingBytes,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Input::NestedBomb => "nested bomb",
            Input::CountBomb => "count bomb",
            Input::LongString => "long string",
            Input::Truncated => "truncated",
            Input::InvalidUtf8 => "invalid UTF-8",
            Input::SharedBit => "shared bit",
            Input::UndeclaredBit => "undeclared bit",
            Input::TrailingBytes => "trailing bytes",
        }
    }

    pub(crate) fn description(self) -> String {
        let what = match self {
            Input::NestedBomb => "120 KB: `textBold` in itself 30,000 times",
            Input::CountBomb => "1 MB: a vector that announces 250,000 `peerSettings`, and zeros",
            Input::LongString => "a string of 2^24 bytes, encoded and decoded",
            Input::Truncated => "20 bytes of a `peerSettings` of 24",
            Input::InvalidUtf8 => "a `string` that is not UTF-8, decoded and encoded",
            Input::SharedBit => "one of two fields that share a bit, encoded",
            Input::UndeclaredBit => "a flag bit that the schema lacks, decoded",
            Input::TrailingBytes => "8 bytes after a `peerSettings`",
        };
        format!("{}: {what}", self.name())
    }

    /// What is decoded.
    pub(crate) fn bytes(self) -> Vec<u8> {
        let settings = words(&[PEER_SETTINGS, 1 << 6 | 1 << 14, 7, 8, 9]);
        match self {
            Input::NestedBomb => words(&[&[TEXT_BOLD; 30_000][..], &[TEXT_EMPTY]].concat()),
            Input::CountBomb => [words(&[VECTOR, 250_000]), vec![0; 1_000_000]].concat(),
            Input::LongString | Input::SharedBit => Vec::new(),
            Input::Truncated => words(&[PEER_SETTINGS, 1 << 6 | 1 << 13, 7, 8, 9]),
            Input::InvalidUtf8 => [&words(&[DATA_JSON])[..], &[3], NOT_UTF8].concat(),
            Input::UndeclaredBit => words(&[PEER_SETTINGS, 1 << 31]),
            Input::TrailingBytes => [settings, words(&[1, 2])].concat(),
        }
    }
}

fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}
