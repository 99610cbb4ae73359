use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

use crate::PrintError;

/// Modules on a side of a version 1 code, which holds 13 digits even with the strongest
/// correction.
pub(crate) const QR_MODULES: u8 = 21;

/// The black areas of a QR code of `digits`, as few rectangles as runs allow: left, top, width
/// and height in modules.
pub(crate) fn qr_rectangles(digits: &str) -> Result<Vec<[u8; 4]>, PrintError> {
    let refuse = || PrintError::CardNumber {
        number: digits.to_owned(),
    };
    if digits.is_empty() || !QrSegment::is_numeric(digits) {
        return Err(refuse());
    }
    let version = Version::new(1);
    let segments = [QrSegment::make_numeric(digits)];
    let code =
        QrCode::encode_segments_advanced(&segments, QrCodeEcc::High, version, version, None, false)
            .map_err(|_| refuse())?;
    Ok(rectangles(&code))
}

fn rectangles(code: &QrCode) -> Vec<[u8; 4]> {
    let mut done: Vec<[u8; 4]> = Vec::new();
    for y in 0..QR_MODULES {
        let mut x = 0;
        while x < QR_MODULES {
            let left = x;
            while x < QR_MODULES && code.get_module(i32::from(x), i32::from(y)) {
                x += 1;
            }
            if x > left {
                extend_or_add(&mut done, left, y, x - left);
            }
            x += 1;
        }
    }
    done
}

/// A run right under an equal run makes that rectangle taller.
fn extend_or_add(done: &mut Vec<[u8; 4]>, left: u8, y: u8, width: u8) {
    let above = done.iter_mut().rev().find(|[x, top, above_width, height]| {
        *x == left && *above_width == width && top + height == y
    });
    match above {
        Some([_, _, _, height]) => *height += 1,
        None => done.push([left, y, width, 1]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rectangles_cover_exactly_the_black_modules() {
        let digits = "2904718263550";
        let version = Version::new(1);
        let code = QrCode::encode_segments_advanced(
            &[QrSegment::make_numeric(digits)],
            QrCodeEcc::High,
            version,
            version,
            None,
            false,
        )
        .unwrap();
        let mut seen = [[0u8; 21]; 21];
        for [left, top, width, height] in qr_rectangles(digits).unwrap() {
            for y in top..top + height {
                for x in left..left + width {
                    seen[usize::from(y)][usize::from(x)] += 1;
                }
            }
        }
        for y in 0..21u8 {
            for x in 0..21u8 {
                let black = code.get_module(i32::from(x), i32::from(y));
                assert_eq!(
                    seen[usize::from(y)][usize::from(x)],
                    u8::from(black),
                    "{x},{y}"
                );
            }
        }
    }

    #[test]
    fn only_digits_are_encoded() {
        assert!(qr_rectangles("29047A8263556").is_err());
        assert!(qr_rectangles("").is_err());
    }
}
