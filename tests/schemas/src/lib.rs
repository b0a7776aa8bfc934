//! What the tests of whole schemas share. Each schema is compiled in one test target, so that cargo builds them side
//! by side and none twice.

use tl_statements::row::Combinator;
use tl_statements::{check, locate};

mod debug;
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
            mod table {
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

/// Says that tests which need `../shared` did not run.
#[macro_export]
macro_rules! skipped {
    () => {
        #[cfg(not(shared))]
        #[test]
        fn schemas_of_shared() {
            println!("skipped: the folder ../shared is missing");
        }
    };
}

/// Holds what was generated against the files of a schema and, where there is one, the list of its ids.
pub fn check(schema: &str, files: &[&str], combinators: &[Combinator]) {
    check::schema(schema, &locate::schema(files), combinators);
    let list = locate::shared().map(|shared| shared.join("ids").join(schema).with_extension("tsv"));
    if let Some(list) = list.filter(|list| list.is_file()) {
        let compared = check::ids(schema, &locate::text(&list), combinators);
        println!("{schema}: {compared} ids agree with the reference");
    }
}
