//! TON's schemas of nodes and of lite servers, which have some of their lines in common, in one invocation.
#![cfg_attr(not(shared), allow(unused))]

tl_schema_tests::skipped!();

#[cfg(shared)]
tl_schema_tests::schema!(ton_and_lite {
    #![tl(ids = "formal", object, functions = "both")]
    env!("TON_AND_LITE_0"), env!("TON_AND_LITE_1")
});
