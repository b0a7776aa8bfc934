//! Documentation of generated items: the words of the schema, its line, and links.

use crate::codegen::item::Item;
use crate::model::{BoxedType, Field, Module, RustPath, Site, Struct};

/// A longer line is broken at its fields.
const WIDTH: usize = 80;

/// ```text
/// /// An exported chat invite.
/// ///
/// /// ```text
/// /// chatInviteExported#0ab4a819 flags:# revoked:flags.0?true permanent:flags.5?true
/// ///     request_needed:flags.6?true … = ExportedChatInvite
/// /// ```
/// ///
/// /// Constructs [`ExportedChatInvite`](super::enums::ExportedChatInvite).
/// ```
pub(super) fn structure(item: &Item<'_>, structure: &Struct) -> Vec<String> {
    let mut text = format!("```text\n{}\n```", broken(structure));
    if !has_id(structure) {
        text += &format!("\n\nId: `{:08x}`.", structure.id);
    }
    if let Some(ty) = structure.result {
        let verb = match structure.module {
            Module::Types => "Constructs",
            Module::Functions => "Returns",
        };
        let link = link(item, "enums", &item.model.types[ty].name, &item.model.types[ty].path);
        text += &format!("\n\n{verb} {link}.");
    }
    let kind = match structure.module {
        Module::Types => "constructor",
        Module::Functions => "method",
    };
    text += &page(item, kind, &structure.name);
    after_words(&structure.docs, text)
}

/// Whether the line has an id after the name.
fn has_id(structure: &Struct) -> bool {
    let mut words = structure.line.split(' ');
    words.find(|word| !word.starts_with('@')).is_some_and(|name| name.contains('#'))
}

/// The line, with breaks before fields where it would be too long.
fn broken(structure: &Struct) -> String {
    let line = &structure.line;
    let (mut text, mut width, mut start) = (String::new(), 0, 0);
    let starts = structure.fields.iter().scan(0, |from, field| {
        let at = *from + line[*from..].find(&field.line)?;
        *from = at + field.line.len();
        Some(at)
    });
    let result = line.rfind(" = ").or(line.rfind(" => ")).map(|at| at + 1);
    for end in starts.chain(result).chain([line.len()]) {
        let piece = &line[start..end];
        if width > 0 && width + piece.trim_end().len() > WIDTH {
            text.truncate(text.trim_end().len());
            text += "\n    ";
            width = 4;
        }
        text += piece;
        width += piece.len();
        start = end;
    }
    text
}

/// The words of the schema, and the field as TL.
pub(super) fn field(field: &Field) -> Vec<String> {
    after_words(&field.docs, format!("`{}`", field.line))
}

/// ```text
/// /// The boxed type `ExportedChatInvite`.
/// ///
/// /// Returned by [`messages.exportChatInvite`](super::functions::messages::ExportChatInvite).
/// ```
pub(super) fn boxed_type(item: &Item<'_>, ty: &BoxedType) -> Vec<String> {
    let mut text = format!("The boxed type `{}`.", ty.name);
    if !ty.answers.is_empty() {
        let functions = ty.answers.iter().map(|&function| &item.model.structs[function]);
        let links: Vec<String> =
            functions.map(|function| link(item, "functions", &function.name, &function.path)).collect();
        text += &format!("\n\nReturned by {}.", links.join(", "));
    }
    if ty.object.is_none() {
        text += &page(item, "type", &ty.name);
    }
    after_words(&ty.docs, text)
}

/// The name in TL of a variant; its fields are those of its struct.
pub(super) fn variant(structure: &Struct) -> String {
    format!("`{}`", structure.name)
}

/// ``[`messages.Chats`](super::super::enums::messages::Chats)``
fn link(item: &Item<'_>, root: &str, name: &str, path: &RustPath) -> String {
    format!("[`{name}`]({})", item.text_path(root, path))
}

/// A link to the page of a combinator or a type, if the invocation asks for it.
fn page(item: &Item<'_>, kind: &str, name: &str) -> String {
    match item.model.docs {
        Some(Site::Telegram) => format!("\n\n<https://core.telegram.org/{kind}/{name}>"),
        None => String::new(),
    }
}

/// A paragraph of the schema's own words, if it has any, and then the text.
fn after_words(words: &[String], text: String) -> Vec<String> {
    match words {
        [] => vec![text],
        _ => words.iter().cloned().chain([String::new(), text]).collect(),
    }
}
