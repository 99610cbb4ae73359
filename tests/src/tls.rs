//! Protected connections to a server whose certificate no authority knows.

use std::{net::TcpStream, sync::Arc};

use rustls::{
    ServerConfig, ServerConnection, StreamOwned, crypto::ring, pki_types::PrivatePkcs8KeyDer,
};

/// A certificate that no authority knows.
pub struct SelfSigned {
    /// For who is to trust it.
    pub der: Vec<u8>,
    /// For the server.
    pub config: Arc<ServerConfig>,
}

impl SelfSigned {
    /// Makes one.
    #[must_use]
    pub fn for_host(host: &str) -> Self {
        let made = rcgen::generate_simple_self_signed([host.to_owned()]).expect("a certificate");
        let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key.into())
            .expect("a usable certificate");
        Self {
            der: made.cert.der().to_vec(),
            config: Arc::new(config),
        }
    }
}

/// The server's side of a connection.
#[must_use]
pub fn wrap(
    stream: TcpStream,
    config: &Arc<ServerConfig>,
) -> StreamOwned<ServerConnection, TcpStream> {
    let connection = ServerConnection::new(Arc::clone(config)).expect("a connection");
    StreamOwned::new(connection, stream)
}
