//! Typed rows out of a [`Table`]: members, visits, and the rows that are refused.
//!
//! A row is whole or refused; a bad cell is never dropped in silence. What one
//! cell can't decide, its column does: day or month first, point or comma. A
//! column that proves both leaves its doubtful cells refused.

use std::cell::OnceCell;

use chrono::NaiveDate;
use chrono_tz::Tz;
use iso_currency::Currency;

use super::checks::{ean13_ok, email_ok, language, yes_or_no};
use super::columns::{Field, Mapping};
use super::export::without_apostrophe;
use super::records::{Record, Records};
use super::sniff::Table;
use crate::amount::{self, AmountError, NumberStyle};
use crate::date_input::{self, Birthday, DateError, DateOrder, When};
use crate::member::{MAX_ADDRESS_CHARS, MAX_MESSENGER_CHARS};
use crate::phone::{self, E164, Region};
use crate::text::{TextError, clean_line};

/// The longest name, in characters.
pub const MAX_NAME_CHARS: usize = crate::member::MAX_NAME_CHARS;
/// The longest external id or member reference, in characters.
pub const MAX_ID_CHARS: usize = 100;
/// The longest note, in characters.
pub const MAX_NOTE_CHARS: usize = 2_000;

/// The codes with which a row may be refused here or, for being in the future, where
/// the clock is known. Each has a message
/// `reject-…` in `import.ftl`.
pub const REJECT_CODES: [&str; 40] = [
    "amount_ambiguous",
    "amount_exponent",
    "amount_negative",
    "amount_not_a_number",
    "amount_not_finite",
    "amount_other_currency",
    "amount_too_large",
    "amount_too_many_decimals",
    "card_check_digit",
    "card_length",
    "card_not_digits",
    "card_rounded",
    "consent_unclear",
    "date_ambiguous",
    "date_empty",
    "date_in_future",
    "date_no_such_day",
    "date_not_a_date",
    "date_not_a_time",
    "date_out_of_range",
    "date_serial",
    "date_two_digit_year",
    "email_invalid",
    "locale_unknown",
    "member_empty",
    "member_rounded",
    "name_and_phone_empty",
    "phone_extension",
    "phone_not_a_phone",
    "phone_not_in_use",
    "phone_rounded",
    "phone_several",
    "phone_too_long",
    "phone_too_short",
    "phone_unknown_country",
    "row_stray_quote",
    "row_too_few_cells",
    "row_too_many_cells",
    "text_control",
    "text_too_long",
];

/// What the shop knows and a file doesn't say.
#[derive(Debug, Clone, PartialEq)]
pub struct Context {
    /// The currency of the amounts.
    pub currency: Currency,
    /// Whose national phone spellings are read.
    pub region: Region,
    /// The zone of times that don't say theirs.
    pub zone: Tz,
    /// The shop's locale: how numbers and dates are written where neither the
    /// cell nor its column decides.
    pub locale: String,
    /// The order of day and month, if the owner chose it.
    pub date_order: Option<DateOrder>,
}

/// One member of a file. What is `None` was empty or not in the file.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct MemberRow {
    /// The physical line, from 1.
    pub line: u64,
    /// The id in the system the file comes from.
    pub external_id: Option<String>,
    /// The name; it or the phone is there.
    pub name: Option<String>,
    /// The phone number.
    pub phone: Option<E164>,
    /// The e-mail address as it was written.
    pub email: Option<String>,
    /// The birthday.
    pub birthday: Option<Birthday>,
    /// The day the member joined.
    pub joined_on: Option<NaiveDate>,
    /// The language's code, such as "hu".
    pub locale: Option<String>,
    /// Notes on one line.
    pub notes: Option<String>,
    /// The postal address, line by line.
    pub address: Option<String>,
    /// The address in a messenger.
    pub messenger: Option<String>,
    /// A valid EAN-13.
    pub card_number: Option<String>,
    /// Agreed (or not) to e-mails.
    pub consent_email: Option<bool>,
    /// Agreed (or not) to text messages.
    pub consent_sms: Option<bool>,
}

/// One visit of a file.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct VisitRow {
    /// The physical line, from 1.
    pub line: u64,
    /// Who came, as the file names them: leading zeros matter.
    pub member: String,
    /// When. Without a time of day: noon, and `has_time` is false.
    pub when: When,
    /// What was paid, in minor units.
    pub amount_minor: Option<i64>,
    /// A note on one line.
    pub note: Option<String>,
    /// The visit's id in the system the file comes from.
    pub external_id: Option<String>,
}

/// A row that was refused, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The physical line on which the row starts, from 1.
    pub line: u64,
    /// The stable code; one of [`REJECT_CODES`] or of whoever stores the row.
    pub code: &'static str,
    /// The field that is wrong, if it is one: [`Field::name`].
    pub field: Option<&'static str>,
    /// That field's header in the file.
    pub column: Option<String>,
    /// What stands there, cut to 80 characters.
    pub value: String,
    /// The limit that was exceeded, where there is one.
    pub max: Option<usize>,
    /// The original cells, for the file of rejected rows.
    pub raw: Vec<String>,
}

impl Rejected {
    /// The Fluent message in `import.ftl` that says it to a person.
    #[must_use]
    pub fn message_key(&self) -> String {
        format!("reject-{}", self.code.replace('_', "-"))
    }

    /// The variables of that message: line, value, column and, if any, max.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let mut args = vec![
            ("line", self.line.to_string()),
            ("value", self.value.clone()),
            ("column", self.column.clone().unwrap_or_default()),
        ];
        args.extend(self.max.map(|max| ("max", max.to_string())));
        args
    }
}

/// Why one cell is refused.
struct Bad {
    code: &'static str,
    field: Option<Field>,
    max: Option<usize>,
}

impl Bad {
    fn row(code: &'static str) -> Self {
        Self {
            code,
            field: None,
            max: None,
        }
    }

    fn cell(code: &'static str, field: Field) -> Self {
        Self {
            code,
            field: Some(field),
            max: None,
        }
    }
}

/// Reads the members of a file, row by row.
pub struct Members<'t>(Source<'t>);

/// Reads the visits of a file, row by row.
pub struct Visits<'t>(Source<'t>);

impl<'t> Members<'t> {
    /// `mapping` must be of this table's headers and of members.
    #[must_use]
    pub fn new(table: &'t Table, mapping: &Mapping, context: Context) -> Self {
        Self(Source::new(table, mapping, context))
    }
}

impl<'t> Visits<'t> {
    /// `mapping` must be of this table's headers and of visits.
    #[must_use]
    pub fn new(table: &'t Table, mapping: &Mapping, context: Context) -> Self {
        Self(Source::new(table, mapping, context))
    }
}

impl Iterator for Members<'_> {
    type Item = Result<MemberRow, Rejected>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next_row(Source::member)
    }
}

impl Iterator for Visits<'_> {
    type Item = Result<VisitRow, Rejected>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next_row(Source::visit)
    }
}

/// The record at hand, and what is needed to understand its cells.
struct Source<'t> {
    table: &'t Table,
    context: Context,
    records: Records<'t>,
    record: Record<'t>,
    /// The column of each field, by [`Field`]'s order.
    columns: [Option<usize>; FIELDS],
    birthday_order: OnceCell<Option<DateOrder>>,
    joined_order: OnceCell<Option<DateOrder>>,
    at_order: OnceCell<Option<DateOrder>>,
    number_style: OnceCell<NumberStyle>,
}

/// How many [`Field`]s there are.
const FIELDS: usize = Field::Note as usize + 1;

impl<'t> Source<'t> {
    fn new(table: &'t Table, mapping: &Mapping, context: Context) -> Self {
        let mut columns = [None; FIELDS];
        for (index, field) in mapping.columns().iter().enumerate() {
            if let Some(slot) = field.and_then(|field| columns.get_mut(field as usize)) {
                *slot = Some(index);
            }
        }
        Self {
            table,
            context,
            records: table.records(),
            record: Record::default(),
            columns,
            birthday_order: OnceCell::new(),
            joined_order: OnceCell::new(),
            at_order: OnceCell::new(),
            number_style: OnceCell::new(),
        }
    }

    /// Reads on to the next row that isn't blank and makes it a `T`.
    fn next_row<T>(
        &mut self,
        read: impl Fn(&Self) -> Result<T, Bad>,
    ) -> Option<Result<T, Rejected>> {
        // The table was read through when it was opened: no error is left in it.
        while self.records.read(&mut self.record).unwrap_or(false) {
            if !self.record.is_blank() {
                let row = self.check_shape().and_then(|()| read(self));
                return Some(row.map_err(|bad| self.rejected(&bad)));
            }
        }
        None
    }

    /// Refuses rows whose cells can't be trusted to stand in their columns.
    fn check_shape(&self) -> Result<(), Bad> {
        let width = self.table.headers().len();
        if self.record.stray_quote {
            return Err(Bad::row("row_stray_quote"));
        }
        if self.record.cells.len() < width {
            return Err(Bad::row("row_too_few_cells"));
        }
        if self
            .record
            .cells
            .iter()
            .skip(width)
            .any(|cell| !cell.trim().is_empty())
        {
            return Err(Bad::row("row_too_many_cells"));
        }
        Ok(())
    }

    fn member(&self) -> Result<MemberRow, Bad> {
        let row = MemberRow {
            line: self.record.line,
            external_id: self.line_of(Field::ExternalId, MAX_ID_CHARS)?,
            name: self.line_of(Field::Name, MAX_NAME_CHARS)?,
            phone: self.phone()?,
            email: self.email()?,
            birthday: self.birthday()?,
            joined_on: self.joined_on()?,
            locale: self.locale()?,
            notes: self.line_of(Field::Notes, MAX_NOTE_CHARS)?,
            address: self.lines_of(Field::Address, MAX_ADDRESS_CHARS)?,
            messenger: self.line_of(Field::Messenger, MAX_MESSENGER_CHARS)?,
            card_number: self.card_number()?,
            consent_email: self.consent(Field::ConsentEmail)?,
            consent_sms: self.consent(Field::ConsentSms)?,
        };
        if row.name.is_none() && row.phone.is_none() {
            return Err(Bad::row("name_and_phone_empty"));
        }
        Ok(row)
    }

    fn visit(&self) -> Result<VisitRow, Bad> {
        let member = self.line_of(Field::Member, MAX_ID_CHARS)?;
        let member = member.ok_or(Bad::cell("member_empty", Field::Member))?;
        if phone::is_scientific(&member) {
            return Err(Bad::cell("member_rounded", Field::Member));
        }
        Ok(VisitRow {
            line: self.record.line,
            member,
            when: self.when()?,
            amount_minor: self.amount()?,
            note: self.line_of(Field::Note, MAX_NOTE_CHARS)?,
            external_id: self.line_of(Field::ExternalId, MAX_ID_CHARS)?,
        })
    }

    /// The cell of `field`, trimmed and without what spreadsheets and our own
    /// export put around it; empty if there is none.
    fn cell(&self, field: Field) -> &str {
        let column = self.columns.get(field as usize).copied().flatten();
        column.map_or("", |column| bare(self.record.cell(column)))
    }

    fn filled(&self, field: Field) -> Option<&str> {
        Some(self.cell(field)).filter(|cell| !cell.is_empty())
    }

    fn line_of(&self, field: Field, max_chars: usize) -> Result<Option<String>, Bad> {
        let Some(cell) = self.filled(field) else {
            return Ok(None);
        };
        let line = clean_line(cell, max_chars).map_err(|error| Bad {
            code: error.code(),
            field: Some(field),
            max: matches!(error, TextError::TooLong { .. }).then_some(max_chars),
        })?;
        Ok(Some(line).filter(|line| !line.is_empty()))
    }

    /// As [`Self::line_of`], with its line breaks.
    fn lines_of(&self, field: Field, max_chars: usize) -> Result<Option<String>, Bad> {
        let mut lines = Vec::new();
        for line in self.cell(field).lines() {
            let line = clean_line(line, max_chars).map_err(|error| Bad {
                code: error.code(),
                field: Some(field),
                max: matches!(error, TextError::TooLong { .. }).then_some(max_chars),
            })?;
            if !line.is_empty() {
                lines.push(line);
            }
        }
        let text = lines.join("\n");
        if text.chars().count() > max_chars {
            return Err(Bad {
                max: Some(max_chars),
                ..Bad::cell(TextError::TooLong { max_chars }.code(), field)
            });
        }
        Ok(Some(text).filter(|text| !text.is_empty()))
    }

    fn phone(&self) -> Result<Option<E164>, Bad> {
        let Some(cell) = self.filled(Field::Phone) else {
            return Ok(None);
        };
        let parsed = phone::parse(cell, self.context.region);
        parsed
            .map(Some)
            .map_err(|error| Bad::cell(error.code(), Field::Phone))
    }

    fn email(&self) -> Result<Option<String>, Bad> {
        match self.filled(Field::Email) {
            None => Ok(None),
            Some(cell) if email_ok(cell) => Ok(Some(cell.to_owned())),
            Some(_) => Err(Bad::cell("email_invalid", Field::Email)),
        }
    }

    fn locale(&self) -> Result<Option<String>, Bad> {
        let Some(cell) = self.filled(Field::Locale) else {
            return Ok(None);
        };
        language(cell)
            .map(Some)
            .ok_or(Bad::cell("locale_unknown", Field::Locale))
    }

    fn consent(&self, field: Field) -> Result<Option<bool>, Bad> {
        let Some(cell) = self.filled(field) else {
            return Ok(None);
        };
        yes_or_no(cell)
            .map(Some)
            .ok_or(Bad::cell("consent_unclear", field))
    }

    fn card_number(&self) -> Result<Option<String>, Bad> {
        let Some(cell) = self.filled(Field::CardNumber) else {
            return Ok(None);
        };
        let bad = |code| Err(Bad::cell(code, Field::CardNumber));
        if phone::is_scientific(cell) {
            return bad("card_rounded");
        }
        let digits: String = cell
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .collect();
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return bad("card_not_digits");
        }
        if digits.len() != 13 {
            return bad("card_length");
        }
        if ean13_ok(&digits) {
            Ok(Some(digits))
        } else {
            bad("card_check_digit")
        }
    }

    fn birthday(&self) -> Result<Option<Birthday>, Bad> {
        self.date(
            Field::Birthday,
            &self.birthday_order,
            date_input::parse_birthday,
        )
    }

    fn joined_on(&self) -> Result<Option<NaiveDate>, Bad> {
        self.date(Field::JoinedOn, &self.joined_order, date_input::parse_date)
    }

    fn when(&self) -> Result<When, Bad> {
        let zone = self.context.zone;
        let parse = |cell: &str, order| date_input::parse_when(cell, order, zone);
        let when = self.date(Field::At, &self.at_order, parse)?;
        when.ok_or(Bad::cell(DateError::Empty.code(), Field::At))
    }

    /// Parses a cell as a date; asks the whole column only when it is in doubt.
    fn date<T>(
        &self,
        field: Field,
        known: &OnceCell<Option<DateOrder>>,
        parse: impl Fn(&str, Option<DateOrder>) -> Result<T, DateError>,
    ) -> Result<Option<T>, Bad> {
        let Some(cell) = self.filled(field) else {
            return Ok(None);
        };
        let parsed = match parse(cell, self.context.date_order) {
            Err(DateError::Ambiguous) => parse(cell, *known.get_or_init(|| self.date_order(field))),
            parsed => parsed,
        };
        parsed
            .map(Some)
            .map_err(|error| Bad::cell(error.code(), field))
    }

    fn amount(&self) -> Result<Option<i64>, Bad> {
        let Some(cell) = self.filled(Field::Amount) else {
            return Ok(None);
        };
        let currency = self.context.currency;
        let parsed = match amount::parse(cell, currency, NumberStyle::Unknown) {
            Err(AmountError::Ambiguous) => {
                let style = *self.number_style.get_or_init(|| self.number_style());
                amount::parse(cell, currency, style)
            }
            parsed => parsed,
        };
        parsed
            .map(Some)
            .map_err(|error| Bad::cell(error.code(), Field::Amount))
    }

    /// What the column proves, else what the locale suggests.
    fn date_order(&self, field: Field) -> Option<DateOrder> {
        match self.proof(field, date_input::order_evidence) {
            Proof::One(order) => Some(order),
            Proof::None => DateOrder::for_locale(&self.context.locale),
            Proof::Both => None,
        }
    }

    fn number_style(&self) -> NumberStyle {
        match self.proof(Field::Amount, amount::evidence) {
            Proof::One(style) => style,
            Proof::None => NumberStyle::for_locale(&self.context.locale),
            Proof::Both => NumberStyle::Unknown,
        }
    }

    /// Reads a whole column for cells that prove something.
    fn proof<T: PartialEq>(&self, field: Field, evidence: impl Fn(&str) -> Option<T>) -> Proof<T> {
        let Some(Some(column)) = self.columns.get(field as usize) else {
            return Proof::None;
        };
        let mut records = self.table.records();
        let mut record = Record::default();
        let mut proof = Proof::None;
        while records.read(&mut record).unwrap_or(false) {
            let Some(found) = evidence(bare(record.cell(*column))) else {
                continue;
            };
            match &proof {
                Proof::None => proof = Proof::One(found),
                Proof::One(before) if *before == found => {}
                _ => return Proof::Both,
            }
        }
        proof
    }

    fn rejected(&self, bad: &Bad) -> Rejected {
        let column = bad
            .field
            .and_then(|f| self.columns.get(f as usize).copied().flatten());
        let value = column.map_or("", |column| self.record.cell(column));
        Rejected {
            line: self.record.line,
            code: bad.code,
            field: bad.field.map(Field::name),
            column: column.and_then(|column| self.table.headers().get(column).cloned()),
            value: value.chars().take(80).collect(),
            max: bad.max,
            raw: self
                .record
                .cells
                .iter()
                .map(|cell| cell.to_string())
                .collect(),
        }
    }
}

/// What a column's decisive cells prove.
enum Proof<T> {
    None,
    One(T),
    /// They contradict each other.
    Both,
}

/// Trims, and takes off the apostrophe of our own export and the `="0630…"` with
/// which some programs keep a spreadsheet from dropping leading zeros.
fn bare(cell: &str) -> &str {
    let text = without_apostrophe(cell.trim());
    let inner = text
        .strip_prefix("=\"")
        .and_then(|text| text.strip_suffix('"'));
    inner
        .filter(|text| text.bytes().all(|b| b.is_ascii_digit()))
        .unwrap_or(text)
}
