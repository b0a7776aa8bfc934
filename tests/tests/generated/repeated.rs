//! One line twice is one line.

use tl_tests::pack::Pack;
use tl_tests::wire::assert_wire;

tl_runtime::tl! {
    #![tl(object, functions = "both", ids = "telegram")]
    user #1 flags:# self:flags.0?true id:long = User;
    /// Known here only.
    user #1 flags:# self:flags.0?true id:long = User;
    group #2 admin:%User = Group;
    computed members:(Vector user) = Computed;
    ---functions---
    get #3 {X:Type} query:!X = X;
    r"
    ---types---
    user#00000001 flags:# self:flags.0?true id:long = User; // as another file has it
    computed members:Vector<user> = Computed;
    ---functions---
    get#3 {X:Type} query:!X = X;
    "
}

/// A line that counted twice would have an enum for its type, and no bare form.
#[test]
fn counts_once() {
    let _: fn(types::User) -> enums::User = |user| user;
    let group = types::Group { admin: types::User::new(5) };
    assert_wire(&group, Pack::boxed(2).nat(0).long(5));
    assert_wire(&Object::Group(group), Pack::boxed(2).nat(0).long(5));
}
