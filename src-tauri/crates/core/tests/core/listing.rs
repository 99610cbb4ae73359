//! The list of members: filters, sorts, pages.

use regulars_core::{
    id::MemberId,
    member::{MemberDraft, MemberFilter, MemberQuery, MemberSort},
    program::StampRules,
};

use crate::shop::{Shop, date, days, named, ten_stamps};

fn names(shop: &Shop, query: &MemberQuery) -> Vec<String> {
    let query = MemberQuery {
        limit: if query.limit == 0 { 100 } else { query.limit },
        ..query.clone()
    };
    let page = shop.store.members(&query, shop.now()).unwrap();
    page.rows.into_iter().map(|row| row.name).collect()
}

fn filtered(shop: &Shop, filter: MemberFilter) -> Vec<String> {
    names(
        shop,
        &MemberQuery {
            filter,
            sort: MemberSort::Name,
            ..MemberQuery::default()
        },
    )
}

fn sorted(shop: &Shop, sort: MemberSort, descending: bool) -> Vec<String> {
    names(
        shop,
        &MemberQuery {
            sort,
            descending,
            ..MemberQuery::default()
        },
    )
}

/// Anna came often for little, Béla once for much, Cili never.
fn three() -> (Shop, [MemberId; 3]) {
    let shop = Shop::open();
    let joined = |name: &str, on: &str| {
        let draft = MemberDraft {
            joined_on: Some(date(on)),
            ..named(name)
        };
        shop.store
            .enrol(shop.ask(), &draft, true)
            .unwrap()
            .member_id
    };
    let members = [
        joined("Anna", "2026-02-01"),
        joined("Béla", "2026-01-01"),
        joined("Cili", "2026-03-01"),
    ];
    for _ in 0..3 {
        shop.buy(members[0], 100, 2);
    }
    shop.buy(members[1], 5_000, 1);
    (shop, members)
}

#[test]
fn the_list_is_sorted_by_each_column_both_ways() {
    let (shop, _) = three();
    for (sort, order) in [
        (MemberSort::Name, ["Anna", "Béla", "Cili"]),
        (MemberSort::LastVisit, ["Cili", "Anna", "Béla"]),
        (MemberSort::Visits, ["Cili", "Béla", "Anna"]),
        (MemberSort::Spend, ["Cili", "Anna", "Béla"]),
        (MemberSort::Joined, ["Béla", "Anna", "Cili"]),
        (MemberSort::Stamps, ["Cili", "Béla", "Anna"]),
    ] {
        assert_eq!(sorted(&shop, sort, false), order, "{sort:?}");
        let reversed: Vec<_> = order.into_iter().rev().collect();
        assert_eq!(sorted(&shop, sort, true), reversed, "{sort:?}");
    }
}

#[test]
fn filters_show_whom_they_name() {
    let (shop, [anna, _, cili]) = three();
    assert_eq!(
        filtered(&shop, MemberFilter::Active),
        ["Anna", "Béla", "Cili"]
    );
    assert_eq!(filtered(&shop, MemberFilter::NewThisMonth), ["Cili"]);
    assert!(filtered(&shop, MemberFilter::FullCard).is_empty());
    shop.stamp(anna, 4);
    assert_eq!(filtered(&shop, MemberFilter::FullCard), ["Anna"]);
    shop.redeem(shop.reward(anna)).unwrap();
    assert!(filtered(&shop, MemberFilter::FullCard).is_empty());
    shop.store.archive_member(shop.ask(), cili, true).unwrap();
    assert_eq!(filtered(&shop, MemberFilter::Archived), ["Cili"]);
    assert_eq!(filtered(&shop, MemberFilter::Active), ["Anna", "Béla"]);
    assert_eq!(shop.store.member_count().unwrap(), 2);
}

#[test]
fn not_seen_for_n_days_counts_whole_business_days() {
    let (shop, [anna, ..]) = three();
    shop.at("2026-04-01 09:00"); // 30 days after the visits
    assert!(filtered(&shop, MemberFilter::NotSeen { days: 30 }).is_empty());
    assert_eq!(
        filtered(&shop, MemberFilter::NotSeen { days: 29 }),
        ["Anna", "Béla"],
        "Cili never came"
    );
    shop.stamp(anna, 1);
    assert_eq!(
        filtered(&shop, MemberFilter::NotSeen { days: 29 }),
        ["Béla"]
    );
    assert!(filtered(&shop, MemberFilter::NotSeen { days: u32::MAX }).is_empty());
}

#[test]
fn an_expired_reward_is_no_full_card() {
    let shop = Shop::with(&StampRules {
        reward_lifetime: days(3),
        ..ten_stamps()
    });
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    assert_eq!(filtered(&shop, MemberFilter::FullCard), ["Anna"]);
    shop.at("2026-03-10 09:00");
    assert!(
        filtered(&shop, MemberFilter::FullCard).is_empty(),
        "before the daily run"
    );
    let page = shop
        .store
        .members(
            &MemberQuery {
                limit: 5,
                ..MemberQuery::default()
            },
            shop.now(),
        )
        .unwrap();
    assert_eq!(page.rows[0].grants, 0);
}

#[test]
fn search_and_filter_narrow_together() {
    let (shop, [_, bela, _]) = three();
    let query = |search: &str, filter| MemberQuery {
        search: search.into(),
        filter,
        sort: MemberSort::Name,
        ..MemberQuery::default()
    };
    assert_eq!(names(&shop, &query("bel", MemberFilter::Active)), ["Béla"]);
    assert!(names(&shop, &query("bel", MemberFilter::NewThisMonth)).is_empty());
    assert!(names(&shop, &query("☕", MemberFilter::Active)).is_empty());
    shop.store.archive_member(shop.ask(), bela, true).unwrap();
    assert_eq!(
        names(&shop, &query("béla", MemberFilter::Archived)),
        ["Béla"]
    );
    assert!(names(&shop, &query("béla", MemberFilter::Active)).is_empty());
}

#[test]
fn pages_are_disjoint_and_complete_also_where_all_tie() {
    let shop = Shop::open();
    for at in 0..23 {
        shop.enrol(&format!("Anna {:02}", at % 5));
    }
    for sort in [
        MemberSort::Name,
        MemberSort::Visits,
        MemberSort::Joined,
        MemberSort::Stamps,
    ] {
        let mut seen = std::collections::BTreeSet::new();
        for offset in (0..30).step_by(6) {
            let query = MemberQuery {
                sort,
                offset,
                limit: 6,
                ..MemberQuery::default()
            };
            let page = shop.store.members(&query, shop.now()).unwrap();
            assert_eq!(page.total, 23);
            assert!(page.rows.len() <= 6);
            for row in page.rows {
                assert!(seen.insert(row.id), "{} twice", row.name);
            }
        }
        assert_eq!(seen.len(), 23);
    }
    let beyond = MemberQuery {
        offset: u32::MAX,
        limit: u32::MAX,
        ..MemberQuery::default()
    };
    assert!(
        shop.store
            .members(&beyond, shop.now())
            .unwrap()
            .rows
            .is_empty()
    );
}

#[test]
fn possible_duplicates_are_pointed_out() {
    let shop = Shop::open();
    let mail = |name: &str| MemberDraft {
        email: Some("k@example.com".into()),
        ..named(name)
    };
    let first = shop
        .store
        .enrol(shop.ask(), &mail("Kovács Éva"), true)
        .unwrap()
        .member_id;
    let turned = shop.enrol("Eva Kovacs");
    let by_mail = shop
        .store
        .enrol(shop.ask(), &mail("É. K."), true)
        .unwrap()
        .member_id;
    shop.enrol("Somebody Else");
    shop.stamp(turned, 1);
    let profile = shop.store.profile(first, shop.now()).unwrap();
    let same: Vec<_> = profile
        .possible_duplicates
        .iter()
        .map(|hit| hit.id)
        .collect();
    assert_eq!(same, [turned, by_mail]);
    let pairs = shop.store.duplicate_pairs(10, shop.now()).unwrap();
    let ids: Vec<_> = pairs
        .iter()
        .map(|(one, other)| (one.id, other.id))
        .collect();
    assert_eq!(
        ids,
        [(turned, first), (first, by_mail)],
        "who came more often stands first"
    );
}
