use super::api::{SCHEMA, functions, types};
use super::text::message;
use tl_runtime::Serializable;

#[test]
fn a_message_word_by_word() {
    let text = "a long text, of which a dump shows no more than the beginning";
    let reply = Some(Box::new(types::Message { text: None, media: None, ..message() }));
    let message = types::Message { text: Some(text.into()), reply, ..message() };
    let bytes = functions::messages::Send { message, count: 3 }.to_bytes().expect("it can be written");
    assert_eq!(
        SCHEMA.dump(&bytes).to_string(),
        r#"   0  05000000           messages.send
   4  03000000             message:Message = message
   8  26020000               flags:# = 0x226 (silent, text, media, reply)
  12  c97ea07d               peer:InputPeer = inputPeerSelf
  16  3d61206c 6f6e6720…     text:string = "a long text, of which a dump shows no more than "… 61 bytes
  80  0201ff00               media:bytes = 0x01ff
  84  abababab abababab…     hash:int128 = 0xabababababababababababababababab
 100  05000000               mode:# = 0x5 (note, undeclared 0x4)
 104  02c3a900               note:string = "é"
 108                         parts:2*[ int ] = 2 elements
 108  ffffffff                 [0] -1
 112  02000000                 [1] 2
 116  b5757299               ok:Bool = true
 120  03000000               reply:Message = message
 124  20000000                 flags:# = 0x20 (silent)
 128  c97ea07d                 peer:InputPeer = inputPeerSelf
 132  abababab abababab…       hash:int128 = 0xabababababababababababababababab
 148  05000000                 mode:# = 0x5 (note, undeclared 0x4)
 152  02c3a900                 note:string = "é"
 156                           parts:2*[ int ] = 2 elements
 156  ffffffff                   [0] -1
 160  02000000                   [1] 2
 164  b5757299                 ok:Bool = true
 168  03000000             count:int = 3
"#
    );
    assert!(format!("{:#}", SCHEMA.dump(&bytes)).contains(text), "all of it");
}

#[test]
fn a_mistake_and_the_bytes_from_there_on() {
    let point = |x| types::Point { x, y: 0.5 };
    let geo = types::Geo { place: point(1.0), near: vec![point(2.0), point(f64::NAN)] };
    let bytes = geo.to_bytes().expect("it can be written");
    assert_eq!(
        SCHEMA.dump(&bytes[..bytes.len() - 20]).to_string(),
        "   0  01000000           geo
   4                       place:%Point = point
   4  00000000 0000f03f      x:double = 1.0
  12  00000000 0000e03f      y:double = 0.5
      ! vector of 2 elements (at most 1 can follow) at byte 20, in geo.near
  20  02000000 02000000 00000000 00000040
  36  00000000 0000e03f
"
    );
}

#[test]
fn answers_need_their_function() {
    let ids = vec![1_i64, -2].to_bytes().expect("it can be written");
    assert_eq!(
        SCHEMA.dump_answer(5, &ids).to_string(),
        "   0  15c4b51c 02000000  2 elements
   8  01000000 00000000    [0] 1
  16  feffffff ffffffff    [1] -2
"
    );
}
