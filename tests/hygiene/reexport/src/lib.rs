//! The seed schema through a re-export, without a dependency on the runtime.

#![no_implicit_prelude]
#![deny(warnings, missing_docs, missing_debug_implementations, unreachable_pub, unused_qualifications)]
#![deny(future_incompatible, let_underscore, nonstandard_style, rust_2018_idioms, unused)]
#![deny(trivial_casts, trivial_numeric_casts, unused_lifetimes, single_use_lifetimes, unused_import_braces)]
#![forbid(unsafe_code)]

/// `$crate` finds the runtime by itself.
pub mod macro_path {
    ::facade::tl::include_tl!(#![tl(object, functions = "both")] "../seed.tl");
}

/// The option says where it is.
pub mod option_path {
    ::facade::tl::include_tl!(#![tl(crate = ::facade::tl, object, functions = "both")] "../seed.tl");
}

/// A re-export of one's own.
pub mod wire {
    pub use ::facade::tl::*;
}

/// The option says where it is, starting here.
pub mod own_path {
    crate::wire::tl! {
        #![tl(crate = crate::wire, ids = "telegram")]
        message flags:# text:flags.0?string ids:Vector<long> body:bytes all:4*[ int ] = Message;
    }
}

#[cfg(test)]
mod tests {
    use ::facade::tl::{Deserializable, Serializable};
    use ::std::assert_eq;

    #[::core::prelude::v1::test]
    fn there_and_back() {
        use crate::option_path::{Object, types::PhotoEmpty};
        let bytes = PhotoEmpty { id: 1 }.to_bytes().unwrap();
        assert_eq!(Object::from_bytes(&bytes).unwrap(), Object::PhotoEmpty(PhotoEmpty { id: 1 }));
        assert_eq!(crate::macro_path::Object::from_bytes(&bytes).unwrap().name(), "photoEmpty");
    }
}
