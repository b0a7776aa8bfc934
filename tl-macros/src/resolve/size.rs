//! How large values are: the fewest bytes on the wire, and the size of the Rust type, which decides about boxes.

use crate::options::{Options, StringMode};
use crate::resolve::builtin::Builtin;
use crate::resolve::cycle;
use crate::resolve::ty::Type;
use crate::resolve::{Combinator, Resolved};

/// A variant over this many bytes is behind a `Box`, so that its enum stays small.
const LARGE_VARIANT: usize = 64;
/// An optional field over this many bytes is behind a `Box`, so that its absence costs little.
const LARGE_OPTION: usize = 32;

/// The decisions about boxes, and the sizes on the wire; by combinator.
pub(crate) struct Sizes {
    /// For each field: behind a `Box`.
    pub(crate) boxed_fields: Vec<Vec<bool>>,
    /// As a variant of an enum: behind a `Box`.
    pub(crate) boxed_variants: Vec<bool>,
    /// Fewest bytes of the bare form.
    pub(crate) least: Vec<usize>,
    /// Bytes of the bare form, where every value takes as many.
    pub(crate) fixed: Vec<Option<usize>>,
}

/// Computes sizes and decides about boxes.
pub(crate) fn sizes(resolved: &Resolved, options: &Options) -> Sizes {
    let count = resolved.combinators.len();
    let mut layouts = Layouts {
        resolved,
        string: options.string,
        borrow: options.borrow,
        boxed_fields: cycle::boxed_fields(resolved),
        boxed_variants: vec![false; count],
        known: vec![None; count],
    };
    for index in 0..count {
        layouts.combinator(index);
    }
    let mut wire = Wire { resolved, least: vec![Progress::New; count] };
    let least = (0..count).map(|index| wire.combinator(index)).collect();
    let fixed = (0..count).map(|index| fixed(resolved, index)).collect();
    Sizes { boxed_fields: layouts.boxed_fields, boxed_variants: layouts.boxed_variants, least, fixed }
}

/// Size and alignment of a Rust type on a 64-bit machine, and its niche: how many values one of its parts can have that
/// mean nothing, so that an enum or `Option` of it needs no room of its own.
///
/// An estimate: exact for structs, at most a tag too high for enums, whose payloads may leave room for one.
#[derive(Clone, Copy)]
struct Layout {
    size: usize,
    align: usize,
    niche: usize,
}

impl Layout {
    const fn plain(size: usize, align: usize) -> Layout {
        Layout { size, align, niche: 0 }
    }

    const BOOL: Layout = Layout { size: 1, align: 1, niche: 254 };
    /// No pointer is null.
    const BOX: Layout = Layout { size: 8, align: 8, niche: 1 };
    const SLICE: Layout = Layout { size: 16, align: 8, niche: 1 };
    const BYTES: Layout = Layout { size: 32, align: 8, niche: 1 };
    /// No capacity is over half of the memory.
    const VEC: Layout = Layout { size: 24, align: 8, niche: usize::MAX / 2 };

    fn optional(self) -> Layout {
        Layout::one_of(&[self, Layout::plain(0, 1)])
    }

    /// Fields next to each other, ordered as the compiler does, so that only the end is padded.
    fn structure(fields: impl Iterator<Item = Layout>) -> Layout {
        let sum = fields.fold(Layout::plain(0, 1), |sum, field| Layout {
            size: sum.size + field.size,
            align: sum.align.max(field.align),
            niche: sum.niche.max(field.niche),
        });
        Layout { size: sum.size.next_multiple_of(sum.align), ..sum }
    }

    /// Payloads over each other: told apart by the niche of the only one with a size, else by a tag before them.
    fn one_of(payloads: &[Layout]) -> Layout {
        let others = payloads.len().saturating_sub(1);
        let largest = payloads.iter().max_by_key(|payload| payload.size);
        let size = largest.map_or(0, |largest| largest.size);
        let align = payloads.iter().map(|payload| payload.align).max().unwrap_or(1);
        let alone = payloads.iter().filter(|payload| payload.size > 0).count() == 1;
        match largest {
            Some(largest) if alone && largest.niche >= others => {
                Layout { size, align, niche: largest.niche - others }
            }
            _ => Layout {
                size: size.next_multiple_of(align) + align,
                align,
                niche: 255_usize.saturating_sub(others),
            },
        }
    }
}

struct Layouts<'r> {
    resolved: &'r Resolved,
    string: StringMode,
    borrow: bool,
    boxed_fields: Vec<Vec<bool>>,
    boxed_variants: Vec<bool>,
    known: Vec<Option<Layout>>,
}

impl Layouts<'_> {
    fn combinator(&mut self, index: usize) -> Layout {
        if let Some(known) = self.known[index] {
            return known;
        }
        let fields: Vec<Layout> = (0..self.resolved.combinators[index].fields.len())
            .map(|field| self.field(index, field))
            .collect();
        let layout = Layout::structure(fields.into_iter());
        self.boxed_variants[index] = layout.size > LARGE_VARIANT;
        self.known[index] = Some(layout);
        layout
    }

    fn field(&mut self, combinator: usize, index: usize) -> Layout {
        let field = &self.resolved.combinators[combinator].fields[index];
        if self.resolved.combinators[combinator].is_hidden(index) {
            return Layout::plain(0, 1);
        }
        if field.is_bit() {
            return Layout::BOOL;
        }
        let boxed = self.boxed_fields[combinator][index] || field.ty == Type::AnyCombinator;
        let mut layout = if boxed { Layout::BOX } else { self.of(&field.ty) };
        if field.condition.is_some() {
            if layout.size > LARGE_OPTION && !is_large_by_itself(&field.ty) {
                layout = Layout::BOX;
                self.boxed_fields[combinator][index] = true;
            }
            layout = layout.optional();
        }
        self.boxed_fields[combinator][index] |= boxed;
        layout
    }

    fn of(&mut self, ty: &Type) -> Layout {
        match ty {
            Type::Builtin(builtin) | Type::BoxedBuiltin { builtin, .. } => self.builtin(*builtin),
            Type::Vector { .. } => Layout::VEC,
            Type::Array { len, element } => {
                let element = self.of(element);
                Layout { size: element.size * *len as usize, ..element }
            }
            Type::Boxed(ty) => self.boxed_type(*ty),
            Type::Bare(constructor) => self.combinator(*constructor),
            // Not known here; a guess that puts neither into a box.
            Type::External(_) | Type::Parameter(_) | Type::Unknown => Layout::plain(LARGE_OPTION, 8),
            Type::Raw if self.borrow => Layout::SLICE,
            Type::Raw => Layout::BYTES,
            Type::AnyCombinator => Layout::BOX,
        }
    }

    fn boxed_type(&mut self, ty: usize) -> Layout {
        let resolved = self.resolved;
        match resolved.types[ty].constructors[..] {
            [only] => self.combinator(only),
            ref several => {
                let variants: Vec<Layout> =
                    several.iter().map(|&constructor| self.variant(constructor)).collect();
                Layout::one_of(&variants)
            }
        }
    }

    fn variant(&mut self, constructor: usize) -> Layout {
        let layout = self.combinator(constructor);
        if self.boxed_variants[constructor] { Layout::BOX } else { layout }
    }

    fn builtin(&self, builtin: Builtin) -> Layout {
        match builtin {
            Builtin::True => Layout::plain(0, 1),
            Builtin::Bool => Layout::BOOL,
            Builtin::Int | Builtin::Nat => Layout::plain(4, 4),
            Builtin::Long | Builtin::Double => Layout::plain(8, 8),
            Builtin::String | Builtin::Bytes if self.borrow => Layout::SLICE,
            Builtin::String if self.string != StringMode::Bytes => Layout::VEC,
            Builtin::String | Builtin::Bytes => Layout::BYTES,
            Builtin::Int128 => Layout::plain(16, 1),
            Builtin::Int256 => Layout::plain(32, 1),
            Builtin::Int512 => Layout::plain(64, 1),
        }
    }
}

/// Builtin types stay as they are, whatever their size.
fn is_large_by_itself(ty: &Type) -> bool {
    matches!(ty, Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::External(_) | Type::Parameter(_))
}

/// Fewest bytes on the wire.
struct Wire<'r> {
    resolved: &'r Resolved,
    least: Vec<Progress>,
}

#[derive(Clone, Copy)]
enum Progress {
    New,
    /// Inside itself a type counts as nothing, which keeps the sum a lower bound.
    Open,
    Done(usize),
}

impl Wire<'_> {
    fn combinator(&mut self, index: usize) -> usize {
        match self.least[index] {
            Progress::Done(least) => return least,
            Progress::Open => return 0,
            Progress::New => self.least[index] = Progress::Open,
        }
        let Combinator { fields, .. } = &self.resolved.combinators[index];
        let always = fields.iter().filter(|field| field.condition.is_none());
        let least = always.map(|field| self.of(&field.ty)).fold(0, usize::saturating_add);
        self.least[index] = Progress::Done(least);
        least
    }

    fn of(&mut self, ty: &Type) -> usize {
        match ty {
            Type::Builtin(builtin) => builtin.fixed_size().unwrap_or(4),
            Type::BoxedBuiltin { builtin, .. } => 4 + builtin.fixed_size().unwrap_or(4),
            Type::Vector { boxed: true, .. } => 8,
            Type::Vector { boxed: false, .. } => 4,
            Type::Array { len, element } => (*len as usize).saturating_mul(self.of(element)),
            Type::Bare(constructor) => self.combinator(*constructor),
            Type::Boxed(ty) => {
                let constructors = self.resolved.types[*ty].constructors.iter();
                4 + constructors.map(|&constructor| self.combinator(constructor)).min().unwrap_or(0)
            }
            Type::External(external) if external.boxed => 4,
            Type::AnyCombinator => 4,
            Type::External(_) | Type::Parameter(_) | Type::Raw | Type::Unknown => 0,
        }
    }
}

/// Bytes of a combinator's bare form, where every value takes as many.
fn fixed(resolved: &Resolved, combinator: usize) -> Option<usize> {
    let Combinator { fields, broken, .. } = &resolved.combinators[combinator];
    let sizes = fields.iter().enumerate().map(|(index, field)| match field.condition {
        None if !resolved.combinators[combinator].is_hidden(index) => fixed_type(resolved, &field.ty),
        _ => None,
    });
    sizes.sum::<Option<usize>>().filter(|size| *size > 0 && !broken)
}

/// Bytes of a type of which every value takes as many and every pattern of bytes is a value.
pub(crate) fn fixed_type(resolved: &Resolved, ty: &Type) -> Option<usize> {
    match ty {
        Type::Builtin(Builtin::Bool | Builtin::True) => None,
        Type::Builtin(builtin) => builtin.fixed_size(),
        Type::Bare(constructor) => fixed(resolved, *constructor),
        _ => None,
    }
}
