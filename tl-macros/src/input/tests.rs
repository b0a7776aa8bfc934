use quote::quote;

use super::Form;
use crate::pipeline;

#[test]
fn who_calls_the_procedural_macro_gets_the_runtime_by_its_name() {
    // The second ends as `$crate { … }` ends, by mistake.
    for schema in [quote!(user id:long = User;), quote!(user { X: Type })] {
        let direct = pipeline::expand(Form::Inline, schema.clone()).to_string();
        let through_the_runtime =
            pipeline::expand(Form::Inline, quote!(::tl_runtime { #schema })).to_string();
        assert_eq!(direct, through_the_runtime);
        assert!(direct.contains(":: tl_runtime :: "), "{direct}");
    }
}
