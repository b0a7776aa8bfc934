//! Whether a type implements a trait.

/// `has!(Type: Trait)`: a `bool` that says whether.
///
/// An associated constant of the type itself takes precedence over one of a trait, and only exists where its bounds hold.
#[macro_export]
macro_rules! has {
    ($ty:ty: $bound:path) => {{
        #[allow(dead_code)]
        struct Probe<T>(T);
        #[allow(dead_code)]
        trait Otherwise {
            const HAS: bool = false;
        }
        impl<T> Otherwise for Probe<T> {}
        #[allow(dead_code)]
        impl<T: $bound> Probe<T> {
            const HAS: bool = true;
        }
        <Probe<$ty>>::HAS
    }};
}

#[cfg(test)]
mod tests {
    #[test]
    fn some_have_it() {
        let found = [has!(i32: Eq), has!(f64: Eq), has!(String: Copy), has!(u8: Copy)];
        assert_eq!(found, [true, false, false, true]);
    }
}
