//! The buffer that all cases of a workload write into, when they write into a used one.

use std::cell::RefCell;
use std::hint::black_box;
use std::rc::Rc;

/// What the processor tells apart when it looks for the write that a read has to wait for.
const PAGE: usize = 4096;

/// The room that a library may want after the last byte of a message.
const MARGIN: usize = 128;

/// One buffer, and in it one place for all, which moves from turn to turn: how long a copy takes depends on how its ends
/// lie to each other in their pages, by half and more, and that must be nobody's luck.
#[derive(Clone)]
pub(crate) struct Reused(Rc<RefCell<Vec<u8>>>);

impl Reused {
    /// A buffer for messages of `len` bytes.
    pub(crate) fn new(len: usize) -> Self {
        Self(Rc::new(RefCell::new(Vec::with_capacity(PAGE + len + MARGIN))))
    }

    /// Writes a message so many times to the place of this turn.
    #[inline]
    pub(crate) fn fill(&self, turn: usize, times: u64, mut write: impl FnMut(&mut Vec<u8>)) {
        let out = &mut *self.0.borrow_mut();
        let place = turn * 68 % PAGE;
        out.resize(place, 0);
        for _ in 0..times {
            out.truncate(place);
            write(out);
            black_box(&out);
        }
    }
}
