use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use ureq::{
    Agent, Error,
    http::Uri,
    tls::{Certificate, RootCerts, TlsConfig},
    unversioned::{
        resolver::DefaultResolver,
        transport::{ConnectionDetails, Connector, DefaultConnector, Transport},
    },
};

use crate::{Wire, wire::is_loopback};

/// Whether the server was reached, and its certificate found good: before that nothing was said.
#[derive(Debug, Clone, Default)]
pub(super) struct Connected(Arc<AtomicBool>);

impl Connected {
    pub(super) fn get(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// The last link of the chain: what comes in is ready to be written to.
impl<In: Transport> Connector<In> for Connected {
    type Out = In;

    fn connect(&self, _: &ConnectionDetails<'_>, chained: Option<In>) -> Result<Option<In>, Error> {
        self.0.fetch_or(chained.is_some(), Ordering::Relaxed);
        Ok(chained)
    }
}

/// One agent for one request: a connection kept open could be closed by the other side just when
/// it is used again, and nobody would know what became of the message.
pub(super) fn agent(url: &str, wire: &Wire, connected: &Connected) -> Agent {
    let each = Some(wire.timeout);
    let mut config = Agent::config_builder()
        .http_status_as_error(false)
        // The secret goes to the address the owner typed and to no other.
        .max_redirects(0)
        .max_redirects_will_error(false)
        .tls_config(TlsConfig::builder().root_certs(roots(wire)).build())
        .user_agent("Regulars")
        .timeout_resolve(each)
        .timeout_connect(each)
        .timeout_send_request(each)
        .timeout_send_body(each)
        .timeout_recv_response(each)
        .timeout_recv_body(each);
    let url: Result<Uri, _> = url.parse();
    if url.is_ok_and(|url| url.host().is_some_and(is_loopback)) {
        config = config.proxy(None);
    }
    let connector = DefaultConnector::new().chain(connected.clone());
    Agent::with_parts(config.build(), connector, DefaultResolver::default())
}

fn roots(wire: &Wire) -> RootCerts {
    if wire.trusted.is_empty() {
        return RootCerts::PlatformVerifier;
    }
    let trusted = wire.trusted.iter();
    let certificates = trusted.map(|der| Certificate::from_der(der).to_owned());
    RootCerts::Specific(Arc::new(certificates.collect()))
}
