//! `#![tl(setters)]` and `#![tl(getters)]`.

use tl_runtime::{Bytes, Deserializable, Serializable};

mod owned {
    tl_runtime::tl! {
        #![tl(setters, getters, object, functions = "both")]
        peerUser #1 id:long name:string photo:Photo tags:Vector<int> key:int256 constructor_id:int = Peer;
        peerChat #2 flags:# id:long name:flags.0?string photo:flags.1?Photo tags:flags.2?Vector<int> on:flags.3?true
            type:flags.4?int kind:string raw:Object = Peer;
        peerSelf #3 = Peer;
        #[cfg(any())]
        peerNever #4 id:long type:int = Peer;
        photo #5 flags:# id:long next:flags.0?Photo = Photo;
        photoEmpty #6 id:long kind:int = Photo;
        media #7 kind:int id:long = Media;
        mediaId #b long = Media;
        mediaList #8 kind:string id:long = Media;
        ---functions---
        send #9 flags:# silent:flags.0?true peer:Peer text:string new:flags.1?int new_:flags.2?int
            photo:flags.3?Photo data:flags.4?bytes type:flags.5?string self:flags.6?double value:flags.7?long
            ids:flags.8?Vector<long> media:Vector<Media> mode:# extra:mode.0?int = Peer;
        wrap #a {X:Type} flags:# layer:flags.0?int query:!X = X;
    }
}

mod borrowed {
    tl_runtime::tl! {
        #![tl(setters, getters, borrow = "all")]
        text #1 flags:# text:string data:flags.0?bytes key:int128 inner:flags.1?Text = Text;
        textEmpty #2 text:string = Text;
    }
}

use owned::{enums, functions, types};

/// Arguments are what turns into the field, without an `Option` and without a `Box`.
#[test]
fn setters_set_what_is_optional() {
    let photo = types::Photo::new(2).next(types::PhotoEmpty::new(3, 4));
    let send = functions::Send::new(enums::Peer::PeerSelf, "hi", vec![types::Media::new(1, 2).into()], 8)
        .silent(true)
        .new__(1)
        .new_(2)
        .photo(photo.clone())
        .data(vec![1, 2])
        .r#type("t")
        .self_(0.5)
        .value(6)
        .ids([7].into_iter().collect())
        .extra(9);
    let expected = functions::Send {
        silent: true,
        peer: enums::Peer::PeerSelf,
        text: "hi".into(),
        new: Some(1),
        new_: Some(2),
        photo: Some(types::Photo { id: 2, next: photo.next.clone() }.into()),
        data: Some(Bytes::from(vec![1, 2])),
        r#type: Some("t".into()),
        self_: Some(0.5),
        value: Some(6),
        ids: Some(vec![7]),
        media: vec![enums::Media::Media(types::Media { kind: 1, id: 2 })],
        mode: 8,
        extra: Some(9),
    };
    assert_eq!(send, expected);
    assert_eq!(functions::Send::from_bytes(&send.to_bytes().unwrap()).unwrap(), send);
    assert_eq!(functions::Wrap::new(send.clone()).layer(5), functions::Wrap { layer: Some(5), query: send });
}

#[test]
fn getters_give_what_all_variants_have_and_options_of_the_rest() {
    let photo = enums::Photo::from(types::Photo::new(5));
    assert_eq!(photo.id(), 5);
    let user = types::PeerUser::new(1, "a", photo.clone(), vec![2], [3; 32], 4);
    let user = enums::Peer::from(user);
    assert_eq!((user.id(), user.name(), user.photo()), (Some(1), Some("a"), Some(&photo)));
    assert_eq!((user.tags(), user.key(), user.constructor_id_()), (Some(&[2][..]), Some(&[3; 32]), Some(4)));
    assert_eq!((user.on(), user.r#type(), user.kind()), (None, None, None));
    assert_eq!((user.constructor_id(), user.constructor_name()), (1, "peerUser"));

    let body = tl_runtime::RawObject::from_value(&true).unwrap();
    let chat = types::PeerChat::new(7, "k", body.clone());
    let bare = enums::Peer::from(chat.clone());
    assert_eq!((bare.name(), bare.photo(), bare.tags(), bare.on()), (None, None, None, Some(false)));
    let chat = enums::Peer::from(chat.name("b").photo(photo.clone()).tags(vec![8]).on(true).r#type(9));
    assert_eq!((chat.id(), chat.name(), chat.photo()), (Some(7), Some("b"), Some(&photo)));
    assert_eq!((chat.tags(), chat.on(), chat.r#type()), (Some(&[8][..]), Some(true), Some(9)));
    assert_eq!((chat.kind(), chat.raw(), chat.constructor_id_()), (Some("k"), Some(&body), None));

    let none = enums::Peer::PeerSelf;
    assert_eq!((none.id(), none.name(), none.on(), none.raw()), (None, None, None, None));
}

/// `Media::kind` would have two types.
#[test]
fn fields_of_several_types_have_no_getter() {
    trait Kind {
        fn kind(&self) -> &'static str {
            "none"
        }
    }
    impl Kind for enums::Media {}
    let media = enums::Media::from(types::MediaList::new("k", 1));
    assert_eq!((media.kind(), media.id()), ("none", Some(1)));
    // A field without a name has none either.
    assert_eq!(enums::Media::from(types::MediaId::new(1)).id(), None);
}

/// What is borrowed outlives the enum.
#[test]
fn views_of_what_is_borrowed() {
    use borrowed::{enums, types};
    let (key, bytes) = ([1; 16], [2, 3]);
    let (text, data, inner) = {
        let inner = types::TextEmpty::new("c");
        let value = enums::Text::from(types::Text::new("a", &key).data(&bytes).inner(inner));
        assert_eq!(value.inner().map(enums::Text::text), Some("c"));
        assert_eq!(value.key(), Some(&key));
        (value.text(), value.data(), value.inner().is_some())
    };
    assert_eq!((text, data, inner), ("a", Some(&bytes[..]), true));
}
