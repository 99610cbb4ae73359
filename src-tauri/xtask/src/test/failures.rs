//! What failed tests said, from the test runners' own reports.

use serde_json::Value;

/// Tests whose words are shown; of the others only the names.
const SHOWN_TESTS: usize = 10;
/// Lines shown of each test.
const SHOWN_LINES: usize = 60;

/// A test that failed, and what it said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) test: String,
    pub(crate) said: String,
}

/// From nextest's JUnit file: the panic's message, or all output where there was
/// none (a test that took too long).
pub(crate) fn of_junit(xml: &str) -> Vec<Failure> {
    let mut failures = Vec::new();
    for case in xml.split("<testcase").skip(1) {
        let (case, _) = case.split_once("</testcase>").unwrap_or((case, ""));
        let (head, body) = case.split_once('>').unwrap_or((case, ""));
        let Some(kind) = ["failure", "error"]
            .into_iter()
            .find(|kind| body.contains(&format!("<{kind}")))
        else {
            continue;
        };
        if head.ends_with('/') {
            continue;
        }
        let of_head = |name| plain(attribute(head, name).unwrap_or_default());
        let mut said = plain(element(body, kind).unwrap_or_default());
        if said.trim().is_empty() {
            said = ["system-out", "system-err"]
                .into_iter()
                .filter_map(|stream| element(body, stream))
                .map(plain)
                .collect();
            if let Some(why) = body
                .split_once(&format!("<{kind}"))
                .and_then(|(_, rest)| attribute(rest, "type"))
            {
                said = format!("{}\n{said}", plain(why));
            }
        }
        failures.push(Failure {
            test: format!("{} {}", of_head("classname"), of_head("name")),
            said,
        });
    }
    failures
}

/// From vitest's JSON report; a file that did not load fails as a whole.
pub(crate) fn of_vitest(report: &str) -> Vec<Failure> {
    let report: Value = serde_json::from_str(report).unwrap_or_default();
    let list = |value: &Value, key: &str| -> Vec<Value> {
        value
            .get(key)
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default()
    };
    let text = |value: &Value, key: &str| -> String {
        value
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let failed = |value: &Value| text(value, "status") == "failed";
    let mut failures = Vec::new();
    for file in list(&report, "testResults")
        .iter()
        .filter(|file| failed(file))
    {
        let tests = list(file, "assertionResults");
        let before = failures.len();
        failures.extend(tests.iter().filter(|test| failed(test)).map(|test| {
            let messages = list(test, "failureMessages");
            let messages: Vec<&str> = messages.iter().filter_map(Value::as_str).collect();
            Failure {
                test: format!("{} {}", text(file, "name"), text(test, "fullName")),
                said: messages.join("\n"),
            }
        }));
        if failures.len() == before {
            failures.push(Failure {
                test: text(file, "name"),
                said: text(file, "message"),
            });
        }
    }
    failures
}

/// For the end of a log: each test's name and the beginning of what it said.
pub(crate) fn shown(failures: &[Failure]) -> String {
    let mut text = String::new();
    for failure in failures.iter().take(SHOWN_TESTS) {
        text.push_str(&format!("✗ {}\n", failure.test));
        let lines: Vec<&str> = failure.said.trim().lines().collect();
        for line in lines.iter().take(SHOWN_LINES) {
            text.push_str(&format!("    {line}\n"));
        }
        if lines.len() > SHOWN_LINES {
            text.push_str(&format!("    … {} more lines\n", lines.len() - SHOWN_LINES));
        }
    }
    for failure in failures.iter().skip(SHOWN_TESTS) {
        text.push_str(&format!("✗ {}\n", failure.test));
    }
    text
}

/// The value of an attribute, still escaped.
pub(super) fn attribute<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = head.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

/// What stands within an element that has no other of its name inside.
fn element<'a>(body: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = body.split_once(&format!("<{name}"))?;
    let (head, inside) = rest.split_once('>')?;
    if head.ends_with('/') {
        return None;
    }
    inside.split(&format!("</{name}>")).next()
}

/// XML's text as it was before it was escaped.
fn plain(escaped: &str) -> String {
    escaped
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_rust_test_says_its_panic() {
        let xml = r#"<testsuite><testcase name="a::fine" classname="core" time="0.1"/>
            <testcase name="a::broken" classname="core::all" time="0.1">
              <failure message="thread" type="test failure with exit code 101">thread &apos;a&apos; panicked:
left &lt; right &amp;amp;</failure><system-out>running 1 test</system-out></testcase>
            <testcase name="a::talks" classname="core"><system-out>the word failure</system-out></testcase>
            <testcase name="a::slow" classname="core" time="9"><failure type="test timeout"/>
              <system-out>running 1 test
</system-out><system-err>waiting</system-err></testcase></testsuite>"#;
        let failure = |test: &str, said: &str| Failure {
            test: test.to_owned(),
            said: said.to_owned(),
        };
        assert_eq!(
            of_junit(xml),
            [
                failure(
                    "core::all a::broken",
                    "thread 'a' panicked:\nleft < right &amp;"
                ),
                failure("core a::slow", "test timeout\nrunning 1 test\nwaiting"),
            ]
        );
    }

    #[test]
    fn a_failed_vitest_test_says_its_messages() {
        let report = r#"{"testResults":[
            {"name":"a.test.ts","status":"passed","assertionResults":[{"status":"passed"}]},
            {"name":"b.test.ts","status":"failed","message":"","assertionResults":[
                {"fullName":"counter stamps","status":"failed","failureMessages":["expected 1","at b"]},
                {"fullName":"counter finds","status":"passed","failureMessages":[]}]},
            {"name":"c.test.ts","status":"failed","message":"no such module","assertionResults":[]}]}"#;
        let failures = of_vitest(report);
        assert_eq!(failures.len(), 2);
        assert_eq!(failures[0].test, "b.test.ts counter stamps");
        assert_eq!(failures[0].said, "expected 1\nat b");
        assert_eq!(failures[1].test, "c.test.ts");
        assert_eq!(failures[1].said, "no such module");
        assert_eq!(of_vitest("nonsense"), []);
    }

    #[test]
    fn a_long_list_of_failures_stays_short() {
        let failures: Vec<Failure> = (1..=12)
            .map(|number| Failure {
                test: format!("test {number}"),
                said: "line\n".repeat(100),
            })
            .collect();
        let shown = shown(&failures);
        assert_eq!(shown.matches("    line").count(), 600);
        assert_eq!(shown.matches("    … 40 more lines").count(), 10);
        assert!(shown.ends_with("✗ test 11\n✗ test 12\n"), "{shown}");
    }
}
