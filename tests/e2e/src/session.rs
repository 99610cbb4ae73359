//! The WebDriver protocol, as much of it as we use.

use std::cell::Cell;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use ureq::Agent;

use crate::{Failure, Outcome};

/// The Enter key, in a typed text.
pub const ENTER: &str = "\u{e007}";

/// How long an element may take to appear.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long a typed text may take to be in its field, and how often it is typed.
const TYPED_WITHIN: Duration = Duration::from_secs(2);
const TYPED_AT_MOST: usize = 3;
const POLL: Duration = Duration::from_millis(40);
/// Answers when the page is at rest, or after some seconds all the same. A
/// canvas without a single opaque pixel in its corner is not drawn yet.
const SETTLE: &str = "
    const done = arguments[0];
    const drawn = (canvas) => canvas.width > 0
      && canvas.getContext('2d').getImageData(2, 2, 1, 1).data[3] > 0;
    const until = (deadline) => {
      if (Date.now() > deadline || [...document.querySelectorAll('canvas')].every(drawn))
        setTimeout(() => requestAnimationFrame(() => done()), 500);
      else setTimeout(() => until(deadline), 100);
    };
    document.fonts.ready.then(() => setTimeout(() => until(Date.now() + 8000), 300));
";
/// The protocol's name for an element in an answer.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// One window under control.
pub struct Session {
    agent: Agent,
    base: String,
    closed: Cell<bool>,
}

impl Session {
    /// Has the driver at `address` start `app`.
    pub(crate) fn start(address: &str, app: &Path, arguments: &[String]) -> Outcome<Self> {
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .into();
        let options = json!({ "binary": app, "args": arguments });
        let wanted =
            json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let answer = send(agent.post(format!("{address}/session")).send_json(wanted))?;
        let id = answer
            .get("sessionId")
            .and_then(Value::as_str)
            .unwrap_or_default();
        Ok(Self {
            agent,
            base: format!("{address}/session/{id}"),
            closed: Cell::new(false),
        })
    }

    /// The first visible element with this `data-testid`, as soon as there is one.
    pub fn find(&self, testid: &str) -> Outcome<Element<'_>> {
        self.find_css(&format!("[data-testid='{testid}']"))
    }

    /// The first visible element for a CSS selector, as soon as there is one.
    pub fn find_css(&self, css: &str) -> Outcome<Element<'_>> {
        self.until(&format!("{css} to appear"), || {
            for element in self.all_css(css)? {
                if element.is_displayed()? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
    }

    /// All elements with this `data-testid` that are there now.
    pub fn all(&self, testid: &str) -> Outcome<Vec<Element<'_>>> {
        self.all_css(&format!("[data-testid='{testid}']"))
    }

    fn all_css(&self, css: &str) -> Outcome<Vec<Element<'_>>> {
        let found = self.post("elements", json!({ "using": "css selector", "value": css }))?;
        let found = found.as_array().cloned().unwrap_or_default();
        let id = |value: &Value| value.get(ELEMENT)?.as_str().map(str::to_owned);
        Ok(found
            .iter()
            .filter_map(id)
            .map(|id| Element { session: self, id })
            .collect())
    }

    /// Waits for something to be so.
    pub fn until<T>(&self, what: &str, look: impl FnMut() -> Outcome<Option<T>>) -> Outcome<T> {
        self.until_within(PATIENCE, what, look)
    }

    /// Waits longer than usual for something to be so.
    pub fn until_within<T>(
        &self,
        patience: Duration,
        what: &str,
        mut look: impl FnMut() -> Outcome<Option<T>>,
    ) -> Outcome<T> {
        let started = Instant::now();
        loop {
            // An element that is redrawn while we look is looked for again.
            let seen = look();
            if let Ok(Some(there)) = seen {
                return Ok(there);
            }
            if started.elapsed() > patience {
                let why = seen
                    .err()
                    .map(|error| format!(" ({error})"))
                    .unwrap_or_default();
                return Err(Failure::new(format!("waited in vain for {what}{why}")));
            }
            thread::sleep(POLL);
        }
    }

    /// Runs JavaScript in the page and returns its value.
    pub fn script(&self, script: &str, arguments: Value) -> Outcome<Value> {
        self.post(
            "execute/sync",
            json!({ "script": script, "args": arguments }),
        )
    }

    /// Runs JavaScript that answers through its last argument.
    pub fn script_async(&self, script: &str, arguments: Value) -> Outcome<Value> {
        self.post(
            "execute/async",
            json!({ "script": script, "args": arguments }),
        )
    }

    /// Waits until fonts are there, papers are drawn and short motions are over.
    pub fn settle(&self) -> Outcome {
        self.script_async(SETTLE, json!([])).map(drop)
    }

    /// What the window shows, as a PNG.
    pub fn screenshot(&self) -> Outcome<Vec<u8>> {
        let picture = self.get("screenshot")?;
        let picture = picture.as_str().unwrap_or_default();
        STANDARD
            .decode(picture)
            .map_err(|error| Failure::of("reading a screenshot", error))
    }

    /// Closes the window as its driver does.
    pub fn close(&self) -> Outcome {
        self.is_closed();
        send(self.agent.delete(&self.base).call()).map(drop)
    }

    /// There is no window to close any more.
    pub(crate) fn is_closed(&self) {
        self.closed.set(true);
    }

    fn get(&self, what: &str) -> Outcome<Value> {
        send(self.agent.get(format!("{}/{what}", self.base)).call())
    }

    fn post(&self, what: &str, body: Value) -> Outcome<Value> {
        send(
            self.agent
                .post(format!("{}/{what}", self.base))
                .send_json(body),
        )
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if !self.closed.get() {
            let _ = self.close();
        }
    }
}

/// Something in the page.
pub struct Element<'a> {
    session: &'a Session,
    id: String,
}

impl Element<'_> {
    /// Clicks its middle.
    pub fn click(&self) -> Outcome {
        self.post("click", json!({})).map(drop)
    }

    /// Types into it, [`ENTER`] included.
    pub fn type_text(&self, text: &str) -> Outcome {
        if text.is_empty() {
            return Ok(());
        }
        self.post("value", json!({ "text": text })).map(drop)
    }

    /// Makes a text field hold this text. A busy machine sometimes loses the
    /// end of what WebDriver types; a person would see it and type again.
    pub fn fill(&self, text: &str) -> Outcome {
        let there = || {
            self.session
                .until_within(TYPED_WITHIN, "the text to be typed", || {
                    let value = self.get("property/value")?;
                    Ok((value.as_str() == Some(text)).then_some(()))
                })
        };
        for _ in 0..TYPED_AT_MOST {
            self.clear()?;
            self.type_text(text)?;
            if there().is_ok() {
                return Ok(());
            }
        }
        there()
    }

    /// Empties it.
    pub fn clear(&self) -> Outcome {
        self.post("clear", json!({})).map(drop)
    }

    /// The text it shows. WebDriver's own notion of it leaves out lines that
    /// are cut short with an ellipsis.
    pub fn text(&self) -> Outcome<String> {
        let text = self.get("property/innerText")?;
        Ok(text.as_str().unwrap_or_default().trim().to_owned())
    }

    /// An attribute, if it has it.
    pub fn attribute(&self, name: &str) -> Outcome<Option<String>> {
        let value = self.get(&format!("attribute/{name}"))?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// Whether a person could see it.
    pub fn is_displayed(&self) -> Outcome<bool> {
        Ok(self.get("displayed")?.as_bool().unwrap_or_default())
    }

    /// Whether it can be used.
    pub fn is_enabled(&self) -> Outcome<bool> {
        Ok(self.get("enabled")?.as_bool().unwrap_or_default())
    }

    fn get(&self, what: &str) -> Outcome<Value> {
        self.session.get(&format!("element/{}/{what}", self.id))
    }

    fn post(&self, what: &str, body: Value) -> Outcome<Value> {
        self.session
            .post(&format!("element/{}/{what}", self.id), body)
    }
}

fn send(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Outcome<Value> {
    let failed = |error: ureq::Error| Failure::of("talking to WebKitWebDriver", error);
    let mut answer = answer.map_err(failed)?;
    let success = answer.status().is_success();
    let mut body: Value = answer
        .body_mut()
        .with_config()
        .limit(64 * 1024 * 1024)
        .read_json()
        .map_err(failed)?;
    let value = body.get_mut("value").map(Value::take).unwrap_or_default();
    if success {
        return Ok(value);
    }
    let part = |name: &str| {
        value
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or("?")
            .to_owned()
    };
    Err(Failure::new(format!(
        "WebDriver: {}: {}",
        part("error"),
        part("message")
    )))
}
