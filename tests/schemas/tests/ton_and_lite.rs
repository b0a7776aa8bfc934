//! TON's schemas of nodes and of lite servers, which have some of their lines in common, in one invocation.

tl_test_support::with_shared! {
    [ton_and_lite]

    tl_whole_schemas::schema!(ton_and_lite {
        #![tl(ids = "formal", object, functions = "both")]
        env!("TON_AND_LITE_0"), env!("TON_AND_LITE_1")
    });
}
