//! TL names as Rust names: keywords, cases, fields without a name.

use tl_tests::pack::Pack;
use tl_tests::wire::assert_wire;

tl_runtime::tl! {
    #![tl(ids = "telegram")]
    keywords #1 type:int self:int Self:int super:int crate:int fn:int async:int await:int dyn:int gen:int try:int
        yield:int abstract:int final:int box:int static:int ref:int where:int = Keywords;
    optional #2 flags:# type:flags.0?true self:flags.1?int match:flags.2?string = Optional;
    type #3 = Type;
    self #4 a:int = Self;
    move #5 = Box;
    box #6 = Box;
    locals #7 writer:int reader:int value:int id:int out:int tl:int W:int flags:# x:flags.0?int error:int = Locals;
    same #8 flags:# flags_:int bits:flags.1?int Flags:int = Same;
    unnamed #9 int _:string vec:Vector<int> Vector<long> = Unnamed;
    snake_case_name #a camelCase:int Mixed_Name:int = Snake_Case_Type;
    dummyHTTPWait #b = HTTPWait;
    p_q_inner_data_dc #c = P_Q_inner_data;
    ---functions---
    return #d self:Self = Type;
    loop #e break:int = Bool;
}

#[test]
fn keywords_as_fields() {
    let value = types::Keywords {
        r#type: 1,
        self_: 2,
        Self_: 3,
        super_: 4,
        crate_: 5,
        r#fn: 6,
        r#async: 7,
        r#await: 8,
        r#dyn: 9,
        r#gen: 10,
        r#try: 11,
        r#yield: 12,
        r#abstract: 13,
        r#final: 14,
        r#box: 15,
        r#static: 16,
        r#ref: 17,
        r#where: 18,
    };
    let numbers: Vec<i32> = (1..=18).collect();
    assert_wire(&value, numbers.iter().fold(Pack::boxed(1), |pack, x| pack.int(*x)));
}

#[test]
fn keywords_as_optional_fields() {
    let value = types::Optional { r#type: true, self_: Some(1), r#match: Some("m".into()) };
    assert_wire(&value, Pack::boxed(2).flags(&[0, 1, 2]).int(1).string("m"));
}

#[test]
fn keywords_as_types() {
    assert_wire(&types::Type, Pack::boxed(3));
    assert_wire(&types::Self_ { a: 1 }, Pack::boxed(4).int(1));
    let _: enums::Self_ = types::Self_ { a: 1 };
    assert_wire(&enums::Box::Move, Pack::boxed(5));
    assert_wire(&enums::Box::Box, Pack::boxed(6));
    let call = functions::Return { self_: types::Self_ { a: 1 } };
    assert_eq!(tl_runtime::Serializable::to_bytes(&call).unwrap(), Pack::boxed(0xd).nat(4).int(1).done());
    assert_eq!(functions::Loop { r#break: 1 }.r#break, 1);
}

/// Fields named as the variables of generated methods.
#[test]
fn fields_named_like_variables() {
    let mut value = types::Locals::new(1, 2, 3, 4, 5, 6, 7, 9);
    value.x = Some(8);
    let packed = (1..=7).fold(Pack::boxed(7), Pack::int);
    assert_wire(&value, packed.flags(&[0]).int(8).int(9));
    let same = types::Same { flags_: 1, bits: Some(2), Flags: 3 };
    assert_wire(&same, Pack::boxed(8).flags(&[1]).int(1).int(2).int(3));
}

/// They are called by their number among those.
#[test]
fn fields_without_a_name() {
    let value = types::Unnamed { _0: 1, _1: "2".into(), vec: vec![3], _2: vec![4] };
    let packed = Pack::boxed(9).int(1).string("2");
    let packed = packed.vector(&[3], |pack, x| pack.int(*x)).vector(&[4], |pack, x| pack.long(*x));
    assert_wire(&value, packed);
}

#[test]
fn cases() {
    let snake = types::SnakeCaseName { camelCase: 1, Mixed_Name: 2 };
    let _: enums::SnakeCaseType = snake.clone();
    assert_wire(&snake, Pack::boxed(0xa).int(1).int(2));
    let _: (enums::HttpWait, enums::PQInnerData) = (types::DummyHttpWait, types::PQInnerDataDc);
}
