//! Typed identifiers: UUIDv7, 16-byte blobs in the database, text on the wire.
//!
//! An id identifies and nothing else: order always comes from a sequence
//! number, never from the timestamp inside the id.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.0.as_bytes())))
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let blob = value.as_blob()?;
                Uuid::from_slice(blob).map(Self).map_err(|_| FromSqlError::InvalidBlobSize {
                    expected_size: 16,
                    blob_size: blob.len(),
                })
            }
        }
    )*};
}

id_types! {
    /// One installation on one PC.
    TillId;
    /// A person at the till.
    OperatorId;
    /// One committed change in the change log.
    ChangeId;
    /// Chosen by the caller of a write, so that a retry is recognised.
    RequestId;
    /// An enrolled guest.
    MemberId;
    /// A loyalty card.
    CardId;
    /// A run of printing cards.
    PrintRunId;
    /// A loyalty program.
    ProgramId;
    /// An immutable snapshot of a program's rules.
    ProgramVersionId;
    /// One member in one program.
    AccountId;
    /// A line of the ledger.
    EntryId;
    /// The unspent part of an earn.
    LotId;
    /// A counter visit.
    VisitId;
    /// A reward unlocked for a member.
    GrantId;
    /// A rule that says when to greet whom.
    MomentId;
    /// One planned greeting of one member.
    TouchId;
    /// One message to be sent.
    MessageId;
    /// A date that matters for one member.
    MemberDateId;
    /// An appointment of a member.
    AppointmentId;
}

impl RequestId {
    /// The id of the `index`-th part of a request that is committed in several
    /// transactions (an import's chunks), so that a retry of the whole is
    /// recognised part by part.
    #[must_use]
    pub fn part(self, index: u64) -> Self {
        Self(Uuid::new_v5(&self.0, &index.to_be_bytes()))
    }

    /// A fresh random id, for callers at the edge.
    #[must_use]
    pub fn random() -> Self {
        Self(Uuid::now_v7())
    }
}
