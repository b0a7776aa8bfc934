//! What one call of `rustc` takes.

use std::ffi::OsStr;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::process::{Command, ExitCode};
use std::thread;
use std::time::{Duration, Instant};
use std::{env, process};

/// The variable with the file for the samples; where it is set, this program is a wrapper of `rustc`.
pub(crate) const LOG: &str = "TL_COMPILE_TIME_LOG";

/// One crate compiled.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sample {
    /// The crate's name.
    pub(crate) name: String,
    /// Seconds.
    pub(crate) wall: f64,
    /// Seconds.
    pub(crate) user: f64,
    /// Bytes.
    pub(crate) peak: u64,
}

/// Runs the `rustc` of the arguments, as `RUSTC_WRAPPER` is asked to, and logs what it took.
pub(crate) fn rustc(log: &OsStr) -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let mut name = arguments.iter().skip_while(|argument| *argument != "--crate-name").skip(1);
    let name = name.next().map(|name| name.to_string_lossy().into_owned());
    let start = Instant::now();
    let mut child = Command::new(&arguments[0]).args(&arguments[1..]).spawn().expect("rustc runs");
    let mut peak = 0;
    let status = loop {
        if let Some(status) = child.try_wait().expect("rustc can be waited for") {
            break status;
        }
        peak = high_water(child.id()).unwrap_or(peak);
        thread::sleep(Duration::from_millis(4));
    };
    let wall = start.elapsed().as_secs_f64();
    if let Some(name) = name {
        let line = format!("{name} {wall} {} {peak}\n", user_of_children());
        let mut log =
            OpenOptions::new().append(true).create(true).open(log).expect("the log can be written to");
        log.write_all(line.as_bytes()).expect("the log can be written to");
    }
    ExitCode::from(status.code().unwrap_or(1) as u8)
}

/// Reads the log.
pub(crate) fn samples(log: &str) -> Vec<Sample> {
    let sample = |line: &str| {
        let words: Vec<&str> = line.split(' ').collect();
        let number = |index: usize| words[index].parse().expect("the log has numbers");
        Sample { name: words[0].to_owned(), wall: number(1), user: number(2), peak: number(3) as u64 }
    };
    log.lines().map(sample).collect()
}

/// The most memory that a process has had, in bytes: `VmHWM` of proc_pid_status(5).
fn high_water(pid: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? * 1024)
}

/// Seconds of user time of the children that have ended: `cutime` of proc_pid_stat(5), in hundredths.
fn user_of_children() -> f64 {
    let stat = fs::read_to_string(format!("/proc/{}/stat", process::id())).expect("this needs Linux");
    // The second field is the program's name in parentheses, which may hold spaces; `cutime` is the sixteenth.
    let fields = stat.rsplit_once(") ").expect("the name is in parentheses").1;
    let ticks: f64 =
        fields.split(' ').nth(13).and_then(|ticks| ticks.parse().ok()).expect("cutime is a number");
    ticks / 100.0
}
