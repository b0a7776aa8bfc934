//! Fields of a fixed number of bytes: adjacent ones are read and written as one chunk, with one check. Without that, small
//! updates take a fifth more instructions to encode.

/// What is read or written at once.
pub(crate) enum Step {
    /// The field of this index.
    One(usize),
    /// Several fields of fixed size, one after the other.
    Run(Run),
}

/// Adjacent fields of fixed size.
#[derive(Default)]
pub(crate) struct Run {
    pub(crate) parts: Vec<Part>,
    pub(crate) len: usize,
}

/// A field in a run.
pub(crate) struct Part {
    pub(crate) field: usize,
    /// Where it begins.
    pub(crate) at: usize,
}

/// How many bytes a field takes.
pub(super) enum Bytes {
    /// None: it is a bit of a mask.
    None,
    /// So many, whatever its value is.
    Fixed(usize),
    Varying,
}

/// The fields with bytes, in the order of the wire; those of fewer bytes than `large` are put together.
pub(super) fn steps(fields: &[Bytes], large: usize) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut run = Run::default();
    for (field, bytes) in fields.iter().enumerate() {
        match bytes {
            Bytes::None => {}
            Bytes::Fixed(len) if *len < large => run.push(field, *len),
            Bytes::Fixed(_) | Bytes::Varying => {
                steps.extend(std::mem::take(&mut run).step());
                steps.push(Step::One(field));
            }
        }
    }
    steps.extend(run.step());
    steps
}

/// All fields as one run, if they are all of fixed size.
pub(super) fn whole(fields: &[Bytes]) -> Option<Run> {
    let mut run = Run::default();
    for (field, bytes) in fields.iter().enumerate() {
        match bytes {
            Bytes::Fixed(len) => run.push(field, *len),
            Bytes::None | Bytes::Varying => return None,
        }
    }
    Some(run)
}

impl Run {
    fn push(&mut self, field: usize, len: usize) {
        self.parts.push(Part { field, at: self.len });
        self.len += len;
    }

    fn step(self) -> Option<Step> {
        match self.parts[..] {
            [] => None,
            [Part { field, .. }] => Some(Step::One(field)),
            _ => Some(Step::Run(self)),
        }
    }
}
