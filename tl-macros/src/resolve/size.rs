//! How large values are: the fewest bytes on the wire, and the size of the Rust type, which decides about boxes.

use crate::options::{Borrow, FlagsMode, Options, StringMode};
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::Type;
use crate::resolve::{Combinator, Resolved, cycle};

mod layout;
mod wire;

use layout::Layout;
pub(crate) use wire::fixed_type;
use wire::{Wire, fixed};

/// A variant over this many bytes is behind a `Box`, so that its enum stays small.
const LARGE_VARIANT: usize = 64;
/// The same for one of two variants, where the large one is what values usually are, and with the tag if one is needed.
/// A vector whose elements are the other one, an id of four bytes, then takes no more than 32 times the input.
const LARGE_OF_TWO: usize = 120;
/// An optional field over this many bytes is behind a `Box`, so that its absence costs little.
const LARGE_OPTION: usize = 32;

/// The decisions about boxes, and the sizes on the wire; by combinator.
pub(crate) struct Sizes {
    /// For each field: behind a `Box`.
    pub(crate) boxed_fields: Vec<Vec<bool>>,
    structs: Vec<Layout>,
    /// Fewest bytes of the bare form.
    pub(crate) least: Vec<usize>,
    /// Bytes of the bare form, where every value takes as many.
    pub(crate) fixed: Vec<Option<usize>>,
}

/// Computes sizes and decides about boxes.
pub(crate) fn sizes(resolved: &Resolved, options: &Options) -> Sizes {
    let count = resolved.combinators.len();
    let mut layouts = Layouts::new(resolved, options);
    let mut wire = Wire::new(resolved);
    let least = (0..count).map(|index| wire.combinator(index)).collect();
    let fixed = (0..count).map(|index| fixed(resolved, index)).collect();
    let structs = (0..count).map(|index| layouts.combinator(index)).collect();
    Sizes { boxed_fields: layouts.boxed_fields, structs, least, fixed }
}

impl Sizes {
    /// Whether a constructor as one of so many variants is behind a `Box`.
    pub(crate) fn boxes_variant(&self, constructor: usize, variants: usize) -> bool {
        is_large(self.structs[constructor], variants)
    }
}

fn is_large(variant: Layout, variants: usize) -> bool {
    match variants {
        ..=2 => variant.optional().size > LARGE_OF_TWO,
        _ => variant.size > LARGE_VARIANT,
    }
}

/// The Rust types of a schema, as the compiler will lay them out.
pub(crate) struct Layouts<'r> {
    resolved: &'r Resolved,
    string: StringMode,
    borrow: Borrow,
    flags: FlagsMode,
    boxed_fields: Vec<Vec<bool>>,
    known: Vec<Option<Layout>>,
}

impl<'r> Layouts<'r> {
    /// Decides about boxes, since these depend on sizes and sizes on them.
    pub(crate) fn new(resolved: &'r Resolved, options: &Options) -> Self {
        let count = resolved.combinators.len();
        let mut layouts = Layouts {
            resolved,
            string: options.string,
            borrow: options.borrow,
            flags: options.flags,
            boxed_fields: cycle::boxed_fields(resolved),
            known: vec![None; count],
        };
        for index in 0..count {
            layouts.combinator(index);
        }
        layouts
    }

    /// A combinator's struct.
    pub(crate) fn combinator(&mut self, index: usize) -> Layout {
        if let Some(known) = self.known[index] {
            return known;
        }
        let fields: Vec<Layout> = (0..self.resolved.combinators[index].fields.len())
            .map(|field| self.field(index, field))
            .collect();
        let layout = Layout::structure(&fields);
        self.known[index] = Some(layout);
        layout
    }

    fn field(&mut self, combinator: usize, index: usize) -> Layout {
        let field = &self.resolved.combinators[combinator].fields[index];
        if is_computed(&self.resolved.combinators[combinator], index, self.flags) {
            return Layout::plain(0, 1);
        }
        if field.is_bit() {
            return Layout::BOOL;
        }
        let boxed = self.boxed_fields[combinator][index] || field.ty == Type::AnyCombinator;
        let mut layout = if boxed { Layout::POINTER } else { self.of(&field.ty) };
        if field.condition.is_some() {
            if layout.size > LARGE_OPTION && !is_large_by_itself(&field.ty) {
                layout = Layout::POINTER;
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
            Type::Array { len, element } => self.of(element).array(*len as usize),
            Type::Boxed(ty) => self.boxed_type(*ty),
            Type::Bare(constructor) => self.combinator(*constructor),
            // Not known here; a guess that puts neither into a box.
            Type::External(_) | Type::Parameter(_) | Type::Unknown => Layout::plain(LARGE_OPTION, 8),
            Type::Raw if self.borrow == Borrow::Nothing => Layout::BYTES,
            Type::Raw => Layout::SLICE,
            Type::AnyCombinator => Layout::POINTER,
        }
    }

    /// The enum of a boxed type, or the struct of its only constructor.
    pub(crate) fn boxed_type(&mut self, ty: usize) -> Layout {
        let resolved = self.resolved;
        match resolved.types[ty].constructors[..] {
            [only] => self.combinator(only),
            ref several => {
                let payloads = several.iter().map(|&constructor| {
                    let layout = self.combinator(constructor);
                    if is_large(layout, several.len()) { Layout::POINTER } else { layout }
                });
                Layout::one_of(&payloads.collect::<Vec<Layout>>())
            }
        }
    }

    fn builtin(&self, builtin: Builtin) -> Layout {
        match builtin {
            Builtin::True => Layout::plain(0, 1),
            Builtin::Bool => Layout::BOOL,
            Builtin::Int | Builtin::Nat => Layout::plain(4, 4),
            Builtin::Long | Builtin::Int53 | Builtin::Double => Layout::plain(8, 8),
            Builtin::String | Builtin::Bytes if self.borrow.takes(builtin) => Layout::SLICE,
            // What else borrows knows its length.
            builtin if self.borrow.takes(builtin) => Layout::POINTER,
            Builtin::String if self.string != StringMode::Bytes => Layout::VEC,
            Builtin::String | Builtin::Bytes => Layout::BYTES,
            Builtin::Int128 => Layout::plain(16, 1),
            Builtin::Int256 => Layout::plain(32, 1),
            Builtin::Int512 => Layout::plain(64, 1),
        }
    }
}

/// Whether a field is computed from others, and so is no field of the struct: the length of an `Object`, or a mask named
/// `flags`.
fn is_computed(combinator: &Combinator, field: usize, flags: FlagsMode) -> bool {
    let hides = flags == FlagsMode::Hidden && combinator.fields[field].is_named_flags();
    combinator.is_length(field) || hides && combinator.is_mask(field)
}

/// Builtin types stay as they are, whatever their size.
fn is_large_by_itself(ty: &Type) -> bool {
    matches!(ty, Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::External(_) | Type::Parameter(_))
}
