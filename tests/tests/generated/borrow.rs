//! `#![tl(borrow)]`: text and bytes borrow from the input, and the lifetime goes where they are and nowhere else.

use tl_runtime::{Deserializable, Serializable};

mod api {
    tl_runtime::tl! {
        #![tl(borrow, object, functions = "both")]
        #![derive(Eq, Hash)]
        user #1 flags:# id:long name:string photo:flags.0?bytes = User;
        userEmpty #2 id:long = User;
        chat #3 users:Vector<User> = Chat;
        textPlain #4 text:string = RichText;
        textBold #5 text:RichText = RichText;
        textConcat #6 texts:Vector<RichText> = RichText;
        point #7 x:int hash:int256 = Point;
        page #8 flags:# title:flags.0?RichText at:Point points:Vector<Point> = Page;
        rpcResult #a id:long result:Object = RpcResult;
        ---functions---
        getUsers #9 names:Vector<string> = Vector<User>;
        invokeWithLayer #da9b0d0d {X:Type} layer:int query:!X = X;
    }
}

mod bytes {
    tl_runtime::tl! {
        #![tl(borrow, string = "bytes")]
        resPQ #05162463 pq:string = ResPQ;
    }
}

mod all {
    tl_runtime::tl! {
        #![tl(borrow = "all", object)]
        #![derive(Eq, Hash)]
        resPQ #05162463 nonce:int128 server_nonce:int128 pq:string = ResPQ;
        tonNode.blockIdExt #0x6752eb78 workchain:int shard:long seqno:int root_hash:int256 file_hash:int256
            = tonNode.BlockIdExt;
        liteServer.header #752d8219 id:tonNode.blockIdExt mode:# proofs:(vector tonNode.blockIdExt)
            keys:Vector<int256> pair:2*[ int256 ] next:mode.0?int512 = liteServer.Header;
        liteServer.none #1 mode:# = liteServer.None;
    }
}

use api::{Object, enums, functions, types};

#[test]
fn fields_point_into_the_input() {
    let user = types::User { id: 1, name: "Ada", photo: Some(b"\x00\xff") };
    let input = user.to_bytes().unwrap();
    let decoded = types::User::from_bytes(&input).unwrap();
    assert_eq!(decoded, user);
    assert!(input.as_ptr_range().contains(&decoded.name.as_ptr()));
    assert!(input.as_ptr_range().contains(&decoded.photo.unwrap().as_ptr()));
}

#[test]
fn the_lifetime_spreads_through_vectors_boxes_and_recursion() {
    let bold = types::TextBold { text: Box::new(types::TextPlain { text: "a" }.into()) };
    let title: enums::RichText<'_> = types::TextConcat { texts: vec![bold.into()] }.into();
    let at = types::Point { x: 1, hash: [2; 32] };
    let page = types::Page { title: Some(title), at: at.clone(), points: vec![at] };
    let input = page.to_bytes().unwrap();
    assert_eq!(types::Page::from_bytes(&input).unwrap(), page);
    let chat = types::Chat { users: vec![types::UserEmpty { id: 7 }.into()] };
    assert_eq!(types::Chat::from_bytes(&chat.to_bytes().unwrap()).unwrap(), chat);
}

#[test]
fn types_without_text_have_no_lifetime() {
    fn size_of_static<T: 'static>() -> usize {
        size_of::<T>()
    }
    // That it compiles is the test.
    assert_eq!((size_of_static::<types::Point>(), size_of_static::<types::UserEmpty>()), (36, 8));
}

#[test]
fn generic_functions_hold_what_the_schema_knows() {
    let query =
        functions::InvokeWithLayer { layer: 158, query: functions::GetUsers { names: vec!["a", "b"] } };
    let input = query.to_bytes().unwrap();
    let Object::InvokeWithLayer(decoded) = Object::from_bytes(&input).unwrap() else {
        panic!("another function")
    };
    assert_eq!(decoded.query, Object::GetUsers(query.query));
}

#[test]
fn strings_as_bytes() {
    let message = bytes::types::ResPq { pq: b"\x17\xed\x48\x94" };
    let input = message.to_bytes().unwrap();
    assert_eq!(bytes::types::ResPq::from_bytes(&input).unwrap(), message);
}

#[test]
fn an_unread_object_borrows_too() {
    let input = [0x0a, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0];
    let result = types::RpcResult::from_bytes(&input).unwrap();
    assert_eq!(result.result.as_bytes().as_ptr(), input[12..].as_ptr());
    assert_eq!(result.result.decode::<types::UserEmpty>().unwrap(), types::UserEmpty { id: 1 });
    assert_eq!(result.to_bytes().unwrap(), input);
}

/// `borrow = "all"`: arrays of bytes, alone, in runs, in structs of fixed size and in vectors of these.
#[test]
fn byte_arrays_borrow_on_request() {
    use all::types::{ResPq, lite_server, ton_node};

    let (root, file, key, next) = ([1; 32], [2; 32], [3; 32], [4; 64]);
    let id =
        ton_node::BlockIdExt { workchain: -1, shard: i64::MIN, seqno: 7, root_hash: &root, file_hash: &file };
    let header = lite_server::Header {
        id: id.clone(),
        mode: 0,
        proofs: vec![id.clone(), id],
        keys: vec![&key, &root],
        pair: [&file, &key],
        next: Some(&next),
    };
    let input = header.to_bytes().unwrap();
    let id = [&[0xff; 4][..], &[0, 0, 0, 0, 0, 0, 0, 0x80], &[7, 0, 0, 0], &root, &file].concat();
    let number = |number: u8| [number, 0, 0, 0];
    let vectors = [&number(2)[..], &id, &id, &[0x15, 0xc4, 0xb5, 0x1c], &number(2), &key, &root].concat();
    let head = [&[0x19, 0x82, 0x2d, 0x75][..], &id, &number(1)].concat();
    assert_eq!(input, [&head[..], &vectors, &file, &key, &next].concat());
    let decoded = lite_server::Header::from_bytes(&input).unwrap();
    assert_eq!(decoded, header);
    let hashes = [decoded.id.root_hash, decoded.proofs[1].file_hash, decoded.keys[1], decoded.pair[0]];
    assert!(hashes.iter().all(|hash| input.as_ptr_range().contains(&hash.as_ptr())));
    assert!(input.as_ptr_range().contains(&decoded.next.unwrap().as_ptr()));
    assert_eq!(all::Object::from_bytes(&input).unwrap(), header.into());

    let nonce = [5; 16];
    let message = ResPq { nonce: &nonce, server_nonce: &nonce, pq: "pq" };
    assert_eq!(ResPq::from_bytes(&message.to_bytes().unwrap()).unwrap(), message);
    for len in 0..input.len() {
        assert!(lite_server::Header::from_bytes(&input[..len]).is_err(), "cut after {len} bytes");
    }
}
