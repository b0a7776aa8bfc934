//! Documentation reaches the declaration and the fields it belongs to.

use super::*;

/// Texts of the declaration and of each field.
fn docs(combinator: &Combinator) -> (Vec<&str>, Vec<Vec<&str>>) {
    fn texts(docs: &[crate::schema::Name]) -> Vec<&str> {
        docs.iter().map(|doc| doc.text.as_str()).collect()
    }
    (texts(&combinator.docs), combinator.fields.iter().map(|field| texts(&field.docs)).collect())
}

#[test]
fn above_a_declaration_and_its_fields() {
    let found = combinators(
        "/// One.\n///  Two.\n///\na\n  /// Field.\n  x:int y:int /// no line of its own\n  = A;",
    );
    assert_eq!(docs(&found[0]), (vec!["One.", " Two.", ""], vec![vec!["Field."], vec![]]));
}

#[test]
fn banners_are_no_documentation() {
    let banners = [
        "/// Banner\n\na = A;",
        "/// Banner\n// comment\na = A;",
        "//////\n/// Banner\n//////\na = A;",
        "/// Banner\n/* comment */\na = A;",
        "/// Banner\n---types---\na = A;",
        "//// Four\na = A;",
    ];
    for text in banners {
        assert_eq!(docs(&combinators(text)[0]), (vec![], vec![]), "{text}");
    }
}

#[test]
fn between_the_parts_of_a_declaration() {
    assert_eq!(docs(&combinators("a\n/// Loose.\n= A;")[0]), (vec!["Loose."], vec![]));
    assert_eq!(docs(&combinators("a x:\n/// Comment.\nint = A;")[0]).1, [[""; 0]]);
}

#[test]
fn of_tdlib() {
    let text = "//@description First words\n//-and more @x The x @param_description About @unknown Lost\n\n\
                //@param_y Asks @support for it\na x:int description:string param_y:int = A;";
    let (own, fields) = (
        vec!["First words and more", "@unknown Lost", "@support for it"],
        [vec!["The x"], vec!["About"], vec!["Asks"]],
    );
    assert_eq!(docs(&combinators(text)[0]), (own, fields.to_vec()));
}

#[test]
fn of_classes() {
    let Read { schema, .. } =
        read_text("//@class A @description An A\n//-or two\n\na = A;\n//@class B\nb = B;");
    let classes: Vec<(&str, Vec<&str>)> = (schema.classes.iter())
        .map(|class| (class.name.text.as_str(), class.docs.iter().map(|doc| doc.text.as_str()).collect()))
        .collect();
    assert_eq!(classes, [("A", vec!["An A or two"]), ("B", vec![])]);
}

#[test]
fn of_rust_tokens() {
    let Read { schema, messages, .. } = read_rust(
        "/// One.\n#[cfg(x)]\n#[derive(Eq)]\na\n/// Field.\nx:int # [t] = A; # [doc = r\" B \"] b = B;",
    );
    assert_eq!(messages, [""; 0]);
    let [Declaration::Combinator(a), Declaration::Combinator(b)] = &schema.declarations[..] else {
        panic!("two combinators")
    };
    assert_eq!(docs(a), (vec!["One."], vec![vec!["Field."], vec![], vec![]]));
    assert_eq!(docs(b).0, ["B"]);
    assert_eq!(a.attributes.iter().map(|&(index, _)| index).collect::<Vec<_>>(), [0, 1]);
}
