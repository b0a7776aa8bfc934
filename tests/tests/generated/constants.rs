//! What the generated code says about the schema: `Combinator`, `LAYER`, ids and names of values.

use tl_runtime::Combinator;

mod comment {
    tl_runtime::tl! {
        r"
        user#d23c81a3 id:long flags:# name:flags.0?string = User;
        userEmpty = User;
        // LAYER 158
        "
    }
}

mod option {
    tl_runtime::tl! {
        #![tl(layer = -7)]
        "ns.user id:long = User; // LAYER 158"
    }
}

/// Docs of the schema.
mod none {
    tl_runtime::tl! {
        /// A user, or
        /// none.
        user   #d23c81a3
            id : long
            = User ;
        vector {t:Type} # [ t ] = Vector t;
        boolTrue #997275b5 = Bool;
        ---functions---
        /* A comment. */
        ns.get #0x0000000e {X:Type} id:Vector < long > query : ! X = X; // another
    }
}

#[test]
fn lines_are_quoted_in_one_spelling() {
    assert_eq!(comment::types::User::TL, "user#d23c81a3 id:long flags:# name:flags.0?string = User");
    assert_eq!(comment::types::UserEmpty::TL, "userEmpty = User");
    assert_eq!(none::types::User::TL, "user#d23c81a3 id:long = User");
    type Get = none::functions::ns::Get<bool>;
    assert_eq!(Get::TL, "ns.get#0000000e {X:Type} id:Vector<long> query:!X = X");
    assert_eq!(Get::NAME, "ns.get");
}

/// CRC32 of the lines, by another implementation.
#[test]
fn ids() {
    assert_eq!(comment::types::User::ID, 0xd23c_81a3);
    assert_eq!(comment::types::UserEmpty::ID, 0xed97_9fa1);
    assert_eq!(option::types::ns::User::ID, 0xdf70_fb3c);
}

#[test]
fn the_layer_is_that_of_the_comment_or_the_option() {
    const _: () = assert!(comment::LAYER == 158 && option::LAYER == -7);
}

#[test]
fn values_know_their_constructor() {
    let user: comment::enums::User = comment::types::User::new(1).into();
    assert_eq!((user.constructor_id(), user.constructor_name()), (0xd23c_81a3, "user"));
    let empty = comment::enums::User::Empty;
    assert_eq!((empty.constructor_id(), empty.constructor_name()), (0xed97_9fa1, "userEmpty"));
}
