//! Debian's packages.

use super::For;
use crate::proc;

/// Without these the app does not build.
const BUILDING: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "libgtk-3-dev",
    "librsvg2-dev",
    "libayatana-appindicator3-dev",
    "libxdo-dev",
    "libssl-dev",
];

/// Without these the browser and real-window tests do not run.
const TESTING: &[&str] = &[
    "xvfb",
    "xauth",
    "webkit2gtk-driver",
    "dbus-x11",
    "poppler-utils",
    "zbar-tools",
    "imagemagick",
];

/// A browser by any of these names will do; Ubuntu has none as a package.
const BROWSERS: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Installs what is missing, as root or with sudo; otherwise names it.
/// On systems without apt there is nothing to do here.
pub(super) fn install_missing(purpose: For) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if !proc::exists("dpkg-query") || !proc::exists("apt-get") {
        println!("This is not Debian or Ubuntu; the build expects what these packages hold there:");
        println!("  {}", wanted(purpose).join(" "));
        return Ok(());
    }
    let missing = missing(&wanted(purpose));
    if missing.is_empty() {
        return Ok(());
    }
    let Some(root) = root() else {
        return Err(format!(
            "these packages are missing, and only root or sudo can install them. Run\n  \
             apt-get install {}",
            missing.join(" ")
        ));
    };
    println!("Installing {}", missing.join(" "));
    apt_get(root, &["update", "--quiet"])?;
    let mut install = vec!["install", "--quiet", "--yes", "--no-install-recommends"];
    install.extend(missing);
    apt_get(root, &install)
}

fn wanted(purpose: For) -> Vec<&'static str> {
    let mut packages = BUILDING.to_vec();
    if purpose == For::Testing {
        packages.extend(TESTING);
        if !BROWSERS.iter().any(proc::exists) {
            packages.push("chromium");
        }
    }
    packages
}

fn missing(packages: &[&'static str]) -> Vec<&'static str> {
    let installed = |package: &str| {
        let mut query = proc::command("dpkg-query");
        query.args(["--show", "--showformat=${db:Status-Status}", package]);
        proc::output(&mut query).is_some_and(|status| status == "installed")
    };
    packages
        .iter()
        .copied()
        .filter(|package| !installed(package))
        .collect()
}

/// How to become root.
#[derive(Clone, Copy)]
enum Root {
    Already,
    Sudo,
}

fn root() -> Option<Root> {
    let user = proc::output(proc::command("id").arg("--user"))?;
    if user.trim() == "0" {
        return Some(Root::Already);
    }
    proc::exists("sudo").then_some(Root::Sudo)
}

fn apt_get(root: Root, arguments: &[&str]) -> Result<(), String> {
    let mut command = match root {
        Root::Already => proc::command("apt-get"),
        Root::Sudo => {
            let mut sudo = proc::command("sudo");
            sudo.arg("apt-get");
            sudo
        }
    };
    proc::open(
        command
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}
