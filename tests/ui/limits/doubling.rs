//! Values that hold two of the next kind each, which adds up to one huge value.

mod tokens {
    tl_runtime::tl! {
        c0 a:C1 b:C1 = C0;
        c1 a:C2 b:C2 = C1;
        c2 a:C3 b:C3 = C2;
        c3 a:C4 b:C4 = C3;
        c4 a:C5 b:C5 = C4;
        c5 a:C6 b:C6 = C5;
        c6 a:C7 b:C7 = C6;
        c7 a:C8 b:C8 = C7;
        c8 a:C9 b:C9 = C8;
        c9 a:C10 b:C10 = C9;
        c10 a:C11 b:C11 = C10;
        c11 a:C12 b:C12 = C11;
        c12 a:C13 b:C13 = C12;
        c13 a:C14 b:C14 = C13;
        c14 a:C15 b:C15 = C14;
        c15 a:C16 b:C16 = C15;
        c16 a:C17 b:C17 = C16;
        c17 a:C18 b:C18 = C17;
        c18 a:C19 b:C19 = C18;
        c19 a:C20 b:C20 = C19;
        c20 x:int = C20;
    }
}

mod file {
    tl_runtime::include_tl! {
        "ui/limits/doubling.tl"
    }
}

fn main() {}
