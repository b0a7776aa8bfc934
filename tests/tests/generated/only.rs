//! `only(…)`: what is named, what that needs, and nothing else.

use tl_runtime::{DecodeErrorKind, Deserializable};
use tl_tests::pack::Pack;
use tl_tests::wire::{assert_wire, refused};

/// What is left out would clash with these.
mod types_left_out {
    #[derive(Debug)]
    pub(super) struct Unused;
}

mod api {
    tl_runtime::tl! {
        #![tl(object, functions = "both", only(users.getUsers, photo), only("geo.*"))]
        #![tl(only(Small))]
        user #1 id:long photo:Photo = User;
        userEmpty #2 = User;
        unused #3 user:User big:Big = Unused;
        photoEmpty #4 = Photo;
        photo #5 sizes:Vector<%PhotoSize> = Photo;
        photoSize #6 w:int = PhotoSize;
        big #7 any:object = Big;
        geo.point #8 lat:double = geo.Point;
        geo.area.square #9 point:geo.point = geo.area.Square;
        small #a = Small;
        tiny #b users:(vector User) = Small;
        ---functions---
        users.getUsers #10 {X:Type} query:!X = X;
        users.getOther #11 = Unused;
        geo.find #12 = Vector<geo.Point>;
    }
}

#[test]
fn what_is_named_and_what_it_needs() {
    use api::{enums, functions, types};
    assert_wire(
        &enums::Photo::Photo(types::Photo { sizes: vec![] }),
        Pack::boxed(5).nat(Pack::VECTOR).nat(0),
    );
    assert_wire(&enums::Photo::Empty, Pack::boxed(4));
    assert_wire(&types::PhotoSize { w: 1 }, Pack::boxed(6).int(1));
    let square = types::geo::area::Square { point: types::geo::Point { lat: 1.5 } };
    assert_wire(&square, Pack::boxed(9).double(1.5));
    assert_wire(&functions::geo::Find, Pack::boxed(0x12));
    assert_wire(&enums::Small::Small, Pack::boxed(0xa));
    assert_wire(&enums::User::Empty, Pack::boxed(2));
}

#[test]
fn object_covers_what_is_left() {
    use api::{Object, functions};
    let find = functions::geo::Find;
    let nested = functions::users::GetUsers { query: find.into() };
    assert_wire(&Object::from(nested), Pack::boxed(0x10).nat(0x12));
    for left_out in [3, 7, 0x11] {
        let error = refused::<Object>(&Pack::boxed(left_out).nat(2).done());
        assert_eq!(error.kind(), &DecodeErrorKind::UnknownId { id: left_out });
    }
    assert!(Object::from_bytes(&Pack::boxed(0xb).nat(1).nat(2).done()).is_ok());
}

/// `types::Unused` is not there, or this would be ambiguous.
#[test]
fn nothing_else() {
    #[allow(unused_imports)]
    use api::types::*;
    use types_left_out::*;
    assert_eq!(format!("{:?}", Unused), "Unused");
}
