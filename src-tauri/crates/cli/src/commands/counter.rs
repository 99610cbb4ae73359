//! `visit`, `redeem`, `void`, `refund`.

use regulars_core::{
    Code, Error,
    member::GrantView,
    visit::{TakenBack, VisitDraft, VisitView},
};
use regulars_i18n::Args;
use serde_json::{Value, json};

use super::{Done, members};
use crate::{
    args::{self, Cli},
    out::{Failure, Output},
    session::Session,
};

pub(super) fn visit(cli: &Cli, args: &args::Visit) -> Done {
    let session = Session::open(cli)?;
    let member_id = session.member(&args.member)?;
    let draft = VisitDraft {
        member_id,
        amount_minor: args
            .amount
            .as_deref()
            .map(|text| session.amount(text, "amount"))
            .transpose()?,
        reward_part_minor: args
            .reward_part
            .as_deref()
            .map_or(Ok(0), |text| session.amount(text, "reward_part"))?,
        stamps: args
            .stamps
            .as_deref()
            .map(|text| stamps(&session, text))
            .transpose()?,
        note: args.note.clone(),
        redeem: Vec::new(),
        complete: None,
        // Who types a command means it; the question is for a scanner at the counter.
        confirmed: true,
    };
    let recorded = session
        .store
        .record_visit(session.write(), &draft)
        .map_err(|error| session.say(&error))?;
    let member = session
        .store
        .member(member_id)
        .map_err(|error| session.say(&error))?;
    let unlocked: Vec<Value> = recorded.unlocked.iter().map(grant).collect();
    let text = session.text(
        "cli-visit",
        &Args::new()
            .with("name", members::shown(&member))
            .with("stamps", recorded.stamps_earned)
            .with("balance", recorded.balance)
            .with("rewards", unlocked.len()),
    );
    Ok(Output::done(
        json!({
            "visit": visit_document(&session, &recorded.visit)?,
            "member": { "id": member.id, "name": member.name },
            "stamps_earned": recorded.stamps_earned,
            "stamps_withheld": recorded.stamps_capped,
            "stamps": recorded.balance,
            "unlocked": unlocked,
            "change": recorded.change_id,
        }),
        text,
    ))
}

/// 1 to 100; who wants no stamps leaves the option out or uses an amount.
fn stamps(session: &Session, text: &str) -> Result<u32, Failure> {
    let refused = || {
        session.say(
            &Error::new(Code::BadStamps)
                .field("stamps")
                .arg("value", text),
        )
    };
    let stamps: u32 = text.trim().parse().map_err(|_| refused())?;
    if (1..=regulars_core::program::MAX_STAMPS_PER_VISIT).contains(&stamps) {
        Ok(stamps)
    } else {
        Err(refused())
    }
}

pub(super) fn visit_document(session: &Session, visit: &VisitView) -> Result<Value, Failure> {
    Ok(json!({
        "id": visit.id,
        "at": Session::instant(visit.at_ms),
        "date": visit.business_date,
        "amount": visit.amount_minor.map(|minor| session.decimal(minor)).transpose()?,
        "refunded": session.decimal(visit.refunded_minor)?,
        "stamps": visit.stamps,
        "rewards": visit.rewards,
        "note": visit.note,
        "status": visit.status,
    }))
}

pub(super) fn grant(grant: &GrantView) -> Value {
    json!({
        "id": grant.id,
        "code": grant.code,
        "reward": grant.reward_name,
        "status": grant.status,
        "expires_on": grant.expires_on,
    })
}

pub(super) fn redeem(cli: &Cli, args: &args::Redeem) -> Done {
    let session = Session::open(cli)?;
    let member_id = session.member(&args.member)?;
    let profile = session
        .store
        .profile(member_id, session.now_ms)
        .map_err(|error| session.say(&error))?;
    // A retry means the reward that its first try chose, not the next one.
    let before = session
        .store
        .redeemed_under(session.write().request_id)
        .map_err(|error| session.say(&error))?
        .filter(|before| before.member_id == member_id);
    let wanted = match (&before, &args.reward) {
        (Some(before), _) => Some(before.grant.id),
        (None, Some(reward)) => {
            let mut grants = profile.grants.iter();
            grants
                .find(|grant| names(grant, reward))
                .map(|grant| grant.id)
        }
        (None, None) => profile.glance.grants.first().map(|grant| grant.id),
    };
    let Some(wanted) = wanted else {
        return Err(session.say(&Error::new(Code::NoReward).field("reward")));
    };
    let redeemed = session
        .store
        .redeem(session.write(), wanted, None)
        .map_err(|error| session.say(&error))?;
    let text = session.text(
        "cli-redeemed",
        &Args::new()
            .with("name", members::shown(&profile.glance.member))
            .with("reward", redeemed.grant.reward_name.as_str()),
    );
    Ok(Output::done(
        json!({
            "reward": grant(&redeemed.grant),
            "member": { "id": redeemed.member_id, "name": profile.glance.member.name },
            "visit": redeemed.visit_id,
            "change": redeemed.change_id,
        }),
        text,
    ))
}

/// By id, code or name. A name means one that can still be had.
fn names(grant: &GrantView, text: &str) -> bool {
    let available = grant.status == regulars_core::member::GrantStatus::Available;
    grant.id.to_string() == text
        || grant.code.eq_ignore_ascii_case(text)
        || (available
            && regulars_core::text::fold(&grant.reward_name) == regulars_core::text::fold(text))
}

pub(super) fn void(cli: &Cli, visit: &str) -> Done {
    let session = Session::open(cli)?;
    let visit = session.visit(visit)?;
    let back = session
        .store
        .void_visit(session.write(), visit)
        .map_err(|error| session.say(&error))?;
    taken_back(&session, "cli-voided", &back)
}

pub(super) fn refund(cli: &Cli, visit: &str, amount: &str) -> Done {
    let session = Session::open(cli)?;
    let visit = session.visit(visit)?;
    let amount_minor = session.amount(amount, "amount")?;
    let back = session
        .store
        .refund_visit(session.write(), visit, amount_minor)
        .map_err(|error| session.say(&error))?;
    taken_back(&session, "cli-refunded", &back)
}

fn taken_back(session: &Session, key: &str, back: &TakenBack) -> Done {
    let text = session.text(
        key,
        &Args::new()
            .with("stamps", back.stamps_reversed)
            .with("balance", back.balance),
    );
    Ok(Output::done(
        json!({
            "member": back.member_id,
            "stamps_reversed": back.stamps_reversed,
            "stamps_written_off": back.stamps_written_off,
            "rewards_voided": back.grants_voided,
            "rewards_restored": back.grants_restored,
            "stamps": back.balance,
            "change": back.change_id,
        }),
        text,
    ))
}
