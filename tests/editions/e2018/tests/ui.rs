//! What rustc's lexer says of schema lines in edition 2018, as `tests/tests/ui.rs` has it for edition 2024.

#[test]
fn mistakes() {
    trybuild::TestCases::new().compile_fail("../../ui/editions/e2018/*.rs");
}
