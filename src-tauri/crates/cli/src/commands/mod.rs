//! The commands, one module for each group.

mod appointments;
mod consent;
mod counter;
mod delivery;
mod documents;
mod import;
mod members;
mod outbox;
mod schedule;
mod schedule_settings;
mod shop;

use crate::{
    args::{
        Appointment, Cards, Cli, Command, Consent, Delivery, DeliverySet, Import, Member, Moment,
        Outbox, Report, Schedule, Touch,
    },
    out::{Failure, Output},
};

/// The result of a command.
pub(crate) type Done = Result<Output, Failure>;

pub(crate) fn run(cli: &Cli) -> Done {
    match &cli.command {
        Command::Init(args) => shop::init(cli, args),
        Command::Demo(args) => shop::demo(cli, args),
        Command::Day => shop::day(cli),
        Command::Verify => shop::verify(cli),
        Command::Schedule(Schedule::Run { as_of, dry_run }) => schedule::run(cli, *as_of, *dry_run),
        Command::Schedule(Schedule::List(args)) => schedule::list(cli, args),
        Command::Schedule(Schedule::Settings(args)) => schedule_settings::settings(cli, args),
        Command::Touch(Touch::Done { touch, outcome }) => schedule::done(cli, touch, *outcome),
        Command::Touch(Touch::Skip { touch }) => schedule::skip(cli, touch),
        Command::Touch(Touch::Snooze { touch, until, days }) => {
            schedule::snooze(cli, touch, *until, *days)
        }
        Command::Touch(Touch::Reopen { touch }) => schedule::reopen(cli, touch),
        Command::Moment(Moment::List) => schedule::moments(cli),
        Command::Moment(Moment::Enable { moment }) => schedule::enable(cli, moment, true),
        Command::Moment(Moment::Disable { moment }) => schedule::enable(cli, moment, false),
        Command::Moment(Moment::Show { moment }) => schedule::show(cli, moment),
        Command::Moment(Moment::Outlook { moment }) => schedule::outlook(cli, moment),
        Command::Outbox(Outbox::List(args)) => outbox::list(cli, args),
        Command::Outbox(Outbox::Send { limit }) => outbox::send(cli, *limit),
        Command::Outbox(Outbox::Pause) => outbox::pause(cli, true),
        Command::Outbox(Outbox::Resume) => outbox::pause(cli, false),
        Command::Outbox(Outbox::Resolve { message, decision }) => {
            outbox::resolve(cli, message, *decision)
        }
        Command::Outbox(Outbox::TryAgain { channel }) => outbox::try_again(cli, *channel),
        Command::Delivery(Delivery::Show) => delivery::show(cli),
        Command::Delivery(Delivery::Set(DeliverySet::Email(args))) => {
            delivery::set_email(cli, args)
        }
        Command::Delivery(Delivery::Set(DeliverySet::Sms(args))) => delivery::set_sms(cli, args),
        Command::Delivery(Delivery::Secret { channel, forget }) => {
            delivery::secret(cli, *channel, *forget)
        }
        Command::Delivery(Delivery::Enable { channel }) => delivery::enable(cli, *channel, true),
        Command::Delivery(Delivery::Disable { channel }) => delivery::enable(cli, *channel, false),
        Command::Delivery(Delivery::Verify) => delivery::verify(cli),
        Command::Delivery(Delivery::Test { channel, to }) => delivery::test(cli, *channel, to),
        Command::Member(Member::Add(args)) => members::add(cli, args),
        Command::Member(Member::Edit(args)) => members::edit(cli, args),
        Command::Member(Member::Find { query, limit }) => members::find(cli, query, *limit),
        Command::Member(Member::Show { member }) => members::show(cli, member),
        Command::Member(Member::Merge { keep, other }) => members::merge(cli, keep, other),
        Command::Member(Member::Archive { member }) => members::archive(cli, member, true),
        Command::Member(Member::Restore { member }) => members::archive(cli, member, false),
        Command::Consent(Consent::List { member }) => consent::list(cli, member),
        Command::Consent(Consent::Give(args)) => consent::set(cli, args, true),
        Command::Consent(Consent::Withdraw(args)) => consent::set(cli, args, false),
        Command::Consent(Consent::Undo { change }) => consent::undo(cli, change),
        Command::Appointment(Appointment::Add { member, on, status }) => {
            appointments::add(cli, member, *on, *status)
        }
        Command::Appointment(Appointment::List { member }) => appointments::list(cli, member),
        Command::Appointment(Appointment::Set {
            appointment,
            status,
        }) => appointments::set(cli, appointment, *status),
        Command::Appointment(Appointment::Remove { appointment }) => {
            appointments::remove(cli, appointment)
        }
        Command::Import(Import::Members(file)) => import::members(cli, file),
        Command::Import(Import::Visits {
            file,
            create_members,
            earn,
        }) => import::visits(cli, file, *create_members, *earn),
        Command::Visit(args) => counter::visit(cli, args),
        Command::Redeem(args) => counter::redeem(cli, args),
        Command::Void { visit } => counter::void(cli, visit),
        Command::Refund { visit, amount } => counter::refund(cli, visit, amount),
        Command::Cards(Cards::Print(args)) => documents::print_cards(cli, args),
        Command::Report(Report::TopCustomers { month, limit, out }) => {
            documents::top_customers(cli, month, *limit, out.as_deref())
        }
    }
}
