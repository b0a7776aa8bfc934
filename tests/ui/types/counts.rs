//! Counts of repetitions that are no numbers, or are not known where they are used.

mod tokens {
    tl_runtime::tl! {
        unknown #00000001 count:# ids:counts*[ int ] = Unknown;
        later #00000002 ids:n*[ int ] n:# = Later;
        text #00000003 n:string ids:n*[ int ] = Text;
        none #00000004 name:string [ int ] = None;
        first #00000005 [ int ] = First;
        ty #00000006 ids:(Vector int)*[ int ] = Ty;
        sum #00000007 ids:(4294967295 + 1)*[ int ] = Sum;
    }
}

fn main() {}
