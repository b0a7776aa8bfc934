//! Peak memory for hostile input over whole schemas: at most 32 bytes for each byte of the input.

use tl_properties::bomb::{self, Bomb};
use tl_properties::check::{CONSTANT, TIMES};
use tl_properties::least::Least;
use tl_properties::nest::cycles;
use tl_properties::sample::{Samples, damage};
use tl_properties::schema::Schema;
use tl_properties::schemas::{Message, Source, everscale, mtproto, telegram};
use tl_properties::stack::within;
use tl_test_support::alloc::peak_of;
use tl_test_support::random::Random;

use crate::STACK;

/// Decodes bombs of one kind, and reports the worst of them.
fn explode<Object: Message>(kind: &str, bombs: &[Bomb]) {
    let (mut worst, mut decoded) = ((0.0, String::new()), 0);
    for Bomb { name, bytes } in bombs {
        let (result, peak) = peak_of(|| Object::from_bytes(bytes).map(drop));
        decoded += usize::from(result.is_ok());
        let what = format!("{peak} bytes for {}, {name}", bytes.len());
        assert!(peak <= TIMES * bytes.len() + CONSTANT, "{what}");
        let ratio = peak.saturating_sub(CONSTANT) as f64 / bytes.len().max(1) as f64;
        if ratio > worst.0 {
            worst = (ratio, what);
        }
    }
    let (ratio, what) = worst;
    println!(
        "  {kind}: {} messages, {decoded} valid, at most {ratio:.1} times the input ({what})",
        bombs.len()
    );
}

/// What is there of a value before its bytes run out.
fn cut_short(bombs: &[Bomb]) -> Vec<Bomb> {
    let cut = |bomb: &Bomb, len: usize| Bomb {
        name: format!("{}, cut after {len} bytes", bomb.name),
        bytes: bomb.bytes[..len.min(bomb.bytes.len())].to_vec(),
    };
    bombs.iter().flat_map(|bomb| [8, 20, bomb.bytes.len() / 2].map(|len| cut(bomb, len))).collect()
}

/// Random messages, each damaged a few times in a row.
fn damaged(schema: &Schema, source: &Source) -> Vec<Bomb> {
    let mut random = Random::new(6);
    let mut bombs = Vec::new();
    for (name, mut bytes) in Samples::new(schema, source, 6).messages(1) {
        for times in 0..4 {
            bombs.push(Bomb { name: format!("{name}, damaged {times} times"), bytes: bytes.clone() });
            bytes = damage(&bytes, &mut random);
        }
    }
    bombs
}

fn all<Object: Message>(source: &Source) {
    within(STACK, || {
        println!("{}", source.name);
        let schema = Schema::new(source);
        let least = Least::new(&schema);
        let cycles = cycles(&least);
        let single = bomb::single(&least);
        explode::<Object>("single combinators", &single);
        explode::<Object>("cut short", &cut_short(&single));
        for count in [14, 200] {
            explode::<Object>(&format!("vectors of {count}"), &bomb::vectors(&least, count));
        }
        explode::<Object>("counts", &bomb::counts(&least, 4 << 10));
        for (times, tail) in [(50, 16 << 10), (1000, 64 << 10)] {
            explode::<Object>(&format!("{times} levels"), &bomb::nested(&cycles, times, tail));
        }
        explode::<Object>("damaged messages", &damaged(&schema, source));
    });
}

#[test]
fn telegram_api() {
    all::<telegram::Object>(&telegram::SOURCE);
}

#[test]
fn mtproto_messages() {
    all::<mtproto::Object>(&mtproto::SOURCE);
}

#[test]
fn everscale_network() {
    all::<everscale::Object>(&everscale::SOURCE);
}

tl_test_support::with_shared! {
    [ton_api]

    use tl_properties::schemas::ton;

    #[test]
    fn ton_api() {
        super::all::<ton::Object>(&ton::SOURCE);
    }
}
