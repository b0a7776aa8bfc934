//! What `tl!` would generate for a few lines of TL, by hand, for the tests of this crate.

use crate::form::{Bare, Counted};
use crate::traits::{Decode, Encode, NoId, RecursiveId};
use crate::{Combinator, DecodeError, EncodeError, Reader, Serializable, Writer};

/// What `write` writes.
pub(crate) fn written(write: impl FnOnce(Writer<'_>)) -> Result<Vec<u8>, EncodeError> {
    written_within(Writer::DEFAULT_MAX_DEPTH, write)
}

/// What `write` writes, nested no deeper than that.
pub(crate) fn written_within(max_depth: u32, write: impl FnOnce(Writer<'_>)) -> Result<Vec<u8>, EncodeError> {
    let mut out = Vec::new();
    Writer::append(&mut out, max_depth, write)?;
    Ok(out)
}

macro_rules! combinator {
    ($type:ty, $id:literal, $name:literal, $tl:literal) => {
        impl Combinator for $type {
            const ID: u32 = $id;
            const NAME: &'static str = $name;
            const TL: &'static str = $tl;
        }
    };
}

/// Fixed size: read and written many at a time.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Point {
    pub(crate) x: i32,
    pub(crate) y: i64,
}

combinator!(Point, 0xdead_beef, "geo.point", "geo.point#deadbeef x:int y:long = geo.Point");

impl Point {
    fn to_chunk(&self) -> [u8; 12] {
        let mut chunk = [0; 12];
        chunk[..4].copy_from_slice(&self.x.to_le_bytes());
        chunk[4..].copy_from_slice(&self.y.to_le_bytes());
        chunk
    }

    fn from_chunk(chunk: &[u8; 12]) -> Self {
        let (x, y) = chunk.split_first_chunk().unwrap();
        Self { x: i32::from_le_bytes(*x), y: i64::from_le_bytes(y.try_into().unwrap()) }
    }
}

impl Encode for Point {
    type Head = RecursiveId<Self>;

    fn encode(&self, mut writer: Writer<'_>) {
        writer.array(&self.to_chunk());
    }

    fn encode_slice(values: &[Self], writer: Writer<'_>) {
        writer.fixed_many(values, Self::to_chunk);
    }
}

impl<'de> Decode<'de> for Point {
    type Head = RecursiveId<Self>;

    const LEAST: usize = 12;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        reader.chunk().map(Self::from_chunk)
    }

    fn decode_many(reader: &mut Reader<'de>, count: usize) -> Result<Vec<Self>, DecodeError> {
        reader.fixed_many(count, Self::from_chunk)
    }
}

/// A type of two constructors, one of which contains the type again.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Text {
    Plain(Plain),
    Bold(Box<Bold>),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Plain {
    pub(crate) text: String,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bold {
    pub(crate) inner: Text,
}

combinator!(Plain, 0x1111_1111, "textPlain", "textPlain#11111111 text:string = Text");
combinator!(Bold, 0x2222_2222, "textBold", "textBold#22222222 inner:Text = Text");

impl Text {
    /// Plain text in this many `textBold`.
    pub(crate) fn nested(levels: usize) -> Self {
        (0..levels).fold(Self::Plain(Plain { text: "deep".to_owned() }), |inner, _| {
            Self::Bold(Box::new(Bold { inner }))
        })
    }
}

impl Encode for Plain {
    type Head = RecursiveId<Self>;

    fn encode(&self, mut writer: Writer<'_>) {
        writer.write(&self.text);
    }
}

impl Encode for Bold {
    type Head = RecursiveId<Self>;

    fn encode(&self, mut writer: Writer<'_>) {
        writer.write(&self.inner);
    }
}

impl Encode for Text {
    type Head = NoId;

    fn encode(&self, writer: Writer<'_>) {
        match self {
            Self::Plain(value) => value.write_to(writer),
            Self::Bold(value) => (**value).write_to(writer),
        }
    }
}

impl<'de> Decode<'de> for Plain {
    type Head = RecursiveId<Self>;

    const LEAST: usize = 4;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        Ok(Self { text: reader.read()? })
    }
}

impl<'de> Decode<'de> for Bold {
    type Head = RecursiveId<Self>;

    const LEAST: usize = 4;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        Ok(Self { inner: reader.read()? })
    }
}

impl<'de> Decode<'de> for Text {
    type Head = NoId;

    const LEAST: usize = 4;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        match reader.id()? {
            Plain::ID => reader.variant(Self::Plain),
            Bold::ID => reader.heap_variant(Self::Bold),
            id => Err(reader.unknown_id(id, "Text")),
        }
    }
}

/// Flags, a vector of bare elements, itself again.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Route {
    pub(crate) closed: bool,
    pub(crate) points: Option<Vec<Point>>,
    pub(crate) length: Option<i32>,
    pub(crate) detour: Option<Box<Route>>,
}

combinator!(
    Route,
    0x3333_3333,
    "route",
    "route#33333333 flags:# closed:flags.0?true points:flags.1?vector<%geo.Point> length:flags.1?int \
     detour:flags.2?Route = Route"
);

impl Encode for Route {
    type Head = RecursiveId<Self>;

    fn encode(&self, mut writer: Writer<'_>) {
        if self.points.is_some() != self.length.is_some() {
            writer.disagree(
                Self::NAME,
                &[("points", self.points.is_some()), ("length", self.length.is_some())],
            );
        }
        let points = u32::from(self.points.is_some()) << 1;
        writer.u32(u32::from(self.closed) | points | u32::from(self.detour.is_some()) << 2);
        writer.optional_as(Counted(Bare), &self.points);
        writer.optional(&self.length);
        writer.optional(&self.detour);
    }
}

impl<'de> Decode<'de> for Route {
    type Head = RecursiveId<Self>;

    const LEAST: usize = 4;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        let flags = reader.mask(0b111)?;
        Ok(Self {
            closed: flags & 1 != 0,
            points: reader.optional_as(Counted(Bare), flags & 2 != 0)?,
            length: reader.optional(flags & 2 != 0)?,
            detour: reader.optional(flags & 4 != 0)?,
        })
    }
}
