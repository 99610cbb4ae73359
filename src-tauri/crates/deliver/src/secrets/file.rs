//! The file: a header, then everything else encrypted.
//!
//! Argon2id makes the key of the passphrase and XChaCha20-Poly1305 seals the contents together
//! with the header. `age` would do the same in a known format, but brings some forty crates, a
//! translation system among them; this is two primitives of RustCrypto and a page of code.
//!
//! ```text
//! magic 8 | memory KiB 4 | passes 4 | salt 16 | check 16 | nonce 24 | sealed JSON
//! ```
//!
//! Numbers are little-endian. `check` is a part of the key's derivation that is not the key: it
//! tells a wrong passphrase from a damaged file.

use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use rand::{TryRng, rngs::SysRng};
use tempfile::NamedTempFile;
use zeroize::Zeroizing;

use super::{MIN_PASSPHRASE_CHARS, SecretError};
use crate::Secret;

const MAGIC: [u8; 8] = *b"RGLRSEC1";
const KEY: usize = 32;
const CHECK: usize = 16;
const NONCE: usize = 24;
/// Up to the nonce.
const HEADER: usize = 8 + 4 + 4 + 16 + CHECK;
/// A second or so on a slow PC, once a day.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
/// A changed header must not make the PC work for hours.
const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 16;
/// A shop has a handful of secrets.
const MOST_BYTES: u64 = 1024 * 1024;

pub(super) type Secrets = BTreeMap<String, Zeroizing<String>>;

/// A file whose key is not known.
pub(super) struct Vault<'a> {
    path: &'a Path,
}

/// A file whose key is. The secrets themselves stay in it until they are asked for.
pub(super) struct Opened {
    path: PathBuf,
    header: [u8; HEADER],
    key: Zeroizing<[u8; KEY]>,
}

struct Stretched {
    key: Zeroizing<[u8; KEY]>,
    check: [u8; CHECK],
}

impl<'a> Vault<'a> {
    pub(super) fn new(path: &'a Path) -> Self {
        Self { path }
    }

    pub(super) fn create(&self, passphrase: &Secret) -> Result<Opened, SecretError> {
        if passphrase.expose().is_empty() {
            return Err(SecretError::EmptyPassphrase);
        }
        if passphrase.expose().chars().count() < MIN_PASSPHRASE_CHARS {
            return Err(SecretError::ShortPassphrase);
        }
        let salt: [u8; 16] = random()?;
        let stretched = stretch(passphrase, MEMORY_KIB, PASSES, &salt)?;
        let opened = Opened {
            path: self.path.to_owned(),
            header: header(&salt, &stretched.check),
            key: stretched.key,
        };
        opened.write(&Secrets::new())?;
        Ok(opened)
    }

    pub(super) fn unlock(&self, passphrase: &Secret) -> Result<Opened, SecretError> {
        let bytes = read(self.path)?;
        let header: [u8; HEADER] = *bytes.first_chunk().ok_or(SecretError::Damaged)?;
        let fields = Fields::read(&header).ok_or(SecretError::Damaged)?;
        let stretched = stretch(passphrase, fields.memory, fields.passes, &fields.salt)?;
        if stretched.check != fields.check {
            return Err(SecretError::WrongPassphrase);
        }
        let opened = Opened {
            path: self.path.to_owned(),
            header,
            key: stretched.key,
        };
        opened.read()?;
        Ok(opened)
    }
}

impl Opened {
    pub(super) fn get(&self, account: &str) -> Result<Option<Secret>, SecretError> {
        let mut secrets = self.read()?;
        Ok(secrets
            .remove(account)
            .map(|text| Secret::new(text.as_str())))
    }

    pub(super) fn change(&self, change: impl FnOnce(&mut Secrets)) -> Result<(), SecretError> {
        let mut secrets = self.read()?;
        change(&mut secrets);
        self.write(&secrets)
    }

    fn read(&self) -> Result<Secrets, SecretError> {
        let bytes = read(&self.path)?;
        let rest = bytes
            .strip_prefix(&self.header)
            .ok_or(SecretError::Damaged)?;
        let (nonce, sealed) = rest
            .split_first_chunk::<NONCE>()
            .ok_or(SecretError::Damaged)?;
        let payload = Payload {
            msg: sealed,
            aad: &self.header,
        };
        let plain = self
            .cipher()
            .decrypt(nonce.into(), payload)
            .map_err(|_| SecretError::Damaged)?;
        let plain = Zeroizing::new(plain);
        let texts: BTreeMap<String, String> =
            serde_json::from_slice(&plain).map_err(|_| SecretError::Damaged)?;
        Ok(texts
            .into_iter()
            .map(|(account, text)| (account, Zeroizing::new(text)))
            .collect())
    }

    /// The old file or the new one, never a half.
    fn write(&self, secrets: &Secrets) -> Result<(), SecretError> {
        let texts: BTreeMap<&str, &str> = secrets
            .iter()
            .map(|(account, text)| (account.as_str(), text.as_str()))
            .collect();
        let plain = serde_json::to_vec(&texts).map_err(std::io::Error::other)?;
        let plain = Zeroizing::new(plain);
        let nonce: [u8; NONCE] = random()?;
        let payload = Payload {
            msg: &plain,
            aad: &self.header,
        };
        let sealed = self
            .cipher()
            .encrypt((&nonce).into(), payload)
            .map_err(|_| SecretError::Damaged)?;

        let folder = self.path.parent().unwrap_or(Path::new("."));
        // Readable for its owner alone.
        let mut file = NamedTempFile::new_in(folder)?;
        file.write_all(&self.header)?;
        file.write_all(&nonce)?;
        file.write_all(&sealed)?;
        file.as_file().sync_all()?;
        file.persist(&self.path).map_err(|error| error.error)?;
        // The name is written, too; Windows has no such thing.
        #[cfg(unix)]
        fs::File::open(folder)?.sync_all()?;
        Ok(())
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.key).into())
    }
}

struct Fields {
    memory: u32,
    passes: u32,
    salt: [u8; 16],
    check: [u8; CHECK],
}

impl Fields {
    fn read(header: &[u8; HEADER]) -> Option<Self> {
        let rest = header.strip_prefix(&MAGIC)?;
        let (memory, rest) = rest.split_first_chunk()?;
        let (passes, rest) = rest.split_first_chunk()?;
        let (salt, rest) = rest.split_first_chunk()?;
        let fields = Self {
            memory: u32::from_le_bytes(*memory),
            passes: u32::from_le_bytes(*passes),
            salt: *salt,
            check: rest.try_into().ok()?,
        };
        (fields.memory <= MOST_MEMORY_KIB && fields.passes <= MOST_PASSES).then_some(fields)
    }
}

fn header(salt: &[u8; 16], check: &[u8; CHECK]) -> [u8; HEADER] {
    let parts: [&[u8]; 5] = [
        &MAGIC,
        &MEMORY_KIB.to_le_bytes(),
        &PASSES.to_le_bytes(),
        salt,
        check,
    ];
    let mut bytes = parts.into_iter().flatten().copied();
    std::array::from_fn(|_| bytes.next().unwrap_or_default())
}

fn stretch(
    passphrase: &Secret,
    memory: u32,
    passes: u32,
    salt: &[u8; 16],
) -> Result<Stretched, SecretError> {
    let params =
        Params::new(memory, passes, 1, Some(KEY + CHECK)).map_err(|_| SecretError::Damaged)?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut out = Zeroizing::new([0; KEY + CHECK]);
    argon
        .hash_password_into(passphrase.expose().as_bytes(), salt, &mut *out)
        .map_err(|_| SecretError::Damaged)?;
    let (key, check) = out.split_first_chunk().ok_or(SecretError::Damaged)?;
    Ok(Stretched {
        key: Zeroizing::new(*key),
        check: check.try_into().map_err(|_| SecretError::Damaged)?,
    })
}

fn random<const N: usize>() -> Result<[u8; N], SecretError> {
    let mut bytes = [0; N];
    SysRng
        .try_fill_bytes(&mut bytes)
        .map_err(std::io::Error::other)?;
    Ok(bytes)
}

fn read(path: &Path) -> Result<Vec<u8>, SecretError> {
    if fs::metadata(path)?.len() > MOST_BYTES {
        return Err(SecretError::Damaged);
    }
    Ok(fs::read(path)?)
}
