//! A café to test with: its own folder, a clock that the test sets, and short
//! words for what is done at the counter.

use std::cell::Cell;

use chrono::{NaiveDate, NaiveDateTime, TimeZone};
use regulars_core::{
    Code, Result, Store, WriteRequest,
    card::{CardStatus, CardView},
    id::{ChangeId, GrantId, MemberId, RequestId, VisitId},
    ledger::DailyRun,
    member::{GrantStatus, GrantView, MemberDraft, MemberGlance},
    program::{EarnRule, Lifetime, LifetimeUnit, StampIcon, StampRules},
    shop::{NegativePolicy, ShopDraft, ShopKind, ShopPatch},
    visit::{Redeemed, TakenBack, VisitDraft, VisitRecorded, VisitView},
};

/// The morning on which every test begins.
pub(crate) const MORNING: &str = "2026-03-02 09:00";

/// Time passes between two actions: more than a double scan, so that only the
/// tests about it meet it.
const STEP_MS: i64 = 10_000;

pub(crate) struct Shop {
    pub(crate) store: Store,
    pub(crate) folder: tempfile::TempDir,
    now_ms: Cell<i64>,
}

/// Ten stamps, one for each item, nothing expires, no cap.
pub(crate) fn ten_stamps() -> StampRules {
    StampRules {
        name: "Coffee card".into(),
        stamps_required: 10,
        reward_name: "Free coffee".into(),
        reward_cost_minor: 120,
        starter_stamps: 0,
        earn: EarnRule::PerItem { min_spend_minor: 0 },
        daily_cap: None,
        stamp_lifetime: None,
        reward_lifetime: None,
        earn_on_reward_part: false,
        icon: StampIcon::Cup,
    }
}

pub(crate) fn months(count: u32) -> Option<Lifetime> {
    Some(Lifetime {
        count,
        unit: LifetimeUnit::Months,
    })
}

pub(crate) fn days(count: u32) -> Option<Lifetime> {
    Some(Lifetime {
        count,
        unit: LifetimeUnit::Days,
    })
}

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A time of the shop's clock on the wall, as UTC milliseconds.
pub(crate) fn instant(local: &str) -> i64 {
    let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
    chrono_tz::Europe::Budapest
        .from_local_datetime(&local)
        .earliest()
        .unwrap()
        .timestamp_millis()
}

pub(crate) fn cafe() -> ShopDraft {
    ShopDraft {
        name: "Café Test".into(),
        kind: ShopKind::Cafe,
        locale: "hu".into(),
        currency: "EUR".into(),
        time_zone: "Europe/Budapest".into(),
        phone_region: None,
    }
}

pub(crate) fn visit_of(member_id: MemberId) -> VisitDraft {
    VisitDraft {
        member_id,
        amount_minor: None,
        reward_part_minor: 0,
        stamps: None,
        note: String::new(),
        redeem: Vec::new(),
        complete: None,
        confirmed: false,
    }
}

pub(crate) fn named(name: &str) -> MemberDraft {
    MemberDraft {
        name: Some(name.into()),
        ..MemberDraft::default()
    }
}

/// The code of a refusal.
#[track_caller]
pub(crate) fn refusal<T: std::fmt::Debug>(outcome: Result<T>) -> Code {
    outcome.expect_err("should be refused").code()
}

impl Shop {
    /// A café with a card of ten.
    pub(crate) fn open() -> Self {
        Self::with(&ten_stamps())
    }

    pub(crate) fn with(rules: &StampRules) -> Self {
        let folder = quick_folder();
        let now_ms = instant(MORNING);
        let store = Store::open_seeded(folder.path(), now_ms, Some(7)).unwrap();
        let shop = Self {
            store,
            folder,
            now_ms: Cell::new(now_ms),
        };
        shop.store
            .create_shop(shop.ask(), &cafe(), rules, false)
            .unwrap();
        shop
    }

    pub(crate) fn clamping() -> Self {
        let shop = Self::open();
        let patch = ShopPatch {
            negative_policy: Some(NegativePolicy::Clamp),
            ..ShopPatch::default()
        };
        shop.store.update_shop(shop.ask(), &patch).unwrap();
        shop
    }

    // ------------------------------------------------------------ the clock

    pub(crate) fn now(&self) -> i64 {
        self.now_ms.get()
    }

    pub(crate) fn today(&self) -> NaiveDate {
        self.store
            .settings()
            .unwrap()
            .calendar
            .business_date(self.now())
            .unwrap()
    }

    /// Sets the clock on the wall.
    pub(crate) fn at(&self, local: &str) -> &Self {
        self.now_ms.set(instant(local));
        self
    }

    pub(crate) fn at_ms(&self, now_ms: i64) -> &Self {
        self.now_ms.set(now_ms);
        self
    }

    /// A fresh request at this moment; then some seconds pass.
    pub(crate) fn ask(&self) -> WriteRequest {
        let request = WriteRequest {
            request_id: RequestId::random(),
            now_ms: self.now(),
        };
        self.now_ms.set(self.now() + STEP_MS);
        request
    }

    // ------------------------------------------------------------ at the counter

    pub(crate) fn enrol(&self, name: &str) -> MemberId {
        self.store
            .enrol(self.ask(), &named(name), true)
            .unwrap()
            .member_id
    }

    pub(crate) fn stamp(&self, member: MemberId, stamps: u32) -> VisitRecorded {
        self.record(&VisitDraft {
            stamps: Some(stamps),
            ..visit_of(member)
        })
        .unwrap()
    }

    pub(crate) fn pay(&self, member: MemberId, amount_minor: i64) -> VisitRecorded {
        self.record(&VisitDraft {
            amount_minor: Some(amount_minor),
            ..visit_of(member)
        })
        .unwrap()
    }

    /// A visit with an amount and a number of stamps.
    pub(crate) fn buy(&self, member: MemberId, amount_minor: i64, stamps: u32) -> VisitId {
        let draft = VisitDraft {
            amount_minor: Some(amount_minor),
            stamps: Some(stamps),
            ..visit_of(member)
        };
        self.record(&draft).unwrap().visit.id
    }

    pub(crate) fn record(&self, draft: &VisitDraft) -> Result<VisitRecorded> {
        self.store.record_visit(self.ask(), draft)
    }

    pub(crate) fn redeem(&self, grant: GrantId) -> Result<Redeemed> {
        self.store.redeem(self.ask(), grant, None)
    }

    pub(crate) fn void(&self, visit: VisitId) -> TakenBack {
        self.store.void_visit(self.ask(), visit).unwrap()
    }

    pub(crate) fn refund(&self, visit: VisitId, amount_minor: i64) -> TakenBack {
        self.store
            .refund_visit(self.ask(), visit, amount_minor)
            .unwrap()
    }

    pub(crate) fn undo(&self, change: ChangeId) -> Result<TakenBack> {
        self.store.undo(self.ask(), change)
    }

    pub(crate) fn daily_run(&self) -> DailyRun {
        self.store.daily_run(self.ask()).unwrap()
    }

    pub(crate) fn merge(&self, keep: MemberId, merge: MemberId) {
        self.store.merge_members(self.ask(), keep, merge).unwrap();
    }

    pub(crate) fn save_rules(&self, rules: &StampRules, from: &str) {
        self.store
            .save_program(self.ask(), rules, date(from))
            .unwrap();
    }

    // ------------------------------------------------------------ looking

    pub(crate) fn glance(&self, member: MemberId) -> MemberGlance {
        self.store.glance(member, self.now()).unwrap()
    }

    pub(crate) fn balance(&self, member: MemberId) -> i64 {
        self.glance(member).card.balance
    }

    pub(crate) fn visit(&self, visit: VisitId) -> VisitView {
        self.store.visit(visit).unwrap()
    }

    /// Rewards that can be redeemed now.
    pub(crate) fn rewards(&self, member: MemberId) -> Vec<GrantView> {
        self.glance(member).grants
    }

    /// The one reward that can be redeemed now.
    #[track_caller]
    pub(crate) fn reward(&self, member: MemberId) -> GrantId {
        let rewards = self.rewards(member);
        assert_eq!(
            rewards.len(),
            1,
            "rewards that can be redeemed: {rewards:?}"
        );
        rewards[0].id
    }

    /// Where all grants of a member stand, newest first.
    pub(crate) fn grant_statuses(&self, member: MemberId) -> Vec<GrantStatus> {
        let profile = self.store.profile(member, self.now()).unwrap();
        profile.grants.iter().map(|grant| grant.status).collect()
    }

    pub(crate) fn card(&self, member: MemberId) -> CardView {
        self.glance(member).cards[0].clone()
    }

    pub(crate) fn set_card(&self, member: MemberId, status: CardStatus) -> ChangeId {
        let card = self.card(member).id;
        self.store
            .set_card_status(self.ask(), card, status)
            .unwrap()
            .change_id
    }

    /// One number from a query, read past the public interface.
    pub(crate) fn number(&self, sql: &str) -> i64 {
        self.store
            .read(|db| Ok(db.query_row(sql, [], |row| row.get(0))?))
            .unwrap()
    }

    /// How many rows each table holds, and what the changeable columns say: two
    /// equal pictures mean that nothing was changed.
    pub(crate) fn picture(&self) -> Vec<String> {
        picture(&self.store)
    }

    #[track_caller]
    pub(crate) fn assert_sound(&self) {
        let verdict = self.store.verify().unwrap();
        assert!(verdict.ok(), "verify found: {:#?}", verdict.problems);
    }
}

/// A folder in memory where there is one: most tests are not about the disk, and
/// every commit waits for it.
pub(crate) fn quick_folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .unwrap()
}

/// The shop's database as it stands, in a folder of its own, opened anew.
pub(crate) struct Copy {
    _folder: tempfile::TempDir,
    store: Store,
}

impl std::ops::Deref for Copy {
    type Target = Store;
    fn deref(&self) -> &Store {
        &self.store
    }
}

pub(crate) fn copy_of(shop: &Shop) -> Copy {
    let folder = quick_folder();
    copy_files(shop.folder.path(), folder.path());
    let store = Store::open_seeded(folder.path(), shop.now(), Some(3)).unwrap();
    Copy {
        _folder: folder,
        store,
    }
}

/// Copies a database at rest with what is still in its write-ahead log.
pub(crate) fn copy_files(from: &std::path::Path, to: &std::path::Path) {
    for name in ["regulars.db", "regulars.db-wal"] {
        if from.join(name).exists() {
            std::fs::copy(from.join(name), to.join(name)).unwrap();
        }
    }
}

/// Every row of every table, as text.
pub(crate) fn picture(store: &Store) -> Vec<String> {
    const TABLES: [&str; 24] = [
        "shop",
        "till",
        "operator",
        "change",
        "member",
        "consent",
        "card",
        "print_run",
        "print_run_card",
        "program",
        "program_version",
        "visit",
        "account",
        "entry",
        "lot",
        "moment",
        "touch",
        "schedule_setting",
        "delivery_channel",
        "outbox_setting",
        "message",
        "member_tag",
        "member_date",
        "appointment",
    ];
    store
        .read(|db| {
            let mut lines = Vec::new();
            for table in TABLES.into_iter().chain(["reward_grant", "member_search"]) {
                let mut statement = db.prepare(&format!("SELECT * FROM {table}"))?;
                let columns = statement.column_count();
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    let cells: Vec<_> = (0..columns)
                        .map(|at| row.get_ref(at))
                        .collect::<std::result::Result<_, _>>()?;
                    lines.push(format!("{table} {cells:?}"));
                }
            }
            Ok(lines)
        })
        .unwrap()
}

/// Whatever a test did, the books agree at its end.
impl Drop for Shop {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.assert_sound();
        }
    }
}
