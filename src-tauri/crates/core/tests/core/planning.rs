//! Who is let through: audience, channels, caps, lateness, and runs of all kinds.

use regulars_core::{
    Code,
    member::{Channel, MemberDraft},
    moment::{Audience, MomentRules, SkipReason, TouchChannel, TouchQuery, Trigger},
    shop::ShopPatch,
};

use crate::{
    moments::{NOTHING, closed, gift, lines, reasons, rules},
    shop::{Shop, date, named, refusal},
};

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
fn who_can_be_reached_after_all_is_greeted_once_while_it_is_of_use() {
    let reached_on = |day: &str| {
        let shop = Shop::open();
        shop.moment(
            "welcome",
            MomentRules {
                channels: vec![TouchChannel::Email],
                gift: crate::moments::gift(),
                late_days: 5,
                ..rules(Trigger::Enrolled)
            },
        );
        let anna = shop.enrol("Anna");
        let first = shop.run();
        assert_eq!(reasons(&first), [SkipReason::NoChannel]);
        let before = shop.picture();
        let again = shop.run();
        assert!(again.planned.is_empty() && again.skipped.is_empty());
        assert_eq!(shop.picture(), before, "nothing has changed");

        shop.at(day);
        let draft = MemberDraft {
            email: Some("anna@example.com".into()),
            consent_email: Some(true),
            ..MemberDraft::default()
        };
        shop.store
            .update_member(shop.ask(), anna, &draft, false)
            .unwrap();
        let after = shop.run();
        for _ in 0..2 {
            let again = shop.run();
            assert!(again.planned.is_empty() && again.skipped.is_empty());
        }
        assert_eq!(shop.rewards(anna).len(), after.planned.len());
        let touches = shop.number("SELECT count(*) FROM touch");
        assert_eq!(touches, 1, "in its old place");
        after.planned.first().and_then(|line| line.id) == first.skipped[0].id
    };
    assert!(reached_on("2026-03-02 15:00"), "the same day");
    assert!(reached_on("2026-03-03 09:00"), "in the next run");
    assert!(!reached_on("2026-03-20 09:00"), "too late to welcome");
}

#[test]
fn who_can_be_reached_after_all_draws_a_lot_like_everybody() {
    let shop = Shop::open();
    shop.moment(
        "welcome",
        MomentRules {
            channels: vec![TouchChannel::Call],
            holdout_percent: 50,
            ..rules(Trigger::Enrolled)
        },
    );
    let guests: Vec<_> = (0..40)
        .map(|at| {
            let draft = MemberDraft {
                phone: Some(format!("+363055501{at:02}")),
                ..named(&format!("Guest {at}"))
            };
            let enrolled = shop.store.enrol(shop.ask(), &draft, true);
            enrolled.unwrap().member_id
        })
        .collect();
    assert_eq!(reasons(&shop.run()).len(), 40);
    for guest in guests {
        shop.store
            .set_consent(shop.ask(), guest, Channel::Call, true)
            .unwrap();
    }
    let report = shop.run();
    let left_out = reasons(&report);
    assert!(left_out.iter().all(|reason| *reason == SkipReason::HoldOut));
    assert!((8..=32).contains(&left_out.len()), "{}", left_out.len());
    assert_eq!(report.planned.len() + left_out.len(), 40);
    let again = shop.run();
    assert!(again.planned.is_empty() && again.skipped.is_empty());
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
fn a_wrong_digit_in_the_year_closes_no_greeting() {
    let shop = Shop::open();
    shop.moment("welcome", rules(Trigger::Enrolled));
    shop.enrol("Anna");
    assert_eq!(shop.run().planned.len(), 1);
    let run = shop
        .store
        .run_schedule(shop.ask(), Some(date("2062-03-02")));
    assert_eq!(refusal(run), Code::RunTooFar);
    assert!(closed(&shop.run()).is_empty());
}
