//! The samples as a table.

use std::fmt::Write;

use crate::measure::Sample;
use crate::scratch::{Build, Whose};

/// The head of the table.
pub(crate) const HEAD: &str = "| build | whole API of layer 230 | wall s | user CPU s | peak MiB | user CPU ratio |\n\
                               |---|---|---|---|---|---|\n";

/// Medians, and the ratio of user CPU to theirs at equal features.
pub(crate) fn rows(build: Build, samples: &[(Whose, Sample)]) -> String {
    let mut rows = String::new();
    for with_user in [false, true] {
        let base = row(samples, Whose::Theirs, with_user);
        for whose in Whose::ALL {
            let Sample { wall, user, peak, .. } = row(samples, whose, with_user);
            let (build, name, ratio, peak) = (build.name(), whose.name(), user / base.user, peak >> 20);
            let and = match (with_user, whose) {
                (false, _) => "",
                (true, Whose::Login) => ", and a crate that decodes `auth.Authorization`",
                (true, _) => ", and a crate that decodes `Updates`",
            };
            writeln!(rows, "| {build} | {name}{and} | {wall:.1} | {user:.1} | {peak} | {ratio:.2}x |")
                .expect("a string can be written to");
        }
    }
    rows
}

/// The crate alone, or the sum with its user (of memory, the greater).
fn row(samples: &[(Whose, Sample)], whose: Whose, with_user: bool) -> Sample {
    let of = |is_user: bool| {
        let chosen =
            samples.iter().filter(|(of, sample)| *of == whose && (sample.name == "uses_it") == is_user);
        median(&chosen.map(|(_, sample)| sample).collect::<Vec<_>>())
    };
    let (library, user) = (of(false), of(true));
    match with_user {
        false => library,
        true => Sample {
            wall: library.wall + user.wall,
            user: library.user + user.user,
            peak: library.peak.max(user.peak),
            name: library.name,
        },
    }
}

fn median(samples: &[&Sample]) -> Sample {
    let middle = |value: fn(&Sample) -> f64| {
        let mut values: Vec<f64> = samples.iter().map(|sample| value(sample)).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    Sample {
        name: samples[0].name.clone(),
        wall: middle(|sample| sample.wall),
        user: middle(|sample| sample.user),
        peak: middle(|sample| sample.peak as f64) as u64,
    }
}
