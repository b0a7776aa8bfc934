//! A cheaper `?`, for what is inlined into every struct.

/// The value, or an early return with the error.
///
/// Like `?`, but without the calls of the traits `Try` and `From`. LLVM removes those in the end, but until then rustc
/// compiles them for every field of every struct, which makes builds slower.
macro_rules! ok_or_return {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(error) => return Err(error),
        }
    };
}
