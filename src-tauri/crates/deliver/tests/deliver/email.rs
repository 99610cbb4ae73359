use std::process::Command;

use chrono::{TimeZone, Utc};
use mail_parser::{Message, MessageParser, MimeHeaders};
use regulars_deliver::{
    CardImage, Email, EmailAccount,
    FailureKind::{Limit, Permanent, Setup, Silent, Transient, Unreachable, Unsure},
    Fault, Outcome, Secret, Security, Unsubscribe, card_png, html, send_email, verify_email,
};
use regulars_tests::{
    mail_server::{
        Act::{Drop, Hang, Say},
        At, MailServer, Script,
    },
    tls::SelfSigned,
};
use uuid::Uuid;

use crate::{failed, impatient, wire};

const SENT: Outcome = Outcome::Sent { remote_id: None };
const NUMBER: &str = "2900000000018";

fn account(port: u16) -> EmailAccount {
    EmailAccount {
        host: "127.0.0.1".to_owned(),
        port,
        security: Security::None,
        username: String::new(),
        from_name: "Кафе «Ёж», центр".to_owned(),
        from_address: "hello@cafe.example".to_owned(),
        reply_to: None,
    }
}

fn email() -> Email {
    let letter = html::Letter {
        shop: "Кафе «Ёж»",
        brand_color: "#a84a24",
        body: "Анна, с днём рождения!\n.\nЖдём вас.",
        gift: "Капучино в подарок",
        card: Some(html::ECard {
            member: "Анна Ёлкина",
            number: NUMBER,
            caption: "Покажите на кассе",
            content_id: "card@regulars",
        }),
        unsubscribe: "Ответьте «стоп», и мы не будем писать.",
        lang: "ru",
    };
    Email {
        id: Uuid::from_u128(7),
        to_name: "Ёлкина, Анна".to_owned(),
        to_address: "anna@guest.example".to_owned(),
        subject: "С днём рождения, Анна! Подарок ждёт вас в любой день этой недели".to_owned(),
        text: "Анна, с днём рождения!\n.\nЖдём вас.".to_owned(),
        html: html::letter(&letter),
        unsubscribe: Some(Unsubscribe {
            address: "hello@cafe.example".to_owned(),
            subject: "Стоп 42 & <до свидания>".to_owned(),
        }),
        card: Some(CardImage {
            content_id: "card@regulars".to_owned(),
            png: card_png(NUMBER).expect("a code"),
        }),
        date: Utc
            .with_ymd_and_hms(2026, 3, 1, 9, 30, 0)
            .single()
            .expect("a date"),
    }
}

fn send(server: &MailServer) -> Outcome {
    send_email(&account(server.port), &Secret::new(""), &email(), &wire())
}

fn parsed(letter: &[u8]) -> Message<'_> {
    MessageParser::default().parse(letter).expect("a letter")
}

#[test]
fn a_guest_reads_what_the_shop_wrote() {
    let server = MailServer::with([]);
    assert_eq!(send(&server), SENT);

    let letters = server.letters();
    let [letter] = letters.as_slice() else {
        panic!("{} letters", letters.len())
    };
    assert!(letter.is_ascii(), "any server passes it on");
    let message = parsed(letter);
    let email = email();
    assert_eq!(message.subject(), Some(email.subject.as_str()));
    let from = message.from().and_then(|from| from.first()).expect("from");
    assert_eq!(from.name(), Some("Кафе «Ёж», центр"));
    assert_eq!(from.address(), Some("hello@cafe.example"));
    let to = message.to().and_then(|to| to.first()).expect("to");
    assert_eq!(to.name(), Some("Ёлкина, Анна"));
    assert_eq!(to.address(), Some("anna@guest.example"));
    let date = message.date().expect("a date");
    assert_eq!(date.to_timestamp(), email.date.timestamp());
    assert_eq!(
        message.message_id(),
        Some("00000000-0000-0000-0000-000000000007@cafe.example")
    );
    assert_eq!(
        message.header_raw("Auto-Submitted").map(str::trim),
        Some("auto-generated")
    );
    let text = message.body_text(0).expect("text").replace("\r\n", "\n");
    assert_eq!(text.trim_end(), email.text);
    let html = message.body_html(0).expect("html").replace("\r\n", "\n");
    assert_eq!(html.trim_end(), email.html.trim_end());
}

#[test]
fn the_card_in_the_letter_can_be_scanned_from_the_screen() {
    let server = MailServer::with([]);
    assert_eq!(send(&server), SENT);
    let letters = server.letters();
    let message = parsed(&letters[0]);

    let image = message
        .parts
        .iter()
        .find(|part| part.content_id() == Some("card@regulars"))
        .expect("the picture that the HTML names");
    let related = &message.parts[1..];
    assert!(
        related
            .iter()
            .any(|part| part.is_content_type("multipart", "related")),
        "the picture belongs to the HTML"
    );
    let shown = image.content_disposition().expect("a disposition");
    assert!(shown.is_inline());
    let png = image.contents();
    let mut file = tempfile::Builder::new()
        .suffix(".png")
        .tempfile()
        .expect("a file");
    std::io::Write::write_all(&mut file, png).expect("space");
    let output = Command::new("zbarimg")
        .args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"])
        .arg(file.path())
        .output()
        .expect("zbarimg, of zbar-tools");
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), NUMBER);
}

#[test]
fn one_link_leads_out_of_the_list() {
    let server = MailServer::with([]);
    assert_eq!(send(&server), SENT);
    let letters = server.letters();
    let message = parsed(&letters[0]);

    let link = message.header_raw("List-Unsubscribe").expect("a link");
    let link: String = link.split_whitespace().collect();
    let subject = link
        .strip_prefix("<mailto:hello@cafe.example?subject=")
        .and_then(|rest| rest.strip_suffix('>'))
        .unwrap_or_else(|| panic!("{link}"));
    let subject = percent_encoding::percent_decode_str(subject).decode_utf8_lossy();
    assert_eq!(subject, "Стоп 42 & <до свидания>");
    assert!(message.header("List-Unsubscribe-Post").is_none());
}

#[test]
fn no_name_or_subject_makes_a_header_of_its_own() {
    let server = MailServer::with([]);
    let mut email = email();
    let mut account = account(server.port);
    let evil = "x\r\nBcc: all@guests.example\r\n\r\nboo";
    email.subject = evil.to_owned();
    email.to_name = evil.to_owned();
    account.reply_to = Some("answers@cafe.example".to_owned());
    email.unsubscribe = Some(Unsubscribe {
        address: "hello@cafe.example".to_owned(),
        subject: evil.to_owned(),
    });
    assert_eq!(
        send_email(&account, &Secret::new(""), &email, &wire()),
        SENT
    );

    let letters = server.letters();
    let message = parsed(&letters[0]);
    assert!(message.bcc().is_none());
    let spaced = "x  Bcc: all@guests.example    boo";
    assert_eq!(message.subject(), Some(spaced));
    let recipients: Vec<_> = server
        .commands()
        .into_iter()
        .filter(|command| command.starts_with("RCPT"))
        .collect();
    assert_eq!(recipients, ["RCPT TO:<anna@guest.example>"]);

    for address in ["a@b.example\r\nRCPT TO:<c@d.example>", "a b@c.example", ""] {
        email.to_address = address.to_owned();
        let outcome = send_email(&account, &Secret::new(""), &email, &wire());
        failed(outcome, Permanent, "bad_address");
    }
    account.from_name = evil.to_owned();
    let errors = account.check();
    assert_eq!(errors[0].field, "from_name");
}

#[test]
fn what_a_refusal_means_depends_on_what_was_asked() {
    for (at, words, kind, code) in [
        (At::Connect, "421 4.3.2 Busy", Transient, "smtp_busy"),
        (At::Connect, "554 5.7.1 Go away", Setup, "smtp_refused"),
        (At::Mail, "451 Wait", Transient, "smtp_greylisted"),
        (At::Mail, "553 5.7.1 Not yours", Setup, "smtp_sender"),
        (At::Mail, "530 5.7.0 Log in", Setup, "smtp_auth"),
        (
            At::Rcpt,
            "450 4.2.0 Greylisted",
            Transient,
            "smtp_greylisted",
        ),
        (At::Rcpt, "452 4.2.2 Full", Transient, "smtp_busy"),
        (At::Rcpt, "550 5.1.1 No such user", Permanent, "bad_address"),
        (At::Rcpt, "550 5.2.1 Closed", Permanent, "smtp_rejected"),
        (At::Rcpt, "554 5.7.1 Relay denied", Setup, "smtp_auth"),
        (At::Rcpt, "550 5.4.5 Daily limit", Limit, "smtp_limit"),
        (At::Data, "451 4.3.0 Later", Transient, "smtp_greylisted"),
        (At::Data, "554 5.5.1 No", Permanent, "smtp_rejected"),
        (At::End, "452 4.3.1 No space", Transient, "smtp_busy"),
        (At::End, "554 5.7.1 Spam", Permanent, "smtp_rejected"),
        (At::End, "nonsense", Unsure, "smtp_no_answer"),
    ] {
        let server = MailServer::with([(at, Say(words))]);
        let failure = failed(send(&server), kind, code);
        if words != "nonsense" {
            assert!(failure.detail.contains(&words[4..]), "{failure:?}");
        }
        assert!(server.letters().is_empty());
    }
}

#[test]
fn the_accounts_own_limit_is_told_from_the_recipients() {
    let limit = (Limit, "smtp_limit");
    let (not_this_one, busy) = ((Permanent, "smtp_rejected"), (Transient, "smtp_busy"));
    let set_up = (Setup, "smtp_sender");
    for (at, words, (kind, code)) in [
        // The account's, whatever the digits in front say.
        (At::Mail, "421 4.7.0 Try again later, closing", limit),
        (At::Mail, "451 4.7.1 Slow down", limit),
        (At::Mail, "452 4.3.1 Insufficient system storage", limit),
        (At::Mail, "452 Over quota", limit),
        (At::Mail, "550 5.7.1 Daily sending quota exceeded", limit),
        (
            At::Rcpt,
            "450 4.4.5 Daily user sending limit exceeded",
            limit,
        ),
        (
            At::Rcpt,
            "550 5.7.232 Your message can't be sent: daily limit",
            limit,
        ),
        (At::Rcpt, "421 Hourly limit for this account reached", limit),
        (
            At::End,
            "550 5.4.5 Daily user sending limit exceeded",
            limit,
        ),
        (At::End, "552 5.2.2 Submission quota exceeded", limit),
        (At::End, "552 You have exceeded your sending limit", limit),
        (At::End, "452 4.5.0 100 messages per hour, no more", limit),
        // The owner's to mend: nothing goes out before.
        (At::Mail, "552 5.2.2 Your own mailbox is full", set_up),
        (At::Mail, "550 5.7.60 Account suspended", set_up),
        // This recipient's.
        (At::Rcpt, "552 5.2.2 Mailbox full", not_this_one),
        (
            At::End,
            "552 5.2.2 Over quota, daily limit of the mailbox",
            not_this_one,
        ),
        (At::End, "552 Mailbox full", not_this_one),
        (
            At::End,
            "552 Recipient has reached their daily limit",
            not_this_one,
        ),
        (At::Rcpt, "452 4.2.2 Mailbox full", busy),
        (At::Rcpt, "452 4.5.3 Too many recipients", busy),
        // This letter's.
        (
            At::End,
            "552 5.3.4 Over the message limit of 10 MB",
            not_this_one,
        ),
        (At::End, "554 5.7.1 Spam, seen from 192.0.2.5", not_this_one),
    ] {
        let words: &'static str = words;
        let server = MailServer::with([(at, Say(words))]);
        let outcome = send(&server);
        let Outcome::Failed(failure) = &outcome else {
            panic!("{words}: {outcome:?}")
        };
        assert_eq!((failure.kind, failure.code), (kind, code), "{at:?} {words}");
    }
}

#[test]
fn who_may_not_relay_has_to_mend_the_set_up_with_a_login_too() {
    for (words, kind, code) in [
        ("550 5.7.1 Relaying denied", Setup, "smtp_auth"),
        ("550 5.7.1 You are blocked here", Permanent, "smtp_rejected"),
    ] {
        let server = MailServer::start(Script {
            login: Some(("a", "b")),
            acts: [(At::Rcpt, Say(words))].into(),
            ..Script::default()
        });
        let mut account = account(server.port);
        account.username = "a".to_owned();
        let outcome = send_email(&account, &Secret::new("b"), &email(), &wire());
        failed(outcome, kind, code);
    }
}

#[test]
fn a_greylisted_letter_is_taken_at_the_second_attempt() {
    let server = MailServer::with([(At::Rcpt, Say("451 4.7.1 Come back in a minute"))]);
    failed(send(&server), Transient, "smtp_greylisted");
    assert_eq!(send(&server), SENT);
    assert_eq!(server.letters().len(), 1);
}

#[test]
fn until_the_last_dot_a_broken_connection_sent_nothing() {
    for at in [At::Connect, At::Ehlo, At::Mail, At::Rcpt, At::Data] {
        let server = MailServer::with([(at, Drop)]);
        failed(send(&server), Transient, "smtp_broken");
        let server = MailServer::with([(at, Hang)]);
        let outcome = send_email(
            &account(server.port),
            &Secret::new(""),
            &email(),
            &impatient(),
        );
        failed(outcome, Silent, "timeout");
    }
}

/// Far more than the system buffers: writing it fails before the dot.
#[test]
fn a_letter_cut_off_half_way_was_not_sent() {
    let mut email = email();
    email.card = Some(CardImage {
        content_id: "card@regulars".to_owned(),
        png: vec![0; 12 * 1024 * 1024],
    });
    let server = MailServer::with([(At::Body, Drop)]);
    let outcome = send_email(&account(server.port), &Secret::new(""), &email, &wire());
    failed(outcome, Transient, "smtp_broken");
    assert!(server.letters().is_empty());
}

/// It fits into the system's buffers, dot and all: how much the server read is not known here.
#[test]
fn a_letter_written_whole_to_a_server_that_left_may_have_been_sent() {
    let server = MailServer::with([(At::Body, Drop)]);
    failed(send(&server), Unsure, "smtp_no_answer");
}

#[test]
fn from_the_last_dot_on_nobody_knows() {
    let server = MailServer::with([(At::End, Drop)]);
    failed(send(&server), Unsure, "smtp_no_answer");
    let server = MailServer::with([(At::End, Hang)]);
    let outcome = send_email(
        &account(server.port),
        &Secret::new(""),
        &email(),
        &impatient(),
    );
    failed(outcome, Unsure, "smtp_no_answer");
}

#[test]
fn a_letter_that_was_taken_is_sent_whatever_happens_to_the_farewell() {
    for act in [Drop, Hang, Say("500 What?")] {
        let server = MailServer::with([(At::Quit, act)]);
        assert_eq!(send(&server), SENT);
    }
}

#[test]
fn a_server_that_is_not_there_may_come_back() {
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.local_addr().expect("an address").port()
    };
    let outcome = send_email(&account(port), &Secret::new(""), &email(), &wire());
    failed(outcome, Unreachable, "connect");
}

#[test]
fn logs_in_with_either_way_a_server_offers() {
    for only_login_mechanism in [false, true] {
        let server = MailServer::start(Script {
            login: Some(("ёж", "pä ss")),
            only_login_mechanism,
            ..Script::default()
        });
        let mut account = account(server.port);
        account.username = "ёж".to_owned();
        assert_eq!(
            send_email(&account, &Secret::new("pä ss"), &email(), &wire()),
            SENT
        );
        let wrong = Secret::new("hunter2");
        let failure = failed(
            send_email(&account, &wrong, &email(), &wire()),
            Setup,
            "smtp_auth",
        );
        assert!(failure.detail.contains("Not you"), "{failure:?}");
        assert!(!failure.detail.contains("hunter2"), "{failure:?}");
        assert_eq!(server.letters().len(), 1);
    }
}

#[test]
fn a_busy_login_is_tried_later() {
    let server = MailServer::start(Script {
        login: Some(("a", "b")),
        acts: [(At::Auth, Say("454 4.7.0 Temporary failure"))].into(),
        ..Script::default()
    });
    let mut account = account(server.port);
    account.username = "a".to_owned();
    let outcome = send_email(&account, &Secret::new("b"), &email(), &wire());
    failed(outcome, Transient, "smtp_busy");
}

#[test]
fn checking_the_connection_sends_nothing() {
    let server = MailServer::start(Script {
        login: Some(("a", "b")),
        ..Script::default()
    });
    let mut account = account(server.port);
    account.username = "a".to_owned();
    verify_email(&account, &Secret::new("b"), &wire()).expect("a good set-up");
    let verbs: Vec<_> = server
        .commands()
        .iter()
        .map(|command| command[..4].to_owned())
        .collect();
    assert_eq!(verbs, ["EHLO", "AUTH", "QUIT"]);

    let failure = verify_email(&account, &Secret::new("c"), &wire()).expect_err("a bad one");
    assert_eq!((failure.kind, failure.code), (Setup, "smtp_auth"));
}

#[test]
fn only_a_certificate_that_is_trusted_and_names_the_server_will_do() {
    for security in [Security::Starttls, Security::Tls] {
        let own = SelfSigned::for_host("localhost");
        let other = SelfSigned::for_host("mail.example");
        let start = |certificate: &SelfSigned| {
            let config = Some(certificate.config.clone());
            MailServer::start(match security {
                Security::Tls => Script {
                    implicit_tls: config,
                    login: Some(("a", "b")),
                    ..Script::default()
                },
                _ => Script {
                    starttls: config,
                    login: Some(("a", "b")),
                    ..Script::default()
                },
            })
        };
        let attempt = |server: &MailServer, trusted: &[&SelfSigned]| {
            let account = EmailAccount {
                host: "localhost".to_owned(),
                security,
                username: "a".to_owned(),
                ..account(server.port)
            };
            let mut wire = wire();
            wire.trusted = trusted.iter().map(|own| own.der.clone()).collect();
            send_email(&account, &Secret::new("b"), &email(), &wire)
        };
        let server = start(&own);
        failed(attempt(&server, &[]), Setup, "tls");
        assert_eq!(attempt(&server, &[&own]), SENT);
        assert_eq!(server.letters().len(), 1);

        let server = start(&other);
        failed(attempt(&server, &[&other]), Setup, "tls");
        let logins = server.commands();
        assert!(!logins.iter().any(|command| command.starts_with("AUTH")));
    }
}

#[test]
fn a_password_never_travels_in_plain_text() {
    let server = MailServer::start(Script {
        login: Some(("a", "b")),
        ..Script::default()
    });
    let mut account = account(server.port);
    account.username = "a".to_owned();
    // The server, or somebody in between, hides that it can do TLS.
    account.security = Security::Starttls;
    let outcome = send_email(&account, &Secret::new("b"), &email(), &wire());
    failed(outcome, Setup, "smtp_no_starttls");
    // TLS is expected of a server that speaks plain text.
    account.security = Security::Tls;
    let outcome = send_email(&account, &Secret::new("b"), &email(), &wire());
    failed(outcome, Setup, "tls");

    account.security = Security::None;
    account.host = "mail.example".to_owned();
    assert_eq!(account.check()[0].fault, Fault::Unprotected);
    let outcome = send_email(&account, &Secret::new("b"), &email(), &wire());
    failed(outcome, Setup, "unprotected");
    let commands = server.commands();
    assert!(!commands.iter().any(|command| command.starts_with("AUTH")));
}

#[test]
fn a_set_up_tells_which_field_is_wrong() {
    let account = EmailAccount {
        host: "mail server".to_owned(),
        port: 0,
        security: Security::Tls,
        username: "a\nb".to_owned(),
        from_name: String::new(),
        from_address: "cafe".to_owned(),
        reply_to: Some("Кафе@cafe.example".to_owned()),
    };
    let fields: Vec<_> = account
        .check()
        .into_iter()
        .map(|error| error.field)
        .collect();
    assert_eq!(
        fields,
        ["host", "port", "username", "from_address", "reply_to"]
    );
    let outcome = send_email(&account, &Secret::new(""), &email(), &wire());
    failed(outcome, Setup, "settings");
}

#[test]
fn an_international_address_is_written_as_the_network_knows_it() {
    let server = MailServer::with([]);
    let mut email = email();
    email.to_address = "anna@кофе.рф".to_owned();
    let account = account(server.port);
    let outcome = send_email(&account, &Secret::new(""), &email, &wire());
    assert_eq!(outcome, SENT);
    let recipient = "RCPT TO:<anna@xn--e1ajmy.xn--p1ai>".to_owned();
    assert!(
        server.commands().contains(&recipient),
        "{:?}",
        server.commands()
    );

    email.to_address = "анна@кофе.рф".to_owned();
    let outcome = send_email(&account, &Secret::new(""), &email, &wire());
    failed(outcome, Permanent, "bad_address");
}
