//! Sizes of Rust types on a 64-bit machine, as rustc lays them out.
//!
//! Nothing promises such a layout; `tests/differential/tests/sizes.rs` holds it against the compiler's over a whole
//! schema. Where a niche is not known to be in front nothing is put behind it, so what differs is too high, not too
//! low.

/// Size and alignment of a type, and its niche.
#[derive(Clone, Copy)]
pub(crate) struct Layout {
    pub(crate) size: usize,
    align: usize,
    niche: Niche,
}

/// The values of one part of a type that mean nothing, so that an enum or `Option` of the type needs no tag.
#[derive(Clone, Copy)]
struct Niche {
    values: u64,
    /// Bytes of that part, if it is known to come first.
    front: Option<usize>,
}

impl Niche {
    const NONE: Niche = Niche { values: 0, front: None };

    const fn front(values: u64, bytes: usize) -> Niche {
        Niche { values, front: Some(bytes) }
    }
}

impl Layout {
    pub(super) const NOTHING: Layout = Layout::plain(0, 1);
    pub(super) const BOOL: Layout = Layout { size: 1, align: 1, niche: Niche::front(254, 1) };
    /// A box or a reference. Neither is null.
    pub(super) const POINTER: Layout = Layout { size: 8, align: 8, niche: Niche::front(1, 8) };
    pub(super) const SLICE: Layout = Layout { size: 16, align: 8, niche: Niche::front(1, 8) };
    pub(super) const BYTES: Layout = Layout { size: 32, align: 8, niche: Niche::front(1, 8) };
    /// No capacity is over half of the memory.
    pub(super) const VEC: Layout = Layout { size: 24, align: 8, niche: Niche::front(1 << 63, 8) };

    pub(super) const fn plain(size: usize, align: usize) -> Layout {
        Layout { size, align, niche: Niche::NONE }
    }

    pub(super) fn optional(self) -> Layout {
        Layout::one_of(&[Layout::plain(0, 1), self])
    }

    pub(super) fn array(self, len: usize) -> Layout {
        let niche = if len == 0 { Niche::NONE } else { self.niche };
        Layout { size: self.size.saturating_mul(len), niche, ..self }
    }

    /// Fields next to each other. Those of the largest alignment come first, of these the one with the largest niche,
    /// so that only the end is padded.
    pub(super) fn structure(fields: &[Layout]) -> Layout {
        let align = largest_align(fields);
        let niches = fields.iter().map(|field| match field.align == align {
            true => field.niche,
            false => Niche { front: None, ..field.niche },
        });
        let niche = niches.max_by_key(|niche| (niche.values, niche.front.is_some()));
        let size = fields.iter().fold(0, |size: usize, field| size.saturating_add(field.size));
        Layout { size: padded(size, align), align, niche: niche.unwrap_or(Niche::NONE) }
    }

    /// Payloads over each other, told apart by a niche or else by a tag.
    pub(super) fn one_of(payloads: &[Layout]) -> Layout {
        Layout::without_tag(payloads).unwrap_or_else(|| Layout::with_tag(payloads))
    }

    /// The niche of the largest payload says which it is; the others come after it.
    fn without_tag(payloads: &[Layout]) -> Option<Layout> {
        let largest = (0..payloads.len()).max_by_key(|&index| payloads[index].size)?;
        let Layout { size, niche, .. } = payloads[largest];
        // The compiler numbers from the first other payload to the last, and the largest with them if it is between.
        let is_between = largest > 0 && largest + 1 < payloads.len();
        let values = (payloads.len() - usize::from(!is_between)) as u64;
        let fits = |payload: &Layout| {
            let behind = niche.front.map(|bytes| bytes.next_multiple_of(payload.align));
            payload.size == 0 || behind.is_some_and(|behind| behind.saturating_add(payload.size) <= size)
        };
        let all_fit = (0..payloads.len()).all(|index| index == largest || fits(&payloads[index]));
        let align = largest_align(payloads);
        let left = niche.values.checked_sub(values).filter(|_| all_fit)?;
        Some(Layout { size: padded(size, align), align, niche: Niche { values: left, ..niche } })
    }

    /// A tag in front, as wide as the payloads' alignment allows.
    fn with_tag(payloads: &[Layout]) -> Layout {
        let least = if payloads.len() > 256 { 2 } else { 1 };
        let align = largest_align(payloads).max(least);
        let ends =
            payloads.iter().map(|payload| least.next_multiple_of(payload.align).saturating_add(payload.size));
        let size = padded(ends.max().unwrap_or(least), align);
        let behind = payloads.iter().filter(|payload| payload.size > 0).map(|payload| payload.align).min();
        let tag = behind.unwrap_or(least).max(least);
        let last = u64::MAX >> (64 - 8 * tag.min(8));
        Layout { size, align, niche: Niche::front(last - (payloads.len() as u64).saturating_sub(1), tag) }
    }
}

fn largest_align(layouts: &[Layout]) -> usize {
    layouts.iter().map(|layout| layout.align).max().unwrap_or(1)
}

/// The size with its padding.
fn padded(size: usize, align: usize) -> usize {
    size.checked_next_multiple_of(align).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    //! The estimate against the compiler's own sizes.
    #![allow(dead_code, reason = "only the sizes of these types count")]

    use std::mem::size_of;

    use super::Layout;

    const INT: Layout = Layout::plain(4, 4);
    const LONG: Layout = Layout::plain(8, 8);
    const HASH: Layout = Layout::plain(32, 1);

    struct Mixed(bool, i64, i32, bool, String);
    struct Numbers(i32, i64, i32);
    struct Flags(bool, bool, bool);

    enum Small {
        Empty,
        Int(i32),
        Other,
    }

    enum Texts {
        Empty,
        Text(String, i64),
        Number(i32),
        Boxed(Box<i64>),
    }

    enum Pair {
        Numbers(i64, i64),
        Number(i32),
    }

    fn mixed() -> Layout {
        Layout::structure(&[Layout::BOOL, LONG, INT, Layout::BOOL, Layout::VEC])
    }

    #[test]
    fn structs() {
        assert_eq!(Layout::structure(&[]).size, 0);
        assert_eq!(mixed().size, size_of::<Mixed>());
        assert_eq!(Layout::structure(&[INT, LONG, INT]).size, size_of::<Numbers>());
        assert_eq!(Layout::structure(&[Layout::BOOL; 3]).size, size_of::<Flags>());
        assert_eq!(Layout::structure(&[HASH, INT]).size, size_of::<([u8; 32], i32)>());
        assert_eq!(INT.array(7).size, size_of::<[i32; 7]>());
    }

    #[test]
    fn options() {
        assert_eq!(INT.optional().size, size_of::<Option<i32>>());
        assert_eq!(LONG.optional().size, size_of::<Option<i64>>());
        assert_eq!(HASH.optional().size, size_of::<Option<[u8; 32]>>());
        assert_eq!(Layout::BOOL.optional().size, size_of::<Option<bool>>());
        assert_eq!(Layout::VEC.optional().size, size_of::<Option<Vec<i64>>>());
        assert_eq!(Layout::POINTER.optional().size, size_of::<Option<Box<i64>>>());
        assert_eq!(Layout::SLICE.optional().size, size_of::<Option<&str>>());
        assert_eq!(mixed().optional().size, size_of::<Option<Mixed>>());
        assert_eq!(mixed().optional().optional().size, size_of::<Option<Option<Mixed>>>());
        let flags = Layout::structure(&[Layout::BOOL; 3]);
        assert_eq!(flags.optional().size, size_of::<Option<Flags>>());
    }

    #[test]
    fn enums() {
        let small = Layout::one_of(&[Layout::NOTHING, INT, Layout::NOTHING]);
        assert_eq!(small.size, size_of::<Small>());
        assert_eq!(small.optional().size, size_of::<Option<Small>>());
        let text = Layout::structure(&[Layout::VEC, LONG]);
        let texts = Layout::one_of(&[Layout::NOTHING, text, INT, Layout::POINTER]);
        assert_eq!(texts.size, size_of::<Texts>());
        assert_eq!(texts.optional().size, size_of::<Option<Texts>>());
        let pair = Layout::one_of(&[Layout::structure(&[LONG, LONG]), INT]);
        assert_eq!(pair.size, size_of::<Pair>());
        assert_eq!(pair.optional().size, size_of::<Option<Pair>>());
    }

    /// Twice as large, again and again, ends at the largest number.
    #[test]
    fn sizes_saturate() {
        let mut layout = INT;
        for _ in 0..300 {
            layout = Layout::structure(&[layout, layout, INT]).optional().array(2);
        }
        assert_eq!(layout.size, usize::MAX);
    }
}
