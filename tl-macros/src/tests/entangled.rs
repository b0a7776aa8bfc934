//! Types that all hold each other.

use proc_macro2::Literal;
use quote::quote;

use crate::input::Form;
use crate::pipeline;

/// So many types of two constructors each, with so many fields in each, whose types are the others.
fn entangled(types: usize, fields: usize) -> String {
    let mut text = String::new();
    for ty in 0..types {
        for constructor in 0..2 {
            text.push_str(&format!("t{ty}c{constructor}"));
            for field in 0..fields {
                let other = (ty * 7 + constructor * 31 + field * 13 + 1) % types;
                text.push_str(&format!(" f{field}:T{other}"));
            }
            text.push_str(&format!(" = T{ty};\n"));
        }
    }
    text
}

/// Each of the enums is small, for the large variants are behind pointers.
#[test]
fn many_types_that_hold_each_other() {
    let schema = Literal::string(&entangled(400, 20));
    let code = pipeline::expand(Form::Inline, quote!(::tl_runtime { #schema })).to_string();
    let mistake = code.find("compile_error").map(|at| &code[at..code.len().min(at + 500)]);
    assert_eq!(mistake, None);
}
