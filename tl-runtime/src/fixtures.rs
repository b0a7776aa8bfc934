//! What `tl!` would generate for a few lines of TL, by hand, for the tests of this crate.

use crate::form::{Bare, Boxed, Counted, Heap};
use crate::{
    BareDeserializable, BareSerializable, Combinator, DecodeError, Deserializable, EncodeError, Reader,
    Serializable, Writer,
};

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

impl BareSerializable for Point {
    fn write_bare_to(&self, mut writer: Writer<'_>) {
        writer.array(&self.to_chunk());
    }

    fn write_bare_slice(values: &[Self], writer: Writer<'_>) {
        writer.fixed_many(values, Self::to_chunk);
    }
}

impl<'de> BareDeserializable<'de> for Point {
    const MIN_BARE_SIZE: usize = 12;

    fn deserialize_bare(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        reader.chunk().map(Self::from_chunk)
    }

    fn deserialize_bare_many(reader: &mut Reader<'de>, count: usize) -> Result<Vec<Self>, DecodeError> {
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

impl BareSerializable for Plain {
    fn write_bare_to(&self, mut writer: Writer<'_>) {
        writer.write(&self.text);
    }
}

impl BareSerializable for Bold {
    fn write_bare_to(&self, mut writer: Writer<'_>) {
        writer.write(&self.inner);
    }
}

impl Serializable for Text {
    fn write_to(&self, writer: Writer<'_>) {
        match self {
            Self::Plain(value) => value.write_to(writer),
            Self::Bold(value) => (**value).write_to(writer),
        }
    }
}

impl<'de> BareDeserializable<'de> for Plain {
    const MIN_BARE_SIZE: usize = 4;

    fn deserialize_bare(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        Ok(Self { text: reader.read()? })
    }
}

impl<'de> BareDeserializable<'de> for Bold {
    const MIN_BARE_SIZE: usize = 4;

    fn deserialize_bare(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        Ok(Self { inner: reader.read()? })
    }
}

impl<'de> Deserializable<'de> for Text {
    const MIN_SIZE: usize = 4;

    fn deserialize(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
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

impl BareSerializable for Route {
    fn write_bare_to(&self, mut writer: Writer<'_>) {
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
        writer.optional_as(Heap(Boxed), &self.detour);
    }
}

impl<'de> BareDeserializable<'de> for Route {
    const MIN_BARE_SIZE: usize = 4;

    fn deserialize_bare(reader: &mut Reader<'de>) -> Result<Self, DecodeError> {
        let flags = reader.mask(0b111)?;
        Ok(Self {
            closed: flags & 1 != 0,
            points: reader.optional_as(Counted(Bare), flags & 2 != 0)?,
            length: reader.optional(flags & 2 != 0)?,
            detour: reader.optional_as(Heap(Boxed), flags & 4 != 0)?,
        })
    }
}
