//! TDLib's functions of C, which `tdlib-rs` calls: here they keep what is sent.

// The one place that cannot do without.
#![allow(unsafe_code)]

use std::cell::RefCell;
use std::ffi::{CStr, c_char, c_int};

thread_local! {
    static SENT: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// <https://core.telegram.org/tdlib/docs/td__json__client_8h.html>
// SAFETY: no other function of this name is linked.
#[unsafe(no_mangle)]
extern "C" fn td_send(_client: c_int, request: *const c_char) {
    // SAFETY: `tdlib-rs` sends a string that ends in 0, and keeps it until this returns.
    let request = unsafe { CStr::from_ptr(request) };
    SENT.with_borrow_mut(|sent| sent.push(request.to_str().expect("it is UTF-8").to_owned()));
}

/// What was sent by this thread since this was asked last.
pub(super) fn sent() -> Vec<String> {
    SENT.take()
}
