//! A schema of VK: templates, numbers as parameters, answers that depend on the call.

tl_test_support::with_shared! {
    [ids vectors values answers]

    use std::error::Error;

    use serde_json::{Map, Value};
    use tl_runtime::reflect::JsonStyle;
    use tl_runtime::{Answer, BareDeserializable, BareSerializable, Combinator, Function, Reader, Writer};
    use tl_test_support::locate;
    use tl_test_support::read::BUILTINS;
    use tl_whole_schemas::vectors::each_line;

    mod api {
        tl_runtime::include_tl! { #![tl(ids = "formal", functions = "both", reflect)] env!("VK_CASES_0") }
    }

    use api::{SCHEMA, functions, types};

    #[test]
    fn ids() {
        let list = locate::text(&locate::shared_file("ids/vk_cases.tsv"));
        let rows: Vec<(&str, &str)> = list.lines().filter_map(|row| row.split_once('\t')).collect();
        for (name, row) in &rows {
            match SCHEMA.by_name(name) {
                Some(combinator) => assert_eq!(row.split('\t').next(), Some(&*format!("{:08x}", combinator.id())), "{name}"),
                None => assert!(BUILTINS.contains(name), "{name} is missing"),
            }
        }
        assert_eq!(rows.len(), 83);
        assert_eq!(types::Pair::<i32, String>::ID, 0xf016_04df);
        assert_eq!(types::ResultTrue::<i32>::ID, 0x3f9c_8ef8);
        assert_eq!(types::cases::Inplace1::<i32>::ID, 0x5533_e8e9);
    }

    /// Decodes the bare form strictly, and encodes it.
    fn again<T: BareSerializable + for<'de> BareDeserializable<'de>>(bytes: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
        let mut reader = Reader::new(bytes).with_strict(true);
        let value = T::deserialize_bare(&mut reader)?;
        reader.finish()?;
        let mut encoded = Vec::new();
        Writer::append(&mut encoded, Writer::DEFAULT_MAX_DEPTH, |writer| value.write_bare_to(writer))?;
        Ok(encoded)
    }

    fn again_by_name(name: &str, bytes: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
        use types::{cases, cases_tl2};
        match name {
            "cases.myCycle2" => again::<cases::MyCycle2>(bytes),
            "cases.testAllPossibleFieldConfigsContainer" => again::<cases::TestAllPossibleFieldConfigsContainer>(bytes),
            "cases.testArray" => again::<cases::TestArray>(bytes),
            "cases.testBeforeReadBitValidation" => again::<cases::TestBeforeReadBitValidation>(bytes),
            "cases.testDictAny" => again::<cases::TestDictAny>(bytes),
            "cases.testDictInt" => again::<cases::TestDictInt>(bytes),
            "cases.testDictString" => again::<cases::TestDictString>(bytes),
            "cases.testEnumContainer" => again::<cases::TestEnumContainer>(bytes),
            "cases.testInplaceStructArgs" => again::<cases::TestInplaceStructArgs>(bytes),
            "cases.testInplaceStructArgs2" => again::<cases::TestInplaceStructArgs2>(bytes),
            "cases.testLocalFieldmask" => again::<cases::TestLocalFieldmask>(bytes),
            "cases.testMaybe" => again::<cases::TestMaybe>(bytes),
            "cases.testOutFieldMaskContainer" => again::<cases::TestOutFieldMaskContainer>(bytes),
            "cases.testRecursiveFieldMask" => again::<cases::TestRecursiveFieldMask>(bytes),
            "cases.testTuple" => again::<cases::TestTuple>(bytes),
            "cases.testUnionContainer" => again::<cases::TestUnionContainer>(bytes),
            "cases.testVector" => again::<cases::TestVector>(bytes),
            "casesTL2.testArrayFixedBool" => again::<cases_tl2::TestArrayFixedBool>(bytes),
            "casesTL2.testArrayFlexibleBool" => again::<cases_tl2::TestArrayFlexibleBool>(bytes),
            "casesTL2.testObject" => again::<cases_tl2::TestObject>(bytes),
            "casesTL2.testVectorBool" => again::<cases_tl2::TestVectorBool>(bytes),
            name => Err(format!("{name} is not in this list").into()),
        }
    }

    #[test]
    fn vectors() {
        let compared = each_line("vk_cases.jsonl", |line, bytes| {
            match again_by_name(line["type"].as_str().expect("a line has a type"), bytes) {
                Ok(encoded) => (encoded != bytes).then(|| format!("encodes to other bytes: {encoded:02x?}")),
                Err(error) => Some(error.to_string()),
            }
        });
        assert_eq!(compared, (75, vec![]));
    }

    /// Through the tables: as JSON that has the line's value, as text, and back.
    #[test]
    fn values() {
        let compared = each_line("vk_cases.jsonl", |line, bytes| {
            let name = line["type"].as_str().expect("a line has a type");
            let combinator = SCHEMA.by_name(name).expect("the schema has the type");
            let boxed = [&combinator.id().to_le_bytes(), bytes].concat();
            difference(&line["value"], &boxed).err().map(|error| error.to_string())
        });
        assert_eq!(compared, (75, vec![]));
    }

    fn difference(expected: &Value, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
        let schema = SCHEMA.with_json(JsonStyle::Plain);
        let json = schema.to_json(bytes)?;
        let (expected, found) = (usual(expected), usual(&serde_json::from_str(&json)?));
        if expected != found {
            return Err(format!("expected {expected}, found {found}").into());
        }
        let text = SCHEMA.text(bytes).to_string();
        for again in [schema.from_json(&json)?, SCHEMA.parse_text(&text)?] {
            if again != bytes {
                return Err(format!("{json} or {text} is {again:02x?}").into());
            }
        }
        Ok(())
    }

    /// What the vectors' notation and ours write differently: fields without a name (`#0`), doubles (their bytes), tuples
    /// (lists there), and `true` (an object there).
    fn usual(value: &Value) -> Value {
        let object = match value {
            Value::Array(list) => return list.iter().map(usual).collect(),
            Value::Object(object) => object,
            other => return other.clone(),
        };
        let text = |key| object.get(key).and_then(Value::as_str);
        match (text("_"), text("f64")) {
            (Some("tuple"), _) => usual(&object["_0"]),
            (Some("true"), _) => true.into(),
            (_, Some(hex)) => {
                let bits = u64::from_str_radix(hex, 16).expect("eight bytes").swap_bytes();
                f64::from_bits(bits).into()
            }
            _ => {
                let entry = |(key, value): (&String, &Value)| (key.replace('#', "_"), usual(value));
                Value::Object(object.iter().map(entry).collect::<Map<String, Value>>())
            }
        }
    }

    #[test]
    fn answers() {
        let call = functions::cases_tl2::TestFunctionWithDep1 { n: 3 };
        let bytes = call.encode_answer(&Answer::new(vec![1, 2, 3])).unwrap();
        assert_eq!(bytes, [0x8a, 0x76, 0x70, 0x97, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0]);
        assert_eq!(call.answer(&bytes).unwrap().value, [1, 2, 3]);
        assert!(call.encode_answer(&Answer::new(vec![1, 2])).is_err());
        assert!(functions::cases_tl2::TestFunctionWithDep1 { n: 2 }.answer(&bytes).is_err());
        assert!(functions::cases_tl2::TestFunctionWithDep1 { n: u32::MAX }.answer(&bytes).is_err());
    }
}
