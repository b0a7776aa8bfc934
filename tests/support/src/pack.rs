//! An encoder by hand, to hold the generated one against.
//!
//! Written from <https://core.telegram.org/mtproto/serialize> and nothing else; it knows no schema: each test says what
//! follows what.

/// A message in the making.
#[derive(Clone, Default, Debug)]
pub struct Pack(Vec<u8>);

impl Pack {
    /// The id of `Vector`.
    pub const VECTOR: u32 = 0x1cb5_c415;
    /// The id of `boolTrue`.
    pub const TRUE: u32 = 0x9972_75b5;
    /// The id of `boolFalse`.
    pub const FALSE: u32 = 0xbc79_9737;

    /// A boxed value: starts with its id.
    pub fn boxed(id: u32) -> Self {
        Self::default().nat(id)
    }

    /// A bare value: starts with its first field.
    pub fn bare() -> Self {
        Self::default()
    }

    /// The message.
    pub fn done(self) -> Vec<u8> {
        self.0
    }

    /// `#`, an id, or a count.
    pub fn nat(self, value: u32) -> Self {
        self.raw(&value.to_le_bytes())
    }

    /// A mask with these bits.
    pub fn flags(self, bits: &[u32]) -> Self {
        self.nat(bits.iter().fold(0, |mask, bit| mask | 1 << bit))
    }

    /// `int`.
    pub fn int(self, value: i32) -> Self {
        self.raw(&value.to_le_bytes())
    }

    /// `long`.
    pub fn long(self, value: i64) -> Self {
        self.raw(&value.to_le_bytes())
    }

    /// `double`.
    pub fn double(self, value: f64) -> Self {
        self.raw(&value.to_le_bytes())
    }

    /// `Bool`.
    pub fn boolean(self, value: bool) -> Self {
        self.nat(if value { Self::TRUE } else { Self::FALSE })
    }

    /// `string`.
    pub fn string(self, value: &str) -> Self {
        self.bytes(value.as_bytes())
    }

    /// `bytes`.
    pub fn bytes(mut self, value: &[u8]) -> Self {
        let start = self.0.len();
        match value.len() {
            len @ 0..=253 => self.0.push(len as u8),
            len => {
                self.0.push(254);
                self.0.extend_from_slice(&(len as u32).to_le_bytes()[..3]);
            }
        }
        self.0.extend_from_slice(value);
        while !(self.0.len() - start).is_multiple_of(4) {
            self.0.push(0);
        }
        self
    }

    /// `Vector`: id, count, elements.
    pub fn vector<T>(self, elements: &[T], element: impl Fn(Self, &T) -> Self) -> Self {
        self.nat(Self::VECTOR).bare_vector(elements, element)
    }

    /// `vector`: count, elements.
    pub fn bare_vector<T>(self, elements: &[T], element: impl Fn(Self, &T) -> Self) -> Self {
        let counted = self.nat(elements.len() as u32);
        elements.iter().fold(counted, element)
    }

    /// Another value, packed.
    pub fn then(self, other: &Self) -> Self {
        self.raw(&other.0)
    }

    /// Bytes as they are.
    pub fn raw(mut self, bytes: &[u8]) -> Self {
        self.0.extend_from_slice(bytes);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::Pack;

    /// The examples of the page.
    #[test]
    fn strings_are_padded() {
        assert_eq!(Pack::bare().string("abc").done(), *b"\x03abc");
        assert_eq!(Pack::bare().string("abcd").done(), *b"\x04abcd\0\0\0");
        assert_eq!(Pack::bare().bytes(&[7; 254]).done()[..5], [254, 254, 0, 0, 7]);
        assert_eq!(Pack::bare().bytes(&[7; 254]).done().len(), 260);
    }

    #[test]
    fn vectors_are_counted() {
        let packed = Pack::bare().vector(&[1, 2], |pack, &value| pack.int(value)).done();
        assert_eq!(packed, [0x15, 0xc4, 0xb5, 0x1c, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0]);
    }
}
