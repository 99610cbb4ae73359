use qrcodegen::{QrCode, QrCodeEcc};

/// White around the code, in modules: what the standard asks for.
const QUIET_MODULES: i32 = 4;
/// Pixels on a module's side, sharp on a phone's dense screen.
const SCALE: i32 = 10;

/// The QR code of a card's number as a black and white PNG with its quiet zone. Nothing comes of
/// a number that no code can hold.
#[must_use]
pub fn card_png(number: &str) -> Option<Vec<u8>> {
    let code = QrCode::encode_text(number, QrCodeEcc::High).ok()?;
    let side = (code.size() + 2 * QUIET_MODULES) * SCALE;
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, side.unsigned_abs(), side.unsigned_abs());
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&pixels(&code, side)).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

fn pixels(code: &QrCode, side: i32) -> Vec<u8> {
    let module = |pixel: i32| pixel / SCALE - QUIET_MODULES;
    (0..side)
        .flat_map(|y| (0..side).map(move |x| (x, y)))
        .map(|(x, y)| {
            // Outside the code every module is light.
            if code.get_module(module(x), module(y)) {
                0
            } else {
                255
            }
        })
        .collect()
}
