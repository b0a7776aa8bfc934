//! What the tests share.
//!
//! - [`locate`] finds schema files, [`seed`] is the small schema that most tests use;
//! - [`read`] is a second, independent reader of TL. Build scripts write [`tables`] of what must have been generated for
//!   a schema, [`check`] compares, and [`messages`] makes random messages. It knows as much of TL as public schemas need,
//!   shares no code with `tl-macros`, and panics where it does not understand: it is a test;
//! - [`pack`] encodes by hand, [`hex`] and [`words`] spell bytes;
//! - [`alloc`] counts memory, [`random`] makes numbers;
//! - `load`, behind a feature of that name, makes many calls and prints what they cost.
//!
//! It does not depend on `tl-runtime`, so that build scripts can use it.

pub mod alloc;
pub mod check;
pub mod hex;
#[cfg(feature = "load")]
pub mod load;
pub mod locate;
pub mod messages;
pub mod names;
pub mod pack;
pub mod random;
pub mod read;
pub mod row;
pub mod seed;
pub mod tables;
pub mod words;

pub use read::{Field, Statement, read};

/// Items that compile only where `../shared` is, as a module `shared`; where it is missing, the module has an ignored
/// test for each of the names in brackets. For packages whose build script calls [`locate::announce_shared`].
#[macro_export]
macro_rules! with_shared {
    ([$($test:ident)*] $($items:tt)*) => {
        #[cfg(shared)]
        mod shared {
            $($items)*
        }

        #[cfg(not(shared))]
        mod shared {
            $(
                #[test]
                #[ignore = "needs ../shared"]
                fn $test() {
                    panic!("compiled without ../shared");
                }
            )*
        }
    };
}
