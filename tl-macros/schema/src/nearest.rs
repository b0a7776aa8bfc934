//! "Did you mean": the known names nearest to one that is unknown.

/// At most three names that a person could have meant, the nearest first.
///
/// A name is near by few edits, or because only its namespace or its case differs.
pub fn nearest<'n>(wanted: &str, names: impl Iterator<Item = &'n str>) -> Vec<String> {
    if let Some(name) = of_rust(wanted) {
        return vec![name.to_owned()];
    }
    let is_capital = |name: &str| last_part(name).starts_with(|first: char| first.is_ascii_uppercase());
    let candidates = names.filter_map(|name| {
        let is_other_case = is_capital(wanted) != is_capital(name);
        Some((distance(wanted, name)?, is_other_case, name))
    });
    let mut near: Vec<(usize, bool, &str)> = candidates.collect();
    near.sort_unstable();
    // A type and its constructor often differ in a capital only: the one that looks like what is written will do.
    let mut names: Vec<&str> = Vec::new();
    for (_, _, name) in near {
        if !names.iter().any(|nearer| nearer.eq_ignore_ascii_case(name)) {
            names.push(name);
        }
    }
    names.into_iter().take(3).map(str::to_owned).collect()
}

/// What a type of Rust is in TL.
pub fn of_rust(name: &str) -> Option<&'static str> {
    OF_RUST.iter().find(|(rust, _)| *rust == name).map(|(_, name)| *name)
}

/// Types of Rust and C, and what they are in TL.
const OF_RUST: [(&str, &str); 14] = [
    ("i32", "int"),
    ("u32", "#"),
    ("i64", "long"),
    ("u64", "long"),
    ("f64", "double"),
    ("f32", "float"),
    ("bool", "Bool"),
    ("boolean", "Bool"),
    ("str", "string"),
    ("Vec", "Vector"),
    ("i128", "int128"),
    ("u128", "int128"),
    ("integer", "int"),
    ("buffer", "bytes"),
];

/// The distance of two names; `None` if nobody would mistake one for the other.
fn distance(wanted: &str, name: &str) -> Option<usize> {
    if wanted.eq_ignore_ascii_case(name) {
        return Some(0);
    }
    if last_part(wanted) == last_part(name) {
        return Some(1);
    }
    let longest = wanted.chars().count().max(name.chars().count());
    let edits = edits(&wanted.to_ascii_lowercase(), &name.to_ascii_lowercase());
    (edits <= longest / 3).then_some(edits + 1)
}

/// The name without its namespaces.
fn last_part(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// Damerau–Levenshtein distance (optimal string alignment).
fn edits(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=to.len()).collect()];
    for i in 1..=from.len() {
        let mut row = vec![i];
        for j in 1..=to.len() {
            let substituted = rows[i - 1][j - 1] + usize::from(from[i - 1] != to[j - 1]);
            let mut best = substituted.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[from.len()][to.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant() {
        let names = ["InputPeer", "InputUser", "messages.Chats", "Updates", "string", "Vector"];
        let near = |wanted| nearest(wanted, names.into_iter());
        assert_eq!(near("InputPear")[0], "InputPeer");
        assert_eq!(near("Chats"), ["messages.Chats"]);
        assert_eq!(near("sting"), ["string"]);
        assert_eq!(near("inputpeer")[0], "InputPeer");
        assert_eq!(near("Updatse"), ["Updates"]);
        assert_eq!(near("sTirng"), ["string"]);
        assert!(near("Photo").is_empty());
    }
}
