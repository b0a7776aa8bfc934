//! A crate that passes the runtime on under another name, as a client library would.

pub use tl_runtime as tl;
