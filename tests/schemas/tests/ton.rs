//! The schemas of TON, and of Everscale's network, which is of the same kind.

tl_whole_schemas::schema!(everscale_network { #![tl(ids = "formal")] env!("EVERSCALE_NETWORK_0") });

tl_test_support::with_shared! {
    [ton_api tonlib_api lite_api vectors]

    tl_whole_schemas::schema!(ton_api { #![tl(ids = "formal")] env!("TON_API_0") });

    tl_whole_schemas::schema!(tonlib_api { #![tl(ids = "formal")] env!("TONLIB_API_0") });

    tl_whole_schemas::schema!(lite_api { #![tl(ids = "formal", object, functions = "both", reflect)] env!("LITE_API_0") });

    #[test]
    fn vectors() {
        use lite_api::api::Object;

        assert_eq!(tl_whole_schemas::vectors::compare::<Object>("lite_api.jsonl"), (288, vec![]));
    }

    #[test]
    fn text_and_json() {
        let schema = &lite_api::api::SCHEMA;
        assert_eq!(tl_whole_schemas::reflected::compare(schema, "lite_api.jsonl"), (288, vec![]));
    }
}
