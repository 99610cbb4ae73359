//! WebKit's WebDriver, one process per window.

use std::io;
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Failure, Home, Outcome};

const PROGRAM: &str = "WebKitWebDriver";
const UP_WITHIN: Duration = Duration::from_secs(10);

/// How long an app may take to end once its session is over.
const ENDS_WITHIN: Duration = Duration::from_secs(2);

/// A running driver; it ends with this value, and its window with it.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver whose windows live in `home`.
    pub(crate) fn start(home: &Home) -> Outcome<Self> {
        let port = free_port().map_err(|error| Failure::of("looking for a free port", error))?;
        let mut command = Command::new(PROGRAM);
        command
            .arg(format!("--port={port}"))
            .arg("--host=127.0.0.1");
        // The variable that makes a Tauri window drivable.
        command.env("TAURI_WEBVIEW_AUTOMATION", "true");
        command.stdin(Stdio::null()).stdout(Stdio::null());
        home.lend_to(&mut command);
        let process = command.spawn().map_err(|error| {
            Failure::of(
                "starting WebKitWebDriver (Debian's webkit2gtk-driver)",
                error,
            )
        })?;
        let driver = Self { process, port };
        driver.wait_until_up()?;
        Ok(driver)
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ends the app without asking it.
    pub(crate) fn kill_app(&self) {
        for app in children(self.process.id()) {
            kill(app);
        }
    }

    fn wait_until_up(&self) -> Outcome {
        let started = Instant::now();
        while started.elapsed() < UP_WITHIN {
            if TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(20));
        }
        Err(Failure::new("WebKitWebDriver does not listen"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let apps = children(self.process.id());
        let _ = self.process.kill();
        let _ = self.process.wait();
        // The end of a session takes the page from the app, and not always the
        // app from the desktop: one left behind would answer for the next.
        for app in apps {
            end(app);
        }
    }
}

/// The processes that this one started.
fn children(process: u32) -> Vec<u32> {
    let list = format!("/proc/{process}/task/{process}/children");
    let list = std::fs::read_to_string(list).unwrap_or_default();
    list.split_whitespace()
        .filter_map(|child| child.parse().ok())
        .collect()
}

fn end(process: u32) {
    let there = || std::fs::exists(format!("/proc/{process}")).unwrap_or_default();
    let asked = Instant::now();
    while there() && asked.elapsed() < ENDS_WITHIN {
        thread::sleep(Duration::from_millis(20));
    }
    while there() && asked.elapsed() < 2 * ENDS_WITHIN {
        kill(process);
        thread::sleep(Duration::from_millis(20));
    }
}

fn kill(process: u32) {
    let _ = Command::new("kill")
        .args(["-KILL", &process.to_string()])
        .stderr(Stdio::null())
        .status();
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
