//! Every shape of a declaration.

use super::*;

/// Left as written, right as the tree writes it.
#[test]
fn shapes_of_combinators() {
    let shapes = [
        ("a = A;", "a = A"),
        ("ns.deep.a#1f = ns.deep.A;", "ns.deep.a#0000001f = ns.deep.A"),
        ("a #0x1F x : int=A ;", "a#0000001f x:int = A"),
        ("_ x:int = A;", "_ x:int = A"),
        ("vector {t:Type} # [t] = Vector t;", "vector {t:Type} # [ t ] = Vector<t>"),
        ("a {X Y:Type} {n:#} = A X Y n;", "a {X:Type} {Y:Type} {n:#} = A<X,Y,n>"),
        ("a x:(Vector int) = A;", "a x:Vector<int> = A"),
        ("a x:(Vector<Vector<int>>) = A;", "a x:Vector<Vector<int>> = A"),
        ("a x:pair<int, (Maybe t)> = A;", "a x:pair<int,Maybe<t>> = A"),
        ("a x:%T y:%(Vector %X) z:(%Vector int) = A;", "a x:%T y:%Vector<%X> z:%Vector<int> = A"),
        ("a x:4*[ int ] = A;", "a x:4*[ int ] = A"),
        ("a n:# x:n*[a:int b:#] = A;", "a n:# x:n*[ a:int b:# ] = A"),
        ("a n:# (n+1)*[ t ] = A;", "a n:# (n+1)*[ t ] = A"),
        ("a x:(Tuple int n+1) = A;", "a x:Tuple<int,n+1> = A"),
        ("a (x y _ : int) = A;", "a x:int y:int int = A"),
        ("a _:int string (Vector t) = A;", "a int string Vector<t> = A"),
        ("a flags:# x:flags.31?true y:flags?int = A;", "a flags:# x:flags.31?true y:flags?int = A"),
        ("a f2:# x:f2.0?n*[ int ] = A;", "a f2:# x:f2.0?n*[ int ] = A"),
        ("a {X:Type} q:!X !X = X;", "a {X:Type} q:!X !X = X"),
        ("@any @read a x:int => A;", "@any @read a x:int => A"),
        ("a x:((int)) = A;", "a x:int = A"),
        ("a # # = A;", "a # # = A"),
        ("a # x:int = A;", "a # x:int = A"),
        ("a = A (Vector int) 5 %T;", "a = A<Vector<int>,5,%T>"),
    ];
    for (text, wanted) in shapes {
        assert_eq!(written(text), wanted, "{text}");
    }
}

#[test]
fn shapes_of_other_declarations() {
    let Read { schema, messages, .. } = read_text(
        "int#a8509bda ? = Int; Vector int; pair int string; Tuple<int, 4>; New T; Final ns.T; Empty T;",
    );
    assert_eq!(messages, [""; 0]);
    let described: Vec<String> = (schema.declarations.iter())
        .map(|declaration| match declaration {
            Declaration::Combinator(combinator) => panic!("{combinator}"),
            Declaration::Builtin(builtin) => {
                format!(
                    "{} {:08x} ? = {}",
                    builtin.name.text,
                    builtin.id.expect("an id").value,
                    builtin.result
                )
            }
            Declaration::Partial(application) => application.to_string(),
            Declaration::Final { keyword, ty } => format!("{} {}", keyword.text, ty.text),
        })
        .collect();
    let wanted = [
        "int a8509bda ? = Int",
        "Vector<int>",
        "pair<int,string>",
        "Tuple<int,4>",
        "New T",
        "Final ns.T",
        "Empty T",
    ];
    assert_eq!(described, wanted);
}

#[test]
fn sections() {
    let text = "a = A; ---functions--- b = B; --- types --- c = C; - - - functions ---\n---types---\n\
                ---functions---d = D; // end";
    let sections: Vec<Section> = combinators(text).iter().map(|combinator| combinator.section).collect();
    assert_eq!(sections, [Section::Types, Section::Functions, Section::Types, Section::Functions]);
}

#[test]
fn an_id_needs_its_hash_beside_it() {
    // In text a space tells a number field from an id; Rust tokens have no spaces.
    assert_eq!(written("a # b = A b;"), "a # b = A<b>");
    assert_eq!(written("a #b = A b;"), "a#0000000b = A<b>");
    let Read { schema, .. } = read_rust("a # b = A; c # d:int = C;");
    let ids: Vec<Option<u32>> = (schema.declarations.iter())
        .map(|declaration| match declaration {
            Declaration::Combinator(combinator) => combinator.id.map(|id| id.value),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(ids, [Some(0xb), None]);
}

#[test]
fn spans_cover_what_they_name() {
    let Read { schema, map, .. } = read_text("  ns.a#1f x:f.3?(Vector int) =\n A<t> ; ");
    let [Declaration::Combinator(combinator)] = &schema.declarations[..] else { panic!("one combinator") };
    let field = &combinator.fields[0];
    let condition = field.condition.as_ref().expect("a condition");
    let slices = [
        combinator.span,
        combinator.name.span,
        combinator.id.expect("an id").span,
        field.span,
        condition.mask.span,
        condition.bit.expect("a bit").span,
        field.ty.span,
        combinator.result.span,
    ];
    let wanted = [
        "ns.a#1f x:f.3?(Vector int) =\n A<t> ;",
        "ns.a",
        "#1f",
        "x:f.3?(Vector int)",
        "f",
        "3",
        "(Vector int)",
        "A<t>",
    ];
    assert_eq!(slices.map(|span| map.slice(span)), wanted);
}
