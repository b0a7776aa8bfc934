//! `get_future_salts` answers a `FutureSalts`, which no line of the files defines: `telegram_158_sys_msgs.tl` has these
//! two in comments that say "Parsed manually". The files are compiled unchanged, and `extern` takes the type from here.

tl_runtime::tl! {
    #![tl(reflect)]
    future_salt #0949d9dc valid_since:int valid_until:int salt:long = FutureSalt;
    future_salts #ae500895 req_msg_id:long now:int salts:vector<future_salt> = FutureSalts;
}
