use crate::PrintError;

/// An opaque colour. There is no transparency in our documents: tints are mixed beforehand, so
/// that card printers with old interpreters show the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Color {
    pub(crate) red: u8,
    pub(crate) green: u8,
    pub(crate) blue: u8,
}

impl Color {
    pub(crate) const WHITE: Self = Self::rgb(0xff, 0xff, 0xff);
    pub(crate) const BLACK: Self = Self::rgb(0, 0, 0);
    /// Text.
    pub(crate) const INK: Self = Self::rgb(0x2a, 0x1f, 0x19);
    /// Labels.
    pub(crate) const INK_SOFT: Self = Self::rgb(0x65, 0x56, 0x4b);
    /// Footnotes; still 5:1 on white.
    pub(crate) const INK_QUIET: Self = Self::rgb(0x78, 0x6a, 0x5e);
    /// Hairlines.
    pub(crate) const LINE: Self = Self::rgb(0xe0, 0xd5, 0xc7);
    /// Better than before.
    pub(crate) const GOOD: Self = Self::rgb(0x25, 0x6b, 0x4d);
    /// Worse than before.
    pub(crate) const BAD: Self = Self::rgb(0xa3, 0x2a, 0x2a);

    pub(crate) const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// Reads "#a84a24" or "#A84A24".
    pub(crate) fn parse(text: &str) -> Result<Self, PrintError> {
        let refuse = || PrintError::Color {
            color: text.to_owned(),
        };
        let digits = text.strip_prefix('#').ok_or_else(refuse)?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(refuse());
        }
        let value = u32::from_str_radix(digits, 16).map_err(|_| refuse())?;
        let [_, red, green, blue] = value.to_be_bytes();
        Ok(Self { red, green, blue })
    }

    /// This colour with `share` (0 to 1) of `other` in it.
    pub(crate) fn mix(self, other: Self, share: f32) -> Self {
        let channel = |own: u8, other: u8| {
            let mixed = f32::from(own).mul_add(1.0 - share, f32::from(other) * share);
            #[expect(clippy::cast_possible_truncation, reason = "clamped to a byte")]
            #[expect(clippy::cast_sign_loss, reason = "clamped to a byte")]
            let byte = mixed.round().clamp(0.0, 255.0) as u8;
            byte
        };
        Self {
            red: channel(self.red, other.red),
            green: channel(self.green, other.green),
            blue: channel(self.blue, other.blue),
        }
    }

    /// Contrast by WCAG 2: 1 (none) to 21 (black on white).
    pub(crate) fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// White or ink, whichever reads better on this ground. White is preferred while it is
    /// readable in large type (3:1), because it looks calmer on a strong colour.
    pub(crate) fn text_on(self) -> Self {
        if self.contrast(Self::WHITE) >= 3.0 {
            Self::WHITE
        } else {
            Self::INK
        }
    }

    /// This hue, darkened as far as `contrast` on white needs.
    pub(crate) fn on_white(self, contrast: f32) -> Self {
        let mut color = self;
        for _ in 0..40 {
            if color.contrast(Self::WHITE) >= contrast {
                break;
            }
            color = color.mix(Self::INK, 0.06);
        }
        color
    }

    fn luminance(self) -> f32 {
        let linear = |channel: u8| {
            let value = f32::from(channel) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.0722f32.mul_add(
            linear(self.blue),
            0.2126f32.mul_add(linear(self.red), 0.7152 * linear(self.green)),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_full_hex_colours() {
        assert_eq!(Color::parse("#a84a24"), Ok(Color::rgb(0xa8, 0x4a, 0x24)));
        assert_eq!(Color::parse("#FFFFFF"), Ok(Color::WHITE));
        for wrong in [
            "", "a84a24", "#a84a2", "#a84a245", "#a84a2g", "#+84a24", "#жжж",
        ] {
            assert_eq!(
                Color::parse(wrong),
                Err(PrintError::Color {
                    color: wrong.into()
                })
            );
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((Color::BLACK.contrast(Color::WHITE) - 21.0).abs() < 0.01);
        assert!((Color::rgb(0x77, 0x77, 0x77).contrast(Color::WHITE) - 4.48).abs() < 0.01);
    }

    #[test]
    fn text_is_readable_on_any_brand() {
        for (brand, text) in [
            ("#a84a24", Color::WHITE),
            ("#f5d90a", Color::INK),
            ("#ffffff", Color::INK),
        ] {
            assert_eq!(Color::parse(brand).unwrap().text_on(), text, "{brand}");
        }
        for step in 0..=255u8 {
            let brand = Color::rgb(step, 255 - step / 2, step / 3);
            assert!(brand.text_on().contrast(brand) >= 3.0, "{brand:?}");
        }
    }

    #[test]
    fn a_light_brand_is_darkened_for_lines() {
        let yellow = Color::parse("#f5d90a").unwrap();
        assert!(yellow.on_white(4.5).contrast(Color::WHITE) >= 4.5);
        let brown = Color::parse("#a84a24").unwrap();
        assert_eq!(brown.on_white(4.5), brown);
    }
}
