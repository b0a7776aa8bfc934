//! `Object` with something behind it.

mod tokens {
    tl_runtime::tl! {
        rpc_result #d23c81a3 result:Object id:long = RpcResult;
        rpc_results #00000001 results:Vector<Object> = RpcResult;
        rpc_pair #00000002 results:2*[ Object ] = RpcResult;
        rpc_maybe #00000003 flags:# bytes:int result:flags.0?Object id:long = RpcResult;
    }
}

fn main() {}
