//! Schemas at run time: what `#![tl(reflect)]` adds, and what it shows of bytes.

mod answers;
mod builtins;
mod dump;
mod example;
mod hostile;
mod json;
mod mistakes;
mod parse;
mod schema;
mod serde;
mod tdlib;
mod text;

use tl_test_support::alloc::Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// A schema with each kind of field.
mod api {
    tl_runtime::tl! {
        #![tl(reflect, object, ids = "telegram", functions = "both", layer = 7)]
        /// The user itself.
        inputPeerSelf #7da07ec9 = InputPeer;
        inputPeerChat #35a95cb9 chat_id:long = InputPeer;
        geo #1 place:%Point near:vector<Point> = Geo;
        point #2 x:double y:double = Point;
        message #3 flags:# silent:flags.5?true peer:InputPeer text:flags.1?string media:flags.2?bytes
            hash:int128 mode:# note:mode.0?string parts:2*[int] ok:Bool reply:flags.9?Message = Message;
        container #4 msg_id:long bytes:int body:Object = Container;
        ---functions---
        messages.send #5 message:Message count:int = Vector<long>;
        messages.check #6 = Bool;
        invoke #7 {X:Type} layer:int query:!X = X;
    }
}
