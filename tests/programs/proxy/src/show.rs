//! Messages for people to read.

use bytes::Bytes;
use tl_mtproto::crypto::Side;
use tl_runtime::RawObject;
use tl_runtime::reflect::Reflect;

/// How messages are printed, and where.
pub struct Show {
    /// What a message looks like.
    pub form: Form,
    /// Takes each message, printed.
    pub print: Box<dyn Fn(String) + Send + Sync>,
}

/// What a message looks like.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// Nothing at all.
    Nothing,
    /// TL, on one line.
    Text,
    /// Word by word.
    Dump,
    /// JSON, on one line.
    Json,
}

impl Show {
    /// Prints to the standard output.
    pub fn on_stdout(form: Form) -> Self {
        Self { form, print: Box::new(|line| println!("proxy: {line}")) }
    }

    /// Prints a message after the names of those around it.
    pub(crate) fn message<M: Reflect>(&self, sender: Side, around: &[&str], message: &Bytes) {
        let object = RawObject::new(message.clone());
        let is_known = object.id().is_some_and(|id| M::SCHEMA.combinator(id).is_some());
        let message = match self.form {
            Form::Nothing => return,
            Form::Dump => format!("\n{}", M::SCHEMA.dump(message)),
            Form::Text if is_known => M::SCHEMA.text(message).to_string(),
            Form::Json if is_known => M::SCHEMA.to_json(message).unwrap_or_else(|error| error.to_string()),
            Form::Text | Form::Json => format!("{object:?}"),
        };
        let direction = match sender {
            Side::Client => "->",
            Side::Server => "<-",
        };
        let around: String = around.iter().flat_map(|name| [*name, " > "]).collect();
        (self.print)(format!("{direction} {around}{message}"));
    }
}
