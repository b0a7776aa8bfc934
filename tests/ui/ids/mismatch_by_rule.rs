//! `verify_ids` with one rule given: the id is right by the other rule only.

mod tokens {
    tl_runtime::tl! {
        #![tl(verify_ids, ids = "formal")]
        adnl.message.query #562c35d4 query_id:int256 query:bytes = adnl.Message;
    }
}

fn main() {}
