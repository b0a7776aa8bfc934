//! Ten independent mistakes in one invocation: all ten are reported, in the order of the source, once each.

mod api {
    tl_runtime::tl! {
        #![tl(layers = 158)]

        user #d23c81a3 id:lnog = User;
        chat #123456789 id:long = Chat;
        photo #00000001 flags:# id:flags.32?long = Photo;
        message #00000002 id:int id:long = Message;
        document #00000003 id:long = ;
        sticker #00000004 name:Vector<string = Sticker;
        updates #00000005 chats:Vector = Updates;
        node #00000006 next:%Node = Node;

        ---functions---
        getUser #00000007 id:int = User;
        getUser #00000008 id:long = User;
    }
}

fn main() {}
