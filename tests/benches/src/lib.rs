//! What the benchmark is made of; `main.rs` says how to run it.
#![deny(unsafe_code)]

pub mod api;
mod codec;
mod grammers;
pub mod instructions;
pub mod measure;
pub mod report;
mod reused;
mod sample;
pub mod size;
mod tl_proto;
pub mod workload;
pub mod workloads;

/// Whether a workload is one of those that were asked for: all of them, unless words were given.
pub fn selected(key: &str, filter: &[&str]) -> bool {
    filter.is_empty() || filter.iter().any(|word| key.contains(word))
}
