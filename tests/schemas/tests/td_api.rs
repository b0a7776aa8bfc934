//! The API of TDLib: no ids are written, and documentation is in comments.

tl_test_support::with_shared! {
    [td_api]
    tl_whole_schemas::schema!(td_api { #![tl(ids = "formal")] env!("TD_API_0") });
}
