//! The commands, one module for each group.

mod counter;
mod documents;
mod import;
mod members;
mod schedule;
mod shop;

use crate::{
    args::{Cards, Cli, Command, Import, Member, Moment, Report, Schedule, Touch},
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
        Command::Member(Member::Add(args)) => members::add(cli, args),
        Command::Member(Member::Find { query, limit }) => members::find(cli, query, *limit),
        Command::Member(Member::Show { member }) => members::show(cli, member),
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
