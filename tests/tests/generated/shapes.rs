//! `enums = "always"` and `box = …`: shapes that stay when a schema grows.

use tl_runtime::Function;
use tl_tests::pack::Pack;
use tl_tests::wire::assert_wire;

mod always {
    tl_runtime::tl! {
        #![tl(enums = "always", box = "always", object)]
        user #1 id:long = User;
        chat #2 flags:# admin:User other:flags.0?%User = Chat;
        none #3 = None;
        list #4 next:List = List;
        listEnd #5 = List;
        ---functions---
        get #6 id:long = User;
    }
}

mod never {
    tl_runtime::tl! {
        #![tl(enums = "always", box = "never", object)]
        hashes #1 a:int256 b:int256 c:int256 d:int256 = Hashes;
        hash #2 a:int256 b:int256 c:int256 = Hashes;
        hashEmpty #3 = Hashes;
        list #4 next:List = List;
        listEnd #5 = List;
    }
}

#[test]
fn one_constructor_makes_an_enum() {
    use always::{Object, enums, types};
    let admin = enums::User::User(Box::new(types::User { id: 1 }));
    let chat = types::Chat { admin: admin.clone(), other: Some(types::User { id: 2 }) };
    let packed = || Pack::boxed(2).flags(&[0]).nat(1).long(1).long(2);
    assert_wire(&chat, packed());
    assert_wire(&enums::Chat::from(chat.clone()), packed());
    assert_wire(&Object::Chat(Box::new(chat)), packed());
    assert_wire(&enums::None::None, Pack::boxed(3));
    assert_eq!(admin.constructor_name(), "user");
    fn answers<F: Function<Return = enums::User>>(_: F) {}
    answers(always::functions::Get { id: 1 });
}

/// Boxes that recursion needs are in the fields.
#[test]
fn no_variant_is_boxed() {
    use never::{Object, enums, types};
    let hash = types::Hash { a: [1; 32], b: [2; 32], c: [3; 32] };
    let packed = || Pack::boxed(2).raw(&[1; 32]).raw(&[2; 32]).raw(&[3; 32]);
    assert_wire(&enums::Hashes::Hash(hash.clone()), packed());
    assert_wire(&Object::Hash(hash), packed());
    let list = enums::List::List(types::List { next: enums::List::End.into() });
    assert_wire(&list, Pack::boxed(4).nat(5));
}
