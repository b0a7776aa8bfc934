//! Generated code means what it says, whatever the user's names mean.
//!
//! The crates in `tests/hygiene` reach the runtime by other ways than its own name.

#![no_implicit_prelude]
#![deny(warnings, missing_docs)]
#![forbid(unsafe_code)]

/// All that generated code could mistake for its own, as a glob import would bring it.
#[allow(dead_code, unreachable_pub)]
mod shadows {
    pub struct Option;
    pub struct Vec;
    pub struct Result;
    pub struct String;
    pub struct Box;
    pub struct Bytes;
    pub struct Some;
    pub struct None;
    pub struct Ok;
    pub struct Err;
    pub struct Reader;
    pub struct Writer;
    pub struct Combinator;
    pub trait Clone {}
    pub trait Copy {}
    pub trait Debug {}
    pub trait Default {}
    pub trait Deserializable {}
    pub trait From {}
    pub trait Into {}
    pub trait Iterator {}
    pub trait PartialEq {}
    pub trait Serializable {}
    pub mod alloc {}
    pub mod bytes {}
    pub mod core {}
    pub mod enums {}
    pub mod functions {}
    pub mod private {}
    pub mod std {}
    pub mod tl_runtime {}
    pub mod types {}
    pub mod wire {}
}

mod glob {
    #[allow(unused_imports)]
    use super::shadows::*;

    ::tl_runtime::include_tl! {
        #![derive(Eq, Hash)]
        #![tl(object, functions = "both")]
        "support/seed/base.tl", "support/seed/invites.tl", "support/seed/updates.tl", "support/seed/auth.tl",
        "support/seed/generic.tl"
    }
}

/// The same with views of the input.
mod views {
    #[allow(unused_imports)]
    use super::shadows::*;

    ::tl_runtime::tl! {
        #![derive(Eq, Hash)]
        #![tl(object, functions = "both", borrow = "all", ids = "formal")]
        hash a:int256 b:int = Hash;
        hashes flags:# key:int128 next:flags.0?Hash all:(vector hash) text:string rest:Object = Hashes;
        ---functions---
        find {X:Type} hash:int512 query:!X = X;
    }
}

/// The same, in the very module of the invocation.
#[allow(dead_code)]
mod same {
    pub(crate) struct Option;
    pub(crate) struct Vec;
    pub(crate) struct Result;
    pub(crate) struct String;
    pub(crate) struct Box;
    mod core {}
    mod std {}
    mod alloc {}
    mod bytes {}
    mod tl_runtime {}

    ::tl_runtime::tl! {
        #![derive(Eq, Hash)]
        #![tl(object, layer = 3, ids = "telegram")]
        /// Which names fields, types and namespaces have is the schema's affair.
        option value:string writer:int reader:int error:Vector<string> flags:# some:flags.0?string = Option;
        vec std:int self:int core:Option = Vec;
        result a:Option = Result;
        string_ b:Vec id:int name:string value:bytes = String;
        box c:Result bits:# x:bits.31?Vec = Box;
        core.option v:core.Vec = core.Option;
        core.vec n:Vector<Option> = core.Vec;
        std.result = std.Result;
        std.ok o:core.Option = std.Result;
        types.enums t:std.Result = types.Functions;
        ---functions---
        tl_runtime.types option:Option = Vector<core.Option>;
        super.crate {X:Type} self:!X = X;
    }
}

mod user {
    use ::std::prelude::v1::*;
    use ::std::{assert_eq, vec};

    use ::tl_runtime::{Deserializable, Serializable};

    #[test]
    fn the_whole_seed() {
        use super::glob::{Object, functions::messages, types};
        let call = messages::ExportChatInvite::new(types::InputPeerChat { chat_id: 1 }.into());
        let bytes = call.to_bytes().unwrap();
        assert_eq!(messages::ExportChatInvite::from_bytes(&bytes).unwrap(), call);
        assert_eq!(Object::from_bytes(&bytes).unwrap().constructor_name(), "messages.exportChatInvite");
    }

    #[test]
    fn views_of_the_input() {
        use super::views::types;
        let hash = types::Hash { a: &[1; 32], b: 2 };
        let bytes = hash.to_bytes().unwrap();
        assert_eq!(types::Hash::from_bytes(&bytes).unwrap(), hash);
    }

    #[test]
    fn names_in_the_same_module() {
        use super::same::types;
        let mut option = types::Option::new("v".into(), 1, 2, vec!["e".into()]);
        option.some = Some("s".into());
        let bytes = option.to_bytes().unwrap();
        assert_eq!(types::Option::from_bytes(&bytes).unwrap(), option);
        assert_eq!(super::same::LAYER, 3);
    }
}
