//! The seed schema through a re-export, without a dependency on the runtime.

/// `$crate` finds the runtime by itself.
pub mod macro_path {
    seed!((::facade::tl::include_tl) #![tl(object, functions = "both")]);
}

/// The option says where it is.
pub mod option_path {
    seed!((::facade::tl::include_tl) #![tl(crate = ::facade::tl, object, functions = "both")]);
}

/// A re-export of one's own.
pub mod wire {
    pub use ::facade::tl::*;
}

/// The option says where it is, starting here.
pub mod own_path {
    crate::reexport::wire::tl! {
        #![tl(crate = crate::reexport::wire, ids = "telegram")]
        message flags:# text:flags.0?string ids:Vector<long> body:bytes all:4*[ int ] = Message;
    }
}

#[cfg(test)]
mod tests {
    use ::facade::tl::{Deserializable, Serializable};
    use ::std::assert_eq;

    #[::core::prelude::v1::test]
    fn there_and_back() {
        use crate::reexport::option_path::{Object, types::PhotoEmpty};
        let bytes = PhotoEmpty { id: 1 }.to_bytes().unwrap();
        assert_eq!(Object::from_bytes(&bytes).unwrap(), Object::PhotoEmpty(PhotoEmpty { id: 1 }));
        assert_eq!(
            crate::reexport::macro_path::Object::from_bytes(&bytes).unwrap().constructor_name(),
            "photoEmpty"
        );
    }
}
