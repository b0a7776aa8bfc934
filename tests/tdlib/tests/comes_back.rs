//! Every constructor and function of TDLib's API through its JSON and back, with random values.

tl_test_support::with_shared! {
    [td_api]

    use serde_json::Value;
    use tl_runtime::reflect::Combinator;
    use tl_tdlib_tests::{Values, schema};
    use tl_test_support::locate;

    #[test]
    fn td_api() {
        let schema = schema(&locate::text(&locate::shared_file("schemas/td_api.tl")));
        let schema = schema.schema();
        let mut values = Values::new(&schema);
        let mut count = 0;
        for combinator in schema.combinators() {
            for depth in [0, 2, 3] {
                let value = values.object(combinator, depth);
                let bytes = schema.from_json(&value.to_string()).unwrap_or_else(|error| panic!("{error}: {value}"));
                let json = schema.to_json(&bytes).expect("it can be read");
                assert_eq!(serde_json::from_str::<Value>(&json).expect("it is JSON"), value);
                let text = schema.text(&bytes).to_string();
                assert_eq!(schema.parse_text(&text).as_ref(), Ok(&bytes), "{text}");
                count += 1;
            }
        }
        let optional = schema.combinators().flat_map(Combinator::fields).filter(|field| field.condition().is_some());
        println!("{count} values of {} combinators, {} optional fields", count / 3, optional.count());
        assert!(count > 9_000);
        assert!(values.nulls > 0, "some elements of lists were null");
    }
}
