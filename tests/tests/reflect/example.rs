//! The example `dump`, on the message that the guide has.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn dump(arguments: &[&str], input: &[u8]) -> Output {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut child = Command::new(env!("CARGO"))
        .current_dir(project)
        .args([
            "run",
            "--quiet",
            "--package",
            "tl-runtime",
            "--example",
            "dump",
            "--features",
            "schema,json",
            "--",
        ])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("cargo runs");
    // Where the arguments are wrong nobody reads it.
    let _ = child.stdin.take().expect("it is piped").write_all(input);
    child.wait_with_output().expect("it ends")
}

const SCHEMA: [&str; 2] = ["--schema", "tl-runtime/examples/message.tl"];

/// Runs the command that a text has, and compares what it prints.
fn shown(text: &str) {
    let (_, shell) = text.split_once("$ echo ").expect("the text has it");
    let (input, rest) = shell.split_once(" |\n").expect("it is piped");
    let (_, rest) = rest.split_once('\n').expect("the command is a line");
    let (shown, _) = rest.split_once("```").expect("the output follows");
    let output = dump(&SCHEMA, input.as_bytes());
    assert_eq!(String::from_utf8_lossy(&output.stdout), shown, "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success());
}

#[test]
fn prints_what_is_shown() {
    shown(include_str!("../../../tl-runtime/doc/reading.md"));
    shown(include_str!("../../../README.md"));
}

#[test]
fn bad_input_is_a_message_and_an_exit_status() {
    let peer = b"\xb9\x5c\xa9\x35\x07\0\0\0\0\0\0\0";
    for (arguments, input, message) in [
        (&["--schema", "none.tl"][..], &peer[..], "none.tl: "),
        (&[], &peer[..], "usage: dump "),
        (&["--schema", "README.md"], &peer[..], "README.md:"),
        (&[SCHEMA[0], SCHEMA[1], "--format", "xml"], &peer[..], "usage: dump "),
        (&[SCHEMA[0], SCHEMA[1], "--answer", "x"], &peer[..], "the schema has no function x"),
        (&SCHEMA, &peer[..7], "unexpected end of input (8 bytes needed, 3 left) at byte 4"),
        (&[SCHEMA[0], SCHEMA[1], "--format", "json"], b"zz", "unexpected end of input"),
    ] {
        let output = dump(arguments, input);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(error.contains(message), "{error}");
        assert_eq!(output.status.code(), Some(1));
    }
    let output = dump(&[SCHEMA[0], SCHEMA[1], "--format", "json"], peer);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "{\"_\":\"inputPeerChat\",\"chat_id\":7}\n");
    assert!(output.status.success());
}

#[test]
fn answers_are_to_the_name_of_a_function_or_to_a_call() {
    let call = "6f090d28 00000000 c97ea07d 00000000 0100000000000000";
    for answered in ["messages.sendMessage", call] {
        let output = dump(&[SCHEMA[0], SCHEMA[1], "--format", "text", "--answer", answered], b"b5757299");
        assert_eq!(String::from_utf8_lossy(&output.stdout), "true\n");
        assert!(output.status.success());
    }
}
