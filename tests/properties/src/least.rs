//! The shortest bytes of every type.

use tl_test_support::Statement;

use crate::schema::{Schema, id};
use crate::shape::Shape;

/// `boolFalse`, and the id of `Vector`.
const FALSE: u32 = 0xbc79_9737;
pub(crate) const VECTOR: u32 = 0x1cb5_c415;

/// Which optional fields a message has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Options {
    /// None.
    None,
    /// All.
    All,
    /// Those with this bit, of any mask.
    Bit(u32),
}

impl Options {
    /// Whether fields with this bit are there.
    pub fn has(self, bit: u32) -> bool {
        match self {
            Options::None => false,
            Options::All => true,
            Options::Bit(only) => bit == only,
        }
    }
}

/// The shortest bytes of every combinator of a schema.
#[derive(Debug)]
pub struct Least<'s> {
    /// The schema.
    pub schema: &'s Schema,
    /// Fields only, by combinator; `None` while none are known.
    bare: Vec<Option<Vec<u8>>>,
}

impl<'s> Least<'s> {
    /// Finds them: rounds over all combinators until none becomes shorter.
    pub fn new(schema: &'s Schema) -> Least<'s> {
        let mut least = Least { schema, bare: vec![None; schema.combinators.len()] };
        while least.improve() {}
        least
    }

    fn improve(&mut self) -> bool {
        let mut improved = false;
        for (index, combinator) in self.schema.combinators.iter().enumerate() {
            let found = self.fields(combinator, Options::None);
            let is_shorter = match (&found, &self.bare[index]) {
                (Some(found), Some(known)) => found.len() < known.len(),
                (found, None) => found.is_some(),
                (None, _) => false,
            };
            if is_shorter {
                self.bare[index] = found;
                improved = true;
            }
        }
        improved
    }

    /// The boxed form of a combinator with these optional fields, all of it as short as can be.
    pub fn message(&self, combinator: &Statement, options: Options) -> Option<Vec<u8>> {
        Some([id(combinator).to_vec(), self.fields(combinator, options)?].concat())
    }

    /// The fields of a combinator, as short as can be.
    pub fn fields(&self, combinator: &Statement, options: Options) -> Option<Vec<u8>> {
        let fields = (0..combinator.fields.len()).map(|index| self.field(combinator, index, options));
        Some(fields.collect::<Option<Vec<_>>>()?.concat())
    }

    /// A field: nothing if it is optional and not asked for, the bits asked for if it is a mask.
    pub fn field(&self, combinator: &Statement, index: usize, options: Options) -> Option<Vec<u8>> {
        let field = &combinator.fields[index];
        match &field.condition {
            Some((_, bit)) if !options.has(*bit) => Some(Vec::new()),
            _ if field.ty == "#" => {
                let conditions = combinator.fields.iter().filter_map(|other| other.condition.as_ref());
                let bits = conditions.filter(|(mask, bit)| *mask == field.name && options.has(*bit));
                Some(bits.fold(0_u32, |mask, (_, bit)| mask | 1 << bit).to_le_bytes().to_vec())
            }
            _ => self.shape(&Shape::of(&field.ty)),
        }
    }

    /// A value of a shape.
    pub fn shape(&self, shape: &Shape) -> Option<Vec<u8>> {
        Some(match shape {
            Shape::Fixed(size) => vec![0; *size],
            Shape::Text => vec![0; 4],
            Shape::Bool => FALSE.to_le_bytes().to_vec(),
            Shape::Vector(true, _) => [VECTOR, 0].map(u32::to_le_bytes).concat(),
            Shape::Vector(false, _) => vec![0; 4],
            Shape::Any => self.schema.any.to_le_bytes().to_vec(),
            // After `bytes:int`, which is zero here, nothing fits: an object is at least an id.
            Shape::Raw => self.schema.any.to_le_bytes().to_vec(),
            Shape::Boxed(_) | Shape::Bare(_) => {
                let with_id = matches!(shape, Shape::Boxed(_));
                let choices = self.schema.choices(shape).into_iter();
                let known = choices.filter_map(|index| Some((index, self.bare[index].as_ref()?)));
                let (index, fields) = known.min_by_key(|(_, fields)| fields.len())?;
                match with_id {
                    true => [&id(&self.schema.combinators[index])[..], fields].concat(),
                    false => fields.clone(),
                }
            }
        })
    }
}
