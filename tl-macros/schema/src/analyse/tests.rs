//! What follows from what contains what, on schemas small enough to see it.

use super::Analysis;
use crate::diag::Diagnostics;
use crate::options::Options;
use crate::resolve::{self, Resolved};
use crate::tests::read_text;

fn resolved(text: &str) -> Resolved {
    let read = read_text(text);
    assert_eq!(read.messages, [""; 0]);
    let mut diagnostics = Diagnostics::default();
    let resolved = resolve::resolve(&read.schema, &Options::default(), &mut diagnostics);
    let messages = diagnostics.into_messages(&read.map).into_iter().map(|(_, words)| words);
    assert_eq!(messages.collect::<Vec<String>>(), [""; 0]);
    resolved
}

/// The names of the combinators for which this holds.
fn names(resolved: &Resolved, holds: &[bool]) -> Vec<String> {
    let combinators = resolved.combinators.iter().zip(holds).filter(|(_, holds)| **holds);
    combinators.map(|(combinator, _)| combinator.name.text.clone()).collect()
}

/// `combinator.field` of each field that is a pointer.
fn pointers(resolved: &Resolved) -> Vec<String> {
    let boxes = Analysis::new(resolved).boxes().fields;
    let mut pointers = Vec::new();
    for (combinator, boxes) in resolved.combinators.iter().zip(boxes) {
        let fields = combinator.fields.iter().zip(boxes).filter(|(_, boxed)| *boxed);
        pointers.extend(fields.map(|(field, _)| format!("{}.{}", combinator.name.text, field.name.text)));
    }
    pointers
}

#[test]
fn a_cycle_has_one_pointer() {
    let text =
        "a flags:# b:flags.0?b = A; b c:C = B; c flags:# a:flags.0?a of:Vector<c> = C; other a:a = Other;";
    assert_eq!(pointers(&resolved(text)), ["c.a"]);
    // From whichever the search comes: the field that leads back to the first.
    let text = "b c:C = B; c flags:# a:flags.0?a of:Vector<c> = C; a flags:# b:flags.0?b = A;";
    assert_eq!(pointers(&resolved(text)), ["a.b"]);
}

#[test]
fn a_type_leads_back_through_any_of_its_constructors() {
    let text = "leaf value:int = Tree; node left:Tree right:Tree = Tree; forest trees:4*[ Tree ] = Forest;";
    assert_eq!(pointers(&resolved(text)), ["node.left", "node.right"]);
}

#[test]
fn held_before_holders() {
    let resolved = resolved("a b:b c:C = A; b c:C = B; c1 = C; c2 flags:# a:flags.0?a = C;");
    let order: Vec<String> = Analysis::new(&resolved)
        .boxes()
        .order
        .iter()
        .map(|&index| resolved.combinators[index].name.text.clone())
        .collect();
    assert_eq!(order, ["c1", "c2", "b", "a"]);
}

#[test]
fn infinite_values() {
    let text = "x y:y = X; y z:4*[ z ] = Y; z x:X = Z; own flags:# own:own = Own; \
                fine next:Fine = Fine; end = Fine; empty of:0*[ empty ] = Empty; many of:Vector<many> = Many;";
    let resolved = resolved(text);
    let cycles = Analysis::new(&resolved).infinite();
    assert_eq!(cycles, [vec![(0, 0), (1, 0), (2, 0)], vec![(3, 1)]]);
}

/// After the first cycle is taken out there may be another through what led to it.
#[test]
fn two_infinite_values_on_one_way() {
    let resolved = resolved("a b:b c:c = A; b b:b a:a = B; c a:a = C;");
    let cycles = Analysis::new(&resolved).infinite();
    assert_eq!(cycles, [vec![(1, 0)], vec![(0, 1), (2, 0)]]);
}

#[test]
fn what_nests_without_end() {
    let text = "leaf value:int = Tree; node trees:vector<Tree> = Tree; \
                between tree:Tree list:List = Between; nil = List; cons flags:# next:flags.0?between = List; \
                before list:List = Before; after = After; last after:After = Last;";
    let resolved = resolved(text);
    let recursive = Analysis::new(&resolved).recursive();
    assert_eq!(names(&resolved, &recursive), ["leaf", "node", "between", "nil", "cons"]);
}

#[test]
fn any_combinator_may_be_the_one_that_holds_it() {
    let resolved = resolved("a query:object = A; b = B;");
    assert_eq!(Analysis::new(&resolved).recursive(), [true, true]);
}

#[test]
fn levels_of_values() {
    let resolved = resolved("a b:B = A; b c:C = B; c d:Vector<D> = C; d = D; e a:Vector<A> = E;");
    let analysis = Analysis::new(&resolved);
    assert_eq!(analysis.deeper_than(3), [0usize; 0]);
    // The third level is `c`: it fails with all that holds it.
    assert_eq!(analysis.deeper_than(2), [0, 1, 2]);
    assert_eq!(analysis.holders(&[1]), [0, 1]);
}

#[test]
fn sizes_on_the_wire() {
    let text = "nothing = Nothing; point x:int y:double = Point; line from:point to:point = Line; \
                named name:string at:Point = Named; row of:3*[ int ] more:Vector<int> = Row; \
                some flags:# x:flags.0?int point:point = Some; both a:Bool b:int = Both; \
                leaf name:string = Tree; node left:Tree right:Tree = Tree; cyclic own:%Cyclic = Cyclic;";
    let resolved = resolved(text);
    let wire = Analysis::new(&resolved).wire();
    assert_eq!(wire.least, [0, 12, 24, 20, 20, 16, 8, 4, 16, 0]);
    let mut fixed = vec![None; 10];
    (fixed[1], fixed[2]) = (Some(12), Some(24));
    assert_eq!(wire.fixed, fixed);
}

#[test]
fn what_contains_a_double() {
    use crate::resolve::builtin::Builtin;
    let text = "a b:vector<B> = A; b c:2*[ c ] = B; c x:double a:Vector<a> = C; d x:int = D; e d:D a:A = E;";
    let resolved = resolved(text);
    let found = Analysis::new(&resolved).contains(|ty| ty.builtin() == Some(Builtin::Double));
    let found: Vec<bool> = (0..5).map(|index| found.in_combinator(index)).collect();
    assert_eq!(names(&resolved, &found), ["a", "b", "c", "e"]);
}

/// Twice as many bytes, and levels, on each line: nothing overflows, and no walk is as deep as the schema.
#[test]
fn a_chain_of_thirty_thousand_lines() {
    let line = |at: usize| format!("c{at} a:c{0} b:c{0} = C{at};\n", at + 1);
    let count = 30_000;
    let text: String = (0..count).map(line).chain([format!("c{count} x:int = C{count};")]).collect();
    let resolved = resolved(&text);
    let analysis = Analysis::new(&resolved);
    let wire = analysis.wire();
    assert_eq!((wire.least[count - 1], wire.fixed[count - 1]), (8, Some(8)));
    assert_eq!((wire.least[0], wire.fixed[0]), (usize::MAX, None));
    assert_eq!(analysis.boxes().order.len(), count + 1);
    assert_eq!(analysis.infinite().len(), 0);
    assert_eq!(analysis.deeper_than(1_000).len(), count + 1);
    assert!(!analysis.recursive().contains(&true));
}

/// The same, and the end leads to the start.
#[test]
fn a_circle_of_thirty_thousand_lines() {
    let count = 30_000;
    let line =
        |at: usize| format!("c{at} flags:# a:flags.0?c{0} b:flags.1?C{0} = C{at};\n", (at + 1) % count);
    let text: String = (0..count).map(line).collect();
    let resolved = resolved(&text);
    let analysis = Analysis::new(&resolved);
    assert_eq!(analysis.boxes().fields.iter().flatten().filter(|boxed| **boxed).count(), 2);
    assert_eq!(analysis.wire().least, vec![4; count]);
    assert!(!analysis.recursive().contains(&false));
}
