//! Names of two namespaces that are one where `Object` has them side by side.

mod tokens {
    tl_runtime::tl! {
        #![tl(object)]
        dht.node #84533248 version:int = dht.Node;
        dhtNode #00000001 version:int = DhtNode;
    }
}

fn main() {}
