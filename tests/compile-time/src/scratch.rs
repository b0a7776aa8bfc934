//! The crates that are compiled: a workspace in the target folder.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use tl_test_support::locate::Crates;

use crate::measure::{self, Sample};

/// Whose code is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    Ours,
    /// With `only` the functions of a bot, and what they need.
    Bot,
    /// With `only` those of a login.
    Login,
    Theirs,
    TheirDefault,
}

impl Whose {
    pub(crate) const ALL: [Whose; 5] =
        [Whose::Ours, Whose::Bot, Whose::Login, Whose::Theirs, Whose::TheirDefault];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Whose::Ours => "include_tl!",
            Whose::Bot => "include_tl!, only 8 functions of a bot",
            Whose::Login => "include_tl!, only 3 functions of a login",
            Whose::Theirs => "grammers-tl-types",
            Whose::TheirDefault => "grammers-tl-types, default features",
        }
    }

    /// The package with the generated code; that of its user is called `uses-…`, in a folder of that name.
    fn package(self) -> &'static str {
        match self {
            Whose::Ours | Whose::Bot | Whose::Login => "layer230",
            Whose::Theirs | Whose::TheirDefault => "grammers-tl-types",
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Whose::Ours => "ours",
            Whose::Bot => "bot",
            Whose::Login => "login",
            Whose::Theirs => "theirs",
            Whose::TheirDefault => "their-default",
        }
    }
}

/// The functions that a program calls, for `only`; none for all of them.
fn called(whose: Whose) -> &'static [&'static str] {
    match whose {
        Whose::Ours | Whose::Theirs | Whose::TheirDefault => &[],
        Whose::Bot => &[
            "auth.importBotAuthorization",
            "messages.sendMessage",
            "messages.editMessage",
            "updates.getState",
            "updates.getDifference",
            "upload.getFile",
            "users.getUsers",
            "help.getConfig",
        ],
        Whose::Login => &["auth.sendCode", "auth.signIn", "help.getConfig"],
    }
}

/// How it is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    Check,
    Debug,
    Release,
}

impl Build {
    pub(crate) const ALL: [Build; 3] = [Build::Check, Build::Debug, Build::Release];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Build::Check => "check",
            Build::Debug => "debug",
            Build::Release => "release",
        }
    }

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Build::Check => &["check"],
            Build::Debug => &["build"],
            Build::Release => &["build", "--release"],
        }
    }
}

/// The folder with a workspace for each of [`Whose`].
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// Writes the crates again.
    pub(crate) fn new() -> Scratch {
        let project =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the project is there");
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.join("target"), PathBuf::from);
        let scratch = Scratch(target.join("compile-time"));
        // Nothing may be left of an earlier run: it is to be cold.
        let _ = fs::remove_dir_all(&scratch.0);
        let schema = Crates::ask().file("grammers-tl-types", "tl/api.tl");
        for whose in Whose::ALL {
            scratch.write(whose, &project, &schema);
        }
        scratch
    }

    fn write(&self, whose: Whose, project: &Path, schema: &Path) {
        let write = |file: &str, text: &str| {
            let file = self.0.join(whose.folder()).join(file);
            fs::create_dir_all(file.parent().expect("it is in a folder")).expect("the folder can be made");
            fs::write(&file, text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        };
        let runtime = project.join("tl-runtime");
        // The same versions of everything as in the project.
        write(
            "Cargo.lock",
            &fs::read_to_string(project.join("Cargo.lock")).expect("the project has a lock file"),
        );
        write("Cargo.toml", &user_manifest(whose, &runtime));
        write("src/lib.rs", user(whose));
        if whose.package() == "layer230" {
            let only = match called(whose) {
                [] => String::new(),
                called => format!("#![tl(only({}))] ", called.join(", ")),
            };
            write(
                "layer230/Cargo.toml",
                &manifest("layer230", &format!("tl-runtime = {{ path = {runtime:?} }}")),
            );
            write("layer230/src/lib.rs", &format!("tl_runtime::include_tl! {{ {only}{schema:?} }}\n"));
        }
    }

    /// Builds everything once, of which nothing is counted.
    pub(crate) fn build_dependencies(&self, build: Build) {
        for whose in Whose::ALL {
            self.cargo(whose, build.arguments(), None);
        }
    }

    /// Compiles the generated code and its user again, and says what each took.
    pub(crate) fn measure(&self, whose: Whose, build: Build) -> Vec<Sample> {
        let log = self.0.join("log");
        let _ = fs::remove_file(&log);
        let profile = if build == Build::Release { "release" } else { "dev" };
        self.cargo(
            whose,
            &["clean", "--profile", profile, "--package", whose.package(), "--package", "uses-it"],
            None,
        );
        // One after the other: cargo would start with the second while the first is at its machine code.
        for package in [whose.package(), "uses-it"] {
            self.cargo(whose, &[build.arguments(), &["--package", package]].concat(), Some(&log));
        }
        let samples = measure::samples(&fs::read_to_string(&log).expect("rustc was called"));
        // Beside them, the build script that writes their code, and whatever was edited in the project meanwhile.
        let names = [whose.package().replace('-', "_"), "uses_it".to_owned()];
        let samples: Vec<Sample> =
            samples.into_iter().filter(|sample| names.contains(&sample.name)).collect();
        assert_eq!(samples.len(), names.len(), "both were compiled again");
        samples
    }

    fn cargo(&self, whose: Whose, arguments: &[&str], log: Option<&Path>) {
        let folder = self.0.join(whose.folder());
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(&folder).args(arguments).arg("--quiet").env("CARGO_INCREMENTAL", "0");
        cargo.env("CARGO_TARGET_DIR", folder.join("target")).env_remove("RUSTC_WRAPPER");
        // The wrapper is there always, because cargo compiles everything again where it changes.
        cargo.env("RUSTC_WRAPPER", env::current_exe().expect("this program has a path"));
        cargo.env(measure::LOG, log.unwrap_or(&self.0.join("warm-up")));
        assert!(cargo.status().expect("cargo runs").success(), "cargo {arguments:?} in {}", folder.display());
    }
}

fn manifest(package: &str, dependencies: &str) -> String {
    format!(
        "[package]\nname = {package:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\n"
    )
}

fn user_manifest(whose: Whose, runtime: &Path) -> String {
    let dependencies = match whose {
        Whose::Ours | Whose::Bot | Whose::Login => {
            format!("layer230 = {{ path = \"layer230\" }}\ntl-runtime = {{ path = {runtime:?} }}")
        }
        Whose::Theirs => "grammers-tl-types = { version = \"=0.11.0\", default-features = false, \
                          features = [\"impl-debug\", \"impl-from-type\", \"tl-api\"] }"
            .to_owned(),
        Whose::TheirDefault => "grammers-tl-types = \"=0.11.0\"".to_owned(),
    };
    manifest("uses-it", &dependencies) + "\n[workspace]\nmembers = [\".\"]\n"
}

/// A small crate that decodes `Updates`; of a login, what it answers.
fn user(whose: Whose) -> &'static str {
    match whose {
        Whose::Login => {
            "use layer230::enums::auth::Authorization;\nuse tl_runtime::{DecodeError, Deserializable};\n\n\
             pub fn decode(bytes: &[u8]) -> Result<Authorization, DecodeError> {\n    Authorization::from_bytes(bytes)\n}\n"
        }
        Whose::Ours | Whose::Bot => {
            "use layer230::enums::Updates;\nuse tl_runtime::{DecodeError, Deserializable};\n\n\
             pub fn decode(bytes: &[u8]) -> Result<Updates, DecodeError> {\n    Updates::from_bytes(bytes)\n}\n"
        }
        Whose::Theirs | Whose::TheirDefault => {
            "use grammers_tl_types::deserialize::Error;\nuse grammers_tl_types::{Deserializable, enums::Updates};\n\n\
             pub fn decode(bytes: &[u8]) -> Result<Updates, Error> {\n    Updates::from_bytes(bytes)\n}\n"
        }
    }
}
