//! Where ids and other random things come from.

use rand::RngExt;
use rand_chacha::ChaCha12Rng;
use uuid::Uuid;

/// Random bits of a UUIDv7: 12 beside the version, 62 beside the variant.
const TAIL_BITS: u32 = 74;

/// A source of UUIDv7s that grow within a millisecond too (RFC 9562, 6.2,
/// method 2): thousands of rows written at one moment are appended to their
/// tables and not strewn over them. Order still never relies on an id.
#[derive(Debug)]
pub(crate) struct Ids {
    random: ChaCha12Rng,
    last_ms: u64,
    tail: u128,
}

impl Ids {
    pub(super) fn new(random: ChaCha12Rng) -> Self {
        Self {
            random,
            last_ms: 0,
            tail: 0,
        }
    }

    /// A fresh id of an instant; instants before 1970 count as 1970.
    pub(crate) fn next(&mut self, now_ms: i64) -> Uuid {
        let ms = u64::try_from(now_ms).unwrap_or(0);
        let step = u128::from(self.random.random::<u32>()) + 1;
        self.tail = match self.tail.checked_add(step) {
            Some(tail) if ms == self.last_ms && tail >> TAIL_BITS == 0 => tail,
            // The highest bit stays free, so that there is room to grow.
            _ => self.random.random::<u128>() >> (128 - TAIL_BITS + 1),
        };
        self.last_ms = ms;
        let high = u16::try_from(self.tail >> 62).unwrap_or(0).to_be_bytes();
        let low = u64::try_from(self.tail & ((1 << 62) - 1))
            .unwrap_or(0)
            .to_be_bytes();
        let mut bytes = [0; 10];
        for (to, from) in bytes.iter_mut().zip(high.into_iter().chain(low)) {
            *to = from;
        }
        uuid::Builder::from_unix_timestamp_millis(ms, &bytes).into_uuid()
    }

    /// The source of randomness, for card numbers and codes.
    pub(crate) fn random(&mut self) -> &mut ChaCha12Rng {
        &mut self.random
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    #[test]
    fn ids_of_one_moment_grow() {
        let mut ids = Ids::new(ChaCha12Rng::seed_from_u64(1));
        let made: Vec<Uuid> = (0..10_000).map(|_| ids.next(1_795_262_400_000)).collect();
        assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(made.iter().all(|id| id.get_version_num() == 7));
        assert!(
            made.iter()
                .all(|id| id.get_variant() == uuid::Variant::RFC4122)
        );
    }

    #[test]
    fn a_clock_set_back_gives_new_ids_all_the_same() {
        let mut ids = Ids::new(ChaCha12Rng::seed_from_u64(1));
        let made: std::collections::BTreeSet<Uuid> = [5, 4, 5, 4, -1, 5]
            .into_iter()
            .map(|ms| ids.next(ms))
            .collect();
        assert_eq!(made.len(), 6);
    }
}
