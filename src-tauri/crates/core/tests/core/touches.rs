//! Working through today's list, looking ahead, and keeping the moments.

use regulars_core::{
    Code,
    member::{Channel, MemberDraft},
    moment::{MomentRules, Outcome, SkipReason, TouchChannel, TouchStatus, Trigger},
};

use crate::{
    moments::{NOTHING, closed, draft, gift, lines, reasons, rules},
    shop::{Shop, date, named, picture, refusal},
};

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
    let last = shop.store.touch(ids[1]).unwrap().useful_until;
    let snooze = |until| shop.store.touch_snooze(shop.ask(), ids[1], until);
    let too_late = snooze(last.succ_opt().unwrap());
    assert_eq!(refusal(too_late), Code::SnoozeTooLate);
    snooze(last).unwrap();
    assert_eq!(open(), NOTHING);
    shop.at(&format!("{last} 09:00"));
    assert_eq!(closed(&shop.run()), [], "it comes back on its last day");
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
    // Two get no greeting after all: they were meant to have one and count with the others.
    for (at, line) in report.planned.iter().enumerate() {
        let id = line.id.unwrap();
        let _ = match at {
            0 | 1 => shop.store.touch_skip(shop.ask(), id),
            _ => shop
                .store
                .touch_done(shop.ask(), id, Some(Outcome::Reached)),
        }
        .unwrap();
    }
    // The visits at which they joined are no answer to a greeting.
    shop.pay(report.planned[5].member.id, 90);
    shop.pay(report.skipped[1].member.id, 90);
    shop.at("2026-03-11 09:00");
    for line in report.planned.iter().take(3) {
        shop.pay(line.member.id, 400);
    }
    shop.pay(report.skipped[0].member.id, 700);
    shop.at("2026-04-20 09:00").pay(members[5], 9_000); // too late to count
    let outcome = shop.store.moment_outcome(moment.id, 14).unwrap();
    assert_eq!(outcome.planned.members as usize, greeted);
    assert_eq!(outcome.planned.greeted as usize, greeted - 2);
    assert_eq!(outcome.planned.reached as usize, greeted - 2);
    assert_eq!(
        (outcome.planned.came, outcome.planned.spend_minor),
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

#[test]
fn what_is_opened_again_for_who_has_said_no_since_is_closed_by_the_next_run() {
    let shop = Shop::open();
    shop.moment(
        "welcome",
        MomentRules {
            channels: vec![TouchChannel::Email],
            ..rules(Trigger::Enrolled)
        },
    );
    let anna = shop.guest("anna");
    let touch = shop.run().planned[0].id.unwrap();
    shop.store.touch_done(shop.ask(), touch, None).unwrap();
    shop.store
        .set_consent(shop.ask(), anna, Channel::Email, false)
        .unwrap();
    shop.store.touch_reopen(shop.ask(), touch).unwrap();
    assert_eq!(closed(&shop.run()), [SkipReason::NoConsent]);
}
