//! The machine-readable card number: an EAN-13 barcode and a QR code of the same digits.

mod ean13;
mod qr;

pub(crate) use ean13::{Ean13, MODULES, QUIET_LEFT, QUIET_RIGHT};
pub(crate) use qr::{QR_MODULES, qr_rectangles};
