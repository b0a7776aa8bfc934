//! `MessageMedia` and what it holds.

use tl_proto::{TlRead, TlWrite};

use crate::tl_proto::{Unused, Vector};

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum MessageMedia<'tl> {
    #[tl(id = 0x3ded_6320)]
    Empty,
    #[tl(id = 0xe216_eb63)]
    Photo {
        #[tl(flags)]
        flags: (),
        #[tl(flags_bit = "flags.3")]
        spoiler: Option<()>,
        #[tl(flags_bit = "flags.4")]
        live_photo: Option<()>,
        #[tl(flags_bit = "flags.0")]
        photo: Option<Photo<'tl>>,
        #[tl(flags_bit = "flags.2")]
        ttl_seconds: Option<i32>,
        #[tl(flags_bit = "flags.4")]
        video: Option<Document<'tl>>,
    },
    #[tl(id = 0x52d8_ccd9)]
    Document {
        #[tl(flags)]
        flags: (),
        #[tl(flags_bit = "flags.3")]
        nopremium: Option<()>,
        #[tl(flags_bit = "flags.4")]
        spoiler: Option<()>,
        #[tl(flags_bit = "flags.6")]
        video: Option<()>,
        #[tl(flags_bit = "flags.7")]
        round: Option<()>,
        #[tl(flags_bit = "flags.8")]
        voice: Option<()>,
        #[tl(flags_bit = "flags.0")]
        document: Option<Document<'tl>>,
        #[tl(flags_bit = "flags.5")]
        alt_documents: Option<Vector<Document<'tl>>>,
        #[tl(flags_bit = "flags.9")]
        video_cover: Option<Photo<'tl>>,
        #[tl(flags_bit = "flags.10")]
        video_timestamp: Option<i32>,
        #[tl(flags_bit = "flags.2")]
        ttl_seconds: Option<i32>,
    },
    #[tl(id = 0xddf1_0c3b)]
    WebPage {
        #[tl(flags)]
        flags: (),
        #[tl(flags_bit = "flags.0")]
        force_large_media: Option<()>,
        #[tl(flags_bit = "flags.1")]
        force_small_media: Option<()>,
        #[tl(flags_bit = "flags.3")]
        manual: Option<()>,
        #[tl(flags_bit = "flags.4")]
        safe: Option<()>,
        webpage: WebPage<'tl>,
    },
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum Photo<'tl> {
    #[tl(id = 0x2331_b22d)]
    Empty { id: i64 },
    #[tl(id = 0xfb19_7a65)]
    Photo {
        #[tl(flags)]
        flags: (),
        #[tl(flags_bit = "flags.0")]
        has_stickers: Option<()>,
        id: i64,
        access_hash: i64,
        file_reference: &'tl [u8],
        date: i32,
        sizes: Vector<PhotoSize<'tl>>,
        #[tl(flags_bit = "flags.1")]
        video_sizes: Option<Vector<Unused>>,
        dc_id: i32,
    },
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum PhotoSize<'tl> {
    #[tl(id = 0x75c7_8e60)]
    Size { kind: &'tl [u8], w: i32, h: i32, size: i32 },
    #[tl(id = 0xe0b0_bc2e)]
    Stripped { kind: &'tl [u8], bytes: &'tl [u8] },
    #[tl(id = 0xfa3e_fb95)]
    Progressive { kind: &'tl [u8], w: i32, h: i32, sizes: Vector<i32> },
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum Document<'tl> {
    #[tl(id = 0x36f8_c871)]
    Empty { id: i64 },
    #[tl(id = 0x8fd4_c4d8)]
    Document {
        #[tl(flags)]
        flags: (),
        id: i64,
        access_hash: i64,
        file_reference: &'tl [u8],
        date: i32,
        mime_type: &'tl [u8],
        size: i64,
        #[tl(flags_bit = "flags.0")]
        thumbs: Option<Vector<PhotoSize<'tl>>>,
        #[tl(flags_bit = "flags.1")]
        video_thumbs: Option<Vector<Unused>>,
        dc_id: i32,
        attributes: Vector<DocumentAttribute<'tl>>,
    },
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum DocumentAttribute<'tl> {
    #[tl(id = 0x6c37_c15c)]
    ImageSize { w: i32, h: i32 },
    #[tl(id = 0x11b5_8939)]
    Animated,
    #[tl(id = 0x43c5_7c48)]
    Video {
        #[tl(flags)]
        flags: (),
        #[tl(flags_bit = "flags.0")]
        round_message: Option<()>,
        #[tl(flags_bit = "flags.1")]
        supports_streaming: Option<()>,
        #[tl(flags_bit = "flags.3")]
        nosound: Option<()>,
        duration: u64,
        w: i32,
        h: i32,
        #[tl(flags_bit = "flags.2")]
        preload_prefix_size: Option<i32>,
        #[tl(flags_bit = "flags.4")]
        video_start_ts: Option<u64>,
        #[tl(flags_bit = "flags.5")]
        video_codec: Option<&'tl [u8]>,
    },
    #[tl(id = 0x1559_0068)]
    Filename { file_name: &'tl [u8] },
}

#[derive(TlRead, TlWrite)]
#[tl(boxed)]
pub(crate) enum WebPage<'tl> {
    #[tl(id = 0x211a_1788)]
    Empty {
        #[tl(flags)]
        flags: (),
        id: i64,
        #[tl(flags_bit = "flags.0")]
        url: Option<&'tl [u8]>,
    },
    #[tl(id = 0xe89c_45b2)]
    WebPage(WebPageFields<'tl>),
}

#[derive(TlRead, TlWrite)]
pub(crate) struct WebPageFields<'tl> {
    #[tl(flags)]
    flags: (),
    #[tl(flags_bit = "flags.13")]
    has_large_media: Option<()>,
    #[tl(flags_bit = "flags.14")]
    video_cover_photo: Option<()>,
    id: i64,
    url: &'tl [u8],
    display_url: &'tl [u8],
    hash: i32,
    #[tl(flags_bit = "flags.0")]
    kind: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.1")]
    site_name: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.2")]
    title: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.3")]
    description: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.4")]
    photo: Option<Photo<'tl>>,
    #[tl(flags_bit = "flags.5")]
    embed_url: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.5")]
    embed_type: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.6")]
    embed_width: Option<i32>,
    #[tl(flags_bit = "flags.6")]
    embed_height: Option<i32>,
    #[tl(flags_bit = "flags.7")]
    duration: Option<i32>,
    #[tl(flags_bit = "flags.8")]
    author: Option<&'tl [u8]>,
    #[tl(flags_bit = "flags.9")]
    document: Option<Document<'tl>>,
    #[tl(flags_bit = "flags.10")]
    cached_page: Option<Unused>,
    #[tl(flags_bit = "flags.12")]
    attributes: Option<Vector<Unused>>,
}
