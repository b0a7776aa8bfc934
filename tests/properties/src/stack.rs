//! How much stack an operation touches, as the kernel counts it.

use std::fs;
use std::thread;

/// More than glibc keeps of finished threads, so that each measurement has untouched pages.
const STACK: usize = 64 << 20;

/// Runs an operation on a value that `prepare` makes in another thread, and returns how many bytes of stack it touched,
/// in whole pages; that of an empty operation included.
///
/// # Panics
///
/// If the operation does, or where there is no `/proc/self/smaps`.
pub fn touched<T: Send>(prepare: impl FnOnce() -> T + Send, operation: impl FnOnce(T) + Send) -> usize {
    let value = within(STACK, prepare);
    within(STACK, || {
        operation(value);
        resident()
    })
}

/// Runs something in a thread with a stack of this size, and returns what it returns.
///
/// # Panics
///
/// If it does.
pub fn within<T: Send>(stack: usize, run: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(stack).spawn_scoped(scope, run);
        thread.expect("a thread can be made").join().expect("it does not panic")
    })
}

fn resident() -> usize {
    let local = 0_u8;
    let address = &raw const local as usize;
    let maps = fs::read_to_string("/proc/self/smaps").expect("Linux");
    let mut found = false;
    for line in maps.lines() {
        if let Some((start, rest)) = line.split_once('-')
            && let Ok(start) = usize::from_str_radix(start, 16)
        {
            let end = rest.split(' ').next().and_then(|end| usize::from_str_radix(end, 16).ok()).unwrap_or(0);
            found = (start..end).contains(&address);
        }
        if found && let Some(size) = line.strip_prefix("Rss:") {
            return size.trim().trim_end_matches(" kB").parse::<usize>().expect("a number") * 1024;
        }
    }
    panic!("no mapping has the stack")
}
