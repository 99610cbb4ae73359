//! Which column is what: headers in English, Russian and Hungarian.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::FileError;
use super::headers::{MEMBER_HEADERS, VISIT_HEADERS};
use crate::text::fold;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One member in each row.
    Members,
    /// One visit in each row.
    Visits,
}

/// What a column means.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The id in the system the file comes from: of the member or the visit.
    ExternalId,
    /// A member's whole name.
    Name,
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A birthday, with or without its year.
    Birthday,
    /// The day the member joined.
    JoinedOn,
    /// The member's language.
    Locale,
    /// Free text about the member.
    Notes,
    /// The postal address, in one or several lines.
    Address,
    /// The address in a messenger.
    Messenger,
    /// The 13 digits of a loyalty card.
    CardNumber,
    /// Whether the member agreed to e-mails.
    ConsentEmail,
    /// Whether the member agreed to text messages.
    ConsentSms,
    /// Who came: card number, phone, e-mail, external id or id.
    Member,
    /// When they came.
    At,
    /// What they paid.
    Amount,
    /// Free text about the visit.
    Note,
}

impl Field {
    /// The name in files and in the command line's contract, such as "joined_on".
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ExternalId => "external_id",
            Self::Name => "name",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Birthday => "birthday",
            Self::JoinedOn => "joined_on",
            Self::Locale => "locale",
            Self::Notes => "notes",
            Self::Address => "address",
            Self::Messenger => "messenger",
            Self::CardNumber => "card_number",
            Self::ConsentEmail => "consent_email",
            Self::ConsentSms => "consent_sms",
            Self::Member => "member",
            Self::At => "at",
            Self::Amount => "amount",
            Self::Note => "note",
        }
    }

    /// The field with this name, of those that `kind` has.
    #[must_use]
    pub fn from_name(name: &str, kind: Kind) -> Option<Self> {
        kind.fields()
            .iter()
            .copied()
            .find(|field| field.name() == name)
    }
}

impl Kind {
    /// The fields that this kind of file may have.
    #[must_use]
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Members => &[
                Field::ExternalId,
                Field::Name,
                Field::Phone,
                Field::Email,
                Field::Birthday,
                Field::JoinedOn,
                Field::Locale,
                Field::Notes,
                Field::Address,
                Field::Messenger,
                Field::CardNumber,
                Field::ConsentEmail,
                Field::ConsentSms,
            ],
            Self::Visits => &[
                Field::Member,
                Field::At,
                Field::Amount,
                Field::Note,
                Field::ExternalId,
            ],
        }
    }

    /// Known headers, folded, the surest first within each field.
    fn headers(self) -> &'static [(Field, &'static [&'static str])] {
        match self {
            Self::Members => MEMBER_HEADERS,
            Self::Visits => VISIT_HEADERS,
        }
    }
}

/// What each column of a file means; at most one column for a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    kind: Kind,
    columns: Vec<Option<Field>>,
}

impl Mapping {
    /// Maps what the headers tell, with `overrides` (column index → its field, or
    /// `None` to ignore it) taking precedence.
    ///
    /// # Errors
    /// [`FileError::MissingColumns`] when every row would lack what it needs,
    /// [`FileError::BadMapping`] when `overrides` gives a field to two columns,
    /// to a column that isn't there, or that this kind doesn't have.
    pub fn new(
        kind: Kind,
        headers: &[String],
        overrides: &BTreeMap<usize, Option<Field>>,
    ) -> Result<Self, FileError> {
        let mut columns = guess(kind, headers);
        for field in overrides.values().flatten() {
            for column in &mut columns {
                if *column == Some(*field) {
                    *column = None;
                }
            }
        }
        for (index, field) in overrides {
            match (columns.get_mut(*index), field) {
                (Some(column), field) => *column = *field,
                (None, Some(field)) => return Err(FileError::BadMapping { field: *field }),
                (None, None) => {}
            }
        }
        let mapping = Self { kind, columns };
        for field in mapping.columns.iter().flatten() {
            let uses = mapping
                .columns
                .iter()
                .filter(|c| **c == Some(*field))
                .count();
            if uses > 1 || !kind.fields().contains(field) {
                return Err(FileError::BadMapping { field: *field });
            }
        }
        let missing = mapping.missing();
        if missing.is_empty() {
            Ok(mapping)
        } else {
            Err(FileError::MissingColumns {
                missing,
                found: headers.to_vec(),
            })
        }
    }

    /// What the file was mapped as.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The field of each column, in the file's order.
    #[must_use]
    pub fn columns(&self) -> &[Option<Field>] {
        &self.columns
    }

    /// The index of the column that holds `field`.
    #[must_use]
    pub fn column_of(&self, field: Field) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| *column == Some(field))
    }

    fn missing(&self) -> Vec<Field> {
        let lacks = |field: &Field| self.column_of(*field).is_none();
        match self.kind {
            Kind::Members if lacks(&Field::Name) && lacks(&Field::Phone) => {
                vec![Field::Name, Field::Phone]
            }
            Kind::Members => Vec::new(),
            Kind::Visits => [Field::Member, Field::At]
                .into_iter()
                .filter(lacks)
                .collect(),
        }
    }
}

/// The field of each column by its header; nothing is required.
#[must_use]
pub fn guess(kind: Kind, headers: &[String]) -> Vec<Option<Field>> {
    let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
    let mut columns = vec![None; headers.len()];
    for (field, names) in kind.headers() {
        // The surest name wins, then the first column.
        let best = names
            .iter()
            .find_map(|name| folded.iter().position(|header| header == name));
        if let Some(column) = best.and_then(|index| columns.get_mut(index))
            && column.is_none()
        {
            *column = Some(*field);
        }
    }
    columns
}

/// What a file with these headers seems to hold: what more columns speak for,
/// and has what its rows need. Members if nothing decides.
#[must_use]
pub fn guess_kind(headers: &[String]) -> Kind {
    let weight = |kind: Kind| {
        let columns = guess(kind, headers);
        let mapped = columns.iter().flatten().count();
        let complete = Mapping { kind, columns }.missing().is_empty();
        (complete, mapped)
    };
    if weight(Kind::Visits) > weight(Kind::Members) {
        Kind::Visits
    } else {
        Kind::Members
    }
}

/// How many of these cells are a header that is known.
pub(super) fn known_headers(cells: &[Cow<'_, str>]) -> usize {
    let is_known = |cell: &&Cow<'_, str>| {
        let folded = fold(cell);
        let kinds = [Kind::Members, Kind::Visits];
        let mut names = kinds
            .iter()
            .flat_map(|kind| kind.headers())
            .flat_map(|(_, names)| *names);
        names.any(|name| *name == folded)
    };
    cells.iter().filter(is_known).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Field::{
        Address, Amount, At, Birthday, CardNumber, ConsentEmail, ConsentSms, Email, ExternalId,
        JoinedOn, Locale, Member, Messenger, Name, Note, Notes, Phone,
    };

    fn headers(line: &str) -> Vec<String> {
        line.split(',').map(str::to_owned).collect()
    }

    fn map(kind: Kind, line: &str) -> Result<Mapping, FileError> {
        Mapping::new(kind, &headers(line), &BTreeMap::new())
    }

    #[test]
    fn every_known_header_is_folded_and_means_one_thing() {
        for kind in [Kind::Members, Kind::Visits] {
            let mut seen = BTreeMap::new();
            for (field, names) in kind.headers() {
                assert!(
                    names.contains(&field.name().replace('_', " ").as_str()),
                    "{field:?}"
                );
                for name in *names {
                    assert_eq!(fold(name), *name);
                    assert_eq!(seen.insert(*name, *field), None, "{name:?} twice");
                }
            }
            for reserved in ["line", "code", "reason", "quantity", "column 1"] {
                assert!(
                    !seen.contains_key(reserved),
                    "{reserved} is ours in rejects files"
                );
            }
        }
    }

    #[test]
    fn a_hungarian_guest_may_be_called_either_way() {
        for (kind, headers_of, field) in [
            (Kind::Visits, ["Tag", "Vendég", "Törzsvendég"], Member),
            (Kind::Members, ["Tag neve", "Vendég", "Vendég neve"], Name),
        ] {
            for header in headers_of {
                assert_eq!(guess(kind, &headers(header)), [Some(field)], "{header}");
            }
        }
    }

    #[test]
    fn recognises_headers_in_three_languages() {
        for (line, fields) in [
            (
                "external_id,name,phone,email,birthday,joined_on,locale,notes,address,messenger,\
                 card_number,consent_email,consent_sms",
                vec![
                    ExternalId,
                    Name,
                    Phone,
                    Email,
                    Birthday,
                    JoinedOn,
                    Locale,
                    Notes,
                    Address,
                    Messenger,
                    CardNumber,
                    ConsentEmail,
                    ConsentSms,
                ],
            ),
            (
                "ФИО,Телефон,E-mail,День рождения,Дата регистрации,Номер карты,Примечание,Почтовый адрес,Телеграм",
                vec![
                    Name, Phone, Email, Birthday, JoinedOn, CardNumber, Notes, Address, Messenger,
                ],
            ),
            (
                "NÉV,Telefonszám,E-mail cím,Születésnap,Regisztráció dátuma,Kártyaszám,Megjegyzés,Postacím,Üzenetküldő",
                vec![
                    Name, Phone, Email, Birthday, JoinedOn, CardNumber, Notes, Address, Messenger,
                ],
            ),
        ] {
            let mapping = map(Kind::Members, line).unwrap();
            let expected: Vec<_> = fields.into_iter().map(Some).collect();
            assert_eq!(mapping.columns(), expected, "{line}");
            assert_eq!(guess_kind(&headers(line)), Kind::Members);
        }
        for (line, fields) in [
            (
                "member,at,quantity,amount",
                vec![Some(Member), Some(At), None, Some(Amount)],
            ),
            (
                "Клиент,Дата,Сумма,Чек",
                vec![Some(Member), Some(At), Some(Amount), Some(ExternalId)],
            ),
            (
                "Vendég,Dátum,Összeg,Megjegyzés",
                vec![Some(Member), Some(At), Some(Amount), Some(Note)],
            ),
            ("Phone,Customer,Date", vec![None, Some(Member), Some(At)]),
            ("Телефон,Дата", vec![Some(Member), Some(At)]),
        ] {
            let mapping = map(Kind::Visits, line).unwrap();
            assert_eq!(mapping.columns(), fields, "{line}");
        }
        for line in [
            "member,at,quantity,amount",
            "Клиент,Дата,Сумма",
            "Телефон,Дата,Сумма",
        ] {
            assert_eq!(guess_kind(&headers(line)), Kind::Visits, "{line}");
        }
    }

    #[test]
    fn missing_columns_are_named_with_what_was_found() {
        assert_eq!(
            map(Kind::Visits, "foo,Сумма"),
            Err(FileError::MissingColumns {
                missing: vec![Member, At],
                found: headers("foo,Сумма")
            })
        );
        let error = map(Kind::Members, "email").unwrap_err();
        assert_eq!(
            error.args(),
            [
                ("missing", "name, phone".to_owned()),
                ("found", "email".to_owned())
            ]
        );
        assert!(map(Kind::Members, "phone").is_ok());
    }

    #[test]
    fn the_owners_mapping_wins() {
        let line = headers("name,foo,amount");
        let new = |pairs: &[(usize, Option<Field>)]| {
            Mapping::new(Kind::Visits, &line, &pairs.iter().copied().collect())
        };
        let mapping = new(&[(0, Some(Member)), (1, Some(At)), (2, None)]).unwrap();
        assert_eq!(mapping.columns(), [Some(Member), Some(At), None]);
        assert_eq!(mapping.column_of(At), Some(1));
        // Moving a field takes it from where the header put it.
        let mapping = new(&[(0, Some(Member)), (1, Some(At)), (2, Some(Note))]).unwrap();
        assert_eq!(mapping.column_of(Amount), None);
        assert_eq!(
            new(&[(0, Some(Member)), (1, Some(Member))]),
            Err(FileError::BadMapping { field: Member })
        );
        assert_eq!(
            new(&[(9, Some(At))]),
            Err(FileError::BadMapping { field: At })
        );
        assert_eq!(
            new(&[(0, Some(Phone))]),
            Err(FileError::BadMapping { field: Phone })
        );
    }

    #[test]
    fn names_read_back() {
        for kind in [Kind::Members, Kind::Visits] {
            for field in kind.fields() {
                assert_eq!(Field::from_name(field.name(), kind), Some(*field));
            }
        }
        assert_eq!(Field::from_name("amount", Kind::Members), None);
    }
}
