use std::time::Duration;

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use proptest::prelude::*;
use regulars_deliver::{
    AnswerRule, Body, Expected, Failure,
    FailureKind::{self, Limit, Permanent, Setup, Transient, Unreachable, Unsure},
    Fault, Gateway, GatewayMessage, Method, Outcome, Recipient, Secret, SuccessRule, presets,
    send_gateway,
};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    failed,
    http_server::{HttpServer, Reply},
    impatient, wire,
};

const KEY: &str = "123456:AA-key/with+signs & more";

fn secret() -> Secret {
    Secret::new(KEY)
}

fn message() -> GatewayMessage {
    GatewayMessage {
        id: Uuid::from_u128(7),
        phone: "+36301234567".to_owned(),
        messenger_id: "987".to_owned(),
        text: "Анна, \"кофе\" & торт\nждут: 100% {phone}".to_owned(),
    }
}

/// A preset that talks to a server here.
fn at(server: &HttpServer, preset: Gateway) -> Gateway {
    let path = preset.url.splitn(4, '/').nth(3).expect("a path").to_owned();
    Gateway {
        url: format!("{}/{path}", server.url),
        account: "AC1".to_owned(),
        sender: "Kávézó".to_owned(),
        ..preset
    }
}

fn own(server: &HttpServer) -> Gateway {
    at(server, presets::telegram())
}

fn send(gateway: &Gateway) -> Outcome {
    send_gateway(gateway, &secret(), &message(), &wire())
}

fn sent(id: Option<&str>) -> Outcome {
    Outcome::Sent {
        remote_id: id.map(str::to_owned),
    }
}

fn fields(form: &str) -> Vec<(String, String)> {
    let decoded = |text: &str| {
        let spaced = text.replace('+', " ");
        let bytes = percent_encoding::percent_decode_str(&spaced);
        bytes.decode_utf8().expect("UTF-8").into_owned()
    };
    form.split('&')
        .map(|pair| pair.split_once('=').expect("a pair"))
        .map(|(name, value)| (decoded(name), decoded(value)))
        .collect()
}

fn field(form: &str, name: &str) -> String {
    let found = fields(form).into_iter().find(|(other, _)| other == name);
    found.unwrap_or_else(|| panic!("{name} in {form}")).1
}

#[test]
fn every_preset_is_ready_once_the_owner_filled_it_in() {
    for mut preset in presets::all() {
        preset.account = "AC1".to_owned();
        preset.sender = "Cafe".to_owned();
        assert_eq!(preset.check(), [], "{}", preset.preset);
        assert!(preset.url.starts_with("https://"));
        let json = serde_json::to_string(&preset).expect("JSON");
        let back: Gateway = serde_json::from_str(&json).expect("the same");
        assert_eq!(back, preset);
    }
    let empty: Vec<_> = presets::twilio()
        .check()
        .into_iter()
        .map(|error| (error.field, error.fault))
        .collect();
    assert_eq!(
        empty,
        [
            ("account".to_owned(), Fault::Empty),
            ("sender".to_owned(), Fault::Empty)
        ]
    );
}

#[test]
fn telegram_gets_the_text_as_json() {
    let server = HttpServer::json(200, r#"{"ok": true, "result": {"message_id": 42}}"#);
    assert_eq!(send(&own(&server)), sent(Some("42")));

    let asked = &server.asked()[0];
    assert_eq!(
        asked.line,
        "POST /bot123456:AA-key%2Fwith%2Bsigns%20%26%20more/sendMessage HTTP/1.1"
    );
    let body: Value = serde_json::from_str(&asked.body).expect("JSON");
    assert_eq!(body["chat_id"], "987");
    assert_eq!(body["text"], message().text);
    let json = |header: &String| header.eq_ignore_ascii_case("content-type: application/json");
    assert!(asked.headers.iter().any(json), "{:?}", asked.headers);
}

#[test]
fn twilio_gets_a_form_and_basic_authentication() {
    let server = HttpServer::json(201, r#"{"sid": "SM1", "status": "queued", "code": null}"#);
    assert_eq!(send(&at(&server, presets::twilio())), sent(Some("SM1")));

    let asked = &server.asked()[0];
    assert_eq!(
        asked.line,
        "POST /2010-04-01/Accounts/AC1/Messages.json HTTP/1.1"
    );
    let login = format!("Basic {}", BASE64.encode(format!("AC1:{KEY}")));
    let header = |header: &String| {
        header.split_once(": ").is_some_and(|(name, value)| {
            name.eq_ignore_ascii_case("authorization") && value == login
        })
    };
    assert!(asked.headers.iter().any(header), "{:?}", asked.headers);
    assert_eq!(field(&asked.body, "To"), "+36301234567");
    assert_eq!(field(&asked.body, "From"), "Kávézó");
    assert_eq!(field(&asked.body, "Body"), message().text);
}

#[test]
fn seeme_gets_everything_in_the_address() {
    let server = HttpServer::json(200, r#"{"result": "OK", "price": 14, "code": 0}"#);
    assert_eq!(send(&at(&server, presets::seeme())), sent(None));
    let line = &server.asked()[0].line;
    let query = line
        .strip_prefix("GET /gateway?")
        .and_then(|rest| rest.strip_suffix(" HTTP/1.1"))
        .unwrap_or_else(|| panic!("{line}"));
    assert_eq!(field(query, "key"), KEY);
    assert_eq!(field(query, "number"), "36301234567");
    assert_eq!(field(query, "message"), message().text);
    assert_eq!(field(query, "reference"), message().id.to_string());
}

#[test]
fn sms_ru_answers_for_the_number() {
    let taken = r#"{"status": "OK", "status_code": 100,
        "sms": {"36301234567": {"status": "OK", "status_code": 100, "sms_id": "000-1"}}}"#;
    let server = HttpServer::json(200, taken);
    assert_eq!(send(&at(&server, presets::sms_ru())), sent(Some("000-1")));
    assert_eq!(field(&server.asked()[0].body, "api_id"), KEY);

    let refused = r#"{"status": "OK", "status_code": 100, "sms": {"36301234567":
        {"status": "ERROR", "status_code": 207, "status_text": "Нельзя"}}}"#;
    let silent = r#"{"status": "OK", "status_code": 100}"#;
    let poor = r#"{"status": "ERROR", "status_code": 201, "status_text": "Не хватает средств"}"#;
    let full = r#"{"status": "ERROR", "status_code": 206, "status_text": "Дневной лимит"}"#;
    // About this number alone: others may be written to.
    let enough = r#"{"status": "OK", "status_code": 100, "sms": {"36301234567":
        {"status": "ERROR", "status_code": 230, "status_text": "Лимит на этот номер"}}}"#;
    for (answer, kind, code) in [
        (refused, Permanent, "gateway_refused"),
        (poor, Setup, "gateway_setup"),
        (silent, Unsure, "gateway_answer"),
        (full, Limit, "gateway_limit"),
        (enough, Transient, "gateway_busy"),
    ] {
        let server = HttpServer::json(200, answer);
        failed(send(&at(&server, presets::sms_ru())), kind, code);
    }
}

/// Sends through Telegram's preset to a server that answers so.
fn told(status: u16, headers: &'static str, body: &str) -> Failure {
    let server = HttpServer::start(Reply::Answer(status, headers, body.to_owned()));
    match send(&own(&server)) {
        Outcome::Failed(failure) => failure,
        outcome => panic!("{outcome:?}"),
    }
}

#[test]
fn a_refusal_says_whose_turn_it_is() {
    let blocked = r#"{"ok": false, "error_code": 403, "description": "bot was blocked"}"#;
    let token = r#"{"ok": false, "error_code": 401, "description": "Unauthorized"}"#;
    let refused = r#"{"ok": false, "description": "no"}"#;
    let cases: [(u16, &str, FailureKind, &str); 16] = [
        (403, blocked, Permanent, "gateway_refused"),
        (401, token, Setup, "gateway_setup"),
        (200, refused, Permanent, "gateway_refused"),
        (200, "{}", Unsure, "gateway_answer"),
        (
            200,
            "<html>Welcome to the hotel</html>",
            Unsure,
            "gateway_answer",
        ),
        (400, "", Permanent, "gateway_refused"),
        (401, "", Setup, "gateway_auth"),
        (402, "", Setup, "gateway_balance"),
        (403, "", Setup, "gateway_auth"),
        (404, "", Setup, "gateway_address"),
        (429, "", Limit, "gateway_limit"),
        (500, "", Unsure, "gateway_error"),
        (502, "", Unsure, "gateway_error"),
        (503, "", Transient, "gateway_busy"),
        (504, "", Unsure, "gateway_error"),
        (302, "", Setup, "gateway_redirect"),
    ];
    for (status, body, kind, code) in cases {
        let failure = told(status, "", body);
        assert_eq!(
            (failure.kind, failure.code),
            (kind, code),
            "{status} {body}"
        );
        assert!(failure.detail.starts_with(&status.to_string()));
    }
    assert_eq!(told(403, "", blocked).detail, "403 bot was blocked");
}

#[test]
fn waits_as_long_as_the_provider_asks() {
    let header = told(429, "Retry-After: 17\r\n", "");
    assert_eq!(header.retry_after, Some(Duration::from_secs(17)));
    let busy = told(503, "Retry-After: 99999999\r\n", "");
    assert_eq!(busy.retry_after, Some(Duration::from_secs(24 * 60 * 60)));
    let date = "Date: Sun, 01 Mar 2026 09:00:00 GMT\r\n\
                Retry-After: Sun, 01 Mar 2026 09:01:30 GMT\r\n";
    let dated = told(503, date, "");
    assert_eq!(dated.retry_after, Some(Duration::from_secs(90)));
    let body = r#"{"ok": false, "error_code": 429, "description": "Too Many Requests",
        "parameters": {"retry_after": 34}}"#;
    let telegram = told(429, "Retry-After: 17\r\n", body);
    assert_eq!(
        (telegram.kind, telegram.retry_after),
        (Limit, Some(Duration::from_secs(34)))
    );
}

#[test]
fn a_redirect_does_not_carry_the_secret_away() {
    let elsewhere = HttpServer::json(200, r#"{"ok": true}"#);
    for status in [301, 302, 307, 308] {
        let headers = format!("Location: {}/x\r\n", elsewhere.url).leak();
        let failure = told(status, headers, "");
        assert_eq!((failure.kind, failure.code), (Setup, "gateway_redirect"));
    }
    assert!(elsewhere.asked().is_empty());
}

#[test]
fn a_request_without_an_answer_may_have_been_sent() {
    let server = HttpServer::start(Reply::Drop);
    failed(send(&own(&server)), Unsure, "gateway_no_answer");
    let server = HttpServer::start(Reply::Hang);
    let outcome = send_gateway(&own(&server), &secret(), &message(), &impatient());
    failed(outcome, Unsure, "timeout");
    let server = HttpServer::start(Reply::Half);
    failed(send(&own(&server)), Unsure, "gateway_answer");
    assert_eq!(server.asked().len(), 1, "asked once, not again");
    // Where the status alone decides, it has decided.
    let by_status = Gateway {
        success: SuccessRule::default(),
        ..own(&server)
    };
    assert_eq!(send(&by_status), sent(None));
}

#[test]
fn a_server_that_is_not_there_was_told_nothing() {
    let mut gateway = own(&HttpServer::json(200, ""));
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.local_addr().expect("an address").port()
    };
    gateway.url = format!("http://127.0.0.1:{port}/");
    failed(send(&gateway), Unreachable, "connect");
}

#[test]
fn a_connection_that_breaks_before_it_is_protected_carried_nothing() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    // Takes connections and drops them in the middle of the handshake.
    std::thread::spawn(move || listener.incoming().for_each(drop));
    let mut gateway = presets::telegram();
    gateway.url = format!("https://localhost:{port}/bot{{secret}}");
    failed(send(&gateway), Unreachable, "connect");
}

#[test]
fn only_a_trusted_certificate_will_do() {
    use regulars_tests::tls::{self, SelfSigned};
    use std::io::{Read, Write};

    let own_certificate = SelfSigned::for_host("localhost");
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let config = own_certificate.config.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let mut stream = tls::wrap(stream, &config);
            let mut some = [0; 4096];
            if stream.read(&mut some).is_ok() {
                let said = "HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{\"ok\": true}";
                let _ = stream.write_all(said.as_bytes());
                let _ = stream.flush();
            }
        }
    });
    let mut gateway = presets::telegram();
    gateway.url = format!("https://localhost:{port}/bot{{secret}}");
    failed(send(&gateway), Setup, "tls");
    let mut wire = wire();
    wire.trusted = vec![own_certificate.der.clone()];
    let outcome = send_gateway(&gateway, &secret(), &message(), &wire);
    assert_eq!(outcome, sent(None));
}

#[test]
fn an_endless_answer_is_cut_off() {
    let long = format!("{{\"description\": \"{}\"}}", "a".repeat(8 * 1024 * 1024));
    let failure = told(400, "", &long);
    assert_eq!(failure.kind, Permanent);
    assert_eq!(failure.detail.chars().count(), 300);
}

#[test]
fn an_echoed_secret_is_not_shown() {
    let server = HttpServer::start(Reply::Echo(400));
    for preset in presets::all() {
        let gateway = at(&server, preset);
        let outcome = send(&gateway);
        let failure = failed(outcome, Permanent, "gateway_refused");
        for part in ["AA-key", &BASE64.encode(format!("AC1:{KEY}"))] {
            assert!(!failure.detail.contains(part), "{}", failure.detail);
        }
    }
    assert!(!format!("{:?}", secret()).contains("AA-key"));
}

#[test]
fn a_key_with_a_line_end_makes_no_header_of_its_own() {
    let server = HttpServer::json(200, "");
    let mut gateway = plain();
    gateway.url = format!("{}/", server.url);
    gateway.headers = vec![("Authorization".to_owned(), "Bearer {secret}".to_owned())];
    let pasted = Secret::new("key\r\nX-Other: 1");
    let outcome = send_gateway(&gateway, &pasted, &message(), &wire());
    failed(outcome, Setup, "settings");
    assert!(server.asked().is_empty());
}

#[test]
fn a_guest_without_a_number_is_not_a_fault_of_the_set_up() {
    let server = HttpServer::json(200, "");
    for phone in ["", "36301234567", "+36 30 123", "+3630123456789012"] {
        let mut message = message();
        message.phone = phone.to_owned();
        message.messenger_id = String::new();
        for preset in [presets::seeme(), presets::telegram()] {
            let outcome = send_gateway(&at(&server, preset), &secret(), &message, &wire());
            failed(outcome, Permanent, "bad_address");
        }
    }
    assert!(server.asked().is_empty());
}

fn plain() -> Gateway {
    Gateway {
        preset: String::new(),
        url: "https://sms.example/send".to_owned(),
        method: Method::Post,
        headers: Vec::new(),
        body: Body::None,
        account: String::new(),
        sender: String::new(),
        recipient: Recipient::Phone,
        success: SuccessRule::default(),
        id_pointer: None,
        answers: AnswerRule::default(),
    }
}

#[test]
fn a_set_up_tells_which_field_is_wrong() {
    let url = |url: &str| Gateway {
        url: url.to_owned(),
        ..plain()
    };
    let header = |name: &str, value: &str| Gateway {
        headers: vec![(name.to_owned(), value.to_owned())],
        ..plain()
    };
    let json = |template: &str| Gateway {
        body: Body::Json {
            template: template.to_owned(),
        },
        ..plain()
    };
    let unknown = |name: &str| Fault::UnknownPlaceholder {
        name: name.to_owned(),
    };
    let form = Gateway {
        body: Body::Form {
            pairs: vec![("to".to_owned(), "{fone}".to_owned())],
        },
        ..plain()
    };
    let pointer = Gateway {
        id_pointer: Some("id".to_owned()),
        ..plain()
    };
    let secret_pointer = Gateway {
        success: SuccessRule {
            answer: Some(Expected {
                pointer: "/{secret}".to_owned(),
                equals: None,
            }),
            ..SuccessRule::default()
        },
        ..plain()
    };
    let bodiless = Gateway {
        method: Method::Get,
        ..json("{}")
    };
    assert_eq!(plain().check(), []);
    assert_eq!(url("http://localhost:8080/x").check(), []);
    for (gateway, field, fault) in [
        (url(""), "url", Fault::Empty),
        (url("sms.example"), "url", Fault::Malformed),
        (url("ftp://sms.example"), "url", Fault::Malformed),
        (url("https://me:pass@sms.example/"), "url", Fault::Malformed),
        (url("http://sms.example/"), "url", Fault::Unprotected),
        (
            url("http://localhost.evil.example/"),
            "url",
            Fault::Unprotected,
        ),
        (url("https://{text}.example/"), "url", unknown("text")),
        (url("https://sms.example/{tekst}"), "url", unknown("tekst")),
        (header("X Y", "1"), "headers.0", Fault::Malformed),
        (
            header("Host", "other.example"),
            "headers.0",
            Fault::Malformed,
        ),
        (header("X-A", "a\r\nX-B: c"), "headers.0", Fault::Malformed),
        (header("X-A", "{text}"), "headers.0", unknown("text")),
        (header("X-A", "{key}"), "headers.0", unknown("key")),
        (
            json("{\"a\":\n {text}}"),
            "body",
            Fault::Json { line: 2, column: 3 },
        ),
        (
            json("[{\"a\": [\"{mesage}\"]}]"),
            "body.template",
            unknown("mesage"),
        ),
        (form, "body.pairs.0", unknown("fone")),
        (pointer, "id_pointer", Fault::Malformed),
        (secret_pointer, "success.answer.pointer", unknown("secret")),
        (bodiless, "body", Fault::Malformed),
    ] {
        let errors = gateway.check();
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert_eq!(
            (errors[0].field.as_str(), &errors[0].fault),
            (field, &fault)
        );
        let outcome = send(&gateway);
        assert!(
            matches!(&outcome, Outcome::Failed(failure) if failure.kind == Setup),
            "{outcome:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever a text holds, the provider reads that text and no other field.
    #[test]
    fn any_text_arrives_as_it_was_written(text in any::<String>(), sender in "[^\\p{C}]{1,20}") {
        let server = HttpServer::json(200, "");
        let mut message = message();
        message.text.clone_from(&text);
        let mut gateway = plain();
        gateway.sender.clone_from(&sender);
        gateway.url = format!("{}/?q={{text}}&s={{sender}}", server.url);

        gateway.body = Body::Json {
            template: r#"{"text": "{text}", "more": [{"from": "<{sender}>"}]}"#.to_owned(),
        };
        prop_assert_eq!(send_gateway(&gateway, &secret(), &message, &wire()), sent(None));
        gateway.body = Body::Form {
            pairs: vec![
                ("text".to_owned(), "{text}".to_owned()),
                ("from".to_owned(), "a&b={sender}".to_owned()),
            ],
        };
        prop_assert_eq!(send_gateway(&gateway, &secret(), &message, &wire()), sent(None));

        let asked = server.asked();
        let json: Value = serde_json::from_str(&asked[0].body).expect("JSON");
        prop_assert_eq!(json, serde_json::json!({
            "text": text, "more": [{"from": format!("<{sender}>")}],
        }));
        let form = fields(&asked[1].body);
        prop_assert_eq!(form, [
            ("text".to_owned(), text.clone()),
            ("from".to_owned(), format!("a&b={sender}")),
        ]);
        let line = asked[0].line.strip_prefix("POST /?").expect("the path");
        let query = line.strip_suffix(" HTTP/1.1").expect("the version");
        let fields = fields(query);
        prop_assert_eq!(fields, [("q".to_owned(), text), ("s".to_owned(), sender)]);
    }
}
