//! Every constructor and function of TDLib's API through its JSON, with random values.

tl_test_support::with_shared! {
    [td_api]

    use std::collections::HashMap;

    use serde_json::{Map, Value, json};
    use tl_runtime::reflect::{Combinator, OwnedSchema, Rule, Schema, SchemaOptions};
    use tl_test_support::locate;
    use tl_test_support::random::Random;

    struct Values<'s> {
        /// The constructors of each type.
        types: HashMap<&'s str, Vec<Combinator<'s>>>,
        schema: &'s Schema<'s>,
        random: Random,
    }

    impl<'s> Values<'s> {
        fn new(schema: &'s Schema<'s>) -> Self {
            let mut types = HashMap::<&str, Vec<Combinator<'_>>>::new();
            for constructor in schema.combinators().filter(|combinator| !combinator.is_function()) {
                types.entry(constructor.result()).or_default().push(constructor);
            }
            Values { types, schema, random: Random::new(22) }
        }

        fn object(&mut self, combinator: Combinator<'s>, depth: usize) -> Value {
            let mut object = Map::new();
            object.insert("@type".into(), combinator.name().into());
            for field in combinator.fields().filter(|field| !field.is_hidden()) {
                // What may be absent is so half of the time, and deep down always.
                if field.condition().is_none() || depth > 0 && self.random.below(2) == 0 {
                    object.insert(field.name().into(), self.value(field.ty(), depth));
                }
            }
            object.into()
        }

        fn value(&mut self, ty: &str, depth: usize) -> Value {
            let number = self.random.number();
            match ty {
                "int32" => json!(number as i32),
                "int53" => json!(number as i64 >> 11),
                "int64" => json!((number as i64).to_string()),
                "double" => json!((number as i64) as f64 / 1024.0),
                "string" => json!(format!("{number:x} \"\u{1f600}\\\n")),
                "bytes" => json!(["", "AQ==", "/+8=", "AQID"][self.random.below(4)]),
                "Bool" => json!(number.is_multiple_of(2)),
                _ => match ty.strip_prefix("vector<").and_then(|ty| ty.strip_suffix('>')) {
                    Some(element) => {
                        let count = if depth == 0 { 0 } else { self.random.below(3) };
                        (0..count).map(|_| self.value(element, depth - 1)).collect()
                    }
                    None => self.of_type(ty, depth.saturating_sub(1)),
                },
            }
        }

        fn of_type(&mut self, ty: &str, depth: usize) -> Value {
            let of_type = self.types.get(ty).cloned();
            let mut candidates = of_type.unwrap_or_else(|| self.schema.by_name(ty).into_iter().collect());
            if depth == 0 {
                let least = candidates.iter().map(|combinator| combinator.fields().len()).min();
                candidates.retain(|combinator| Some(combinator.fields().len()) == least);
            }
            let chosen = candidates[self.random.below(candidates.len())];
            self.object(chosen, depth)
        }
    }

    #[test]
    fn json_comes_back() {
        let text = locate::text(&locate::shared_file("schemas/td_api.tl"));
        let options = SchemaOptions { ids: Some(Rule::Formal), tdlib: true, ..SchemaOptions::default() };
        let schema = OwnedSchema::from_text([("td_api.tl", text.as_str())], &options).expect("it is right");
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
    }
}
