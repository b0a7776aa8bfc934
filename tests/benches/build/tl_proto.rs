//! The types that a user of tl-proto writes for Telegram's API, with its derives.
//!
//! They borrow, as its documentation shows it: `string` and `bytes` are both `&[u8]`, and UTF-8 is not checked. In a
//! `Box` is what contains itself, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use grammers_tl_parser::errors::ParseError;
use grammers_tl_parser::tl::{Definition, Parameter, ParameterType, Type};

/// The types that workloads name. What they hold is generated, too, down to the last constructor.
const ROOTS: [&str; 5] = ["ExportedChatInvite", "Update", "Updates", "messages.Messages", "upload.File"];

/// Rust for the types of a schema without functions.
///
/// ```text
/// #[derive(TlRead, TlWrite)]
/// #[tl(boxed)]
/// pub(crate) enum Peer {
///     #[tl(id = 0x59511722)]
///     PeerUser {
///         user_id: i64,
///     },
///     …
/// }
/// ```
pub(crate) fn types(schema: &str) -> String {
    let schema = Schema::new(schema);
    let roots = ROOTS.iter().map(|root| (*root).to_owned()).collect();
    schema.reached(roots, |_| true).iter().map(|name| schema.boxed_type(name)).collect()
}

/// The constructors of each boxed type.
struct Schema(BTreeMap<String, Vec<Definition>>);

impl Schema {
    fn new(text: &str) -> Self {
        let mut types = BTreeMap::<String, Vec<Definition>>::new();
        for definition in grammers_tl_parser::parse_tl_file(text) {
            let definition = match definition {
                Ok(definition) => definition,
                // `vector#1cb5c415 {t:Type} # [ t ] = Vector t;`, which grammers, too, writes by hand.
                Err(ParseError::NotImplemented) => continue,
                Err(error) => panic!("the schema of grammers-tl-types: {error:?}"),
            };
            types.entry(definition.ty.to_string()).or_default().push(definition);
        }
        Self(types)
    }

    /// These types and all that their fields lead to, as far as `follow` goes.
    fn reached(&self, mut open: Vec<String>, follow: impl Fn(&Type) -> bool) -> BTreeSet<String> {
        let mut reached = BTreeSet::new();
        while let Some(name) = open.pop() {
            if self.0.contains_key(&name) && !reached.contains(&name) {
                let fields = self.fields(&name).filter(|ty| follow(ty));
                open.extend(fields.map(|ty| element(ty).to_string()));
                reached.insert(name);
            }
        }
        reached
    }

    fn fields(&self, name: &str) -> impl Iterator<Item = &Type> {
        self.0[name].iter().flat_map(|definition| &definition.params).filter_map(|parameter| match &parameter
            .ty
        {
            ParameterType::Normal { ty, .. } => Some(ty),
            ParameterType::Flags => None,
        })
    }

    fn borrows(&self, name: &str) -> bool {
        let held = self.reached(vec![name.to_owned()], |_| true);
        held.iter().any(|name| self.fields(name).any(|ty| is_view(element(ty))))
    }

    /// A value of this type has one of the type `owner` in it, not counting what a vector has on the heap.
    fn holds(&self, name: &str, owner: &str) -> bool {
        self.reached(vec![name.to_owned()], |ty| ty.generic_arg.is_none()).contains(owner)
    }

    fn boxed_type(&self, name: &str) -> String {
        let constructors = &self.0[name];
        let (ident, lifetime) = (ident(name), self.lifetime(name));
        let body = |definition| self.fields_of(name, definition);
        match &constructors[..] {
            [only] => format!(
                "#[derive(TlRead, TlWrite)]\n#[tl(boxed, id = {:#010x})]\npub(crate) struct {ident}{lifetime} {{\n{}}}\n\n",
                only.id,
                body(only),
            ),
            several => {
                let variants: String =
                    several.iter().map(|definition| variant(definition, &body(definition))).collect();
                format!(
                    "#[derive(TlRead, TlWrite)]\n#[tl(boxed)]\npub(crate) enum {ident}{lifetime} {{\n{variants}}}\n\n"
                )
            }
        }
    }

    fn lifetime(&self, name: &str) -> &'static str {
        if self.borrows(name) { "<'tl>" } else { "" }
    }

    fn fields_of(&self, owner: &str, definition: &Definition) -> String {
        definition.params.iter().map(|parameter| self.field(owner, parameter)).collect()
    }

    fn field(&self, owner: &str, parameter: &Parameter) -> String {
        let name = match parameter.name.as_str() {
            "self" => "self_".to_owned(),
            name => format!("r#{name}"),
        };
        match &parameter.ty {
            ParameterType::Flags => format!("    #[tl(flags)]\n    {}: (),\n", parameter.name),
            ParameterType::Normal { ty, flag: None } => {
                format!("    {name}: {},\n", self.rust_type(owner, ty))
            }
            ParameterType::Normal { ty, flag: Some(flag) } => format!(
                "    #[tl(flags_bit = \"{}.{}\")]\n    {name}: Option<{}>,\n",
                flag.name,
                flag.index,
                self.rust_type(owner, ty),
            ),
        }
    }

    fn rust_type(&self, owner: &str, ty: &Type) -> String {
        if let Some(element) = &ty.generic_arg {
            // On the heap already: no owner needs another box.
            return format!("Vector<{}>", self.rust_type("", element));
        }
        match ty.to_string().as_str() {
            "int" => "i32".into(),
            "long" => "i64".into(),
            // tl-proto takes an `f64` apart to write it, and other bytes come out than it read.
            "double" => "u64".into(),
            "string" | "bytes" => "&'tl [u8]".into(),
            "true" => "()".into(),
            "Bool" => "bool".into(),
            name => {
                let plain = format!("{}{}", ident(name), self.lifetime(name));
                if self.holds(name, owner) { format!("Box<{plain}>") } else { plain }
            }
        }
    }
}

fn variant(definition: &Definition, fields: &str) -> String {
    let mut name = definition.namespace.clone();
    name.push(definition.name.clone());
    let ident = ident(&name.join("."));
    let fields = if fields.is_empty() { String::new() } else { format!(" {{\n{fields}}}") };
    format!("#[tl(id = {:#010x})]\n{ident}{fields},\n", definition.id)
}

/// `messages.Messages` is `MessagesMessages`.
fn ident(name: &str) -> String {
    let capital = |part: &str| part[..1].to_uppercase() + &part[1..];
    name.split('.').map(capital).collect()
}

/// What a vector holds, or the type itself.
fn element(ty: &Type) -> &Type {
    ty.generic_arg.as_deref().map_or(ty, element)
}

fn is_view(ty: &Type) -> bool {
    ty.namespace.is_empty() && matches!(ty.name.as_str(), "string" | "bytes")
}
