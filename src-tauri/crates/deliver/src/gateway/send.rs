use std::{io::Read, time::Duration};

use chrono::DateTime;
use ureq::{
    Error, RequestBuilder, Timeout,
    http::{HeaderMap, Response},
    typestate::{WithBody, WithoutBody},
};

use super::{
    Body, Gateway, GatewayMessage, Method, Recipient,
    agent::Connected,
    judge::{Answer, judge},
    template::Values,
};
use crate::{
    Failure, Fault, Outcome, Secret, Wire,
    outcome::{forms_of, redacted},
};

/// An answer is read up to here: a provider says little, and no server fills the memory.
const ANSWER_BYTES: u64 = 64 * 1024;

/// Hands one text to the provider.
#[must_use]
pub fn send_gateway(
    gateway: &Gateway,
    secret: &Secret,
    message: &GatewayMessage,
    wire: &Wire,
) -> Outcome {
    let hidden = forms_of(secret, &gateway.account);
    let values = Values::new(gateway, secret, message);
    let sent = allow(gateway, message)
        .and_then(|()| ask(gateway, &values, wire))
        .and_then(|answer| judge(gateway, &values, &answer));
    match sent {
        Ok(id) => Outcome::Sent {
            remote_id: id.map(|id| redacted(&id, &hidden)),
        },
        Err(failure) => Outcome::Failed(failure.tidied(&hidden)),
    }
}

fn allow(gateway: &Gateway, message: &GatewayMessage) -> Result<(), Failure> {
    let errors = gateway.check();
    if errors.iter().any(|error| error.fault == Fault::Unprotected) {
        return Err(Failure::setup("unprotected", "the address is not https"));
    }
    if let Some(error) = errors.first() {
        return Err(Failure::setup("settings", error.to_string()));
    }
    let known = match gateway.recipient {
        Recipient::Phone => is_phone(&message.phone),
        Recipient::Messenger => !message.messenger_id.is_empty(),
    };
    if known {
        Ok(())
    } else {
        Err(Failure::permanent("bad_address", ""))
    }
}

/// E.164: a plus and up to fifteen digits.
fn is_phone(phone: &str) -> bool {
    phone.strip_prefix('+').is_some_and(|digits| {
        (7..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn ask(gateway: &Gateway, values: &Values<'_>, wire: &Wire) -> Result<Answer, Failure> {
    let url = values.escaped(&gateway.url);
    let connected = Connected::default();
    let agent = super::agent::agent(&url, wire, &connected);
    let answer = match gateway.method {
        Method::Get => with_headers(agent.get(&url), gateway, values).call(),
        Method::Post => post(
            with_headers(agent.post(&url), gateway, values),
            gateway,
            values,
        ),
    };
    answer.map(read).map_err(|error| {
        if connected.get() {
            unanswered(&error)
        } else {
            unreached(&error)
        }
    })
}

fn post(
    request: RequestBuilder<WithBody>,
    gateway: &Gateway,
    values: &Values<'_>,
) -> Result<Response<ureq::Body>, Error> {
    match &gateway.body {
        Body::None => request.send_empty(),
        Body::Json { template } => {
            let template = serde_json::from_str(template).unwrap_or_default();
            request
                .content_type("application/json")
                .send(values.json(template).to_string())
        }
        Body::Form { pairs } => request
            .content_type("application/x-www-form-urlencoded")
            .send(form(pairs, values)),
    }
}

fn form(pairs: &[(String, String)], values: &Values<'_>) -> String {
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| {
            // The template's own text is as literal as the value in it.
            let value = super::url_escaped(&values.plain(value));
            format!("{}={value}", super::url_escaped(name))
        })
        .collect();
    pairs.join("&")
}

/// [`WithBody`] and [`WithoutBody`] alike.
trait Headers: Sized {
    fn with(self, name: &str, value: String) -> Self;
}

impl Headers for RequestBuilder<WithBody> {
    fn with(self, name: &str, value: String) -> Self {
        self.header(name, value)
    }
}

impl Headers for RequestBuilder<WithoutBody> {
    fn with(self, name: &str, value: String) -> Self {
        self.header(name, value)
    }
}

fn with_headers<R: Headers>(request: R, gateway: &Gateway, values: &Values<'_>) -> R {
    gateway
        .headers
        .iter()
        .fold(request, |request, (name, value)| {
            request.with(name, values.plain(value))
        })
}

fn read(mut response: Response<ureq::Body>) -> Answer {
    let status = response.status().as_u16();
    let wait = wait(response.headers());
    let mut bytes = Vec::new();
    let mut body = response.body_mut().as_reader().take(ANSWER_BYTES);
    let whole = body.read_to_end(&mut bytes).is_ok();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Answer {
        status,
        wait,
        // A success that is cut off is still told by its status.
        json: whole.then(|| serde_json::from_str(&text).ok()).flatten(),
        text,
    }
}

/// Seconds, or a date: that is measured by the server's own clock, not by this PC's.
fn wait(headers: &HeaderMap) -> Option<Duration> {
    let text = |name: &str| Some(headers.get(name)?.to_str().ok()?.trim());
    let said = text("retry-after")?;
    if let Ok(seconds) = said.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = DateTime::parse_from_rfc2822(said).ok()?;
    let now = DateTime::parse_from_rfc2822(text("date")?).ok()?;
    (until - now).to_std().ok()
}

/// No answer came, though the server was there: it may have read the request.
fn unanswered(error: &Error) -> Failure {
    let code = match error {
        Error::Timeout(_) => "timeout",
        _ => "gateway_no_answer",
    };
    Failure::unsure(code, error.to_string())
}

/// There was no connection, so nothing was said.
fn unreached(error: &Error) -> Failure {
    let said = error.to_string();
    match error {
        Error::Timeout(Timeout::Resolve) | Error::HostNotFound => Failure::unreachable("dns", said),
        Error::Timeout(_) => Failure::silent(said),
        Error::Tls(_) | Error::TlsRequired | Error::Rustls(_) => Failure::setup("tls", said),
        Error::Io(io) if is_tls(io) => Failure::setup("tls", said),
        Error::BadUri(_) | Error::Http(_) | Error::InvalidProxyUrl => {
            Failure::setup("settings", said)
        }
        _ => Failure::unreachable("connect", said),
    }
}

/// The two sides did not agree on a protected connection.
fn is_tls(io: &std::io::Error) -> bool {
    io.get_ref()
        .is_some_and(|inner| inner.is::<rustls::Error>())
}
