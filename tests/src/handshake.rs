//! The exchange of keys with which every MTProto connection starts:
//! <https://core.telegram.org/mtproto/auth_key>.

pub mod messages;

tl_runtime::tl! {
    // These lines are older than `bytes`: their strings hold numbers, digits first.
    #![tl(string = "bytes", functions = "both", object, reflect)]
    #![derive(Eq, Hash)]

    resPQ #05162463 nonce:int128 server_nonce:int128 pq:string server_public_key_fingerprints:Vector<long> = ResPQ;
    p_q_inner_data #83c95aec pq:string p:string q:string nonce:int128 server_nonce:int128 new_nonce:int256
        = P_Q_inner_data;
    server_DH_params_ok #d0e8075c nonce:int128 server_nonce:int128 encrypted_answer:string = Server_DH_Params;
    server_DH_inner_data #b5890dba nonce:int128 server_nonce:int128 g:int dh_prime:string g_a:string server_time:int
        = Server_DH_inner_data;
    dh_gen_ok #3bcbf734 nonce:int128 server_nonce:int128 new_nonce_hash1:int128 = Set_client_DH_params_answer;
    dh_gen_retry #46dc1fb9 nonce:int128 server_nonce:int128 new_nonce_hash2:int128 = Set_client_DH_params_answer;

    ---functions---

    req_pq #60469778 nonce:int128 = ResPQ;
    req_pq_multi #be7e8ef1 nonce:int128 = ResPQ;
    req_DH_params #d712e4be nonce:int128 server_nonce:int128 p:string q:string public_key_fingerprint:long
        encrypted_data:string = Server_DH_Params;
    set_client_DH_params #f5045f1f nonce:int128 server_nonce:int128 encrypted_data:string
        = Set_client_DH_params_answer;
}
