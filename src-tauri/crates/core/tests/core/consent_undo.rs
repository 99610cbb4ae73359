//! "No more messages", and taking that back: as if it had not been said, but for what
//! has changed since.

use regulars_core::{
    Code,
    id::{ChangeId, MemberId},
    member::{Channel, ConsentRestored, MemberDraft},
    moment::{MomentRules, SkipReason, TouchChannel, TouchStatus, Trigger},
    outbox::{MessageStatus, Next, SendResult},
};

use crate::{
    moments::rules,
    outbox::trouble,
    shop::{Shop, date, refusal},
};

const ALL_BACK: ConsentRestored = ConsentRestored {
    planned: 1,
    stayed: 0,
};
const NONE_BACK: ConsentRestored = ConsentRestored {
    planned: 0,
    stayed: 1,
};

impl Shop {
    pub(crate) fn no_more(&self, member: MemberId, channel: Channel) -> ChangeId {
        let changed = self.store.set_consent(self.ask(), member, channel, false);
        changed.unwrap().change_id
    }

    fn take_back(&self, withdrawal: ChangeId) -> ConsentRestored {
        self.store.undo_consent(self.ask(), withdrawal).unwrap()
    }

    /// What a member would miss: greetings, messages, gifts, and the consents with
    /// when and how they were given.
    pub(crate) fn belongings(&self, member: MemberId) -> String {
        let rows = |sql: &str| -> Vec<String> {
            self.store
                .read(|db| {
                    let mut statement = db.prepare(sql)?;
                    let rows = statement.query_map([member], |row| row.get(0))?;
                    Ok(rows.collect::<Result<_, _>>()?)
                })
                .unwrap()
        };
        let touches = rows(
            "SELECT concat_ws(' ', t.rid, t.status, t.reason, t.snoozed_until, t.counted, q.status, q.code,
                              q.attempts, q.next_at_ms, g.reward_name, g.code, g.status, g.expires_on)
             FROM touch t LEFT JOIN message q ON q.touch_id = t.id LEFT JOIN reward_grant g ON g.id = t.grant_id
             WHERE t.member_id = ?1 ORDER BY t.rid",
        );
        let consents = rows(
            "SELECT concat_ws(' ', channel, granted, source, changed_at_ms, hex(change_id)) FROM consent
             WHERE member_id = ?1 ORDER BY channel",
        );
        let rewards = self.rewards(member);
        let rewards = rewards.iter().map(|grant| &grant.reward_name);
        format!("{touches:?} {consents:?} {:?}", rewards.collect::<Vec<_>>())
    }
}

#[test]
fn taken_back_at_once_nothing_was_said() {
    let shop = Shop::mailing();
    let anna = shop.guest("anna");
    shop.queue();
    let before = shop.belongings(anna);
    let withdrawal = shop.no_more(anna, Channel::Email);
    assert!(shop.rewards(anna).is_empty());
    let request = shop.ask();
    for _ in 0..2 {
        let restored = shop.store.undo_consent(request, withdrawal).unwrap();
        assert_eq!(restored, ALL_BACK, "also asked again");
    }
    assert_eq!(shop.belongings(anna), before);
    assert_eq!(shop.fill(), 0, "the message waits again already");
    assert!(matches!(shop.next(), Next::Message(_)));
    let again = shop.store.undo_consent(shop.ask(), withdrawal);
    assert_eq!(refusal(again), Code::AlreadyUndone);
}

#[test]
fn a_greeting_put_off_is_still_put_off_and_a_message_keeps_its_time() {
    let shop = Shop::mailing();
    let (anna, bela) = (shop.guest("anna"), shop.guest("bela"));
    shop.queue();
    let failed = shop.deliver(&SendResult::Transient(trouble("busy")));
    let tried = failed.member.unwrap().id;
    let other = if tried == anna { bela } else { anna };
    let put_off = shop.messages().into_iter().find(|message| {
        let member = message.member.as_ref();
        member.is_some_and(|member| member.id == other)
    });
    shop.store
        .touch_snooze(
            shop.ask(),
            put_off.unwrap().touch_id.unwrap(),
            date("2026-03-04"),
        )
        .unwrap();
    for member in [tried, other] {
        let before = shop.belongings(member);
        let withdrawal = shop.no_more(member, Channel::Email);
        assert_eq!(shop.take_back(withdrawal), ALL_BACK);
        let after = shop.belongings(member);
        // What the server said last is gone with the attempt's code.
        assert_eq!(after, before.replace("waiting busy", "waiting "));
    }
}

#[test]
fn a_gift_that_comes_back_has_the_code_the_guest_was_told() {
    let shop = Shop::mailing();
    let anna = shop.guest("anna");
    shop.queue();
    let touch = shop.due().touch.id;
    let told = shop.rewards(anna).remove(0);
    for _ in 0..2 {
        let withdrawal = shop.no_more(anna, Channel::Email);
        assert_eq!(shop.take_back(withdrawal), ALL_BACK);
        shop.store.touch_skip(shop.ask(), touch).unwrap();
        shop.store.touch_reopen(shop.ask(), touch).unwrap();
    }
    let grant = told.id;
    assert_eq!(shop.rewards(anna), [told]);
    shop.redeem(grant).unwrap();
}

#[test]
fn what_has_changed_since_stays_and_is_counted() {
    let stays = |change: &dyn Fn(&Shop, MemberId), reason: SkipReason| {
        let shop = Shop::mailing();
        let anna = shop.guest("anna");
        shop.queue();
        let withdrawal = shop.no_more(anna, Channel::Email);
        change(&shop, anna);
        assert_eq!(shop.take_back(withdrawal), NONE_BACK);
        let message = shop.messages().remove(0);
        assert_eq!(message.status, MessageStatus::Cancelled);
        let touch = shop.store.touch(message.touch_id.unwrap()).unwrap();
        assert_eq!(
            (touch.status, touch.reason),
            (TouchStatus::Skipped, Some(reason))
        );
        assert!(shop.rewards(anna).is_empty());
    };
    stays(
        &|shop, anna| {
            shop.store.archive_member(shop.ask(), anna, true).unwrap();
        },
        SkipReason::NoConsent,
    );
    stays(
        &|shop, _| {
            let moment = shop.store.moments().unwrap().remove(0);
            shop.store
                .enable_moment(shop.ask(), moment.id, false)
                .unwrap();
        },
        SkipReason::NoConsent,
    );
    // Long after, the greeting would come too late.
    stays(
        &|shop, _| {
            shop.at("2026-05-02 10:00");
        },
        SkipReason::NoConsent,
    );
}

#[test]
fn a_consent_given_anew_is_not_undone() {
    let shop = Shop::mailing();
    let anna = shop.guest("anna");
    shop.queue();
    let withdrawal = shop.no_more(anna, Channel::Email);
    let given = shop
        .store
        .set_consent(shop.ask(), anna, Channel::Email, true)
        .unwrap();
    for change in [withdrawal, given.change_id] {
        let undone = shop.store.undo_consent(shop.ask(), change);
        assert_eq!(refusal(undone), Code::NotUndoable);
    }
}

#[test]
fn a_call_comes_back_too_and_other_channels_are_left_alone() {
    let shop = Shop::mailing();
    shop.moment(
        "call",
        MomentRules {
            channels: vec![TouchChannel::Call],
            ..rules(Trigger::Enrolled)
        },
    );
    let draft = MemberDraft {
        phone: Some("+36 30 555 0101".into()),
        ..crate::outbox::with_email("anna")
    };
    let anna = shop
        .store
        .enrol(shop.ask(), &draft, true)
        .unwrap()
        .member_id;
    shop.store
        .set_consent(shop.ask(), anna, Channel::Call, true)
        .unwrap();
    shop.queue();
    let before = shop.belongings(anna);
    let calls = shop.no_more(anna, Channel::Call);
    let mails = shop.no_more(anna, Channel::Email);
    assert_eq!(shop.take_back(calls), ALL_BACK);
    assert_eq!(shop.store.open_touches(shop.now()).unwrap(), 1, "the call");
    assert_eq!(shop.take_back(mails), ALL_BACK);
    assert_eq!(shop.belongings(anna), before);
}
