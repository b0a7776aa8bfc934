//! What the tests of whole schemas share. Each schema is compiled in one test target, so that cargo builds them side
//! by side and none twice.

use tl_test_support::row::Combinator;
use tl_test_support::{check, locate};

mod debug;
mod dumped;
pub mod reflected;
pub mod undeclared;
mod value;
pub mod vectors;

/// Compiles a schema as `name::api`, and tests that every statement of its files has become a definition.
///
/// `schema!(telegram_api { env!("TELEGRAM_API_0") });`, with the input of `include_tl!` between the braces.
#[macro_export]
macro_rules! schema {
    ($name:ident { $($input:tt)* }) => {
        mod $name {
            pub(crate) mod api {
                ::tl_runtime::include_tl! { $($input)* }
            }

            #[allow(unreachable_pub)]
            pub(crate) mod table {
                use super::api;
                include!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".rs"));
            }

            #[test]
            fn every_statement_is_generated() {
                $crate::check(stringify!($name), table::FILES, table::COMBINATORS);
                println!("{}: {} enums", stringify!($name), table::ENUMS.len());
            }
        }
    };
}

/// The schemas with a list of ids in `../shared/ids`. They come from there, too.
const LISTED: [&str; 5] = ["e2e_api", "lite_api", "secret_api", "td_api", "telegram_api"];

/// Holds what was generated against the files of a schema and, where there is one, the list of its ids.
pub fn check(schema: &str, files: &[&str], combinators: &[Combinator]) {
    check::schema(schema, &locate::schema(files), combinators);
    if LISTED.contains(&schema) {
        let list = locate::shared_file(&format!("ids/{schema}.tsv"));
        let compared = check::ids(schema, &locate::text(&list), combinators);
        println!("{schema}: {compared} ids agree with the reference");
    }
}
