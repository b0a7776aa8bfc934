//! The sizes of Rust types, which decide about boxes.

use tl_schema::analyse::{Analysis, Boxes, Wire};

use crate::options::{Borrow, Boxing, FlagsMode, Options, StringMode};
use crate::resolve::builtin::Builtin;
use crate::resolve::template::Templates;
use crate::resolve::ty::{Applied, Argument, Template, Type};
use crate::resolve::{Combinator, Resolved};

mod layout;

use layout::Layout;

/// A value of more bytes than this, without a pointer in it, is too large to move around: decode builds values on the
/// stack, of which threads have a few megabytes.
pub(crate) const MOST: usize = 262_144;
/// A variant over this many bytes is in a `Box`, so that its enum stays small.
const LARGE_VARIANT: usize = 64;
/// The same for one of two variants, where the large one is what values usually are, and with the tag if one is needed.
/// A vector whose elements are the other one, an id of four bytes, then takes no more than 32 times the input.
const LARGE_OF_TWO: usize = 120;
/// An optional field over this many bytes is in a `Box`, so that its absence costs little.
const LARGE_OPTION: usize = 32;

/// The decisions about boxes, and the sizes on the wire; by combinator.
pub(crate) struct Sizes<'o> {
    resolved: &'o Resolved,
    options: &'o Options,
    /// For each field, whether it is in a `Box`.
    pub(crate) boxed_fields: Vec<Vec<bool>>,
    structs: Vec<Layout>,
    pub(crate) wire: Wire,
}

/// Computes sizes and decides about boxes.
pub(crate) fn sizes<'o>(
    resolved: &'o Resolved,
    analysis: &Analysis<'_>,
    templates: &Templates,
    options: &'o Options,
) -> Sizes<'o> {
    let Layouts { boxed_fields, structs, .. } = Layouts::new(resolved, options, templates, analysis.boxes());
    Sizes { resolved, options, boxed_fields, structs, wire: analysis.wire() }
}

impl Sizes<'_> {
    /// Whether a constructor, as one of so many variants, is in a `Box`.
    pub(crate) fn boxes_variant(&self, constructor: usize, variants: usize) -> bool {
        is_boxed(self.layout_of_variant(constructor), variants, self.options.boxing)
    }

    /// The size of a template is that of its arguments.
    fn layout_of_variant(&self, constructor: usize) -> Layout {
        match self.resolved.combinators[constructor].is_template() {
            true => Layout::NOTHING,
            false => self.structs[constructor],
        }
    }
}

/// Whether one of so many variants is in a `Box`.
fn is_boxed(variant: Layout, variants: usize, boxing: Boxing) -> bool {
    match (boxing, variants) {
        (Boxing::Always, _) => true,
        (Boxing::Never, _) => false,
        (Boxing::Size, ..=2) => variant.optional().size > LARGE_OF_TWO,
        (Boxing::Size, _) => variant.size > LARGE_VARIANT,
    }
}

/// The Rust types of a schema, as the compiler will lay them out.
pub(crate) struct Layouts<'r> {
    resolved: &'r Resolved,
    options: &'r Options,
    templates: &'r Templates,
    boxed_fields: Vec<Vec<bool>>,
    /// The structs of the combinators.
    structs: Vec<Layout>,
    /// The enums of the boxed types, as far as they were asked for.
    types: Vec<Option<Layout>>,
    /// The combinators over [`MOST`] bytes. What holds one of these counts it as nothing.
    pub(crate) too_large: Vec<TooLarge>,
}

/// A combinator whose struct is too large.
pub(crate) struct TooLarge {
    pub(crate) combinator: usize,
    pub(crate) size: usize,
    /// The sizes of its fields.
    pub(crate) fields: Vec<usize>,
}

impl<'r> Layouts<'r> {
    /// Decides about boxes, since these depend on sizes and sizes on them: a combinator comes after those that it holds.
    pub(crate) fn new(
        resolved: &'r Resolved,
        options: &'r Options,
        templates: &'r Templates,
        boxes: Boxes,
    ) -> Self {
        let mut layouts = Layouts {
            resolved,
            options,
            templates,
            boxed_fields: boxes.fields,
            structs: vec![Layout::NOTHING; resolved.combinators.len()],
            types: vec![None; resolved.types.len()],
            too_large: Vec::new(),
        };
        boxes.order.into_iter().for_each(|combinator| layouts.add(combinator));
        layouts
    }

    fn add(&mut self, combinator: usize) {
        let fields = 0..self.resolved.combinators[combinator].fields.len();
        let fields: Vec<Layout> = fields.map(|field| self.field(combinator, field)).collect();
        let layout = Layout::structure(&fields);
        if layout.size <= MOST {
            self.structs[combinator] = layout;
        } else {
            let fields = fields.into_iter().map(|field| field.size).collect();
            self.too_large.push(TooLarge { combinator, size: layout.size, fields });
        }
    }

    /// A combinator's struct.
    pub(crate) fn combinator(&self, index: usize) -> Layout {
        self.structs[index]
    }

    fn field(&mut self, combinator: usize, index: usize) -> Layout {
        let field = &self.resolved.combinators[combinator].fields[index];
        if is_computed(&self.resolved.combinators[combinator], index, self.options.flags) {
            return Layout::NOTHING;
        }
        if field.is_bit() {
            return Layout::BOOL;
        }
        let boxed = self.boxed_fields[combinator][index] || field.ty == Type::AnyCombinator;
        let mut layout = if boxed { Layout::POINTER } else { self.of(&field.ty) };
        if field.condition.is_some() {
            let is_known = !self.resolved.combinators[combinator].is_template();
            if is_known && layout.size > LARGE_OPTION && !is_large_by_itself(&field.ty) {
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
            Type::Vector { .. } | Type::Repeat { .. } => Layout::VEC,
            Type::Nullable(_) => Layout::POINTER,
            Type::Array { len, element } => self.of(element).array(*len as usize),
            Type::Boxed(ty) => self.boxed_type(*ty),
            Type::Bare(constructor) => self.combinator(*constructor),
            Type::Applied(applied) => self.applied(applied),
            // Not known here; a guess that puts neither into a box.
            Type::External(_) | Type::Parameter(_) | Type::Unknown => Layout::plain(LARGE_OPTION, 8),
            Type::Raw if self.options.borrow == Borrow::Nothing => Layout::BYTES,
            Type::Raw => Layout::SLICE,
            Type::AnyCombinator => Layout::POINTER,
        }
    }

    /// What a template holds by itself, and each of its arguments once: a guess where it holds them otherwise.
    fn applied(&mut self, applied: &Applied) -> Layout {
        let (resolved, templates) = (self.resolved, self.templates);
        if let Some((held, _)) = templates.held(resolved, applied) {
            return self.of(&held);
        }
        let arguments = templates.arguments(applied).filter_map(Argument::as_type);
        let mut parts: Vec<Layout> = arguments.map(|ty| self.of(ty)).collect();
        match applied.template {
            Template::Boxed(ty) if templates.option(ty).is_some() => {
                return Layout::structure(&parts).optional();
            }
            Template::Boxed(ty) => parts.push(self.boxed_type(ty)),
            Template::Bare(constructor) => parts.push(self.combinator(constructor)),
        }
        Layout::structure(&parts)
    }

    /// The enum of a boxed type, or the struct of its only constructor.
    pub(crate) fn boxed_type(&mut self, ty: usize) -> Layout {
        if let Some(known) = self.types[ty] {
            return known;
        }
        let constructors = &self.resolved.types[ty].constructors;
        let layout = match self.options.stands_for_type(constructors) {
            Some(only) => self.combinator(only),
            None => {
                let payloads = constructors.iter().map(|&constructor| {
                    let layout = self.combinator(constructor);
                    let boxed = is_boxed(layout, constructors.len(), self.options.boxing);
                    if boxed { Layout::POINTER } else { layout }
                });
                Layout::one_of(&payloads.collect::<Vec<Layout>>())
            }
        };
        self.types[ty] = Some(layout);
        layout
    }

    fn builtin(&self, builtin: Builtin) -> Layout {
        match builtin {
            Builtin::True => Layout::plain(0, 1),
            Builtin::Bool => Layout::BOOL,
            Builtin::Int | Builtin::Nat | Builtin::Float => Layout::plain(4, 4),
            Builtin::Long | Builtin::Int53 | Builtin::Double => Layout::plain(8, 8),
            Builtin::String | Builtin::Bytes if self.options.borrow.takes(builtin) => Layout::SLICE,
            // What else borrows knows its length.
            builtin if self.options.borrow.takes(builtin) => Layout::POINTER,
            Builtin::String if self.options.string != StringMode::Bytes => Layout::VEC,
            Builtin::String | Builtin::Bytes => Layout::BYTES,
            Builtin::Int128 => Layout::plain(16, 1),
            Builtin::Int256 => Layout::plain(32, 1),
            Builtin::Int512 => Layout::plain(64, 1),
        }
    }
}

/// Whether a field is computed from others, and so is not a field of the struct: the length of an `Object`, a mask named
/// `flags`, or a count.
fn is_computed(combinator: &Combinator, field: usize, flags: FlagsMode) -> bool {
    let hides = flags == FlagsMode::Hidden && combinator.fields[field].is_named_flags();
    combinator.is_length(field)
        || hides && combinator.is_mask(field) && !combinator.is_number(field)
        || !combinator.counted_by(field).is_empty()
}

/// Builtin types stay as they are, whatever their size, and so does what is not known here.
fn is_large_by_itself(ty: &Type) -> bool {
    match ty {
        Type::Builtin(_) | Type::BoxedBuiltin { .. } | Type::External(_) | Type::Parameter(_) => true,
        Type::Vector { .. } | Type::Array { .. } | Type::Repeat { .. } => false,
        Type::Nullable(_) | Type::Applied(_) => false,
        Type::Boxed(_) | Type::Bare(_) => false,
        Type::Raw | Type::Unknown | Type::AnyCombinator => false,
    }
}
