//! The API of TDLib: no ids are written, and documentation stands in comments.

tl_schema_tests::skipped!();

#[cfg(shared)]
tl_schema_tests::schema!(td_api { #![tl(ids = "formal")] env!("TD_API_0") });
