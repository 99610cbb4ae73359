//! The containers of Windows and macOS; both hold PNGs.

/// The sizes of an ICNS file and the kinds they stand under; retina kinds
/// repeat the size of the plain ones.
const ICNS: &[(&[u8; 4], u32)] = &[
    (b"icp4", 16),
    (b"icp5", 32),
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
    (b"ic10", 1024),
];

/// The sizes to render for [`icns`].
pub(super) const ICNS_SIZES: &[u32] = &[16, 32, 64, 128, 256, 512, 1024];

/// Windows: a directory of pictures, then the pictures.
pub(super) fn ico(pictures: &[(u32, Vec<u8>)]) -> Vec<u8> {
    const ENTRY_BYTES: u32 = 16;
    let count = u16::try_from(pictures.len()).unwrap_or(u16::MAX);
    let mut file = vec![0, 0, 1, 0];
    file.extend(count.to_le_bytes());
    let mut offset = 6 + u32::from(count) * ENTRY_BYTES;
    for (size, png) in pictures {
        // 0 stands for 256.
        let side = u8::try_from(*size).unwrap_or(0);
        file.extend([side, side, 0, 0, 1, 0, 32, 0]);
        file.extend(length(png).to_le_bytes());
        file.extend(offset.to_le_bytes());
        offset += length(png);
    }
    for (_, png) in pictures {
        file.extend(png);
    }
    file
}

/// macOS: kind, length, picture, again and again.
pub(super) fn icns(pictures: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut body = Vec::new();
    for (kind, size) in ICNS {
        if let Some((_, png)) = pictures.iter().find(|(there, _)| there == size) {
            body.extend(*kind);
            body.extend((length(png) + 8).to_be_bytes());
            body.extend(png);
        }
    }
    let mut file = b"icns".to_vec();
    file.extend((length(&body) + 8).to_be_bytes());
    file.extend(body);
    file
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}
