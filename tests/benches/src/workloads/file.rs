//! A part of a file.

use crate::api::owned::types;
use crate::sample::random::Random;
use crate::workload::Workload;
use crate::{api, tl_proto};

pub(super) struct File;

impl Workload for File {
    const KEY: &'static str = "file";
    const TITLE: &'static str = "4 upload.file of 512 KiB";

    type Owned = api::owned::enums::upload::File;
    #[cfg(feature = "borrow")]
    type Borrowed<'a> = api::borrowed::enums::upload::File<'a>;
    #[cfg(feature = "borrow")]
    type Unchecked<'a> = api::unchecked::enums::upload::File<'a>;
    type Grammers = grammers_tl_types::enums::upload::File;
    type TlProto<'a> = tl_proto::api::UploadFile<'a>;

    fn value() -> Self::Owned {
        let bytes = Random::new().bytes(512 << 10);
        let file =
            types::upload::File { r#type: types::storage::FileJpeg.into(), mtime: 1_750_000_000, bytes };
        file.into()
    }
}
