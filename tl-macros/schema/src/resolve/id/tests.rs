//! Ids that Telegram's, TON's and VK's pages and schemas give.

use super::*;
use crate::options::Rule;
use crate::schema::{Combinator, Declaration};
use crate::tests::read_text;

fn combinator(text: &str) -> Combinator {
    match read_text(text).schema.declarations.pop() {
        Some(Declaration::Combinator(combinator)) => combinator,
        _ => panic!("{text}"),
    }
}

fn ids(text: &str) -> (u32, u32) {
    let combinator = combinator(text);
    (crc32(&canonical_line(&combinator, Rule::Formal)), crc32(&canonical_line(&combinator, Rule::Telegram)))
}

#[test]
fn the_same_by_both_rules() {
    let known = [
        ("auth.sendInvites phone_numbers:Vector<string> message:string = Bool;", 0x771c_1d97),
        ("auth.sendCall phone_number:string phone_code_hash:string = Bool;", 0x03c5_1564),
        ("vector {t:Type} # [ t ] = Vector t;", 0x1cb5_c415),
        ("int128 4*[ int ] = Int128;", 0x84cc_f7b7),
        ("get_arrays n:# a:n*[int] b:5*[int] = Tuple int 5;", 0x9065_8cdb),
        ("boolTrue = Bool;", 0x9972_75b5),
        ("boolFalse = Bool;", 0xbc79_9737),
        ("true = True;", 0x3fed_d339),
    ];
    for (text, id) in known {
        assert_eq!(ids(text), (id, id), "{text}");
    }
}

#[test]
fn by_telegrams_rule() {
    let known = [
        ("invokeWithLayer {X:Type} layer:int query:!X = X;", 0xda9b_0d0d),
        ("adnl.message.query query_id:int256 query:bytes = adnl.Message;", 0x562c_35d4),
        (
            "chatInviteExported flags:# revoked:flags.0?true permanent:flags.5?true request_needed:flags.6?true \
             link:string admin_id:long date:int start_date:flags.4?int expire_date:flags.1?int \
             usage_limit:flags.2?int usage:flags.3?int requested:flags.7?int title:flags.8?string \
             = ExportedChatInvite;",
            0x0ab4_a819,
        ),
    ];
    for (text, id) in known {
        assert_eq!(ids(text).1, id, "{text}");
    }
}

#[test]
fn by_the_formal_rule() {
    assert_eq!(ids("adnl.message.query query_id:int256 query:bytes = adnl.Message;").0, 0xb48b_f97a);
}

#[test]
fn a_written_id_does_not_count() {
    assert_eq!(ids("boolTrue#1 = Bool;"), ids("boolTrue = Bool;"));
}

/// The schema, then the line by the formal rule and by Telegram's.
#[test]
fn lines() {
    let lines = [
        (
            "a#1 f:# t:f.0?true u:f.1?%True b:bytes c:f.2?bytes d:Vector<bytes> bytes q:!X = A;",
            "a f:# t:f.0?true u:f.1?%True b:bytes c:f.2?bytes d:Vector bytes bytes q:X = A",
            "a f:# u:f.1?%True b:string c:f.2?string d:Vector bytes bytes q:!X = A",
        ),
        (
            "a {n:#} x:%(Vector %T) y:%(pair int %ns.U) n*[b:int [n]] z:(n+1)*[t] = A (Maybe n) 4;",
            "a n:# x:%Vector %T y:pair int %ns.U n*[ b:int [ n ] ] z:n+1*[ t ] = A Maybe n 4",
            "a n:# x:%Vector %T y:pair int %ns.U n*[ b:int [ n ] ] z:n+1*[ t ] = A Maybe n 4",
        ),
        (
            "@read a (x y : pair<int, long>) f:x?true g:x.1?n*[bytes] => A;",
            "a x:pair int long y:pair int long f:x?true g:x.1?n*[ bytes ] = A",
            "a x:pair int long y:pair int long f:x?true g:x.1?n*[ bytes ] = A",
        ),
    ];
    for (text, formal, telegram) in lines {
        let combinator = combinator(text);
        assert_eq!(canonical_line(&combinator, Rule::Formal), formal);
        assert_eq!(canonical_line(&combinator, Rule::Telegram), telegram);
    }
}
