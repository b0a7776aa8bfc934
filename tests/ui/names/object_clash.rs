//! Names of two namespaces that are one where `Object` has them side by side, also with `_` between their parts.

mod tokens {
    tl_runtime::tl! {
        #![tl(object)]
        dht1.node #84533248 version:int = dht1.Node;
        dht_1.node #00000001 version:int = dht_1.Node;
    }
}

fn main() {}
