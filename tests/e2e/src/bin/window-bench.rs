//! Measures what a person at the counter feels, in the real window over a shop
//! of 100,000 members. Prints the lines that `cargo xtask bench` collects.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use regulars_e2e::pages::Counter;
use regulars_e2e::{Failure, Home, Outcome, Window, program};
use serde_json::{Value, json};

const MEMBERS: &str = "100,000 members";
const START_BAR_MS: f64 = 1_000.0;
const KEY_BAR_MS: f64 = 50.0;
/// What is typed, letter by letter: names in three alphabets, phone endings.
const TYPED: &[&str] = &[
    "kovacs",
    "anna",
    "szabo g",
    "иванова",
    "maria",
    "4821",
    "smith",
    "o'b",
    "77",
];

/// Types one text into the scan field and answers with the milliseconds from
/// each key to the paint of the answer to what the field then holds.
const TYPE_AND_TIME: &str = r"
    const [text, done] = arguments;
    const field = document.querySelector('[data-testid=scan-field]');
    const list = document.querySelector('[role=listbox]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const painted = () => new Promise((seen) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = seen;
      channel.port2.postMessage(0);
    }));
    const answered = (value) => new Promise((seen) => {
      const observer = new MutationObserver(() => {
        if (list.dataset.answers === value) { observer.disconnect(); seen(); }
      });
      observer.observe(list, { attributeFilter: ['data-answers'] });
    });
    const type = async (value) => {
      const answer = answered(value);
      const from = performance.now();
      set.call(field, value);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await answer;
      await painted();
      return performance.now() - from;
    };
    (async () => {
      const times = [];
      field.focus();
      for (let length = 1; length <= text.length; length += 1) {
        times.push(await type(text.slice(0, length)));
        await new Promise((rest) => setTimeout(rest, 60));
      }
      await type('');
      done(times);
    })();
";

fn main() -> ExitCode {
    let quick = std::env::args().any(|argument| argument == "--quick");
    match measure(quick) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("regulars-window-bench: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn measure(quick: bool) -> Outcome {
    let shop = big_shop()?;
    let rounds = if quick { 3 } else { 10 };
    let mut starts = Vec::new();
    for _ in 0..rounds {
        starts.push(start(&shop)?.1.as_secs_f64() * 1_000.0);
    }
    report(
        "start to usable counter, median",
        &mut starts,
        0.5,
        START_BAR_MS,
    );

    let (window, _) = start(&shop)?;
    let mut keys = Vec::new();
    for _ in 0..rounds {
        for text in TYPED {
            keys.extend(type_and_time(&window, text)?);
        }
    }
    report(
        "key pressed → result painted, p95",
        &mut keys,
        0.95,
        KEY_BAR_MS,
    );
    Ok(())
}

/// From nothing to a counter that takes input.
fn start(shop: &Path) -> Outcome<(Window, Duration)> {
    let home = Home::new()?;
    let shop = shop.display().to_string();
    let (window, began) = Window::open_timed(&home, &["--data-dir", &shop])?;
    Counter::shown(&window)?;
    Ok((window, began.elapsed()))
}

fn type_and_time(window: &Window, text: &str) -> Outcome<Vec<f64>> {
    let times = window.script_async(TYPE_AND_TIME, json!([text]))?;
    Ok(times
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect())
}

fn report(work: &str, times_ms: &mut [f64], quantile: f64, bar_ms: f64) {
    let measured = at(times_ms, quantile);
    let line = json!({
        "work": work,
        "at": format!("{MEMBERS}, {} samples", times_ms.len()),
        "bar": format!("{bar_ms:.0}"),
        "measured": measured.map_or("nothing".to_owned(), |ms| format!("{ms:.0}")),
        "unit": "ms",
        "ok": measured.is_some_and(|ms| ms <= bar_ms),
    });
    println!("{line}");
}

/// The value that this part of the samples does not exceed.
fn at(samples: &mut [f64], quantile: f64) -> Option<f64> {
    samples.sort_by(f64::total_cmp);
    let mut rank = 0.0;
    #[expect(clippy::cast_precision_loss, reason = "some hundred samples")]
    let wanted = samples.len() as f64 * quantile;
    samples.iter().copied().find(|_| {
        rank += 1.0;
        rank >= wanted
    })
}

/// A shop of 100,000 members with some history, made once per checkout, and again
/// when the program of today does not take it.
fn big_shop() -> Outcome<PathBuf> {
    let folder = regulars_e2e::target().join("bench");
    let shop = folder.join("shop-100000");
    if shop.is_dir() {
        let fits = Command::new(program("regulars-cli")?)
            .arg("--data-dir")
            .arg(&shop)
            .args(["member", "find", "anna"])
            .stdout(std::process::Stdio::null())
            .status();
        if fits.is_ok_and(|status| status.success()) {
            return Ok(shop);
        }
        let _ = fs::remove_dir_all(&shop);
    }
    eprintln!("making a shop of {MEMBERS}");
    let making = folder.join("shop-100000.part");
    let _ = fs::remove_dir_all(&making);
    let began = Instant::now();
    let made = Command::new(program("regulars-cli")?)
        .arg("--data-dir")
        .arg(&making)
        .args([
            "demo",
            "--members",
            "100000",
            "--visits",
            "500000",
            "--seed",
            "7",
        ])
        .stdout(std::process::Stdio::null())
        .status();
    let made = made.map_err(|error| Failure::of("making the shop", error))?;
    if !made.success() {
        return Err(Failure::new(format!("making the shop: {made}")));
    }
    eprintln!("made in {:.0} s", began.elapsed().as_secs_f64());
    fs::rename(&making, &shop).map_err(|error| Failure::of("keeping the shop", error))?;
    Ok(shop)
}
