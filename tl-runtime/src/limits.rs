//! The limits that encode and decode share, so that what one writes the other reads.

/// How many combinators may be nested, the outermost one included.
pub(crate) const MAX_DEPTH: u32 = 256;

/// How many vector elements without any bytes of their own one message may hold in all.
///
/// The length of the input does not limit them, so this number has to.
pub(crate) const MAX_EMPTY_ELEMENTS: usize = 65_536;

/// How many of these an element of type `T` is: one for every 16 bytes of memory, so that all of them take 1 MiB.
pub(crate) const fn cost_of_empty<T>() -> usize {
    match size_of::<T>().div_ceil(16) {
        0 => 1,
        cost => cost,
    }
}

/// The longest string of one length byte; the values above it announce the longer forms.
pub(crate) const MAX_SHORT: usize = 253;
/// The shortest length that needs the form with a length of three bytes.
pub(crate) const MIN_MEDIUM: usize = MAX_SHORT + 1;
/// The first byte of the form with a length of three bytes.
pub(crate) const MEDIUM: u8 = 254;
/// The shortest length that needs the form with a length of seven bytes.
pub(crate) const MIN_HUGE: usize = 1 << 24;
/// The first byte of the form with a length of seven bytes.
pub(crate) const HUGE: u8 = 255;
/// The shortest length that no form can hold.
pub(crate) const MIN_IMPOSSIBLE: u64 = 1 << 56;

/// The size of an id, and so the least size of an object.
pub(crate) const ID_SIZE: usize = 4;
