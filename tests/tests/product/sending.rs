//! What the app sends by itself: each greeting once, to who wants it, and whatever
//! breaks is either tried again or the owner's to decide.

use std::{
    io::{Read, Write},
    net::TcpListener,
    process::Stdio,
    sync::mpsc,
};

use regulars_tests::mail_server::{Act, At, MailServer, Script};
use serde_json::{Value, json};

use crate::{
    app::{Window, fresh},
    cli,
    shop::{Shop, text},
};

const HOUR_MS: i64 = 3_600_000;

/// A café that welcomes by e-mail through a server, with Anna enrolled and planned.
fn mailing(script: Script) -> (Shop, MailServer) {
    let shop = Shop::cafe();
    let server = MailServer::start(script);
    set_up(&shop, &server);
    welcome(&shop, "Anna Lee", "anna@example.com");
    shop.say("schedule run").done();
    (shop, server)
}

fn set_up(shop: &Shop, server: &MailServer) {
    let port = server.port.to_string();
    let words = "delivery set email --host 127.0.0.1 --security none --from cafe@example.com";
    shop.run(words.split(' ').chain(["--port", &port])).done();
    let shown = shop.say("delivery enable email").done();
    assert_eq!(shown["email"]["enabled"], true, "{shown}");
}

fn welcome(shop: &Shop, name: &str, email: &str) -> String {
    let added = shop.run([
        "member",
        "add",
        "--name",
        name,
        "--email",
        email,
        "--consent-email",
    ]);
    text(&added.done()["member"]["id"])
}

fn undecided(shop: &Shop) -> Vec<Value> {
    let list = shop.say("outbox list --undecided").done();
    list["messages"].as_array().unwrap().clone()
}

#[test]
fn a_greeting_arrives_once_with_card_and_way_out() {
    let (shop, server) = mailing(Script::default());
    let waiting = shop.say("outbox list --status waiting").done();
    assert_eq!(waiting["total"], 1, "planned is queued: {waiting}");
    assert_eq!(waiting["messages"][0]["waits"]["reason"], "next");
    let round = shop.say("outbox send").done();
    assert_eq!((&round["sent"], &round["waits"]), (&json!(1), &Value::Null));
    assert_eq!(round["ended"], "done");

    let letters = server.letters();
    assert_eq!(letters.len(), 1);
    let letter = String::from_utf8(letters[0].clone()).unwrap();
    for part in [
        "anna@example.com",
        "From: Corner <cafe@example.com>",
        "List-Unsubscribe: <mailto:cafe@example.com?subject=Unsubscribe%20",
        "Content-Type: image/png",
        "cid:card@regulars",
    ] {
        assert!(letter.replace("=\r\n", "").contains(part), "{part}");
    }
    let listed = shop.say("outbox list").done();
    let message = &listed["messages"][0];
    assert_eq!(
        (&message["status"], &message["touch_status"]),
        (&json!("sent"), &json!("done"))
    );
    assert!(text(&message["body"]).contains("Unsubscribe"), "{message}");

    for command in ["schedule run", "outbox send"] {
        shop.say(command).done();
    }
    assert_eq!(server.letters().len(), 1);
    shop.verify();
}

#[test]
fn a_subject_without_a_text_is_no_message() {
    let (shop, server) = mailing(Script::default());
    let window = Window::open(&shop.data_dir());
    for line in window.call("moments_list", json!({}))["moments"]
        .as_array()
        .unwrap()
    {
        let moment = &line["moment"];
        let mut draft =
            json!({ "code": moment["code"], "name": moment["name"], "rules": moment["rules"] });
        // The shop has no slogan: nothing is left of this text.
        draft["rules"]["templates"] = json!({ "en": { "subject": "Hello", "body": "{slogan}" } });
        let save = json!({ "request_id": fresh(), "moment_id": moment["id"], "draft": draft });
        window.call("moment_save", save);
    }
    assert_eq!(shop.say("outbox send").done()["failed"], 1);
    assert_eq!(undecided(&shop)[0]["code"], "empty_message");
    assert_eq!(server.letters().len(), 0);
}

#[test]
fn a_present_that_was_handed_over_is_promised_to_nobody() {
    let shop = Shop::cafe();
    let server = MailServer::start(Script::default());
    set_up(&shop, &server);
    let window = Window::open(&shop.data_dir());
    let mut moment = window.call("moments_list", json!({}))["moments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["moment"].clone())
        .find(|moment| moment["rules"]["trigger"]["kind"] == "enrolled")
        .unwrap();
    moment["rules"]["gift"] = json!({ "name": "Dobos torta", "cost_minor": 300, "valid_days": 14 });
    moment["rules"]["templates"] = json!({ "en": {
        "subject": "Hello", "body": "Hi {first_name}!\nA present: {reward}, by {reward_code}."
    } });
    let draft = json!({ "code": moment["code"], "name": moment["name"], "rules": moment["rules"] });
    let save = json!({ "request_id": fresh(), "moment_id": moment["id"], "draft": draft });
    window.call("moment_save", save);
    let anna = welcome(&shop, "Anna Lee", "anna@example.com");
    welcome(&shop, "Béla", "bela@example.com");
    shop.say("schedule run").done();

    // She came before the letter went out.
    shop.run(["redeem", &anna]).done();
    assert_eq!(shop.say("outbox send").done()["sent"], 2);
    for letter in server.letters() {
        let letter = String::from_utf8(letter).unwrap();
        let to_anna = letter.contains("To: \"Anna Lee\"") || letter.contains("To: Anna Lee");
        assert_eq!(letter.contains("Dobos torta"), !to_anna, "{letter}");
    }
    let list = shop.say("outbox list").done();
    for message in list["messages"].as_array().unwrap() {
        let promised = text(&message["body"]).contains("Dobos torta");
        assert_eq!(promised, message["member"]["name"] == "Béla", "{message}");
    }
}

#[test]
fn a_sender_killed_between_sending_and_noting_sends_nothing_again_by_itself() {
    let (shop, server) = mailing(Script::always(At::End, Act::Hang));
    let mut sender = cli::command(&shop.data_dir())
        .args(["--json", "--now", cli::NOW, "outbox", "send"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    server.wait_for(1);
    let busy = shop.say("outbox send").done();
    assert_eq!(busy["ended"], "busy", "one sender at a time");
    sender.kill().unwrap();
    sender.wait().unwrap();

    server.takes();
    let round = shop.say("outbox send").done();
    assert_eq!(
        (&round["interrupted"], &round["sent"]),
        (&json!(1), &json!(0))
    );
    assert_eq!(server.letters().len(), 1);
    let [doubtful] = undecided(&shop).try_into().unwrap();
    assert_eq!(
        (&doubtful["status"], &doubtful["code"]),
        (&json!("unsure"), &json!("interrupted"))
    );
    assert!(cli::is_for_people(&text(&doubtful["said"])));
    shop.say("schedule run").done();
    shop.say("outbox send").done();
    assert_eq!(server.letters().len(), 1);

    let id = text(&doubtful["id"]);
    shop.run(["outbox", "resolve", &id, "--as", "again"]).done();
    assert_eq!(shop.say("outbox send").done()["sent"], 1, "at once");
    assert_eq!(server.letters().len(), 2);
    shop.run(["outbox", "resolve", &id, "--as", "sent"])
        .refused("message_closed");
    shop.verify();
}

#[test]
fn what_the_server_refuses_is_shown_and_what_it_puts_off_is_tried_again() {
    let (shop, server) = mailing(Script::always(
        At::Rcpt,
        Act::Say("550 5.1.1 No such mailbox"),
    ));
    assert_eq!(shop.say("outbox send").done()["failed"], 1);
    let [failed] = undecided(&shop).try_into().unwrap();
    assert_eq!(failed["touch_status"], "failed");
    assert!(text(&failed["detail"]).contains("No such mailbox"));
    let id = text(&failed["id"]);
    shop.run(["outbox", "resolve", &id, "--as", "leave-out"])
        .done();
    assert!(undecided(&shop).is_empty());

    server.always(At::Rcpt, Act::Say("451 4.7.1 Greylisted, try later"));
    welcome(&shop, "Béla", "bela@example.com");
    shop.say("schedule run").done();
    let round = shop.say("outbox send").done();
    assert_eq!(round["put_off"], 1, "{round}");
    assert_eq!(round["until"], "2026-11-21T10:01:00.000Z");
    server.takes();
    assert_eq!(shop.say("outbox send").done()["sent"], 0);
    let later = ["outbox", "send", "--now", "2026-11-21T10:01:00Z"];
    assert_eq!(shop.run(later).done()["sent"], 1);
    assert_eq!(server.letters().len(), 1);
    shop.verify();
}

#[test]
fn without_internet_one_message_asks_for_all() {
    let (shop, _server) = mailing(Script::default());
    welcome(&shop, "Béla", "bela@example.com");
    shop.say("schedule run").done();
    // A port that nobody listens at.
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let words = "delivery set email --host 127.0.0.1 --security none --from cafe@example.com";
    shop.run(words.split(' ').chain(["--port", &port.to_string()]))
        .done();
    let round = shop.say("outbox send").done();
    assert_eq!(
        (&round["waiting"], &round["put_off"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(
        (&round["ended"], &round["waits"]["reason"]),
        (&json!("done"), &json!("back_off"))
    );
    assert_eq!(round["until"], "2026-11-21T10:01:00.000Z");
    let waiting = shop.say("outbox list --status waiting").done();
    assert_eq!(waiting["total"], 2);
    for message in waiting["messages"].as_array().unwrap() {
        assert_eq!(message["attempts"], 0, "{message}");
    }
}

#[test]
fn a_mail_server_that_is_away_keeps_no_text_waiting() {
    let (shop, _server) = mailing(Script::default());
    let nobody = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let words = "delivery set email --host 127.0.0.1 --security none --from cafe@example.com";
    shop.run(
        words
            .split(' ')
            .chain(["--port", &nobody.port().to_string()]),
    )
    .done();
    welcome(&shop, "Béla", "bela@example.com");
    let (port, told) = gateway(r#"{"ok":true}"#);
    let mut set_up = regulars_deliver::presets::telegram();
    set_up.url = format!("http://127.0.0.1:{port}/sendMessage");
    let file = shop.file("gateway.json", serde_json::to_vec(&set_up).unwrap());
    shop.run(["delivery", "set", "sms", "--file", file.to_str().unwrap()])
        .done();
    shop.say("delivery enable sms").done();
    shop.say("member add --consent-sms --name Cili --messenger 77")
        .done();
    shop.say("schedule run").done();
    let round = shop.say("outbox send").done();
    assert_eq!(
        (&round["put_off"], &round["sent"], &round["waiting"]),
        (&json!(1), &json!(1), &json!(2)),
        "{round}"
    );
    assert!(told.recv().unwrap().contains("77"));
    shop.verify();
}

#[test]
fn nothing_goes_out_at_night_while_paused_or_without_consent() {
    let (shop, server) = mailing(Script::default());
    let night = ["outbox", "send", "--now", "2026-11-21T20:30:00Z"];
    let round = shop.run(night).done();
    assert_eq!(round["ended"], "quiet");
    assert_eq!(round["until"], "2026-11-22T08:00:00.000Z");
    shop.say("outbox pause").done();
    assert_eq!(shop.say("outbox send").done()["ended"], "paused");
    shop.say("outbox resume").done();

    let window = Window::open(&shop.data_dir());
    let found = window.call("counter_search", json!({ "query": "anna", "limit": 5 }));
    let anna = found["hits"][0]["id"].clone();
    let withdrawn =
        json!({ "request_id": fresh(), "member_id": anna, "channel": "email", "granted": false });
    window.call("consent_set", withdrawn);
    assert_eq!(shop.say("outbox send").done()["ended"], "done");
    let list = shop.say("outbox list").done();
    assert_eq!(list["messages"][0]["code"], "no_consent");
    assert!(server.letters().is_empty());
    shop.verify();
}

fn account(server: &MailServer, username: &str) -> Value {
    json!({
        "host": "127.0.0.1", "port": server.port, "security": "none", "username": username,
        "from_name": "Café", "from_address": "cafe@example.com", "reply_to": null,
    })
}

/// A server that does not know the shop.
fn of_another_shop() -> Script {
    Script {
        login: Some(("cafe", "hunter2")),
        ..Script::always(At::Auth, Act::Say("535 5.7.8 Wrong password"))
    }
}

fn set_email(window: &Window, account: &Value) -> Value {
    let setup = json!({ "channel": "email", "enabled": true, "account": account });
    window.call(
        "delivery_set",
        json!({ "request_id": fresh(), "setup": setup }),
    )
}

#[test]
fn a_wrong_password_holds_e_mail_until_it_is_right() {
    let (shop, server) = mailing(of_another_shop());
    let window = Window::open(&shop.data_dir());
    assert_eq!(window.call("delivery_get", json!({}))["secrets"], "absent");
    let secret =
        |secret: &str| json!({ "request_id": fresh(), "channel": "email", "secret": secret });
    window.refuse("delivery_secret_set", secret("wrong"), "secrets_absent");
    let passphrase = |phrase: &str, create: bool| json!({ "request_id": fresh(), "passphrase": phrase, "create": create });
    window.call("delivery_unlock", passphrase("open sesame", true));
    set_email(&window, &account(&server, "cafe"));
    let state = window.call("delivery_secret_set", secret("hunter2"));
    assert_eq!(state["email"]["has_secret"], true);
    assert!(
        !state.to_string().contains("hunter2"),
        "it never travels back"
    );

    let tried = window.call("delivery_verify", json!({}));
    assert_eq!(
        (&tried["ok"], &tried["code"]),
        (&json!(false), &json!("smtp_auth"))
    );
    let round = window.job("outbox_send_now", json!({}))["result"].take();
    assert_eq!((&round["sent"], &round["failed"]), (&json!(0), &json!(0)));
    let counts = window.call("outbox_counts", json!({}));
    assert_eq!(
        (&counts["waiting"], &counts["held"][0]["code"]),
        (&json!(1), &json!("smtp_auth"))
    );

    // The app starts again: the file is locked until its passphrase is given.
    let window = Window::open(&shop.data_dir());
    assert_eq!(window.call("delivery_get", json!({}))["secrets"], "locked");
    window.refuse(
        "delivery_unlock",
        passphrase("sesame", false),
        "wrong_passphrase",
    );
    window.call("delivery_unlock", passphrase("open sesame", false));
    server.takes();
    window.pass(HOUR_MS / 10);
    let test = json!({ "request_id": fresh(), "channel": "email", "to": "owner@example.com" });
    for _ in 0..2 {
        assert_eq!(window.call("delivery_test", test.clone())["ok"], true);
    }
    window.pass(HOUR_MS / 10);
    let round = window.job("outbox_send_now", json!({}))["result"].take();
    assert_eq!(round["sent"], 1, "{round}");
    assert_eq!(server.letters().len(), 2);
    for file in ["regulars.db", "regulars.db-wal", "secrets.enc"] {
        let bytes = std::fs::read(shop.data_dir().join(file)).unwrap_or_default();
        let found = bytes.windows(7).any(|part| part == b"hunter2");
        assert!(!found, "the password lies open in {file}");
    }
}

#[test]
fn what_needs_no_password_works_with_a_wrong_passphrase() {
    let (shop, _server) = mailing(Script::default());
    let with = |passphrase: &str, words: &str, stdin: &str| {
        let mut command = cli::command(&shop.data_dir());
        command
            .env("REGULARS_PASSPHRASE", passphrase)
            .args(["--json", "--now", cli::NOW])
            .args(words.split(' '))
            .stdin(Stdio::from(
                std::fs::File::open(shop.file("stdin", stdin)).unwrap(),
            ));
        cli::finish(&mut command)
    };
    with("open sesame", "delivery secret email", "").refused("field_empty");
    with("open sesame", "delivery secret email", "a\nb\n").refused("field_malformed");
    let shown = with("open sesame", "delivery secret email", "hunter2\n").done();
    assert_eq!(shown["email"]["has_secret"], true);

    let off = with("sesame", "delivery disable email", "").done();
    assert_eq!(
        (&off["email"]["enabled"], &off["secrets"]),
        (&json!(false), &json!("locked"))
    );
    assert_eq!(with("sesame", "delivery show", "").done(), off);
    with("sesame", "outbox send", "").refused("wrong_passphrase");
}

#[test]
fn a_sender_without_the_passphrase_holds_up_none_that_has_it() {
    let shop = Shop::cafe();
    let server = MailServer::start(Script {
        login: Some(("cafe", "hunter2")),
        ..Script::default()
    });
    let knowing = |words: &str| {
        let mut command = cli::command(&shop.data_dir());
        command
            .env("REGULARS_PASSPHRASE", "open sesame")
            .args(["--json", "--now", cli::NOW])
            .args(words.split(' '))
            .stdin(Stdio::from(
                std::fs::File::open(shop.file("password", "hunter2\n")).unwrap(),
            ));
        cli::finish(&mut command).done()
    };
    let words = format!(
        "delivery set email --host 127.0.0.1 --port {} --security none --username cafe --from cafe@example.com",
        server.port
    );
    shop.say(&words).done();
    knowing("delivery secret email");
    shop.say("delivery enable email").done();
    welcome(&shop, "Anna Lee", "anna@example.com");
    shop.say("schedule run").done();
    for _ in 0..2 {
        let round = shop.say("outbox send").done();
        assert_eq!(
            (&round["sent"], &round["held"]),
            (&json!(0), &json!(["email"]))
        );
    }
    let round = knowing("outbox send");
    assert_eq!(
        (&round["sent"], &round["held"]),
        (&json!(1), &json!([])),
        "{round}"
    );
    assert_eq!(server.letters().len(), 1);
    shop.verify();
}

#[test]
fn a_password_is_never_shown_to_another_server_or_under_another_name() {
    let (shop, server) = mailing(of_another_shop());
    let window = Window::open(&shop.data_dir());
    let passphrase = |phrase: &str, create: bool| json!({ "request_id": fresh(), "passphrase": phrase, "create": create });
    let short = window.refuse(
        "delivery_unlock",
        passphrase("sesame7", true),
        "passphrase_short",
    );
    assert_eq!(short.field.as_deref(), Some("passphrase"));
    assert!(short.message.contains(" 8 ") && cli::is_for_people(&short.message));
    assert_eq!(window.call("delivery_get", json!({}))["secrets"], "absent");
    window.call("delivery_unlock", passphrase("open sesame", true));

    let mut account = account(&server, "cafe");
    let mut set = |field: &str, value: &str| {
        account[field] = json!(value);
        let setup = json!({ "channel": "email", "enabled": true, "account": account });
        window.call(
            "delivery_set",
            json!({ "request_id": fresh(), "setup": setup }),
        )
    };
    set("host", "127.0.0.1");
    for (field, value, forgets) in [
        ("host", "localhost", true),
        ("host", "LOCALHOST", false),
        ("from_name", "Corner Café", false),
        ("username", "owner", true),
    ] {
        let secret = json!({ "request_id": fresh(), "channel": "email", "secret": "hunter2" });
        window.call("delivery_secret_set", secret);
        let state = set(field, value);
        let said = if forgets { json!("email") } else { Value::Null };
        assert_eq!(state["forgotten"], said, "{state}");
        assert_eq!(state["email"]["has_secret"], !forgets);
    }
    let tried = window.call("delivery_verify", json!({}));
    assert_eq!(tried["ok"], false, "{tried}");

    // A set-up that is refused leaves the password where it is.
    let secret = json!({ "request_id": fresh(), "channel": "email", "secret": "hunter2" });
    window.call("delivery_secret_set", secret);
    let mut endless = account.clone();
    endless["username"] = json!("x".repeat(40_000));
    let setup = json!({ "channel": "email", "enabled": true, "account": endless });
    let request = json!({ "request_id": fresh(), "setup": setup });
    window.refuse("delivery_set", request, "text_too_long");
    let state = window.call("delivery_get", json!({}));
    assert_eq!(
        (
            &state["email"]["has_secret"],
            &state["email"]["account"]["username"]
        ),
        (&json!(true), &json!("owner"))
    );

    // Behind a passphrase it cannot be forgotten, so nothing changes.
    let secret = json!({ "request_id": fresh(), "channel": "email", "secret": "hunter2" });
    window.call("delivery_secret_set", secret);
    let words = "delivery set email --host localhost --security none --from cafe@example.com";
    shop.say(words).refused("secrets_locked");
    let shown = shop.say("delivery show").done();
    assert_eq!(shown["email"]["account"]["username"], "owner");
}

#[test]
fn a_round_says_which_channel_is_held() {
    let (shop, server) = mailing(Script::default());
    let port = server.port.to_string();
    let words = "delivery set email --host 127.0.0.1 --security none --from cafe@example.com --username cafe";
    shop.run(words.split(' ').chain(["--port", &port])).done();
    let tried = shop.say("delivery verify").document(1);
    assert_eq!(tried["code"], "secret_missing", "{tried}");
    let round = shop.say("outbox send").done();
    assert_eq!(
        (&round["sent"], &round["waiting"], &round["held"]),
        (&json!(0), &json!(1), &json!(["email"]))
    );
    let mut plain = cli::command(&shop.data_dir());
    let output = plain
        .args(["--now", cli::NOW, "outbox", "send"])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("Waiting: 1") && said.contains("held back"),
        "{said}"
    );
    assert!(server.letters().is_empty());
}

#[test]
fn a_set_up_that_cannot_work_is_refused_by_field_and_changes_nothing() {
    let (shop, server) = mailing(Script::default());
    let window = Window::open(&shop.data_dir());
    let before = window.call("delivery_get", json!({}));
    let mut wrong = account(&server, "");
    wrong["host"] = json!("mail.example.com");
    wrong["from_address"] = json!("nobody");
    let setup = json!({ "channel": "email", "enabled": true, "account": wrong });
    let request = json!({ "request_id": fresh(), "setup": setup });
    let error = window.refuse("delivery_set", request, "field_unprotected");
    assert_eq!(error.field.as_deref(), Some("security"));
    let fields = error.details["fields"].as_object().unwrap();
    assert!(fields.contains_key("from_address"), "{fields:?}");
    let sms = json!({ "channel": "sms", "enabled": true, "gateway": null });
    let request = json!({ "request_id": fresh(), "setup": sms });
    window.refuse("delivery_set", request, "delivery_not_set_up");
    assert_eq!(window.call("delivery_get", json!({})), before);
}

/// A gateway on this PC: what it was asked, request by request.
fn gateway(answer: &'static str) -> (u16, mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let mut asked = Vec::new();
            let mut part = [0; 4096];
            // The body is JSON and ends with its brace.
            while !asked.ends_with(b"}") {
                let read = stream.read(&mut part).unwrap_or(0);
                if read == 0 {
                    break;
                }
                asked.extend(&part[..read]);
            }
            let _ = tell.send(String::from_utf8_lossy(&asked).into_owned());
            let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n", answer.len());
            let _ = write!(
                stream,
                "{head}Content-Type: application/json\r\nConnection: close\r\n\r\n{answer}"
            );
        }
    });
    (port, told)
}

#[test]
fn a_text_goes_through_the_gateway_to_whatever_it_knows_guests_by() {
    let shop = Shop::cafe();
    let (port, told) = gateway(r#"{"ok":true,"result":{"message_id":4711}}"#);
    let mut set_up = regulars_deliver::presets::telegram();
    set_up.url = format!("http://127.0.0.1:{port}/bot{{secret}}/sendMessage");
    let file = shop.file("gateway.json", serde_json::to_vec(&set_up).unwrap());
    shop.run(["delivery", "set", "sms", "--file", file.to_str().unwrap()])
        .done();
    shop.say("delivery enable sms").done();
    let tried = shop.say("delivery test sms 77").document(1);
    assert_eq!(tried["code"], "secret_missing", "{tried}");
    assert!(told.try_recv().is_err(), "nothing is asked without the key");
    let mut secret = cli::command(&shop.data_dir());
    secret
        .env("REGULARS_PASSPHRASE", "open sesame")
        .args(["--json", "--now", cli::NOW, "delivery", "secret", "sms"])
        .stdin(Stdio::from(
            std::fs::File::open(shop.file("key", "123:abc\n")).unwrap(),
        ));
    let shown = cli::finish(&mut secret).done();
    assert_eq!(shown["sms"]["has_secret"], true, "{shown}");

    for (name, chat) in [("Anna Lee", "77"), ("Béla", "")] {
        let words = [
            "member",
            "add",
            "--consent-sms",
            "--name",
            name,
            "--messenger",
            chat,
        ];
        shop.run(words).done();
    }
    shop.say("schedule run").done();
    let mut send = cli::command(&shop.data_dir());
    send.env("REGULARS_PASSPHRASE", "open sesame").args([
        "--json",
        "--now",
        cli::NOW,
        "outbox",
        "send",
    ]);
    let round = cli::finish(&mut send).done();
    assert_eq!(round["sent"], 1, "{round}");
    let asked = told.recv().unwrap();
    assert!(
        asked.starts_with("POST /bot123:abc/sendMessage "),
        "{asked}"
    );
    assert!(
        asked.contains(r#""chat_id": "77""#) || asked.contains(r#""chat_id":"77""#),
        "{asked}"
    );
    let list = shop.say("outbox list").done();
    assert_eq!(list["messages"][0]["remote_id"], "4711");
    assert!(told.try_recv().is_err(), "once");
    shop.verify();
}

#[test]
fn a_test_that_may_have_arrived_is_not_called_unsent() {
    let shop = Shop::cafe();
    let (port, told) = gateway("what?");
    let mut set_up = regulars_deliver::presets::telegram();
    set_up.url = format!("http://127.0.0.1:{port}/sendMessage");
    set_up.headers.clear();
    let window = Window::open(&shop.data_dir());
    let setup = json!({ "channel": "sms", "enabled": true, "gateway": set_up });
    window.call(
        "delivery_set",
        json!({ "request_id": fresh(), "setup": setup }),
    );
    let test = json!({ "request_id": fresh(), "channel": "sms", "to": "77" });
    let tried = window.call("delivery_test", test);
    assert_eq!(tried["ok"], false, "{tried}");
    told.recv().unwrap();
    let list = window.call("outbox_list", json!({}));
    let line = &list["lines"][0];
    assert_eq!(
        (&line["message"]["status"], &line["in_doubt"]),
        (&json!("failed"), &json!(true))
    );
}

#[test]
fn a_round_beside_a_test_leaves_the_test_its_outcome() {
    let (shop, server) = mailing(Script::always(At::End, Act::Wait));
    shop.say("outbox pause").done();
    let window = Window::open(&shop.data_dir());
    let test = json!({ "request_id": fresh(), "channel": "email", "to": "owner@example.com" });
    let tried = std::thread::scope(|scope| {
        let testing = scope.spawn(|| window.call("delivery_test", test.clone()));
        server.wait_for(1);
        shop.say("outbox send").done();
        server.takes();
        testing.join().unwrap()
    });
    assert_eq!(tried["ok"], true, "{tried}");
    let line = window.call("outbox_list", json!({ "status": "sent" }))["lines"][0].take();
    assert_eq!(
        (&line["to"], &line["said"], &line["in_doubt"]),
        (&json!("owner@example.com"), &json!(""), &json!(false)),
        "{line}"
    );
    assert_eq!(window.call("delivery_test", test), tried);
    assert_eq!(server.letters().len(), 1);
    shop.verify();
}

#[test]
fn the_app_plans_and_sends_without_a_click() {
    let shop = Shop::cafe();
    let server = MailServer::start(Script::default());
    set_up(&shop, &server);
    let window = Window::open(&shop.data_dir());
    let _ = window.app.tick();
    welcome(&shop, "Anna Lee", "anna@example.com");
    window.pass(24 * HOUR_MS);
    let wait = window.app.tick();
    assert!(wait.as_secs() <= 60, "{wait:?}");
    assert_eq!(server.letters().len(), 1, "planned and sent on the new day");
    let _ = window.app.tick();
    assert_eq!(server.letters().len(), 1);
}

#[test]
fn a_notification_that_cannot_be_noted_keeps_no_letter_back() {
    let (shop, server) = mailing(Script::default());
    // Something stands where the settings of this PC are written.
    std::fs::create_dir_all(shop.data_dir().join("settings.json/in the way")).unwrap();
    let window = Window::open(&shop.data_dir());
    let _ = window.app.tick();
    assert_eq!(server.letters().len(), 1);
}

#[test]
fn a_message_is_handed_to_another_program_with_its_text() {
    let shop = Shop::cafe();
    let added = shop.run([
        "member",
        "add",
        "--name",
        "Anna Lee",
        "--phone",
        "+36305550142",
        "--email",
        "anna@example.com",
        "--consent-email",
    ]);
    added.done();
    let touch = shop.say("schedule run").done()["planned"][0]["id"].clone();
    let window = Window::open(&shop.data_dir());
    let links = window.call("handoff_links", json!({ "touch_id": touch }))["links"].take();
    let urls: Vec<&str> = links
        .as_array()
        .unwrap()
        .iter()
        .map(|link| link["url"].as_str().unwrap())
        .collect();
    for (url, start) in urls.iter().zip([
        "mailto:anna@example.com?subject=",
        "https://wa.me/36305550142?text=",
        "sms:+36305550142?body=",
        "tel:+36305550142",
    ]) {
        assert!(url.starts_with(start), "{url}");
        assert!(!url.contains([' ', '\n', '"']), "{url}");
    }
    assert_eq!(urls.len(), 4);
    window.call(
        "handoff_open",
        json!({ "touch_id": touch, "kind": "whatsapp" }),
    );
    let opened = window.host.opened.lock().unwrap().clone();
    assert_eq!(opened, [std::path::PathBuf::from(urls[1])]);
}

#[test]
fn who_agrees_at_the_counter_is_greeted_the_same_day_and_undoing_no_more_brings_it_back() {
    let (shop, server) = mailing(Script::default());
    let window = Window::open(&shop.data_dir());
    let draft = json!({ "name": "Béla Kiss", "email": "bela@example.com" });
    let enrolled = window.call(
        "member_enrol",
        json!({ "request_id": fresh(), "draft": draft }),
    );
    let bela = enrolled["glance"]["member"]["id"].clone();
    window.call(
        "outbox_pause",
        json!({ "request_id": fresh(), "paused": true }),
    );
    let _ = window.app.tick();
    let waiting = || window.call("outbox_counts", json!({}))["waiting"].clone();
    assert_eq!(waiting(), 1, "Anna's alone");
    let consent =
        json!({ "request_id": fresh(), "member_id": bela, "channel": "email", "granted": true });
    window.call("consent_set", consent);
    let _ = window.app.tick();
    assert_eq!(waiting(), 2);

    let no_more = json!({ "request_id": fresh(), "member_id": bela, "channels": ["email", "sms"] });
    let done = window.call("no_more", no_more);
    assert_eq!((&done["closed"], waiting()), (&json!(1), json!(1)));
    let undo = json!({ "request_id": fresh(), "change_ids": done["change_ids"] });
    for _ in 0..2 {
        let undone = window.call("no_more_undo", undo.clone());
        assert_eq!(undone, json!({ "planned": 1, "stayed": 0 }));
    }
    assert_eq!(waiting(), 2);
    window.call(
        "outbox_pause",
        json!({ "request_id": fresh(), "paused": false }),
    );
    let round = window.job("outbox_send_now", json!({}))["result"].take();
    assert_eq!((&round["sent"], &round["waits"]), (&json!(2), &Value::Null));
    assert_eq!(server.letters().len(), 2);
    shop.verify();
}
