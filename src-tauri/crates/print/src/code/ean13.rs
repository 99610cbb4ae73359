use crate::PrintError;

/// Width of the bars, in modules.
pub(crate) const MODULES: u8 = 95;
/// White space a scanner needs, in modules.
pub(crate) const QUIET_LEFT: u8 = 11;
/// White space a scanner needs, in modules.
pub(crate) const QUIET_RIGHT: u8 = 7;

/// A card number whose check digit is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ean13([u8; 13]);

/// A black bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bar {
    /// Modules from the left edge of the first bar.
    pub(crate) left: u8,
    /// In modules.
    pub(crate) width: u8,
    /// Guard bars reach down between the digits.
    pub(crate) is_guard: bool,
}

/// The seven modules of each digit in the left half with odd parity, as bits. The right half
/// inverts them, even parity mirrors the right half.
const ODD: [u8; 10] = [
    0b000_1101, 0b001_1001, 0b001_0011, 0b011_1101, 0b010_0011, 0b011_0001, 0b010_1111, 0b011_1011,
    0b011_0111, 0b000_1011,
];

/// Which of the six left digits have even parity, by the first digit, as bits.
const EVEN_POSITIONS: [u8; 10] = [
    0b00_0000, 0b00_1011, 0b00_1101, 0b00_1110, 0b01_0011, 0b01_1001, 0b01_1100, 0b01_0101,
    0b01_0110, 0b01_1010,
];

impl Ean13 {
    /// Refuses anything but 13 ASCII digits with the right check digit.
    pub(crate) fn parse(number: &str) -> Result<Self, PrintError> {
        let refuse = || PrintError::CardNumber {
            number: number.to_owned(),
        };
        let mut digits = [0; 13];
        if number.len() != digits.len() {
            return Err(refuse());
        }
        for (digit, byte) in digits.iter_mut().zip(number.bytes()) {
            *digit = byte
                .checked_sub(b'0')
                .filter(|value| *value <= 9)
                .ok_or_else(refuse)?;
        }
        let sum: u32 = digits
            .iter()
            .enumerate()
            .map(|(place, digit)| u32::from(*digit) * if place % 2 == 0 { 1 } else { 3 })
            .sum();
        if sum.is_multiple_of(10) {
            Ok(Self(digits))
        } else {
            Err(refuse())
        }
    }

    /// The digits as they stand under the bars: the first, the left six, the right six.
    pub(crate) fn groups(self) -> [String; 3] {
        let mut groups = [String::new(), String::new(), String::new()];
        for (place, digit) in self.0.into_iter().enumerate() {
            let group = if place == 0 { 0 } else { 1 + (place - 1) / 6 };
            if let Some(text) = groups.get_mut(group) {
                text.push(char::from(b'0' + digit));
            }
        }
        groups
    }

    /// The black bars, left to right.
    pub(crate) fn bars(self) -> Vec<Bar> {
        let [first, digits @ ..] = self.0;
        let even = EVEN_POSITIONS
            .get(usize::from(first))
            .copied()
            .unwrap_or_default();
        let mut line = Line::default();
        line.guard(&[true, false, true]);
        for (place, digit) in digits.into_iter().enumerate() {
            if place == 6 {
                line.guard(&[false, true, false, true, false]);
            }
            let odd = ODD.get(usize::from(digit)).copied().unwrap_or_default();
            let right = !odd & 0b111_1111;
            line.digit(match place {
                0..=5 if even & (0b10_0000 >> place) != 0 => right.reverse_bits() >> 1,
                0..=5 => odd,
                _ => right,
            });
        }
        line.guard(&[true, false, true]);
        line.bars
    }
}

/// Bars in the making.
#[derive(Default)]
struct Line {
    bars: Vec<Bar>,
    at: u8,
}

impl Line {
    fn guard(&mut self, modules: &[bool]) {
        for black in modules {
            self.module(*black, true);
        }
    }

    fn digit(&mut self, bits: u8) {
        for bit in (0..7).rev() {
            self.module(bits & (1 << bit) != 0, false);
        }
    }

    fn module(&mut self, black: bool, is_guard: bool) {
        if black {
            match self.bars.last_mut() {
                Some(bar) if bar.left + bar.width == self.at && bar.is_guard == is_guard => {
                    bar.width += 1;
                }
                _ => self.bars.push(Bar {
                    left: self.at,
                    width: 1,
                    is_guard,
                }),
            }
        }
        self.at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn modules(number: &str) -> String {
        let mut line = vec!['0'; usize::from(MODULES)];
        for bar in Ean13::parse(number).unwrap().bars() {
            for at in bar.left..bar.left + bar.width {
                line[usize::from(at)] = '1';
            }
        }
        line.into_iter().collect()
    }

    /// Worked out by hand from the tables of the standard; all first digits are read back by a
    /// scanner in `tests/codes.rs`.
    #[test]
    fn bars_of_a_known_number() {
        let (left, right) = (
            "000110101001110111101000101100101110011101",
            "110011010011101001110101110010010001010000",
        );
        assert_eq!(
            modules("4003994155486"),
            format!("101{left}01010{right}101")
        );
    }

    #[test]
    fn guards_are_where_they_belong() {
        let bars = Ean13::parse("2904718263550").unwrap().bars();
        let guards: Vec<u8> = bars
            .iter()
            .filter(|bar| bar.is_guard)
            .map(|bar| bar.left)
            .collect();
        assert_eq!(guards, [0, 2, 46, 48, 92, 94]);
        assert_eq!(bars.len(), 30);
    }

    #[test]
    fn a_wrong_number_is_refused() {
        for wrong in [
            "",
            "290471826355",
            "2904718263556",
            "29047182635506",
            "290471826355x",
            "٢٩٠٤٧١٨",
            " 904718263550",
        ] {
            let refused = PrintError::CardNumber {
                number: wrong.into(),
            };
            assert_eq!(Ean13::parse(wrong), Err(refused));
        }
    }

    #[test]
    fn every_single_wrong_digit_is_noticed() {
        let right = "2904718263550";
        assert!(Ean13::parse(right).is_ok());
        for place in 0..13 {
            for digit in '0'..='9' {
                let mut digits: Vec<char> = right.chars().collect();
                if digits[place] != digit {
                    digits[place] = digit;
                    let wrong: String = digits.into_iter().collect();
                    assert!(Ean13::parse(&wrong).is_err(), "{wrong}");
                }
            }
        }
    }

    #[test]
    fn digits_stand_in_three_groups() {
        assert_eq!(
            Ean13::parse("2904718263550").unwrap().groups(),
            ["2", "904718", "263550"]
        );
    }
}
