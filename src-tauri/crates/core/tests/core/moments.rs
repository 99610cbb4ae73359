//! Short words for tests of the schedule.

use regulars_core::{
    id::MemberId,
    member::{Birthday, MemberDraft},
    moment::{
        Audience, GiftRule, Moment, MomentDraft, MomentRules, RunReport, SkipReason, TouchChannel,
        Trigger,
    },
};

use crate::shop::{Shop, named};

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

    pub(crate) fn born(&self, name: &str, month: u32, day: u32) -> MemberId {
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

pub(crate) fn lines(report: &RunReport) -> Vec<String> {
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

pub(crate) fn reasons(report: &RunReport) -> Vec<SkipReason> {
    report
        .skipped
        .iter()
        .filter_map(|line| line.reason)
        .collect()
}

pub(crate) fn closed(report: &RunReport) -> Vec<SkipReason> {
    report
        .closed
        .iter()
        .filter_map(|line| line.reason)
        .collect()
}

pub(crate) const NOTHING: Vec<String> = Vec::new();
