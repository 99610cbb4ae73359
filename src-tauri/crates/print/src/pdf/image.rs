use std::io::Cursor;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::compressed;
use crate::PrintError;

/// The longest side a picture may have, in pixels.
const LARGEST_SIDE: u32 = 8_000;
/// Pictures are at most about 30 mm wide in print: more pixels than this would not show.
const USEFUL_SIDE: u32 = 900;

/// A picture ready to be embedded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pixels: Pixels,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Pixels {
    /// The file itself; PDF knows the format.
    Jpeg { bytes: Vec<u8>, components: u8 },
    /// Three bytes a pixel, and one more elsewhere if some are see-through.
    Plain {
        rgb: Vec<u8>,
        alpha: Option<Vec<u8>>,
    },
}

impl Picture {
    /// Reads a PNG or a JPEG.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, PrintError> {
        if bytes.starts_with(&[0xff, 0xd8]) {
            read_jpeg(bytes)
        } else {
            read_png(bytes)
        }
    }

    /// Whether nothing behind it shows through.
    pub(crate) const fn is_opaque(&self) -> bool {
        !matches!(self.pixels, Pixels::Plain { alpha: Some(_), .. })
    }

    pub(super) fn embed(&self, document: &mut Document) -> ObjectId {
        let mut header = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => i64::from(self.width),
            "Height" => i64::from(self.height),
            "BitsPerComponent" => 8,
        };
        match &self.pixels {
            Pixels::Jpeg { bytes, components } => {
                header.set("Filter", "DCTDecode");
                header.set(
                    "ColorSpace",
                    if *components == 1 {
                        "DeviceGray"
                    } else {
                        "DeviceRGB"
                    },
                );
                document.add_object(Stream::new(header, bytes.clone()))
            }
            Pixels::Plain { rgb, alpha } => {
                if let Some(alpha) = alpha {
                    let mut mask: Dictionary = header.clone();
                    mask.set("ColorSpace", "DeviceGray");
                    let mask_id = document.add_object(compressed(mask, alpha));
                    header.set("SMask", Object::Reference(mask_id));
                }
                header.set("ColorSpace", "DeviceRGB");
                document.add_object(compressed(header, rgb))
            }
        }
    }
}

fn read_png(bytes: &[u8]) -> Result<Picture, PrintError> {
    let mut decoder = png::Decoder::new_with_limits(
        Cursor::new(bytes),
        png::Limits {
            bytes: 300 * 1024 * 1024,
        },
    );
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|_| PrintError::Logo)?;
    let (width, height) = reader.info().size();
    if width == 0 || height == 0 || width > LARGEST_SIDE || height > LARGEST_SIDE {
        return Err(PrintError::Logo);
    }
    let mut buffer = vec![0; reader.output_buffer_size().ok_or(PrintError::Logo)?];
    let frame = reader
        .next_frame(&mut buffer)
        .map_err(|_| PrintError::Logo)?;
    let channels = frame.color_type.samples();
    let grid = Grid {
        width,
        height,
        channels,
        samples: &buffer,
    };
    Ok(grid.reduced())
}

/// Decoded samples, row by row.
struct Grid<'a> {
    width: u32,
    height: u32,
    /// 1 grey, 2 grey and alpha, 3 colours, 4 colours and alpha.
    channels: usize,
    samples: &'a [u8],
}

impl Grid<'_> {
    /// As RGB and alpha, with whole blocks of pixels averaged where there are too many.
    fn reduced(&self) -> Picture {
        let block = self.width.max(self.height).div_ceil(USEFUL_SIDE).max(1);
        let (width, height) = (self.width.div_ceil(block), self.height.div_ceil(block));
        let mut rgb = Vec::new();
        let mut alpha = Vec::new();
        for y in 0..height {
            for x in 0..width {
                let [red, green, blue, opacity] = self.average(x * block, y * block, block);
                rgb.extend([red, green, blue]);
                alpha.push(opacity);
            }
        }
        let opaque = alpha.iter().all(|opacity| *opacity == u8::MAX);
        let alpha = if opaque { None } else { Some(alpha) };
        Picture {
            width,
            height,
            pixels: Pixels::Plain { rgb, alpha },
        }
    }

    /// The mean of a block; colours count by their opacity, so that edges don't turn dark.
    fn average(&self, left: u32, top: u32, block: u32) -> [u8; 4] {
        let (mut sums, mut weight, mut count) = ([0_u64; 3], 0_u64, 0_u64);
        for y in top..(top + block).min(self.height) {
            for x in left..(left + block).min(self.width) {
                let [red, green, blue, opacity] = self.pixel(x, y).map(u64::from);
                for (sum, channel) in sums.iter_mut().zip([red, green, blue]) {
                    *sum += channel * opacity;
                }
                weight += opacity;
                count += 1;
            }
        }
        let byte = |sum: u64, by: u64| {
            u8::try_from(sum.checked_div(by).unwrap_or_default()).unwrap_or(u8::MAX)
        };
        let [red, green, blue] = sums.map(|sum| byte(sum, weight));
        [red, green, blue, byte(weight, count)]
    }

    fn pixel(&self, x: u32, y: u32) -> [u8; 4] {
        let at = (y as usize * self.width as usize + x as usize) * self.channels;
        match self.samples.get(at..at + self.channels) {
            Some([grey]) => [*grey, *grey, *grey, u8::MAX],
            Some([grey, alpha]) => [*grey, *grey, *grey, *alpha],
            Some([red, green, blue]) => [*red, *green, *blue, u8::MAX],
            Some([red, green, blue, alpha]) => [*red, *green, *blue, *alpha],
            _ => [u8::MAX; 4],
        }
    }
}

/// Walks the segments of a JPEG to its frame header; the picture data is not decoded.
fn read_jpeg(bytes: &[u8]) -> Result<Picture, PrintError> {
    let mut rest = bytes.get(2..).unwrap_or_default();
    loop {
        match rest {
            // Fill bytes before a marker.
            [0xff, 0xff, ..] => rest = rest.get(1..).unwrap_or_default(),
            [
                0xff,
                0xc0..=0xc2,
                _,
                _,
                8,
                h1,
                h0,
                w1,
                w0,
                components @ (1 | 3),
                ..,
            ] => {
                let width = u32::from(u16::from_be_bytes([*w1, *w0]));
                let height = u32::from(u16::from_be_bytes([*h1, *h0]));
                if width == 0 || height == 0 || width.max(height) > LARGEST_SIDE {
                    return Err(PrintError::Logo);
                }
                let pixels = Pixels::Jpeg {
                    bytes: bytes.to_vec(),
                    components: *components,
                };
                return Ok(Picture {
                    width,
                    height,
                    pixels,
                });
            }
            // Other kinds of frames (CMYK, lossless, arithmetic) and early picture data.
            [
                0xff,
                0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf | 0xd9..=0xda,
                ..,
            ] => {
                return Err(PrintError::Logo);
            }
            [0xff, _, high, low, ..] => {
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                rest = rest.get(2 + length.max(2)..).ok_or(PrintError::Logo)?;
            }
            _ => return Err(PrintError::Logo),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png_of(width: u32, height: u32, rgba: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Rgba);
        encoder
            .write_header()
            .unwrap()
            .write_image_data(rgba)
            .unwrap();
        bytes
    }

    #[test]
    fn a_small_png_keeps_its_pixels_and_transparency() {
        let picture = Picture::read(&png_of(2, 1, &[255, 0, 0, 255, 0, 0, 255, 10])).unwrap();
        assert_eq!((picture.width, picture.height), (2, 1));
        assert!(!picture.is_opaque());
        let Pixels::Plain { rgb, alpha } = picture.pixels else {
            panic!("not plain")
        };
        assert_eq!(rgb, [255, 0, 0, 0, 0, 255]);
        assert_eq!(alpha, Some(vec![255, 10]));
    }

    #[test]
    fn a_large_png_is_reduced_to_what_print_shows() {
        let picture = Picture::read(&png_of(2000, 100, &vec![255; 2000 * 100 * 4])).unwrap();
        assert!(picture.is_opaque());
        assert_eq!((picture.width, picture.height), (667, 34));
    }

    #[test]
    fn a_jpeg_is_measured_without_decoding() {
        let header = [
            0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 0, 30, 0, 40, 3, 0, 0, 0,
        ];
        let picture = Picture::read(&header).unwrap();
        assert_eq!((picture.width, picture.height), (40, 30));
    }

    #[test]
    fn damaged_pictures_are_refused() {
        let whole = png_of(4, 4, &[9; 64]);
        for wrong in [
            &b""[..],
            b"hello",
            b"\xff\xd8",
            b"\xff\xd8\xff\xe0\xff\xff",
            b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x00\x00\x00\x03",
            b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x05\x00\x05\x04",
            &whole[..whole.len() / 2],
        ] {
            assert_eq!(Picture::read(wrong), Err(PrintError::Logo), "{wrong:?}");
        }
    }
}
