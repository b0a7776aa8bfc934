//! A type that another namespace has.

mod tokens {
    tl_runtime::tl! {
        messages.chats #d23c81a3 = messages.Chats;
        messages.chatsSlice #00000001 = messages.Chats;
        storage.fileJpeg #00000002 = storage.FileType;
        updates #00000003 chats:Chats kind:stroage.FileType jpeg:upload.fileJpeg = Updates;
    }
}

fn main() {}
