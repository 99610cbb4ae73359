//! E-mail from the real window, to a server on this PC.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use mail_parser::{Message, MessageParser, MimeHeaders};
use regulars_e2e::pages::{Counter, Outbox, Sending, Today};
use regulars_e2e::{Home, Session, Window, program};
use regulars_tests::mail_server::{Act, At, MailServer, Script};

const NAME: &str = "liget";
const PASSWORD: &str = "open sesame";
const PASSPHRASE: &str = "four cups of coffee";
const FROM: &str = "hello@liget.example";
/// On a busy machine a round of sending may have to wait for the next tick.
const SENT_WITHIN: Duration = Duration::from_secs(150);

#[test]
fn a_mailbox_is_set_up_and_the_greeting_of_the_day_arrives_once() {
    let home = cafe_that_welcomes(&["Anna Lee"]);
    let server = mail_server(None);
    with_window(&home, "sending", |window| {
        let sending = Sending::open(window)?;
        sending.fill_mailbox(FROM, server.port, NAME, PASSWORD)?;
        sending.save_behind(PASSPHRASE)?;
        sending.try_out("owner@example.com")?;
        assert_eq!(receivers(&server), ["owner@example.com"]);

        sending.switch_on()?;
        let outbox = Outbox::open(window)?;
        outbox.send()?;
        has_letters(window, &server, 2)?;
        outbox.message("Anna Lee\nsent")?;
        // WebKit writes dates otherwise than the browser of the other tests.
        let time = outbox.time()?;
        assert!(
            time.len() == "12:34".len(),
            "today, so without the date: {time}"
        );
        let today = Today::sent_by_the_app(window)?;
        assert!(today.starts_with('1'), "{today}");

        let outbox = Outbox::open(window)?;
        outbox.send()?;
        window.find_css("[data-testid='outbox-said']:not(:empty)")?;
        assert_eq!(
            receivers(&server),
            ["owner@example.com", "anna.lee@example.com"],
            "once"
        );
        Ok(())
    });

    let letter = server.letters().pop().unwrap();
    let letter = parsed(&letter);
    for text in [letter.body_text(0), letter.body_html(0)] {
        let text = text.unwrap();
        assert!(
            text.contains("Anna") && text.contains("Kávézó Liget"),
            "{text}"
        );
    }
    assert_eq!(scanned(&letter), card_of(&home, "anna.lee@example.com"));
}

#[test]
fn a_greeting_cut_off_by_a_power_cut_is_shown_and_not_repeated() {
    let home = cafe_that_welcomes(&["Anna Lee", "Ben Lake"]);
    let server = mail_server(Some((At::End, Act::Hang)));
    mailbox_is_set_up(&home, &server);
    let window = Window::open(&home, &[]).unwrap();
    // The app never hears that the letter was taken.
    let begun = window.or_leave_picture("power-cut", |window| {
        Counter::shown(window)?;
        let outbox = Outbox::open(window)?;
        outbox.unlock(PASSPHRASE)?;
        outbox.send()?;
        has_letters(window, &server, 1)
    });
    window.kill();
    begun.unwrap();
    server.takes();

    with_window(&home, "after-power-cut", |window| {
        let first = receivers(&server).remove(0);
        let of_first = |text: &str| text.contains("Anna") == first.starts_with("anna");
        let needs_you = Today::needs_you(window)?;
        assert!(needs_you.contains("perhaps sent"), "{needs_you}");
        assert!(of_first(&needs_you), "{first} was sent to: {needs_you}");

        let outbox = Outbox::open(window)?;
        outbox.unlock(PASSPHRASE)?;
        outbox.send()?;
        has_letters(window, &server, 2)?;
        window.until("both to have their state", || {
            let messages = outbox.messages()?;
            let says = |message: &&String, state: &str| message.contains(state);
            let unsure = messages.iter().find(|line| says(line, "perhaps sent"));
            let sent = messages.iter().find(|line| !says(line, "perhaps sent"));
            Ok(unsure.zip(sent).and_then(|(unsure, sent)| {
                (of_first(unsure) && !of_first(sent) && sent.contains("\nsent")).then_some(())
            }))
        })?;
        let mut all = receivers(&server);
        all.sort();
        assert_eq!(all, ["anna.lee@example.com", "ben.lake@example.com"]);
        Ok(())
    });
}

fn with_window(home: &Home, name: &str, walk: impl FnOnce(&Window) -> regulars_e2e::Outcome) {
    let window = Window::open(home, &[]).unwrap();
    let walked = window.or_leave_picture(name, |window| {
        Counter::shown(window)?;
        walk(window)
    });
    if let Err(failure) = walked {
        panic!("{failure}");
    }
}

/// A café where it is noon, whatever the time is here: greetings go out by day only.
/// These guests joined today and may be welcomed by e-mail.
fn cafe_that_welcomes(guests: &[&str]) -> Home {
    let home = Home::new().unwrap();
    let words = "init --currency EUR --locale en --preset cafe";
    let place = ["--time-zone", &zone_at_noon(), "--name", "Kávézó Liget"];
    cli(&home, words.split(' ').chain(place), "");
    for guest in guests {
        let email = format!("{}@example.com", guest.to_lowercase().replace(' ', "."));
        let words = ["member", "add", "--name", guest, "--email", &email];
        cli(&home, words.into_iter().chain(["--consent-email"]), "");
    }
    cli(&home, ["schedule", "run"], "");
    home
}

fn zone_at_noon() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let hour = i64::try_from(now.as_secs() / 3_600 % 24).unwrap();
    // These zones count to the west.
    format!("Etc/GMT{:+}", hour - 12)
}

fn mail_server(always: Option<(At, Act)>) -> MailServer {
    MailServer::start(Script {
        login: Some((NAME, PASSWORD)),
        always,
        ..Script::default()
    })
}

fn mailbox_is_set_up(home: &Home, server: &MailServer) {
    let words = "delivery set email --host 127.0.0.1 --security none";
    let port = server.port.to_string();
    let account = ["--from", FROM, "--username", NAME, "--port", &port];
    cli(home, words.split(' ').chain(account), "");
    cli(home, ["delivery", "secret", "email"], PASSWORD);
    cli(home, ["delivery", "enable", "email"], "");
}

fn cli<'a>(home: &Home, words: impl IntoIterator<Item = &'a str>, input: &str) -> String {
    let mut command = Command::new(program("regulars-cli").unwrap());
    home.lend_to(&mut command);
    command.env("REGULARS_PASSPHRASE", PASSPHRASE);
    command.arg("--json").args(words);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut running = command.spawn().unwrap();
    let mut stdin = running.stdin.take().unwrap();
    writeln!(stdin, "{input}").unwrap();
    drop(stdin);
    let output = running.wait_with_output().unwrap();
    assert!(output.status.success(), "{command:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn has_letters(session: &Session, server: &MailServer, letters: usize) -> regulars_e2e::Outcome {
    session.until_within(SENT_WITHIN, &format!("letter {letters}"), || {
        Ok((server.letters().len() >= letters).then_some(()))
    })
}

/// To whom the letters went, in their order.
fn receivers(server: &MailServer) -> Vec<String> {
    let to = |letter: &Vec<u8>| {
        let letter = parsed(letter);
        letter
            .to()
            .unwrap()
            .first()
            .unwrap()
            .address()
            .unwrap()
            .to_owned()
    };
    server.letters().iter().map(to).collect()
}

fn parsed(letter: &[u8]) -> Message<'_> {
    MessageParser::default().parse(letter).unwrap()
}

/// What a scanner reads from the letter's picture of the card.
fn scanned(letter: &Message<'_>) -> String {
    let picture = letter
        .parts
        .iter()
        .find(|part| {
            part.content_type()
                .is_some_and(|kind| kind.ctype() == "image")
        })
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("card.png");
    fs::write(&file, picture.contents()).unwrap();
    let mut zbarimg = Command::new("zbarimg");
    let output = zbarimg.args(["-q", "--raw"]).arg(&file).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn card_of(home: &Home, email: &str) -> String {
    let shown = cli(home, ["member", "show", email], "");
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    shown["cards"][0]["number"].as_str().unwrap().to_owned()
}
