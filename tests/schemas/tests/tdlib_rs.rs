//! The API of TDLib as the crate `tdlib-rs` has it.

tl_whole_schemas::schema!(tdlib_rs { #![tl(ids = "formal")] env!("TDLIB_RS_0") });
