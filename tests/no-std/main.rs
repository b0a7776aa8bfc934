//! A program without Rust's `std`: it brings the allocator and the panic handler that two of these cannot have. The test
//! `no_std` compiles and runs it.
#![no_std]
#![no_main]

extern crate alloc;

use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::panic::PanicInfo;
use core::sync::atomic::{AtomicUsize, Ordering};

use alloc::boxed::Box;
use alloc::string::ToString;
use alloc::vec;

use tl_runtime::{Bytes, Deserializable, Serializable};

tl_runtime::tl! {
    #![derive(Eq, Hash)]
    #![tl(ids = "telegram", object, functions = "both")]

    inputPeerSelf #7da07ec9 = InputPeer;
    inputPeerUser #dde8a54c user_id:long access_hash:long = InputPeer;
    textPlain text:string = Text;
    textBold inner:Text = Text;
    part flags:# offset:flags.0?int data:bytes hash:int256 = Part;
    ---functions---
    send peer:InputPeer parts:Vector<Part> text:Text = Vector<long>;
}

const SIZE: usize = 1 << 20;

/// Gives memory, and never takes any back.
struct Bump {
    memory: UnsafeCell<[u8; SIZE]>,
    used: AtomicUsize,
}

unsafe impl Sync for Bump {}

unsafe impl GlobalAlloc for Bump {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let size = layout.size() + layout.align();
        let start = self.memory.get() as usize + self.used.fetch_add(size, Ordering::Relaxed);
        match start + size <= self.memory.get() as usize + SIZE {
            true => start.next_multiple_of(layout.align()) as *mut u8,
            false => core::ptr::null_mut(),
        }
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}

#[global_allocator]
static ALLOCATOR: Bump = Bump { memory: UnsafeCell::new([0; SIZE]), used: AtomicUsize::new(0) };

// What calls `main` is C's, and so is what copies memory.
#[link(name = "c")]
unsafe extern "C" {
    safe fn abort() -> !;
}

/// `alloc`, as it comes with the compiler, names it for unwinding, which does not happen here.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    abort()
}

/// The C library calls it.
#[unsafe(no_mangle)]
extern "C" fn main() -> i32 {
    let part = types::Part { offset: Some(7), data: Bytes::from_static(b"data"), hash: [1; 32] };
    let plain = types::TextPlain { text: "text".to_string() };
    let call = functions::Send {
        peer: enums::InputPeer::User(types::InputPeerUser { user_id: 1, access_hash: 2 }),
        parts: vec![part.clone(), types::Part { offset: None, ..part }],
        text: enums::Text::Bold(types::TextBold { inner: Box::new(plain.into()) }),
    };
    let bytes = call.to_bytes().unwrap();
    assert_eq!(functions::Send::from_bytes(&bytes), Ok(call.clone()));
    assert_eq!(Object::from_bytes(&bytes).unwrap().constructor_name(), "send");
    for len in 0..bytes.len() {
        let error = functions::Send::from_bytes(&bytes[..len]).unwrap_err();
        assert!(!error.to_string().is_empty());
    }
    42
}
