//! Every path that generated code names, of the runtime and of Rust's own crates. All start at a crate, so that no name
//! of the user can shadow them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::tokens::Tokens;

macro_rules! paths {
    ($runtime:ident: $($name:ident = [$($path:tt)*];)*) => {
        /// The paths, made once for an invocation.
        pub(super) struct Paths {
            $(pub(super) $name: Tokens,)*
        }

        impl Paths {
            /// The runtime crate is at this path.
            pub(super) fn new($runtime: &TokenStream) -> Paths {
                Paths { $($name: Tokens::from(quote!($($path)*)),)* }
            }
        }
    };
}

paths! { runtime:
    // The runtime's traits and types.
    combinator = [#runtime::Combinator];
    function = [#runtime::Function];
    answer = [#runtime::Answer];
    asks = [#runtime::private::Asks];
    serializable = [#runtime::Serializable];
    deserializable = [#runtime::Deserializable];
    deserializable_owned = [#runtime::DeserializableOwned];
    writer = [#runtime::Writer];
    reader = [#runtime::Reader];
    decode_error = [#runtime::DecodeError];
    true_type = [#runtime::True];
    bytes = [#runtime::Bytes];
    raw_object = [#runtime::RawObject];
    raw_object_ref = [#runtime::RawObjectRef];

    // Forms.
    in_form = [#runtime::InForm];
    boxed = [#runtime::private::Boxed];
    bare = [#runtime::private::Bare];
    lossy = [#runtime::private::Lossy];
    nullable = [#runtime::private::Nullable];
    heap = [#runtime::private::Heap];
    with_id = [#runtime::private::WithId];
    counted = [#runtime::private::Counted];
    array = [#runtime::private::Array];
    times = [#runtime::private::Times];
    encode_as = [#runtime::private::EncodeAs];
    decode_as = [#runtime::private::DecodeAs];
    min_size = [#runtime::private::min_size];

    // What only generated code calls.
    encode = [#runtime::private::Encode];
    decode = [#runtime::private::Decode];
    id = [#runtime::private::Id];
    recursive_id = [#runtime::private::RecursiveId];
    no_id = [#runtime::private::NoId];
    fixed = [#runtime::private::Fixed];
    in_field = [#runtime::private::in_field];
    get = [#runtime::private::get];
    put = [#runtime::private::put];
    optional_mask = [#runtime::private::optional_mask];
    brief = [#runtime::private::Brief];
    debug_struct = [#runtime::private::debug_struct];
    debug_variant = [#runtime::private::debug_variant];
    schema = [#runtime::reflect::Schema];
    reflect = [#runtime::reflect::Reflect];
    serde = [#runtime::private::serde];
    serialize = [#runtime::private::serialize];
    deserialize = [#runtime::private::deserialize];

    // Rust's own, those of `alloc` through the runtime.
    box_type = [#runtime::private::Box];
    vec = [#runtime::private::Vec];
    string = [#runtime::private::String];
    option = [::core::option::Option];
    some = [::core::option::Option::Some];
    none = [::core::option::Option::None];
    result = [::core::result::Result];
    ok = [::core::result::Result::Ok];
    err = [::core::result::Result::Err];
    bool = [::core::primitive::bool];
    u32 = [::core::primitive::u32];
    usize = [::core::primitive::usize];
    str = [::core::primitive::str];
    from = [::core::convert::From];
    into = [::core::convert::Into];
    try_from = [::core::convert::TryFrom];
    clone = [::core::clone::Clone];
    default = [::core::default::Default];
    debug = [::core::fmt::Debug];
    formatter = [::core::fmt::Formatter];
    fmt_result = [::core::fmt::Result];
    partial_eq = [::core::cmp::PartialEq];
}
