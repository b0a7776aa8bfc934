//! Photos, videos, pages of the web.

use crate::api::owned::{enums, types};
use crate::sample::message::link;
use crate::sample::random::Random;

/// A photo in four sizes.
pub(crate) fn photo_message(random: &mut Random) -> enums::MessageMedia {
    let mut media = types::MessageMediaPhoto::new();
    media.photo = Some(photo(random).into());
    media.into()
}

/// A video with a preview.
pub(crate) fn video_message(random: &mut Random) -> enums::MessageMedia {
    let mut media = types::MessageMediaDocument::new();
    media.video = true;
    media.document = Some(video(random));
    media.into()
}

/// A link with its preview.
pub(crate) fn page_message(random: &mut Random) -> enums::MessageMedia {
    let url = link(random);
    let mut page = types::WebPage::new(random.long(), url.clone(), url["https://".len()..].to_owned(), 0);
    page.r#type = Some("article".to_owned());
    page.site_name = Some(random.word(10));
    page.title = Some(random.text(40));
    page.description = Some(random.text(160));
    page.photo = Some(photo(random).into());
    types::MessageMediaWebPage::new(page.into()).into()
}

fn photo(random: &mut Random) -> enums::Photo {
    let mut sizes = vec![stripped(random)];
    sizes.extend([("m", 320), ("x", 800)].map(|(name, side)| size(random, name, side)));
    let progressive = types::PhotoSizeProgressive {
        r#type: "y".to_owned(),
        w: 1280,
        h: 960,
        sizes: (1..6).map(|part| part * random.int(10_000..20_000)).collect(),
    };
    sizes.push(progressive.into());
    let (id, access_hash, reference) = (random.long(), random.long(), random.bytes(29));
    types::Photo::new(id, access_hash, reference, random.date(), sizes, random.int(1..6)).into()
}

fn stripped(random: &mut Random) -> enums::PhotoSize {
    types::PhotoStrippedSize { r#type: "i".to_owned(), bytes: random.bytes(120) }.into()
}

fn size(random: &mut Random, name: &str, side: i32) -> enums::PhotoSize {
    types::PhotoSize { r#type: name.to_owned(), w: side, h: side * 3 / 4, size: random.int(5_000..90_000) }
        .into()
}

fn video(random: &mut Random) -> enums::Document {
    let mut shape = types::DocumentAttributeVideo::new(f64::from(random.int(5..600)), 1920, 1080);
    shape.supports_streaming = true;
    let file_name = format!("{}.mp4", random.word(10));
    let attributes = vec![shape.into(), types::DocumentAttributeFilename { file_name }.into()];
    let mut document = types::Document::new(
        random.long(),
        random.long(),
        random.bytes(29),
        random.date(),
        "video/mp4".to_owned(),
        i64::from(random.int(100_000..i32::MAX)),
        random.int(1..6),
        attributes,
    );
    document.thumbs = Some(vec![stripped(random), size(random, "m", 320)]);
    document.into()
}
