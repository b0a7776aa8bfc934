//! From the model to Rust tokens. Nothing can fail here.
//!
//! ```text
//! pub const LAYER: i32 = 158;
//! pub mod types { pub struct InputPeerUser { … } pub mod messages { … } }
//! pub mod enums { pub enum InputPeer { User(super::types::InputPeerUser), … } }
//! pub mod functions { pub mod messages { pub struct ExportChatInvite { … } } }
//! pub enum Object { … }
//! ```

mod debug;
mod decode;
mod default;
mod dependent;
mod docs;
mod encode;
mod enums;
mod fixed;
mod form;
mod functions;
mod getters;
mod header;
mod item;
mod masks;
mod modules;
mod object;
mod paths;
mod pieces;
mod reflect;
mod rust_type;
mod setters;
mod size_hint;
mod structs;
mod tokens;
mod try_from;

use std::path::PathBuf;

use proc_macro2::TokenStream;
use quote::quote;

use self::item::Item;
use self::modules::Modules;
use self::pieces::Pieces;
use crate::model::{BoxedType, Model, Module, RustType, Shape};

/// The items of one invocation.
pub(crate) fn generate(model: &Model) -> TokenStream {
    let layer = model.layer.map(layer);
    let pieces = &Pieces::new(&model.runtime);
    let types = structs(model, pieces, Module::Types)
        .render(Module::Types.name(), "The constructors of the schema: one struct each.");
    let enums = boxed_types(model, pieces).render(
        "enums",
        "The boxed types of the schema: an enum each, or an alias where there is one constructor.",
    );
    let functions = structs(model, pieces, Module::Functions)
        .render(Module::Functions.name(), "The functions of the schema: one struct each.");
    let forms = dependent::forms(model, pieces);
    let object = model.object.as_ref().map(|object| boxed_type(&Item::new(model, pieces, 0), object));
    let schema = reflect::schema(model, &pieces.paths);
    quote!(#layer #types #enums #functions #forms #object #schema)
}

fn layer(layer: i32) -> TokenStream {
    quote! {
        /// The layer of the schema.
        pub const LAYER: ::core::primitive::i32 = #layer;
    }
}

fn structs(model: &Model, pieces: &Pieces, module: Module) -> Modules {
    let mut modules = Modules::default();
    for structure in model.structs.iter().filter(|structure| structure.module == module && !structure.omitted)
    {
        let item = Item::new(model, pieces, structure.path.modules.len() + 1);
        let mut code = structs::definition(&item, structure);
        code.extend(default::structure(&item, structure));
        match structure.is_dependent() {
            true => code.push(dependent::methods(&item, structure)),
            false => {
                code.push(encode::structure(&item, structure));
                code.extend(decode::structure(&item, structure));
                code.extend(fixed::implementation(&item, structure));
                code.extend(functions::implementation(&item, structure));
                code.push(reflect::structure(&item, structure));
            }
        }
        modules.add(&structure.path.modules, code);
    }
    modules
}

fn boxed_types(model: &Model, pieces: &Pieces) -> Modules {
    let mut modules = Modules::default();
    for ty in &model.types {
        let item = Item::new(model, pieces, ty.path.modules.len() + 1);
        modules.add(&ty.path.modules, [boxed_type(&item, ty)]);
    }
    modules
}

fn boxed_type(item: &Item<'_>, ty: &BoxedType) -> TokenStream {
    match &ty.shape {
        Shape::Alias(constructor) => enums::alias(item, ty, &item.model.structs[*constructor]),
        Shape::Held(held) => enums::held(item, ty, held),
        Shape::Option(_) => enums::held(item, ty, &RustType::Parameter(0).optional()),
        Shape::Enum(variants) => enums::definition(item, ty, variants),
        Shape::Empty => enums::definition(item, ty, &[]),
        Shape::Omitted => TokenStream::new(),
    }
}

/// Makes the compiler rebuild when a schema file changes.
pub(crate) fn track_files(files: &[PathBuf]) -> TokenStream {
    let paths = files.iter().map(|file| file.display().to_string());
    quote!(#(const _: &[u8] = ::core::include_bytes!(#paths);)*)
}
