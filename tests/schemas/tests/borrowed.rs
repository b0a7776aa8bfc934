//! The recorded messages in the other two forms: `bytes` that share the buffer, and values that borrow from it.

#[cfg(shared)]
mod salts;

tl_test_support::with_shared! {
    [telegram_158 secret_api lite_api]

    /// A schema in owned and in borrowed types, and the files of its messages with the number of their lines.
    macro_rules! forms {
        ($($name:ident borrow = $borrow:literal { $($option:tt)* } { $($input:tt)* } [$($file:literal: $lines:literal),*])*) => {$(
            mod $name {
                use tl_runtime::{Bytes, Deserializable, Serializable};
                use tl_whole_schemas::vectors::come_back;

                mod owned {
                    tl_runtime::include_tl! { #![tl(object, functions = "both" $($option)*)] $($input)* }
                }

                mod borrowed {
                    tl_runtime::include_tl! { #![tl(object, functions = "both", borrow = $borrow $($option)*)] $($input)* }
                }

                #[test]
                fn shared_and_borrowed() {
                    $(
                        let shared = come_back($file, |bytes| {
                            let bytes = Bytes::copy_from_slice(bytes);
                            Ok(owned::Object::from_shared(&bytes)?.to_bytes()?)
                        });
                        assert_eq!(shared, ($lines, vec![]));
                        let borrowed = come_back($file, |bytes| Ok(borrowed::Object::from_bytes(bytes)?.to_bytes()?));
                        assert_eq!(borrowed, ($lines, vec![]));
                    )*
                }
            }
        )*};
    }

    forms! {
        telegram_158 borrow = true { , extern = crate::salts } {
            env!("TELEGRAM_158_0"), env!("TELEGRAM_158_1"), env!("TELEGRAM_158_2")
        } ["telegram_158.jsonl": 5171, "telegram_158_long.jsonl": 9]
        secret_api borrow = true {} { env!("SECRET_API_0") } ["secret_api.jsonl": 228]
        lite_api borrow = "all" { , ids = "formal" } { env!("LITE_API_0") } ["lite_api.jsonl": 288]
    }
}
