//! Types with parameters that they do not take.

mod tokens {
    tl_runtime::tl! {
        user #d23c81a3 id:int<long> photo:Photo<int> = User;
        photo #00000001 = Photo;
        message #00000002 ids:Vector names:Vector<int, string> tags:vector = Message;
    }
}

fn main() {}
