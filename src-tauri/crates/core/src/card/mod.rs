//! Loyalty cards: numbers that any scanner reads, and what becomes of them.

mod print_run;
mod types;

use rand::RngExt;
use rusqlite::{Connection, OptionalExtension, Row, params};

pub use print_run::NewPrintRun;
pub use types::{CardScope, CardStatus, CardToPrint, CardView, PrintRunView, Scan};

use crate::{
    error::{Code, Error, Result},
    id::{CardId, ChangeId, MemberId},
    member,
    storage::{Op, Store, Tx, WriteRequest},
};

/// Digits of a card number.
pub const NUMBER_DIGITS: usize = 13;

/// The EAN-13 check digit of twelve digits: they weigh 1 and 3 in turn, and the
/// check digit fills the sum up to a multiple of ten (GS1 General
/// Specifications, 7.9.1).
#[must_use]
pub fn check_digit(twelve: &[u8; 12]) -> u8 {
    let sum: u32 = twelve
        .iter()
        .enumerate()
        .map(|(at, digit)| u32::from(*digit) * if at % 2 == 0 { 1 } else { 3 })
        .sum();
    u8::try_from((10 - sum % 10) % 10).unwrap_or(0)
}

/// Whether a text is 13 digits with the right check digit.
#[must_use]
pub fn is_valid_number(text: &str) -> bool {
    digits(text).is_some_and(|(twelve, last)| check_digit(&twelve) == last)
}

/// Twelve digits and the thirteenth, if the text is 13 digits.
fn digits(text: &str) -> Option<([u8; 12], u8)> {
    let mut all = text
        .bytes()
        .map(|byte| byte.is_ascii_digit().then(|| byte - b'0'));
    let mut twelve = [0; 12];
    for slot in &mut twelve {
        *slot = all.next()??;
    }
    let last = all.next()??;
    all.next().is_none().then_some((twelve, last))
}

/// A random number with the shop's prefix that no card has yet.
fn free_number(tx: &mut Tx<'_>) -> Result<String> {
    let prefix = tx.settings().card_prefix;
    loop {
        let mut twelve = [0_u8; 12];
        for (at, slot) in twelve.iter_mut().enumerate() {
            *slot = match prefix.get(at) {
                Some(byte) => byte.wrapping_sub(b'0'),
                None => tx.random().random_range(0..10),
            };
        }
        let check = check_digit(&twelve);
        let number: String = twelve
            .iter()
            .chain(std::iter::once(&check))
            .map(|digit| char::from(b'0' + digit))
            .collect();
        if !number_exists(tx.connection(), &number)? {
            return Ok(number);
        }
    }
}

fn number_exists(db: &Connection, number: &str) -> Result<bool> {
    Ok(db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM card WHERE number = ?1)")?
        .query_row([number], |row| row.get(0))?)
}

/// The number a card will have: the given one (an already printed card), or a new one.
///
/// # Errors
/// `card_format`, `card_check_digit`, `card_taken`.
pub(crate) fn choose_number(tx: &mut Tx<'_>, given: Option<&str>) -> Result<String> {
    match given.filter(|number| !number.trim().is_empty()) {
        Some(given) => checked_number(tx.connection(), given),
        None => free_number(tx),
    }
}

/// Issues a card with a number from [`choose_number`].
pub(crate) fn issue(tx: &mut Tx<'_>, member: MemberId, number: &str) -> Result<CardId> {
    let id = CardId(tx.new_uuid());
    tx.sql(
        "INSERT INTO card (id, number, member_id, status, issued_at_ms) VALUES (?1, ?2, ?3, 'active', ?4)",
    )?
    .execute(params![id, number, member, tx.now_ms()])?;
    Ok(id)
}

fn checked_number(db: &Connection, given: &str) -> Result<String> {
    let number: String = given
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '-')
        .collect();
    let refuse = |code| Err(Error::new(code).field("card_number").arg("number", &number));
    if digits(&number).is_none() {
        return refuse(Code::CardFormat);
    }
    if !is_valid_number(&number) {
        return refuse(Code::CardCheckDigit);
    }
    if number_exists(db, &number)? {
        return refuse(Code::CardTaken);
    }
    Ok(number)
}

/// What a scanned or typed text is as a card number.
pub(crate) fn scan(db: &Connection, text: &str) -> Result<Scan> {
    let number: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    if digits(&number).is_none() {
        return Ok(Scan::NotACard);
    }
    if !is_valid_number(&number) {
        return Ok(Scan::BadCheckDigit { number });
    }
    let found: Option<(CardStatus, MemberId, String)> = db
        .prepare_cached(
            "SELECT c.status, c.member_id, coalesce(nullif(m.name, ''), m.phone, m.external_id, '')
             FROM card c JOIN member m ON m.id = c.member_id WHERE c.number = ?1",
        )?
        .query_row([&number], |row| {
            Ok((status(&row.get::<_, String>(0)?), row.get(1)?, row.get(2)?))
        })
        .optional()?;
    Ok(match found {
        None => Scan::Unknown { number },
        Some((CardStatus::Active, member_id, _)) => Scan::Found { member_id, number },
        Some((status, member_id, member_name)) => Scan::Stopped {
            number,
            status,
            member_id,
            member_name,
        },
    })
}

pub(crate) fn status(text: &str) -> CardStatus {
    match text {
        "active" => CardStatus::Active,
        "blocked" => CardStatus::Blocked,
        "lost" => CardStatus::Lost,
        _ => CardStatus::Replaced,
    }
}

fn status_text(status: CardStatus) -> &'static str {
    match status {
        CardStatus::Active => "active",
        CardStatus::Blocked => "blocked",
        CardStatus::Lost => "lost",
        CardStatus::Replaced => "replaced",
    }
}

/// What a change of a card did.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CardChanged {
    /// The change, for undo.
    pub change_id: ChangeId,
    /// Whose card it is.
    pub member_id: MemberId,
    /// Where the card stood before.
    pub before: CardStatus,
    /// Where it stands now.
    pub status: CardStatus,
    /// The number of the card that took its place.
    pub new_number: Option<String>,
}

impl Store {
    /// What a scanned or typed text is as a card number.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn scan(&self, text: &str) -> Result<Scan> {
        self.read(|db| scan(db, text))
    }

    /// Blocks a card, marks it lost or lets it work again.
    ///
    /// # Errors
    /// `card_not_found`; `card_replaced`: a replaced card stays so.
    pub fn set_card_status(
        &self,
        request: WriteRequest,
        card: CardId,
        to: CardStatus,
    ) -> Result<CardChanged> {
        self.write(request, Op("card.status"), &(card, to), |tx| {
            let (member_id, before) = current(tx.connection(), card)?;
            tx.about(member_id);
            if before == CardStatus::Replaced || to == CardStatus::Replaced {
                return Err(Code::CardReplaced.into());
            }
            set_status(tx, card, to)?;
            Ok(CardChanged {
                change_id: tx.change_id(),
                member_id,
                before,
                status: to,
                new_number: None,
            })
        })
    }

    /// Issues a new card in place of one, which stops for good.
    ///
    /// # Errors
    /// `card_not_found`; `card_replaced` if it was replaced before.
    pub fn replace_card(&self, request: WriteRequest, card: CardId) -> Result<CardChanged> {
        self.write(request, Op("card.replace"), &card, |tx| {
            let (member_id, before) = current(tx.connection(), card)?;
            tx.about(member_id);
            if before == CardStatus::Replaced {
                return Err(Code::CardReplaced.into());
            }
            let number = choose_number(tx, None)?;
            let new_card = issue(tx, member_id, &number)?;
            tx.sql("UPDATE card SET status = 'replaced', replaced_by = ?2 WHERE id = ?1")?
                .execute(params![card, new_card])?;
            member::reindex(tx, member_id)?;
            Ok(CardChanged {
                change_id: tx.change_id(),
                member_id,
                before,
                status: CardStatus::Replaced,
                new_number: Some(number),
            })
        })
    }

    /// How many cards a scope holds, and a page of them.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn cards(
        &self,
        scope: &CardScope,
        offset: u32,
        limit: u32,
    ) -> Result<(u32, Vec<CardToPrint>)> {
        self.read(|db| print_run::page(db, scope, offset, limit))
    }
}

pub(crate) fn set_status(tx: &Tx<'_>, card: CardId, to: CardStatus) -> Result<()> {
    tx.sql("UPDATE card SET status = ?2 WHERE id = ?1")?
        .execute(params![card, status_text(to)])?;
    Ok(())
}

/// Whose card it is, and where it stands.
pub(crate) fn current(db: &Connection, card: CardId) -> Result<(MemberId, CardStatus)> {
    db.prepare_cached("SELECT member_id, status FROM card WHERE id = ?1")?
        .query_row([card], |row| {
            Ok((row.get(0)?, status(&row.get::<_, String>(1)?)))
        })
        .optional()?
        .ok_or_else(|| Code::CardNotFound.into())
}

/// The cards of a member: active first, then newest first.
pub(crate) fn of_member(db: &Connection, member: MemberId) -> Result<Vec<CardView>> {
    let cards = db
        .prepare_cached(
            "SELECT id, number, status, issued_at_ms, printed_at_ms FROM card WHERE member_id = ?1
             ORDER BY status <> 'active', issued_at_ms DESC, id DESC LIMIT 50",
        )?
        .query_map([member], card_row)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(cards)
}

fn card_row(row: &Row<'_>) -> rusqlite::Result<CardView> {
    Ok(CardView {
        id: row.get(0)?,
        number: row.get(1)?,
        status: status(&row.get::<_, String>(2)?),
        issued_at_ms: row.get(3)?,
        printed_at_ms: row.get(4)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_follow_gs1() {
        // The example of the GS1 General Specifications and two books.
        for good in [
            "6291041500213",
            "9780306406157",
            "4006381333931",
            "2900000000001",
        ] {
            assert!(is_valid_number(good), "{good}");
        }
        assert!(!is_valid_number("6291041500214"));
        assert!(!is_valid_number("629104150021"));
        assert!(!is_valid_number("62910415002133"));
        assert!(!is_valid_number("６291041500213"));
    }

    #[test]
    fn every_single_wrong_digit_is_noticed() {
        let good = "6291041500213";
        for at in 0..13 {
            for digit in b'0'..=b'9' {
                let mut bytes = good.as_bytes().to_vec();
                if bytes[at] != digit {
                    bytes[at] = digit;
                    assert!(!is_valid_number(std::str::from_utf8(&bytes).unwrap()));
                }
            }
        }
    }
}
