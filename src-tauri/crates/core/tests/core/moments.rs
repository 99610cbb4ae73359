//! Each trigger arises when it should, once, and not otherwise.

use regulars_core::{
    Code,
    member::{AppointmentStatus, Birthday, Channel, MemberDraft},
    moment::{
        Audience, GiftRule, Moment, MomentDraft, MomentRules, Outcome, RunReport, SkipReason,
        TouchChannel, TouchQuery, TouchStatus, Trigger, Why,
    },
    shop::ShopPatch,
};

use crate::shop::{Shop, date, days, named, picture, refusal, ten_stamps};
use regulars_core::{id::MemberId, program::StampRules};

pub(crate) fn rules(trigger: Trigger) -> MomentRules {
    MomentRules {
        trigger,
        audience: Audience::default(),
        offset_days: 0,
        channels: vec![TouchChannel::Counter],
        templates: std::collections::BTreeMap::default(),
        gift: None,
        active_from: None,
        active_until: None,
        late_days: 7,
        per_day: None,
        days_between: None,
        holdout_percent: 0,
    }
}

pub(crate) fn draft(code: &str, rules: MomentRules) -> MomentDraft {
    MomentDraft {
        code: code.into(),
        name: format!("The {code}"),
        rules,
    }
}

pub(crate) fn gift() -> Option<GiftRule> {
    Some(GiftRule {
        name: "Slice of cake".into(),
        cost_minor: 90,
        valid_days: 14,
    })
}

impl Shop {
    pub(crate) fn moment(&self, code: &str, rules: MomentRules) -> Moment {
        let drafts = [draft(code, rules)];
        self.store
            .add_moments(self.ask(), &drafts, true)
            .unwrap()
            .remove(0)
    }

    pub(crate) fn run(&self) -> RunReport {
        self.store.run_schedule(self.ask(), None).unwrap()
    }

    /// Runs at nine on a day, and says what was planned: who, which, when.
    pub(crate) fn run_on(&self, day: &str) -> Vec<String> {
        self.at(&format!("{day} 09:00"));
        lines(&self.run())
    }

    fn born(&self, name: &str, month: u32, day: u32) -> MemberId {
        let draft = MemberDraft {
            birthday: Some(Birthday {
                month,
                day,
                year: None,
            }),
            ..named(name)
        };
        self.store
            .enrol(self.ask(), &draft, true)
            .unwrap()
            .member_id
    }
}

fn lines(report: &RunReport) -> Vec<String> {
    report
        .planned
        .iter()
        .map(|line| {
            format!(
                "{} {} {} {}",
                line.moment, line.member.name, line.occurrence, line.due_on
            )
        })
        .collect()
}

fn reasons(report: &RunReport) -> Vec<SkipReason> {
    report
        .skipped
        .iter()
        .filter_map(|line| line.reason)
        .collect()
}

fn closed(report: &RunReport) -> Vec<SkipReason> {
    report
        .closed
        .iter()
        .filter_map(|line| line.reason)
        .collect()
}

const NOTHING: Vec<String> = Vec::new();

#[test]
fn a_welcome_series_comes_on_its_days_and_once() {
    let shop = Shop::open();
    for days in [0, 3, 14] {
        shop.moment(
            &format!("day_{days}"),
            MomentRules {
                offset_days: days,
                ..rules(Trigger::Enrolled)
            },
        );
    }
    assert_eq!(shop.run_on("2026-03-02"), NOTHING);
    shop.enrol("Anna");
    assert_eq!(lines(&shop.run()), ["day_0 Anna joined 2026-03-02"]);
    assert_eq!(shop.run_on("2026-03-03"), NOTHING);
    assert_eq!(shop.run_on("2026-03-05"), ["day_3 Anna joined 2026-03-05"]);
    assert_eq!(shop.run_on("2026-03-16"), ["day_14 Anna joined 2026-03-16"]);
    assert_eq!(shop.run_on("2026-03-17"), NOTHING);
}

#[test]
fn who_enrols_after_the_days_run_is_greeted_by_the_next() {
    let shop = Shop::open();
    shop.moment("welcome", rules(Trigger::Enrolled));
    shop.run();
    shop.at("2026-03-02 18:00").enrol("Anna");
    assert_eq!(
        shop.run_on("2026-03-03"),
        ["welcome Anna joined 2026-03-02"]
    );
}

#[test]
fn first_and_nth_visits_count_visits_that_stand() {
    let shop = Shop::open();
    shop.moment("first", rules(Trigger::FirstVisit));
    shop.moment("third", rules(Trigger::NthVisit { n: 3 }));
    let anna = shop.enrol("Anna");
    let slip = shop.stamp(anna, 1).visit.id;
    shop.void(slip);
    assert_eq!(lines(&shop.run()), NOTHING);
    shop.stamp(anna, 1);
    shop.at("2026-03-04 09:00").stamp(anna, 1);
    assert_eq!(lines(&shop.run()), ["first Anna first 2026-03-02"]);
    let third = shop.stamp(anna, 1).visit.id;
    assert_eq!(lines(&shop.run()), ["third Anna visit:3 2026-03-04"]);
    shop.void(third);
    shop.at("2026-03-06 09:00").stamp(anna, 1);
    assert_eq!(
        shop.run_on("2026-03-07"),
        NOTHING,
        "the third visit is greeted once"
    );
}

#[test]
fn anniversaries_come_every_year_and_a_leap_day_falls_on_the_28th() {
    let shop = Shop::open();
    shop.at("2028-02-29 09:00");
    shop.moment("visits", rules(Trigger::AnniversaryFirstVisit));
    shop.moment("joining", rules(Trigger::AnniversaryJoined));
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 1);
    assert_eq!(shop.run_on("2028-03-01"), NOTHING);
    assert_eq!(
        shop.run_on("2029-02-28"),
        [
            "visits Anna 2029 2029-02-28",
            "joining Anna 2029 2029-02-28"
        ]
    );
    assert_eq!(shop.run_on("2029-03-01"), NOTHING);
    let inbox = shop.store.inbox(shop.now()).unwrap();
    assert_eq!(
        inbox.groups[0].touches[0].why,
        Why::Anniversary {
            on: date("2029-02-28"),
            years: 1
        }
    );
    shop.run_on("2031-03-01");
    assert_eq!(
        shop.run_on("2032-02-29"),
        [
            "visits Anna 2032 2032-02-29",
            "joining Anna 2032 2032-02-29"
        ]
    );
}

#[test]
fn a_birthday_on_the_29th_of_february_is_kept_on_the_28th() {
    let shop = Shop::open();
    shop.moment("birthday", rules(Trigger::Birthday));
    shop.born("Leap", 2, 29);
    shop.run();
    assert_eq!(shop.run_on("2027-02-28"), ["birthday Leap 2027 2027-02-28"]);
    assert_eq!(shop.run_on("2027-03-01"), NOTHING);
    assert_eq!(shop.run_on("2028-02-28"), NOTHING);
    assert_eq!(shop.run_on("2028-02-29"), ["birthday Leap 2028 2028-02-29"]);
}

#[test]
fn a_birthday_greeting_may_come_days_before_even_across_new_year() {
    let shop = Shop::open();
    shop.moment(
        "birthday",
        MomentRules {
            offset_days: -7,
            ..rules(Trigger::Birthday)
        },
    );
    shop.born("Newyear", 1, 3);
    shop.run();
    assert_eq!(shop.run_on("2026-12-26"), NOTHING);
    assert_eq!(
        shop.run_on("2026-12-27"),
        ["birthday Newyear 2027 2026-12-27"]
    );
    assert_eq!(shop.run_on("2027-01-03"), NOTHING);
}

#[test]
fn a_birthday_entered_just_before_is_greeted_without_a_gift_this_year() {
    let shop = Shop::open();
    shop.moment(
        "birthday",
        MomentRules {
            gift: gift(),
            ..rules(Trigger::Birthday)
        },
    );
    let new = shop.born("New", 3, 31); // 29 days ahead
    let known = shop.born("Known", 4, 1); // 30 days ahead
    shop.run();
    assert_eq!(shop.run_on("2026-03-31"), ["birthday New 2026 2026-03-31"]);
    assert!(shop.rewards(new).is_empty());
    shop.run_on("2026-04-01");
    assert_eq!(shop.rewards(known).len(), 1);
    shop.run_on("2027-03-31");
    assert_eq!(shop.rewards(new).len(), 1, "next year it earns one");
}

#[test]
fn a_changed_birthday_counts_as_newly_entered() {
    let shop = Shop::open();
    shop.moment(
        "birthday",
        MomentRules {
            gift: gift(),
            ..rules(Trigger::Birthday)
        },
    );
    let anna = shop.born("Anna", 8, 1);
    let moved = |month, day| MemberDraft {
        birthday: Some(Birthday {
            month,
            day,
            year: Some(1990),
        }),
        ..MemberDraft::default()
    };
    shop.at("2026-07-20 09:00");
    shop.store
        .update_member(shop.ask(), anna, &moved(8, 1), false)
        .unwrap();
    shop.run();
    shop.run_on("2026-08-01");
    assert_eq!(shop.rewards(anna).len(), 1, "only the year was added");
    shop.at("2027-05-01 09:00");
    shop.store
        .update_member(shop.ask(), anna, &moved(5, 15), false)
        .unwrap();
    shop.run();
    assert_eq!(shop.run_on("2027-05-15"), ["birthday Anna 2027 2027-05-15"]);
    assert!(shop.rewards(anna).is_empty());
}

#[test]
fn silence_is_noticed_once_for_each_last_visit() {
    let shop = Shop::open();
    shop.moment("away", rules(Trigger::NotSeen { days: 30 }));
    let anna = shop.enrol("Anna");
    shop.enrol("Never came");
    shop.pay(anna, 500);
    shop.run();
    assert_eq!(shop.run_on("2026-03-31"), NOTHING);
    assert_eq!(
        shop.run_on("2026-04-01"),
        ["away Anna 2026-03-02 2026-04-01"]
    );
    let why = shop.store.inbox(shop.now()).unwrap().groups[0].touches[0]
        .why
        .clone();
    let expected = Why::Drifting {
        last_visit_on: date("2026-03-02"),
        usual_gap_days: None,
        spend_minor: 500,
        visits: 1,
    };
    assert_eq!(why, expected);
    shop.at("2026-04-02 12:00").pay(anna, 500);
    shop.at("2026-04-03 09:00");
    assert_eq!(closed(&shop.run()), [SkipReason::CameBack]);
    assert_eq!(
        shop.run_on("2026-05-02"),
        ["away Anna 2026-04-02 2026-05-02"]
    );
}

#[test]
fn who_came_in_time_while_the_pc_was_off_was_never_away() {
    let shop = Shop::open();
    shop.moment("away", rules(Trigger::NotSeen { days: 10 }));
    let (anna, bela) = (shop.enrol("Anna"), shop.enrol("Béla"));
    shop.stamp(anna, 1);
    shop.stamp(bela, 1);
    shop.run();
    shop.at("2026-03-11 10:00").stamp(anna, 1); // nine days later
    shop.at("2026-03-13 10:00").stamp(bela, 1); // a day after it was due
    shop.at("2026-03-14 09:00");
    let report = shop.run();
    assert_eq!(lines(&report), NOTHING);
    assert_eq!(reasons(&report), [SkipReason::CameBack]);
    assert_eq!(report.skipped[0].member.name, "Béla");
}

#[test]
fn a_regular_is_missed_by_their_own_rhythm() {
    let shop = Shop::open();
    shop.moment(
        "drifting",
        rules(Trigger::Rhythm {
            factor_percent: 200,
            min_visits: 4,
            min_days: 7,
        }),
    );
    let (weekly, daily, rare) = (
        shop.enrol("Weekly"),
        shop.enrol("Daily"),
        shop.enrol("Rare"),
    );
    // Gaps of 6, 8 and 7 days: a median of 7, due on the 15th day of silence.
    for day in ["2026-03-02", "2026-03-08", "2026-03-16", "2026-03-23"] {
        shop.at(&format!("{day} 10:00")).stamp(weekly, 1);
    }
    // Every day; never before seven days of silence.
    for day in 20..=24 {
        shop.at(&format!("2026-03-{day} 11:00")).stamp(daily, 1);
    }
    // Two gaps are no rhythm.
    for day in ["2026-03-02", "2026-03-03", "2026-03-04"] {
        shop.at(&format!("{day} 12:00")).stamp(rare, 1);
    }
    shop.at("2026-03-24 12:00").run();
    assert_eq!(shop.run_on("2026-03-30"), NOTHING);
    assert_eq!(
        shop.run_on("2026-03-31"),
        ["drifting Daily 2026-03-24 2026-03-31"]
    );
    assert_eq!(
        shop.run_on("2026-04-06"),
        NOTHING,
        "fourteen days are twice the usual"
    );
    assert_eq!(
        shop.run_on("2026-04-07"),
        ["drifting Weekly 2026-03-23 2026-04-07"]
    );
}

#[test]
fn a_nearly_full_card_is_mentioned_once_for_each_card() {
    let shop = Shop::open();
    shop.moment("nearly", rules(Trigger::CardNearlyFull { stamps_left: 2 }));
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 7);
    assert_eq!(lines(&shop.run()), NOTHING);
    shop.stamp(anna, 1);
    assert_eq!(lines(&shop.run()), ["nearly Anna 0 2026-03-02"]);
    shop.at("2026-03-03 09:00").stamp(anna, 1);
    assert_eq!(
        shop.run_on("2026-03-04"),
        NOTHING,
        "nine of ten is the same card"
    );
    shop.stamp(anna, 1);
    shop.at("2026-03-05 09:00");
    assert_eq!(closed(&shop.run()), [SkipReason::NoLongerUseful]);
    shop.stamp(anna, 8);
    assert_eq!(lines(&shop.run()), ["nearly Anna 1 2026-03-05"]);
}

#[test]
fn a_reward_is_announced_and_reminded_of_before_it_expires() {
    let shop = Shop::with(&StampRules {
        reward_lifetime: days(30),
        ..ten_stamps()
    });
    shop.moment("unlocked", rules(Trigger::RewardUnlocked));
    shop.moment(
        "expiring",
        rules(Trigger::RewardExpiring { days_before: 5 }),
    );
    let (anna, bela) = (shop.enrol("Anna"), shop.enrol("Béla"));
    shop.stamp(anna, 10);
    shop.stamp(bela, 10);
    let (hers, his) = (shop.reward(anna), shop.reward(bela));
    assert_eq!(
        lines(&shop.run()),
        [
            format!("unlocked Anna {hers} 2026-03-02"),
            format!("unlocked Béla {his} 2026-03-02")
        ]
    );
    shop.at("2026-03-20 09:00").redeem(his).unwrap();
    // It was announced and has been used: that touch makes no sense any more.
    assert!(closed(&shop.run()).contains(&SkipReason::NoLongerUseful));
    assert_eq!(
        shop.run_on("2026-03-27"),
        [format!("expiring Anna {hers}:2026-04-01 2026-03-27")]
    );
    shop.redeem(hers).unwrap();
    assert_eq!(closed(&shop.run()), [SkipReason::NoLongerUseful]);
}

#[test]
fn a_date_is_for_all_who_were_known_by_then() {
    let shop = Shop::open();
    let every_year = Trigger::Date {
        month: 12,
        day: 24,
        year: None,
    };
    shop.moment("christmas", rules(every_year));
    let once = Trigger::Date {
        month: 12,
        day: 25,
        year: Some(2026),
    };
    shop.moment("opening", rules(once));
    shop.enrol("Anna");
    shop.run();
    shop.at("2026-12-24 09:00");
    assert_eq!(lines(&shop.run()), ["christmas Anna 2026 2026-12-24"]);
    shop.at("2026-12-25 08:00").enrol("Late");
    assert_eq!(
        lines(&shop.run()),
        [
            "opening Anna 2026-12-25 2026-12-25",
            "opening Late 2026-12-25 2026-12-25"
        ]
    );
    assert_eq!(
        shop.run_on("2027-12-25").len(),
        2,
        "christmas again, the opening not"
    );
}

#[test]
fn a_recall_follows_the_members_last_date_of_its_kind() {
    let shop = Shop::open();
    let recall = Trigger::MemberDate {
        label: "Colouring".into(),
    };
    shop.moment(
        "recall",
        MomentRules {
            offset_days: 42,
            ..rules(recall)
        },
    );
    let anna = shop.enrol("Anna");
    let note = |label: &str, on: &str| {
        shop.store
            .add_member_date(shop.ask(), anna, label, date(on))
            .unwrap()
    };
    note("colouring", "2026-03-02");
    note("Wedding", "2026-03-02");
    shop.run();
    shop.at("2026-04-10 09:00");
    note("COLOURING", "2026-04-10"); // three days before the recall
    assert_eq!(shop.run_on("2026-04-13"), NOTHING);
    assert_eq!(
        shop.run_on("2026-05-22"),
        ["recall Anna colouring:2026-04-10 2026-05-22"]
    );
    shop.at("2026-05-23 09:00");
    note("Colouring", "2026-05-23");
    assert_eq!(closed(&shop.run()), [SkipReason::NoLongerUseful]);
}

#[test]
fn a_missed_appointment_is_followed_up_unless_a_new_one_is_made() {
    let shop = Shop::open();
    shop.moment(
        "missed",
        MomentRules {
            offset_days: 1,
            ..rules(Trigger::MissedAppointment)
        },
    );
    let (anna, bela, cili) = (shop.enrol("Anna"), shop.enrol("Béla"), shop.enrol("Cili"));
    let book = |member, on, status| {
        shop.store
            .add_appointment(shop.ask(), member, date(on), status)
            .unwrap()
            .id
    };
    let hers = book(anna, "2026-03-02", AppointmentStatus::Booked);
    let his = book(bela, "2026-03-05", AppointmentStatus::Cancelled);
    book(bela, "2026-03-09", AppointmentStatus::Booked);
    book(cili, "2026-03-02", AppointmentStatus::Missed);
    shop.stamp(cili, 1); // came after all
    shop.store
        .set_appointment(shop.ask(), hers, AppointmentStatus::Missed)
        .unwrap();
    shop.run();
    assert_eq!(
        shop.run_on("2026-03-03"),
        [format!("missed Anna {hers} 2026-03-03")]
    );
    assert_ne!(hers, his);
    book(anna, "2026-03-10", AppointmentStatus::Booked);
    assert_eq!(closed(&shop.run()), [SkipReason::NoLongerUseful]);
}

#[test]
fn the_first_channel_that_reaches_the_member_is_taken() {
    let shop = Shop::open();
    shop.moment(
        "welcome",
        MomentRules {
            channels: vec![TouchChannel::Email, TouchChannel::Call, TouchChannel::Post],
            ..rules(Trigger::Enrolled)
        },
    );
    let enrol = |draft: MemberDraft| {
        shop.store
            .enrol(shop.ask(), &draft, true)
            .unwrap()
            .member_id
    };
    enrol(MemberDraft {
        email: Some("anna@example.com".into()),
        consent_email: Some(true),
        ..named("Anna")
    });
    let bela = enrol(MemberDraft {
        email: Some("bela@example.com".into()),
        phone: Some("+36305550142".into()),
        ..named("Béla")
    });
    let cili = enrol(MemberDraft {
        address: Some("Fő utca 1.\n1011 Budapest".into()),
        ..named("Cili")
    });
    for (member, channel) in [
        (bela, Channel::Call),
        (cili, Channel::Post),
        (cili, Channel::Call),
    ] {
        shop.store
            .set_consent(shop.ask(), member, channel, true)
            .unwrap();
    }
    enrol(named("Dénes"));
    let report = shop.run();
    let channels: Vec<_> = report
        .planned
        .iter()
        .map(|line| line.channel.unwrap())
        .collect();
    assert_eq!(
        channels,
        [TouchChannel::Email, TouchChannel::Call, TouchChannel::Post]
    );
    assert_eq!(reasons(&report), [SkipReason::NoChannel]);
}

#[test]
fn the_audience_is_who_fits_on_the_day() {
    let shop = Shop::open();
    let audience = |audience| MomentRules {
        audience,
        ..rules(Trigger::Date {
            month: 6,
            day: 1,
            year: None,
        })
    };
    let none = Audience::default;
    shop.moment(
        "rich",
        audience(Audience {
            min_spend_minor: Some(1_000),
            ..none()
        }),
    );
    shop.moment(
        "often",
        audience(Audience {
            min_visits: Some(2),
            ..none()
        }),
    );
    shop.moment(
        "once",
        audience(Audience {
            max_visits: Some(1),
            ..none()
        }),
    );
    shop.moment(
        "lately",
        audience(Audience {
            seen_within_days: Some(31),
            ..none()
        }),
    );
    shop.moment(
        "long_ago",
        audience(Audience {
            not_seen_for_days: Some(32),
            ..none()
        }),
    );
    shop.moment(
        "tagged",
        audience(Audience {
            tags: vec!["VIP".into()],
            ..none()
        }),
    );
    shop.moment(
        "untagged",
        audience(Audience {
            without_tags: vec!["vip".into()],
            ..none()
        }),
    );
    let settings = shop.store.schedule_settings().unwrap();
    shop.store
        .set_schedule_settings(
            shop.ask(),
            &regulars_core::moment::ScheduleSettings {
                touches_per_month: 31,
                ..settings
            },
        )
        .unwrap();
    let (anna, bela) = (shop.enrol("Anna"), shop.enrol("Béla"));
    shop.pay(anna, 600);
    shop.at("2026-05-01 09:00").pay(anna, 400);
    shop.at("2026-04-30 09:00").pay(bela, 999);
    shop.store
        .tag_member(shop.ask(), anna, "Vip", true)
        .unwrap();
    shop.run();
    let mut planned = shop.run_on("2026-06-01");
    planned.sort();
    let expected = [
        "lately Anna",
        "long_ago Béla",
        "often Anna",
        "once Béla",
        "rich Anna",
        "tagged Anna",
        "untagged Béla",
    ];
    assert_eq!(
        planned,
        expected.map(|line| format!("{line} 2026 2026-06-01"))
    );
}

#[test]
fn a_month_holds_so_many_touches_and_the_first_moments_win() {
    let shop = Shop::open();
    let low = shop.moment("low", rules(Trigger::Enrolled));
    let high = shop.moment("high", rules(Trigger::Enrolled));
    shop.store
        .order_moments(shop.ask(), &[high.id, low.id])
        .unwrap();
    let settings = shop.store.schedule_settings().unwrap();
    assert_eq!(settings.touches_per_month, 4);
    shop.store
        .set_schedule_settings(
            shop.ask(),
            &regulars_core::moment::ScheduleSettings {
                touches_per_month: 1,
                ..settings
            },
        )
        .unwrap();
    shop.moment(
        "april",
        MomentRules {
            offset_days: 30,
            ..rules(Trigger::Enrolled)
        },
    );
    shop.enrol("Anna");
    let report = shop.run();
    assert_eq!(lines(&report), ["high Anna joined 2026-03-02"]);
    assert_eq!(reasons(&report), [SkipReason::MemberCap]);
    assert_eq!(
        shop.run_on("2026-04-01"),
        ["april Anna joined 2026-04-01"],
        "a new month"
    );
}

#[test]
fn a_moment_can_be_capped_by_day_and_spaced_out() {
    let shop = Shop::open();
    shop.moment(
        "capped",
        MomentRules {
            per_day: Some(1),
            ..rules(Trigger::Enrolled)
        },
    );
    shop.moment(
        "spaced",
        MomentRules {
            days_between: Some(20),
            ..rules(Trigger::NotSeen { days: 5 })
        },
    );
    let anna = shop.enrol("Anna");
    shop.enrol("Béla");
    let report = shop.run();
    assert_eq!(
        (report.planned.len(), reasons(&report)),
        (1, vec![SkipReason::DayCap])
    );
    shop.stamp(anna, 1);
    assert_eq!(shop.run_on("2026-03-07").len(), 1);
    shop.stamp(anna, 1);
    shop.at("2026-03-12 09:00");
    assert_eq!(reasons(&shop.run()), [SkipReason::TooSoon]);
    shop.at("2026-03-22 10:00").stamp(anna, 1);
    assert_eq!(
        shop.run_on("2026-03-27").len(),
        1,
        "twenty days after the first"
    );
}

#[test]
fn what_comes_too_late_is_left_out_and_said() {
    let shop = Shop::open();
    shop.moment(
        "birthday",
        MomentRules {
            late_days: 3,
            ..rules(Trigger::Birthday)
        },
    );
    for (name, day) in [("Ten", 10), ("Eleven", 11), ("Fourteen", 14)] {
        shop.born(name, 3, day);
    }
    shop.run();
    shop.at("2026-03-14 09:00");
    let report = shop.run();
    assert_eq!(
        lines(&report),
        [
            "birthday Eleven 2026 2026-03-11",
            "birthday Fourteen 2026 2026-03-14"
        ]
    );
    assert_eq!(reasons(&report), [SkipReason::TooLate]);
    assert_eq!(report.skipped[0].member.name, "Ten");
    shop.at("2026-03-15 09:00");
    assert_eq!(
        closed(&shop.run()),
        [SkipReason::TooLate],
        "who was not greeted in time"
    );
}

#[test]
fn nothing_goes_to_who_is_archived_or_merged() {
    let shop = Shop::open();
    shop.moment(
        "welcome",
        MomentRules {
            offset_days: 1,
            ..rules(Trigger::Enrolled)
        },
    );
    shop.moment(
        "birthday",
        MomentRules {
            gift: gift(),
            ..rules(Trigger::Birthday)
        },
    );
    let (anna, bela) = (shop.born("Anna", 6, 1), shop.born("Béla", 6, 1));
    let twin = shop.born("Bela", 6, 1);
    shop.run();
    shop.store.archive_member(shop.ask(), anna, true).unwrap();
    shop.merge(bela, twin);
    assert_eq!(
        shop.run_on("2026-03-03"),
        ["welcome Béla joined 2026-03-03"]
    );
    shop.run_on("2026-05-31");
    assert_eq!(shop.run_on("2026-06-01"), ["birthday Béla 2026 2026-06-01"]);
    shop.store.archive_member(shop.ask(), bela, true).unwrap();
    assert_eq!(closed(&shop.run()), [SkipReason::MemberGone]);
}

#[test]
fn two_who_become_one_are_not_greeted_twice() {
    let shop = Shop::open();
    shop.moment("birthday", rules(Trigger::Birthday));
    shop.moment("welcome", rules(Trigger::Enrolled));
    let anna = shop.enrol("Anna");
    let twin = shop.born("Anna K.", 6, 1);
    shop.run();
    shop.run_on("2026-06-01");
    shop.merge(anna, twin);
    assert_eq!(
        lines(&shop.run()),
        NOTHING,
        "the birthday of this year was greeted"
    );
    let greeted = shop
        .store
        .touches(&TouchQuery {
            member_id: Some(anna),
            ..TouchQuery::default()
        })
        .unwrap();
    assert_eq!(greeted.total, 2);
    assert_eq!(shop.run_on("2027-06-01"), ["birthday Anna 2027 2027-06-01"]);
}

#[test]
fn a_moment_switched_off_plans_nothing_and_closes_what_is_open() {
    let shop = Shop::open();
    let welcome = shop.moment("welcome", rules(Trigger::Enrolled));
    shop.enrol("Anna");
    shop.run();
    shop.store
        .enable_moment(shop.ask(), welcome.id, false)
        .unwrap();
    assert!(shop.store.inbox(shop.now()).unwrap().groups.is_empty());
    shop.enrol("Béla");
    let report = shop.run();
    assert_eq!(
        (lines(&report), closed(&report)),
        (NOTHING, vec![SkipReason::MomentOff])
    );
    shop.at("2026-03-05 09:00");
    shop.store
        .enable_moment(shop.ask(), welcome.id, true)
        .unwrap();
    assert_eq!(
        lines(&shop.run()),
        NOTHING,
        "what fell due meanwhile is not caught up"
    );
    shop.enrol("Cili");
    assert_eq!(lines(&shop.run()), ["welcome Cili joined 2026-03-05"]);
}

#[test]
fn the_master_switch_stops_everything_and_catches_nothing_up() {
    let shop = Shop::open();
    shop.moment("welcome", rules(Trigger::Enrolled));
    shop.run();
    let on = shop.store.schedule_settings().unwrap();
    let off = regulars_core::moment::ScheduleSettings {
        enabled: false,
        ..on
    };
    shop.store.set_schedule_settings(shop.ask(), &off).unwrap();
    shop.at("2026-03-03 09:00").enrol("Anna");
    let before = shop.picture();
    assert!(shop.run().switched_off);
    assert_eq!(shop.picture(), before);
    shop.at("2026-03-05 09:00");
    shop.store.set_schedule_settings(shop.ask(), &on).unwrap();
    assert_eq!(lines(&shop.run()), NOTHING);
}

#[test]
fn a_run_again_and_a_dry_run_change_nothing() {
    let shop = Shop::open();
    shop.moment(
        "welcome",
        MomentRules {
            gift: gift(),
            ..rules(Trigger::Enrolled)
        },
    );
    shop.enrol("Anna");
    let before = shop.picture();
    let foreseen = shop.store.preview_schedule(None, shop.now()).unwrap();
    assert_eq!(shop.picture(), before);
    let request = shop.ask();
    let done = shop.store.run_schedule(request, None).unwrap();
    assert_eq!(lines(&foreseen), lines(&done));
    assert!(foreseen.planned[0].id.is_none() && done.planned[0].id.is_some());
    let after = shop.picture();
    assert_eq!(
        shop.store.run_schedule(request, None).unwrap(),
        done,
        "a retry"
    );
    let again = shop.run();
    assert!(again.planned.is_empty() && again.skipped.is_empty() && again.closed.is_empty());
    assert!(shop.picture() == after);
}

#[test]
fn a_clock_set_back_a_year_repeats_nothing_and_is_told() {
    let shop = Shop::open();
    shop.moment("birthday", rules(Trigger::Birthday));
    shop.moment("away", rules(Trigger::NotSeen { days: 5 }));
    let anna = shop.born("Anna", 3, 4);
    shop.stamp(anna, 1);
    shop.run();
    shop.run_on("2026-03-04");
    shop.run_on("2026-03-07");
    shop.at("2025-03-04 09:00");
    let report = shop.run();
    assert!(report.clock_back);
    assert_eq!(lines(&report), NOTHING, "she was not known a year ago");
    shop.at("2026-03-04 09:00");
    let report = shop.run();
    assert!(!report.clock_back);
    assert_eq!(lines(&report), NOTHING, "greeted already");
    assert_eq!(shop.number("SELECT count(*) FROM touch"), 2);
    assert_eq!(shop.run_on("2027-03-04"), ["birthday Anna 2027 2027-03-04"]);
}

#[test]
fn the_day_begins_at_the_shops_hour_and_a_new_time_zone_repeats_nothing() {
    let shop = Shop::open();
    shop.moment("birthday", rules(Trigger::Birthday));
    shop.born("Anna", 3, 4);
    shop.run();
    shop.at("2026-03-04 03:59");
    assert_eq!(
        lines(&shop.run()),
        NOTHING,
        "the night still belongs to the 3rd"
    );
    shop.at("2026-03-04 04:00");
    assert_eq!(lines(&shop.run()), ["birthday Anna 2026 2026-03-04"]);
    for zone in ["Pacific/Honolulu", "Pacific/Auckland", "Europe/Budapest"] {
        let patch = ShopPatch {
            time_zone: Some(zone.into()),
            ..ShopPatch::default()
        };
        shop.store.update_shop(shop.ask(), &patch).unwrap();
        assert_eq!(lines(&shop.run()), NOTHING, "{zone}");
    }
    assert_eq!(shop.number("SELECT count(*) FROM touch"), 1);
}

#[test]
fn a_run_for_a_past_day_sees_the_shop_as_it_was() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 1);
    shop.at("2026-05-01 09:00").stamp(anna, 1);
    shop.at("2026-06-15 09:00");
    shop.moment("away", rules(Trigger::NotSeen { days: 30 }));
    let past = |day: &str| {
        let report = shop
            .store
            .run_schedule(shop.ask(), Some(date(day)))
            .unwrap();
        (lines(&report), report.closed.len())
    };
    assert_eq!(
        past("2026-04-01"),
        (vec!["away Anna 2026-03-02 2026-04-01".into()], 0)
    );
    assert_eq!(
        past("2026-04-01"),
        (NOTHING, 0),
        "the later visit does not close it"
    );
    assert_eq!(past("2026-05-02"), (NOTHING, 1));
    assert_eq!(past("2026-05-31").0, ["away Anna 2026-05-01 2026-05-31"]);
}

#[test]
fn a_gift_is_given_once_and_taken_back_when_the_touch_is_left_out() {
    let shop = Shop::open();
    shop.moment(
        "welcome",
        MomentRules {
            gift: gift(),
            ..rules(Trigger::Enrolled)
        },
    );
    let anna = shop.enrol("Anna");
    let id = shop.run().planned[0].id.unwrap();
    let given = shop.rewards(anna);
    assert_eq!(given.len(), 1);
    assert_eq!(given[0].expires_on, Some(date("2026-03-16")));
    assert_eq!(shop.balance(anna), 0);
    shop.store.touch_skip(shop.ask(), id).unwrap();
    assert!(shop.rewards(anna).is_empty());
    let view = shop.store.touch_reopen(shop.ask(), id).unwrap();
    assert_eq!(
        (view.status, shop.rewards(anna).len()),
        (TouchStatus::Planned, 1)
    );
    shop.redeem(shop.reward(anna)).unwrap();
    shop.store.touch_skip(shop.ask(), id).unwrap();
    shop.store.touch_reopen(shop.ask(), id).unwrap();
    assert!(
        shop.rewards(anna).is_empty(),
        "a gift that was used is not given again"
    );
}

#[test]
fn taking_stamps_back_leaves_a_gift_alone() {
    let shop = Shop::open();
    shop.moment(
        "welcome",
        MomentRules {
            gift: gift(),
            ..rules(Trigger::Enrolled)
        },
    );
    let anna = shop.enrol("Anna");
    let visit = shop.stamp(anna, 10).visit.id;
    let card = shop.reward(anna);
    shop.run();
    assert_eq!(shop.rewards(anna).len(), 2);
    shop.redeem(card).unwrap();
    shop.void(visit);
    let left = shop.rewards(anna);
    assert_eq!(
        (left.len(), left[0].reward_name.as_str()),
        (1, "Slice of cake")
    );
    assert_eq!(
        shop.balance(anna),
        -10,
        "the stamps are owed, the gift stays"
    );
}

#[test]
fn an_unused_gift_expires_without_returning_stamps() {
    let shop = Shop::open();
    shop.moment(
        "welcome",
        MomentRules {
            gift: gift(),
            ..rules(Trigger::Enrolled)
        },
    );
    let anna = shop.enrol("Anna");
    shop.run();
    shop.at("2026-03-17 09:00");
    assert_eq!(shop.daily_run().grants_expired, 1);
    assert_eq!((shop.balance(anna), shop.rewards(anna).len()), (0, 0));
}

#[test]
fn todays_list_is_worked_through() {
    let shop = Shop::open();
    shop.moment(
        "welcome",
        MomentRules {
            channels: vec![TouchChannel::Counter],
            ..rules(Trigger::Enrolled)
        },
    );
    let (anna, bela) = (shop.enrol("Anna"), shop.enrol("Béla"));
    let ids: Vec<_> = shop
        .run()
        .planned
        .iter()
        .map(|line| line.id.unwrap())
        .collect();
    let open = || {
        let inbox = shop.store.inbox(shop.now()).unwrap();
        let names = inbox.groups.iter().flat_map(|group| &group.touches);
        names
            .map(|touch| touch.member.name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(open(), ["Anna", "Béla"]);
    assert_eq!(
        shop.store.counter_touches(bela, shop.now()).unwrap().len(),
        1
    );
    shop.store
        .touch_done(shop.ask(), ids[0], Some(Outcome::Came))
        .unwrap();
    assert!(
        shop.store
            .counter_touches(anna, shop.now())
            .unwrap()
            .is_empty()
    );
    shop.store
        .touch_snooze(shop.ask(), ids[1], date("2026-03-12"))
        .unwrap();
    assert_eq!(open(), NOTHING);
    shop.at("2026-03-11 09:00");
    assert_eq!(
        closed(&shop.run()),
        [],
        "a snoozed one is not closed as late"
    );
    shop.at("2026-03-12 09:00").run();
    assert_eq!(open(), ["Béla"]);
    shop.store
        .touch_failed(shop.ask(), ids[1], "no such number")
        .unwrap();
    let failed = shop.store.touch(ids[1]).unwrap();
    assert_eq!(
        (failed.status, failed.failure.as_str()),
        (TouchStatus::Failed, "no such number")
    );
    assert_eq!(
        refusal(
            shop.store
                .touch_snooze(shop.ask(), ids[1], date("2026-03-20"))
        ),
        Code::TouchClosed
    );
    shop.store.touch_reopen(shop.ask(), ids[0]).unwrap();
    assert_eq!(shop.store.touch(ids[0]).unwrap().outcome, None);
}

#[test]
fn what_a_run_left_out_stays_left_out() {
    let shop = Shop::open();
    shop.moment(
        "welcome",
        MomentRules {
            channels: vec![TouchChannel::Email],
            ..rules(Trigger::Enrolled)
        },
    );
    shop.enrol("Anna");
    let id = shop.run().skipped[0].id.unwrap();
    for outcome in [
        shop.store.touch_reopen(shop.ask(), id),
        shop.store.touch_done(shop.ask(), id, None),
        shop.store.touch_skip(shop.ask(), id),
    ] {
        assert_eq!(refusal(outcome), Code::TouchClosed);
    }
}

#[test]
fn the_hold_out_is_a_fixed_share_and_is_compared_with() {
    let shop = Shop::open();
    let moment = shop.moment(
        "welcome",
        MomentRules {
            holdout_percent: 50,
            ..rules(Trigger::Enrolled)
        },
    );
    let members: Vec<_> = (0..60)
        .map(|at| shop.enrol(&format!("Guest {at}")))
        .collect();
    let foreseen = shop.store.preview_schedule(None, shop.now()).unwrap();
    let report = shop.run();
    assert_eq!(lines(&foreseen), lines(&report));
    let (greeted, held) = (report.planned.len(), reasons(&report).len());
    assert_eq!(greeted + held, 60);
    assert!((15..=45).contains(&held), "{held} of 60");
    for line in &report.planned {
        shop.store
            .touch_done(shop.ask(), line.id.unwrap(), Some(Outcome::Reached))
            .unwrap();
    }
    for line in report.planned.iter().take(3) {
        shop.pay(line.member.id, 400);
    }
    shop.pay(report.skipped[0].member.id, 700);
    shop.at("2026-04-20 09:00").pay(members[5], 9_000); // too late to count
    let outcome = shop.store.moment_outcome(moment.id, 14).unwrap();
    assert_eq!(outcome.touched.members as usize, greeted);
    assert_eq!(outcome.touched.reached as usize, greeted);
    assert_eq!(
        (outcome.touched.came, outcome.touched.spend_minor),
        (3, 1_200)
    );
    assert_eq!(outcome.held_out.members as usize, held);
    assert_eq!(
        (outcome.held_out.visits, outcome.held_out.spend_minor),
        (1, 700)
    );
}

#[test]
fn an_outlook_tells_whom_a_draft_would_reach() {
    let shop = Shop::open();
    let (anna, bela) = (shop.enrol("Anna"), shop.enrol("Béla"));
    shop.stamp(anna, 1);
    shop.at("2026-03-20 09:00").stamp(bela, 1);
    shop.at("2026-04-10 09:00");
    let draft = draft("away", rules(Trigger::NotSeen { days: 30 }));
    let before = shop.picture();
    let outlook = shop.store.moment_outlook(None, &draft, shop.now()).unwrap();
    assert_eq!(shop.picture(), before);
    let names = |reach: &regulars_core::moment::Reach| {
        let first = reach.first.iter();
        first
            .map(|reached| format!("{} {}", reached.member.name, reached.due_on))
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&outlook.last_30_days), ["Anna 2026-04-01"]);
    assert_eq!(names(&outlook.next_30_days), ["Béla 2026-04-19"]);
    let mut nobody = draft;
    nobody.rules.channels = vec![TouchChannel::Email];
    let outlook = shop
        .store
        .moment_outlook(None, &nobody, shop.now())
        .unwrap();
    assert_eq!(
        (
            outlook.last_30_days.touches,
            outlook.last_30_days.unreachable
        ),
        (0, 1)
    );
}

#[test]
fn the_calendar_shows_what_is_decided_and_what_is_foreseen() {
    let shop = Shop::open();
    shop.moment("welcome", rules(Trigger::Enrolled));
    shop.moment(
        "third_day",
        MomentRules {
            offset_days: 3,
            ..rules(Trigger::Enrolled)
        },
    );
    shop.enrol("Anna");
    shop.enrol("Béla");
    shop.run();
    let cells = shop
        .store
        .schedule_calendar(date("2026-03-01"), date("2026-03-31"), shop.now())
        .unwrap();
    let cells: Vec<_> = cells
        .iter()
        .map(|cell| (cell.on.to_string(), cell.touches, cell.foreseen))
        .collect();
    assert_eq!(
        cells,
        [("2026-03-02".into(), 2, 0), ("2026-03-05".into(), 2, 2)]
    );
}

#[test]
fn moments_are_kept_in_order_and_only_unused_ones_go() {
    let shop = Shop::open();
    let welcome = shop.moment("welcome", rules(Trigger::Enrolled));
    let other = shop.moment("birthday", rules(Trigger::Birthday));
    let saved = shop
        .store
        .save_moment(shop.ask(), None, &draft("new", rules(Trigger::Birthday)))
        .unwrap();
    assert!(!saved.enabled, "a new one is switched on knowingly");
    shop.store.order_moments(shop.ask(), &[saved.id]).unwrap();
    let codes = || {
        shop.store
            .moments()
            .unwrap()
            .into_iter()
            .map(|moment| moment.code)
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(), ["new", "welcome", "birthday"]);
    shop.enrol("Anna");
    shop.run();
    assert_eq!(
        refusal(shop.store.delete_moment(shop.ask(), welcome.id)),
        Code::MomentHasTouches
    );
    shop.store.delete_moment(shop.ask(), other.id).unwrap();
    assert_eq!(codes(), ["new", "welcome"]);
    let again = draft("welcome", rules(Trigger::Birthday));
    assert_eq!(
        refusal(shop.store.save_moment(shop.ask(), Some(saved.id), &again)),
        Code::MomentCodeTaken
    );
    assert!(
        shop.store
            .add_moments(shop.ask(), &[again], true)
            .unwrap()
            .is_empty()
    );
    assert_eq!(
        refusal(shop.store.resolve_moment("birthday")),
        Code::MomentNotFound
    );
}

#[test]
fn what_makes_no_sense_is_refused_by_field() {
    let shop = Shop::open();
    let before = picture(&shop.store);
    let field = |rules: MomentRules| {
        let error = shop
            .store
            .save_moment(shop.ask(), None, &draft("x", rules))
            .unwrap_err();
        error.field_name().unwrap().to_owned()
    };
    let plain = || rules(Trigger::Enrolled);
    assert_eq!(
        field(MomentRules {
            channels: vec![],
            ..plain()
        }),
        "channels"
    );
    assert_eq!(
        field(MomentRules {
            offset_days: -1,
            ..plain()
        }),
        "offset_days"
    );
    assert_eq!(
        field(MomentRules {
            late_days: 366,
            ..plain()
        }),
        "late_days"
    );
    assert_eq!(
        field(MomentRules {
            holdout_percent: 91,
            ..plain()
        }),
        "holdout_percent"
    );
    assert_eq!(field(rules(Trigger::NotSeen { days: 0 })), "days");
    assert_eq!(
        field(rules(Trigger::MemberDate { label: " ".into() })),
        "label"
    );
    assert_eq!(
        field(rules(Trigger::Date {
            month: 2,
            day: 30,
            year: None
        })),
        "date"
    );
    let forever = MomentRules {
        gift: gift(),
        ..rules(Trigger::RewardExpiring { days_before: 3 })
    };
    assert_eq!(field(forever), "gift");
    let backwards = MomentRules {
        active_from: Some(date("2026-05-01")),
        active_until: Some(date("2026-04-01")),
        ..plain()
    };
    assert_eq!(field(backwards), "active_until");
    let code = shop
        .store
        .save_moment(shop.ask(), None, &draft("Day 3", plain()));
    assert_eq!(code.unwrap_err().field_name(), Some("code"));
    assert!(picture(&shop.store) == before);
}

#[test]
fn presets_of_both_shops_are_sound_and_can_be_added() {
    use regulars_core::{
        moment::{PresetTexts, moment_presets},
        shop::{ShopKind, parse_currency},
    };
    for kind in [ShopKind::Cafe, ShopKind::Salon] {
        let shop = Shop::open();
        let presets = moment_presets(kind, parse_currency("EUR").unwrap());
        let drafts: Vec<_> = presets
            .iter()
            .map(|preset| {
                preset.with_texts(PresetTexts {
                    name: preset.key.to_owned(),
                    gift: "Cake".into(),
                    label: "Colouring".into(),
                    ..PresetTexts::default()
                })
            })
            .collect();
        let added = shop.store.add_moments(shop.ask(), &drafts, true).unwrap();
        assert_eq!(added.len(), presets.len());
        let recalls = presets
            .iter()
            .filter(|preset| preset.key == "recall")
            .count();
        assert_eq!(recalls, usize::from(kind == ShopKind::Salon));
        shop.run();
    }
}

#[test]
fn a_list_that_is_imported_is_not_welcomed() {
    use regulars_core::transfer::{Context, Kind, Mapping, Members, OpenOptions, Table};
    let shop = Shop::open();
    shop.moment("welcome", rules(Trigger::Enrolled));
    shop.moment("year", rules(Trigger::AnniversaryJoined));
    shop.run();
    let import = |csv: &str| {
        let table = Table::open(csv.as_bytes().to_vec(), &OpenOptions::default()).unwrap();
        let mapping = Mapping::new(
            Kind::Members,
            table.headers(),
            &std::collections::BTreeMap::new(),
        )
        .unwrap();
        let context = Context {
            currency: regulars_core::shop::parse_currency("EUR").unwrap(),
            region: "HU".parse().unwrap(),
            zone: chrono_tz::Europe::Budapest,
            locale: "hu".into(),
            date_order: None,
        };
        let rows = Members::new(&table, &mapping, context);
        let go_on = &mut |_, _| std::ops::ControlFlow::Continue(());
        shop.store
            .import_members(shop.ask(), rows, Default::default(), go_on)
            .unwrap();
    };
    import("external_id,name\nm1,Old guest\n");
    import("external_id,name,joined_on\nm2,New guest,2026-03-02\n");
    assert_eq!(lines(&shop.run()), ["welcome New guest joined 2026-03-02"]);
    assert_eq!(
        shop.run_on("2027-03-02"),
        ["year New guest 2027 2027-03-02"]
    );
}

#[test]
fn who_enrols_in_the_evening_is_in_time_the_next_morning_and_late_the_day_after() {
    let strict = MomentRules {
        late_days: 0,
        ..rules(Trigger::Enrolled)
    };
    for (morning, planned) in [("2026-03-03", 1), ("2026-03-04", 0)] {
        let shop = Shop::open();
        shop.moment("welcome", strict.clone());
        shop.run();
        shop.at("2026-03-02 20:00").enrol("Anna");
        assert_eq!(shop.run_on(morning).len(), planned, "{morning}");
    }
}

#[test]
fn a_gift_nobody_was_told_of_goes_with_its_touch_but_not_at_the_counter() {
    let shop = Shop::open();
    let away = |channel| MomentRules {
        gift: gift(),
        channels: vec![channel],
        ..rules(Trigger::NotSeen { days: 10 })
    };
    shop.moment("written", away(TouchChannel::Email));
    let email = MemberDraft {
        email: Some("anna@example.com".into()),
        consent_email: Some(true),
        ..named("Anna")
    };
    let anna = shop
        .store
        .enrol(shop.ask(), &email, true)
        .unwrap()
        .member_id;
    shop.stamp(anna, 1);
    shop.run();
    shop.run_on("2026-03-12");
    assert_eq!(shop.rewards(anna).len(), 1);
    shop.stamp(anna, 1);
    assert_eq!(closed(&shop.run()), [SkipReason::CameBack]);
    assert!(shop.rewards(anna).is_empty());

    shop.moment("spoken", away(TouchChannel::Counter));
    let bela = shop.enrol("Béla");
    shop.stamp(bela, 1);
    shop.run();
    shop.run_on("2026-03-22");
    shop.stamp(bela, 1);
    assert!(closed(&shop.run()).contains(&SkipReason::CameBack));
    assert_eq!(
        shop.rewards(bela).len(),
        1,
        "the guest was told at the counter"
    );
}

#[test]
fn no_reminder_comes_on_the_day_a_reward_is_unlocked() {
    let shop = Shop::with(&StampRules {
        reward_lifetime: days(5),
        ..ten_stamps()
    });
    shop.moment(
        "same_day",
        rules(Trigger::RewardExpiring { days_before: 5 }),
    );
    shop.moment(
        "next_day",
        rules(Trigger::RewardExpiring { days_before: 4 }),
    );
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    assert_eq!(lines(&shop.run()), NOTHING);
    assert_eq!(shop.run_on("2026-03-03").len(), 1);
}

#[test]
fn the_next_card_is_another_matter_even_when_it_is_nearly_full_at_once() {
    let shop = Shop::open();
    shop.moment("nearly", rules(Trigger::CardNearlyFull { stamps_left: 2 }));
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 8);
    shop.run();
    shop.at("2026-03-03 09:00").stamp(anna, 10);
    let report = shop.run();
    assert_eq!(lines(&report), ["nearly Anna 1 2026-03-03"]);
    assert_eq!(closed(&report), [SkipReason::NoLongerUseful]);
}

#[test]
fn settings_and_moments_survive_what_members_do() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.store
        .tag_member(shop.ask(), anna, "Regular", true)
        .unwrap();
    shop.store
        .add_member_date(shop.ask(), anna, "Colouring", date("2026-03-01"))
        .unwrap();
    for away in [true, false] {
        shop.store.archive_member(shop.ask(), anna, away).unwrap();
    }
    assert_eq!(shop.store.member_tags(anna).unwrap(), ["Regular"]);
    assert_eq!(shop.store.tags().unwrap(), [("Regular".to_owned(), 1)]);
    let dates = shop.store.member_dates(anna).unwrap();
    assert_eq!(dates[0].on, date("2026-03-01"));
    shop.store
        .remove_member_date(shop.ask(), dates[0].id)
        .unwrap();
    assert_eq!(
        refusal(shop.store.remove_member_date(shop.ask(), dates[0].id)),
        Code::MemberDateNotFound
    );
    shop.store
        .tag_member(shop.ask(), anna, "REGULAR", false)
        .unwrap();
    assert!(shop.store.member_tags(anna).unwrap().is_empty());
}

#[test]
fn an_address_is_kept_line_by_line_and_moves_along_when_members_merge() {
    let shop = Shop::open();
    let draft = MemberDraft {
        address: Some("  Fő utca 1.\r\n1011 Budapest ".into()),
        ..named("Anna")
    };
    let twin = shop
        .store
        .enrol(shop.ask(), &draft, true)
        .unwrap()
        .member_id;
    let anna = shop.enrol("Anna K.");
    shop.merge(anna, twin);
    let address = || shop.store.member(anna).unwrap().address;
    assert_eq!(address(), "Fő utca 1.\n1011 Budapest");
    let other = MemberDraft {
        name: Some("Anna Kovács".into()),
        ..MemberDraft::default()
    };
    shop.store
        .update_member(shop.ask(), anna, &other, false)
        .unwrap();
    assert_eq!(
        address(),
        "Fő utca 1.\n1011 Budapest",
        "other edits leave it"
    );
}
