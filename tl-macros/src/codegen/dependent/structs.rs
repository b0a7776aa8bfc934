//! The forms of structs.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::dependent::{
    FORMS, Implementations, definition, forms_of, implementations, structure_path,
};
use crate::codegen::form::{self, Numbers};
use crate::codegen::header::Header;
use crate::codegen::item::{Item, local, member};
use crate::codegen::paths::Paths;
use crate::codegen::pieces::number;
use crate::codegen::rust_type::{declared, field_type};
use crate::codegen::tokens::Tokens;
use crate::codegen::{decode, encode};
use crate::model::{Role, Struct};

/// ```text
/// impl<X, Y> Pair<X, Y> {
///     pub fn write_with<XForm: EncodeAs<X>, YForm: EncodeAs<Y>>(
///         &self,
///         arguments: super::forms::PairForm<XForm, YForm>,
///         mut writer: Writer<'_>,
///     ) { … }
///     pub fn read_with<'a, XForm: DecodeAs<'a, X>, YForm: DecodeAs<'a, Y>>(
///         arguments: super::forms::PairForm<XForm, YForm>,
///         reader: &mut Reader<'a>,
///     ) -> Result<Self, DecodeError> { … }
/// }
/// ```
pub(in crate::codegen) fn methods(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let Paths { writer: writer_type, reader: reader_type, result, decode_error, .. } = item.paths;
    let Paths { encode_as, decode_as, .. } = item.paths;
    let (writer, reader, arguments) = (local("writer"), local("reader"), local("arguments"));
    let forms = || forms_of(&structure.parameters);
    let form = item.path(FORMS, &structure_path(structure));
    let form = form.then(Tokens::in_angles(forms().map(|(_, form)| Tokens::from(form))));
    let (write, read, inline) = (encode::body(item, structure), decode::body(item, structure), item.inline());
    let writes = forms().map(|(ty, form)| quote!(#form: #encode_as<#ty>));
    let writes = Tokens::in_angles(writes);
    let lifetime = (!structure.borrows).then(|| quote!('a));
    let reads = forms().map(|(ty, form)| quote!(#form: #decode_as<'a, #ty>));
    let reads = Tokens::in_angles(lifetime.into_iter().chain(reads));
    let methods = quote! {
        #[doc(hidden)]
        #[allow(unused_variables, unused_mut)]
        #inline
        pub fn write_with #writes (&self, #arguments: #form, mut #writer: #writer_type<'_>) {
            #write
        }

        #[doc(hidden)]
        #[allow(unused_variables)]
        #inline
        pub fn read_with #reads (
            #arguments: #form,
            #reader: &mut #reader_type<'a>,
        ) -> #result<Self, #decode_error> {
            #read
        }
    };
    Header::inherent().on_struct(structure, methods)
}

/// ```text
/// impl<X, Y, XForm: EncodeAs<X>, YForm: EncodeAs<Y>> EncodeAs<super::types::Pair<X, Y>> for PairForm<XForm, YForm> {
///     fn write(self, value: &super::types::Pair<X, Y>, mut writer: Writer<'_>) {
///         writer.dependent::<Id<super::types::Pair<X, Y>>>(|writer| value.write_with(self, writer));
///     }
/// }
/// impl<'a, X, Y, XForm: DecodeAs<'a, X>, YForm: DecodeAs<'a, Y>> DecodeAs<'a, super::types::Pair<X, Y>> for PairForm<XForm, YForm> {
///     fn min_size(self) -> usize { … }
///     fn read(self, reader: &mut Reader<'a>) -> Result<super::types::Pair<X, Y>, DecodeError> {
///         reader.dependent::<Id<super::types::Pair<X, Y>>, _>(|reader| super::types::Pair::read_with(self, reader))
///     }
/// }
/// ```
pub(super) fn of_structure(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let path = structure_path(structure);
    let definition = definition(item, &path, &structure.parameters);
    let function = item.structure(structure);
    let ty = function.clone().then(Tokens::in_angles(declared(structure.borrows, &structure.parameters)));
    let (writer, reader) = (local("writer"), local("reader"));
    let (cfgs, head) = (&structure.cfgs, encode::head(item, structure));
    let cfgs = quote!(#(#[#cfgs])*);
    let head = quote!(#head<#ty>);
    let code = implementations(
        item,
        &Implementations {
            path: &path,
            ty: &ty,
            borrows: structure.borrows,
            parameters: &structure.parameters,
            cfgs: cfgs.clone(),
            write: quote!(#writer.dependent::<#head>(|writer| value.write_with(self, writer));),
            least: least(item, structure),
            hint: hint(item, structure),
            read: quote!(#reader.dependent::<#head, #ty>(|reader| #function::read_with(self, reader))),
        },
    );
    quote!(#cfgs #definition #code)
}

/// The least size: that with any arguments, or that with these arguments, if it is larger. Their sum would count some
/// fields twice.
fn least(item: &Item<'_>, structure: &Struct) -> TokenStream {
    let (min_size, arguments, least) = (&item.paths.min_size, local("arguments"), number(structure.least));
    // A form that calls itself would recurse without end.
    let fields = structure.fields.iter().filter(|field| {
        let depends = field.form.has_arguments() && !field.form.has_fields();
        matches!(field.role, Role::Value) && depends && field.condition.is_none() && !structure.recursive
    });
    let sizes = fields.map(|field| {
        let ty = field_type(item, structure, &field.ty);
        let form = form::any(item, &field.form, &Numbers::Least(structure));
        quote!(.saturating_add(#min_size::<#ty>(#form)))
    });
    let sizes: Vec<TokenStream> = sizes.collect();
    match &sizes[..] {
        [] => quote!(#least),
        sizes => {
            let usize = &item.paths.usize;
            quote!(let #arguments = self; (0 as #usize) #(#sizes)* .max(#least))
        }
    }
}

/// A cheap lower bound on the encoded length: `let arguments = self; 8 + EncodeAs::size_hint(arguments.X, &value.a)`
fn hint(item: &Item<'_>, structure: &Struct) -> Option<TokenStream> {
    // A hint must not follow a value down all its levels.
    let hint = structure.hint.as_ref().filter(|_| !structure.recursive)?;
    let (encode_as, arguments, others) = (&item.paths.encode_as, local("arguments"), number(hint.others));
    let long = hint.long.iter().map(|&field| {
        let field = &structure.fields[field];
        let (name, form) = (member(field), form::any(item, &field.form, &Numbers::Least(structure)));
        quote!(#encode_as::size_hint(#form, &value.#name))
    });
    Some(quote!(let #arguments = self; #others #(+ #long)*))
}
