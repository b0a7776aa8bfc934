//! How a value is encoded, where that is not its Rust type's own boxed form: the forms of the runtime.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::item::Item;
use crate::codegen::pieces::hex;
use crate::model::Field;
use crate::options::StringMode;
use crate::resolve::builtin::Builtin;
use crate::resolve::ty::Type;

/// A form, as an expression and as a type.
enum Form {
    Boxed,
    Bare,
    Lossy,
    Heap(Box<Form>),
    Vector(Box<Form>),
    Counted(Box<Form>),
    Array(Box<Form>),
    WithId(u32, Box<Form>),
}

/// `Heap(Counted(Bare))`: the form of a field's value, `None` where its type's own is right.
pub(super) fn of_field(item: &Item<'_>, field: &Field) -> Option<TokenStream> {
    let form = match field.boxed {
        true => Some(Form::Heap(Box::new(Form::of(item, &field.ty)))),
        false => Form::special(item, &field.ty),
    };
    Some(form?.value(item))
}

/// `WithId<0xa8509bda, Boxed>`: the type of a form, `None` where the Rust type's own is right.
pub(super) fn type_of_special(item: &Item<'_>, ty: &Type) -> Option<TokenStream> {
    Some(Form::special(item, ty)?.ty(item))
}

impl Form {
    fn of(item: &Item<'_>, ty: &Type) -> Form {
        Form::special(item, ty).unwrap_or(Form::Boxed)
    }

    /// The form of a type, `None` where the Rust type's own is right.
    fn special(item: &Item<'_>, ty: &Type) -> Option<Form> {
        match ty {
            Type::Builtin(Builtin::String) if item.model.string == StringMode::Lossy => Some(Form::Lossy),
            // A combinator of the runtime, which knows its id.
            Type::BoxedBuiltin { builtin: Builtin::True, .. } => None,
            Type::BoxedBuiltin { builtin, id } => {
                let inner = Form::of(item, &Type::Builtin(*builtin));
                Some(Form::WithId(*id, Box::new(inner)))
            }
            Type::Vector { boxed: true, element } => {
                Some(Form::Vector(Box::new(Form::special(item, element)?)))
            }
            Type::Vector { boxed: false, element } => Some(Form::Counted(Box::new(Form::of(item, element)))),
            Type::Array { element, .. } => Some(Form::Array(Box::new(Form::of(item, element)))),
            Type::Bare(_) => Some(Form::Bare),
            Type::External(external) if !external.boxed => Some(Form::Bare),
            Type::External(_)
            | Type::Builtin(_)
            | Type::Boxed(_)
            | Type::Parameter(_)
            | Type::Raw
            | Type::Unknown
            | Type::AnyCombinator => None,
        }
    }

    fn value(&self, item: &Item<'_>) -> TokenStream {
        let tl = item.runtime();
        match self {
            Form::Boxed => quote!(#tl::private::Boxed),
            Form::Bare => quote!(#tl::private::Bare),
            Form::Lossy => quote!(#tl::private::Lossy),
            Form::Heap(inner) => {
                let inner = inner.value(item);
                quote!(#tl::private::Heap(#inner))
            }
            Form::Vector(element) => {
                let element = element.value(item);
                quote!(#tl::private::Vector(#element))
            }
            Form::Counted(element) => {
                let element = element.value(item);
                quote!(#tl::private::Counted(#element))
            }
            Form::Array(element) => {
                let element = element.value(item);
                quote!(#tl::private::Array(#element))
            }
            Form::WithId(id, inner) => {
                let (id, inner) = (hex(*id), inner.value(item));
                quote!(#tl::private::WithId::<#id, _>(#inner))
            }
        }
    }

    fn ty(&self, item: &Item<'_>) -> TokenStream {
        let tl = item.runtime();
        match self {
            // The name of a unit struct is its value, too.
            Form::Boxed | Form::Bare | Form::Lossy => self.value(item),
            Form::Heap(inner) => {
                let inner = inner.ty(item);
                quote!(#tl::private::Heap<#inner>)
            }
            Form::Vector(element) => {
                let element = element.ty(item);
                quote!(#tl::private::Vector<#element>)
            }
            Form::Counted(element) => {
                let element = element.ty(item);
                quote!(#tl::private::Counted<#element>)
            }
            Form::Array(element) => {
                let element = element.ty(item);
                quote!(#tl::private::Array<#element>)
            }
            Form::WithId(id, inner) => {
                let (id, inner) = (hex(*id), inner.ty(item));
                quote!(#tl::private::WithId<#id, #inner>)
            }
        }
    }
}
