//! Journeys through the app in its real window.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a journey that cannot go on has failed"
)]

mod sending;

use std::path::Path;
use std::process::Command;

use regulars_e2e::pages::{
    Cards, Counter, Place, Reports, Settings, Today, Welcome, called, go_to,
};
use regulars_e2e::{Home, Outcome, Window, journey, program};

#[test]
fn the_first_guest_gets_a_stamp_minutes_after_the_first_start() {
    journey("first-guest", &["--locale", "en"], |window, home| {
        let counter = Welcome::shown(window)?.found("Kávézó Liget")?;
        counter.enrol("Szabó Anna", "+36 30 555 0142")?;
        let starter = counter.stamps()?;
        counter.pays("1250")?;
        counter.stamp()?;
        counter.has_stamps(starter + 1)?;
        assert!(
            counter
                .today()?
                .iter()
                .any(|entry| entry.contains("Szabó Anna"))
        );

        // And it is still there after the PC was off.
        window.close()?;
        Window::open(home, &[])?.or_leave_picture("first-guest-again", |again| {
            let counter = Counter::shown(again)?;
            counter.call_up("0142", "Szabó Anna")?;
            counter.has_stamps(starter + 1)
        })
    });
}

#[test]
fn a_full_card_is_redeemed_once_and_undo_gives_it_back() {
    journey("full-card", &["--locale", "hu"], |window, _| {
        let counter = Welcome::shown(window)?.found("Kávézó Liget")?;
        counter.enrol("Nagy Gergő", "")?;
        fill_the_card(&counter)?;
        counter.has_rewards(1)?;
        counter.redeem()?;
        counter.has_rewards(0)?;
        counter.undo()?;
        counter.has_rewards(1)
    });
}

#[test]
fn printed_cards_and_the_months_report_open_as_real_papers() {
    journey("papers", &["--demo", "--locale", "ru"], |window, home| {
        let counter = Counter::of_demo(window)?;
        counter.enrol("Анна Щербакова", "")?;
        let cards = Cards::open(window)?.print(home)?;
        assert!(pdf_text(&cards).contains("Анна Щербакова"));

        let reports = Reports::open(window)?;
        let best = reports.rows()?.first().cloned().unwrap_or_default();
        let text = pdf_text(&reports.print(home)?);
        let name = best
            .lines()
            .find(|line| line.contains(' '))
            .unwrap_or(&best);
        assert!(
            text.contains(name.trim()),
            "{name} leads on screen, not in\n{text}"
        );
        let csv = reports.csv(home)?;
        assert!(std::fs::read_to_string(&csv).unwrap().lines().count() > 1);
        Ok(())
    });
}

#[test]
fn who_is_greeted_in_today_is_greeted_at_the_counter() {
    // The wizard, its demo shop, and a guest whom the demo's schedule has for today.
    journey("greeting", &["--locale", "en"], |window, _| {
        Welcome::shown(window)?;
        let counter = Counter::of_demo(window)?;
        let today = Today::open(window)?;
        let guest = today.mark("at the counter")?;
        today.to_counter()?;
        counter.sees(&guest)?;
        let greetings = counter.greetings()?;
        assert!(greetings > 0, "{guest} is greeted at the counter");

        let today = Today::open(window)?;
        assert_eq!(today.mark("at the counter")?, guest);
        today.decide("d")?;
        go_to(window, Place::Counter)?;
        counter.sees(&guest)?;
        counter.has_greetings(greetings - 1)
    });
}

#[test]
fn the_language_changes_at_once_and_stays() {
    journey("language", &["--locale", "en"], |window, home| {
        Welcome::shown(window)?.found("Corner")?;
        let mut name = called(window, Place::Reports)?;
        for locale in ["ru", "hu"] {
            Settings::open(window)?.speak(locale)?;
            name = window.until("another name for Reports", || {
                let now = called(window, Place::Reports)?;
                Ok((now != name).then_some(now))
            })?;
        }
        window.close()?;
        let again = Window::open(home, &[])?;
        Counter::shown(&again)?;
        assert_eq!(called(&again, Place::Reports)?, name);
        Ok(())
    });
}

#[test]
fn a_second_start_ends_at_once_and_the_first_goes_on() {
    journey("second-start", &["--locale", "en"], |window, home| {
        Welcome::shown(window)?.found("Corner")?;
        let second = start_once_more(home);
        assert!(second.success(), "{second}");
        go_to(window, Place::Members)
    });
}

#[test]
fn a_foreign_database_is_refused_in_words_and_left_alone() {
    let home = Home::new().unwrap();
    let file = home.data_dir().join("regulars.db");
    std::fs::create_dir_all(home.data_dir()).unwrap();
    std::fs::write(&file, "somebody else's notes").unwrap();
    let shown = || -> Outcome<String> {
        let window = Window::open(&home, &[])?;
        window.find_css("[role='alert']")?.text()
    };
    let text = shown().unwrap();
    assert!(text.contains("regulars.db"), "{text}");
    assert_eq!(
        std::fs::read_to_string(&file).unwrap(),
        "somebody else's notes"
    );
}

/// Stamps until a reward waits; presets differ in how many that takes.
fn fill_the_card(counter: &Counter<'_>) -> Outcome {
    for _ in 0..30 {
        if counter.rewards()? > 0 {
            return Ok(());
        }
        counter.stamp()?;
    }
    counter.has_rewards(1)
}

fn start_once_more(home: &Home) -> std::process::ExitStatus {
    let mut app = Command::new(program("regulars").unwrap());
    home.lend_to(&mut app);
    app.status().unwrap()
}

fn pdf_text(file: &Path) -> String {
    let output = Command::new("pdftotext")
        .args(["-layout"])
        .arg(file)
        .arg("-")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}: {output:?}", file.display());
    String::from_utf8(output.stdout).unwrap()
}
