use std::{net::IpAddr, time::Duration};

/// How a connection is made.
#[derive(Debug, Clone)]
pub struct Wire {
    /// How long each wait may be: for a connection, for the other side to take what is written,
    /// for it to answer.
    pub timeout: Duration,
    /// Certificates in DER that are trusted besides the operating system's. Only tests have any:
    /// no setting leads here.
    #[doc(hidden)]
    pub trusted: Vec<Vec<u8>>,
}

impl Wire {
    /// Waits no longer than `timeout` at a time.
    #[must_use]
    pub fn new(timeout: Duration) -> Self {
        Self {
            timeout,
            trusted: Vec::new(),
        }
    }
}

impl Default for Wire {
    /// Half a minute at a time.
    fn default() -> Self {
        Self::new(Duration::from_secs(30))
    }
}

/// Whether what is sent to `host` stays on this PC.
pub(crate) fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare.eq_ignore_ascii_case("localhost")
        || bare
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}
