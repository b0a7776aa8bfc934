//! What the compiler says about generated types: the rows of the tables, and the macros that fill them.
//!
//! A row that names a type which was not generated does not compile, and neither does one of a boxed type whose
//! variants are others than those of the schema.

/// A generated struct.
#[derive(Debug, Clone, Copy)]
pub struct Combinator {
    /// Its name in the schema.
    pub name: &'static str,
    /// `tl_runtime::Combinator::NAME`.
    pub generated_name: &'static str,
    /// `tl_runtime::Combinator::ID`.
    pub id: u32,
    /// `tl_runtime::Combinator::TL`.
    pub line: &'static str,
    /// `std::any::type_name`.
    pub rust_name: fn() -> &'static str,
    /// Bytes of the Rust type.
    pub size: usize,
}

/// A generated enum of a boxed type with several constructors.
#[derive(Debug, Clone, Copy)]
pub struct Enum {
    /// Its name in the schema.
    pub name: &'static str,
    /// Bytes of the Rust type.
    pub size: usize,
    /// How many variants it has.
    pub constructors: usize,
    /// Those with a payload.
    pub variants: &'static [Variant],
}

/// A variant with a payload.
#[derive(Debug, Clone, Copy)]
pub struct Variant {
    /// The constructor.
    pub name: &'static str,
    /// Bytes of the constructor's struct.
    pub size: usize,
    /// Bytes of what the variant holds: the struct or a box.
    pub payload: usize,
}

/// A field `name:flags.0?Type`.
#[derive(Debug, Clone, Copy)]
pub struct Optional {
    /// The struct and the field.
    pub name: &'static str,
    /// Bytes of the field: an `Option` of the type, or of a box of it.
    pub size: usize,
}

/// Bytes of the payload of a variant, given as the function that it is.
pub const fn payload<P, E>(_: fn(P) -> E) -> usize {
    size_of::<P>()
}

/// Bytes of a field.
pub const fn field<T, F>(_: fn(&T) -> &F) -> usize {
    size_of::<F>()
}

/// `combinator!("messages.chats", api::types::messages::Chats)`
#[macro_export]
macro_rules! combinator {
    ($name:literal, $type:ty) => {
        $crate::row::Combinator {
            name: $name,
            generated_name: <$type as ::tl_runtime::Combinator>::NAME,
            id: <$type as ::tl_runtime::Combinator>::ID,
            line: <$type as ::tl_runtime::Combinator>::TL,
            rust_name: ::std::any::type_name::<$type>,
            size: size_of::<$type>(),
        }
    };
}

/// `boxed!("InputPeer", api::enums::InputPeer, match { Empty User } [("inputPeerUser", User, api::types::InputPeerUser)])`
#[macro_export]
macro_rules! boxed {
    ($name:literal, $enum:ty, match { $($variant:ident)* } [$(($constructor:literal, $payload:ident, $struct:ty))*]) => {{
        // The schema's constructors and no others: the compiler refuses a match that misses a variant.
        type This = $enum;
        const _: fn(&This) = |value| match value { $(This::$variant { .. } => (),)* };
        $crate::row::Enum {
            name: $name,
            size: size_of::<$enum>(),
            constructors: [$(stringify!($variant)),*].len(),
            variants: &[$($crate::row::Variant {
                name: $constructor,
                size: size_of::<$struct>(),
                payload: $crate::row::payload(This::$payload),
            }),*],
        }
    }};
}

/// `optional!("chatInviteExported", api::types::ChatInviteExported, usage)`
#[macro_export]
macro_rules! optional {
    ($name:literal, $struct:ty, $field:ident) => {
        $crate::row::Optional {
            name: concat!($name, ".", stringify!($field)),
            size: $crate::row::field(|value: &$struct| &value.$field),
        }
    };
}
