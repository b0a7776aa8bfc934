//! `?` for what is inlined into every struct.

/// The value, or an early return with the error as it is.
///
/// As `?` does, without its detour through the traits `Try` and `From`. That is thrown away by LLVM in the end, but
/// rustc puts it into every field of every struct before, which makes builds slower by as much.
macro_rules! ok_or_return {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(error) => return Err(error),
        }
    };
}
