//! `#![tl(default)]`: every type has a default.

use tl_runtime::{Deserializable, Serializable};

mod owned {
    tl_runtime::tl! {
        #![tl(default, try_from, object, functions = "both")]
        all #1 flags:# id:long ratio:double ok:Bool name:string data:bytes key:int128 secret:int512 many:Vector<int>
            blocks:40*[ int512 ] peer:Peer photo:flags.0?Photo on:flags.1?true rest:Object = All;
        peerUser #2 id:long = Peer;
        peerNone #3 = Peer;
        #[derive(Default)]
        photo #4 next:Photo id:int = Photo;
        photoList #5 photos:Vector<Photo> = Photo;
        /// The first leads back to itself.
        chain #6 next:Link = Chain;
        link #7 chain:Chain = Link;
        linkEnd #8 n:int = Link;
        ---functions---
        get #9 {X:Type} id:long query:!X = X;
    }
}

mod borrowed {
    tl_runtime::tl! {
        #![tl(default, try_from, borrow = "all")]
        name #1 text:string data:bytes key:int512 rest:Object = Name;
        textOf #2 text:string = Text;
        textEmpty #3 = Text;
    }
}

#[test]
fn zero_empty_and_none() {
    use owned::{enums, functions, types};
    let all = types::All::default();
    assert_eq!((all.id, all.ratio, all.ok, all.name.as_str(), all.on), (0, 0.0, false, "", false));
    assert_eq!(
        (all.secret, all.blocks.len(), all.peer.clone(), &all.photo),
        ([0; 64], 40, enums::Peer::None, &None)
    );
    // An empty body is not an object, so a value that has one is not complete without it.
    assert!(all.to_bytes().is_err());
    let all = types::All { rest: tl_runtime::RawObject::from_value(&true).unwrap(), ..all };
    assert_eq!(types::All::from_bytes(&all.to_bytes().unwrap()).unwrap(), all);
    assert_eq!(functions::Get::<functions::Get<tl_runtime::True>>::default().query.id, 0);
    let name = borrowed::types::Name::default();
    assert_eq!((name.text, name.data, name.key), ("", &b""[..], &[0; 64]));
}

/// Of an enum the first variant without fields, else the first whose default ends.
#[test]
fn of_enums() {
    use owned::{Object, enums, types};
    assert_eq!(enums::Photo::default(), enums::Photo::List(types::PhotoList::default()));
    assert_eq!(enums::Link::default(), enums::Link::End(types::LinkEnd { n: 0 }));
    assert_eq!(types::Chain::default().next, enums::Link::default());
    assert_eq!(Object::default(), Object::PeerNone);
}

/// `TryFrom`: the struct of the variant, or the enum as it was.
#[test]
fn enums_are_taken_apart() {
    use owned::{Object, enums, types};
    let peer = types::PeerUser { id: 1 };
    assert_eq!(types::PeerUser::try_from(enums::Peer::from(peer.clone())), Ok(peer));
    assert_eq!(types::PeerUser::try_from(enums::Peer::None), Err(enums::Peer::None));
    assert_eq!(types::PeerNone::try_from(enums::Peer::None), Ok(types::PeerNone));
    let all = Box::new(types::All::default());
    assert_eq!(types::All::try_from(Object::All(all.clone())), Ok(*all));
    let text = borrowed::types::TextOf::new("a");
    assert_eq!(borrowed::types::TextOf::try_from(borrowed::enums::Text::Of(text.clone())), Ok(text));
}
