use std::{
    cell::Cell,
    error::Error as _,
    io,
    net::{Ipv4Addr, SocketAddr, ToSocketAddrs},
    time::Duration,
};

use lettre::{
    Address, Message,
    transport::smtp::{
        Error,
        authentication::{Credentials, Mechanism},
        client::{Certificate, SmtpConnection, TlsParameters},
        commands::{Data, Mail, Quit, Rcpt},
        extension::{ClientId, Extension, MailBodyParameter, MailParameter},
        response::Severity,
    },
};

use super::{Email, EmailAccount, Security, answer::refusal};
use crate::{Failure, Fault, Outcome, Secret, Wire, outcome::forms_of};

/// A letter is already with the server, or known not to be: no more is spent on a farewell.
const FAREWELL: Duration = Duration::from_secs(2);
/// The body is written in pieces of as many bytes.
const PIECE: usize = 16 * 1024;

/// Hands one letter to the account's server.
///
/// The conversation is led command by command, because what a broken connection means depends on
/// how far it came: until the dot that ends the letter nothing was sent; from then on until the
/// server's answer, nobody knows.
#[must_use]
pub fn send_email(
    account: &EmailAccount,
    password: &Secret,
    email: &Email,
    wire: &Wire,
) -> Outcome {
    let sent = email.compose(account).and_then(|message| {
        let mut talk = Talk::start(account, password, wire)?;
        let sent = talk.hand_over(&message);
        talk.end();
        sent
    });
    match sent {
        Ok(()) => Outcome::Sent { remote_id: None },
        Err(failure) => Outcome::Failed(tidied(failure, account, password)),
    }
}

/// Connects, proves who the shop is and takes its leave: the set-up works, nothing is sent.
///
/// # Errors
///
/// What stands in the way.
pub fn verify_email(account: &EmailAccount, password: &Secret, wire: &Wire) -> Result<(), Failure> {
    Talk::start(account, password, wire)
        .map(Talk::end)
        .map_err(|failure| tidied(failure, account, password))
}

fn tidied(failure: Failure, account: &EmailAccount, password: &Secret) -> Failure {
    failure.tidied(&forms_of(password, &account.username))
}

/// A connection on which the server knows the shop.
struct Talk<'a> {
    connection: SmtpConnection,
    account: &'a EmailAccount,
    /// Whether the server still answers.
    alive: bool,
}

/// What the server was asked last.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Greeting,
    Login,
    Sender,
    Recipient,
    /// Up to the dot that ends the letter.
    Body,
    /// From that dot on.
    End,
}

impl<'a> Talk<'a> {
    fn start(account: &'a EmailAccount, password: &Secret, wire: &Wire) -> Result<Self, Failure> {
        allow(account)?;
        let servers = resolve(account)?;
        let hello = hello(ClientId::default());
        let tls = match account.security {
            Security::None => None,
            Security::Starttls | Security::Tls => Some(tls(account, wire)?),
        };
        let first = tls.as_ref().filter(|_| account.security == Security::Tls);
        let timeout = Some(wire.timeout);
        let connection = SmtpConnection::connect(&servers[..], timeout, &hello, first, None)
            .map_err(|error| failure(Step::Greeting, &error))?;
        let mut talk = Self {
            connection,
            account,
            alive: true,
        };
        if let (Security::Starttls, Some(tls)) = (account.security, &tls) {
            if !talk.connection.can_starttls() {
                return Err(talk.refused(Failure::setup("smtp_no_starttls", "")));
            }
            let upgraded = talk.connection.starttls(tls, &hello);
            upgraded.map_err(|error| failure(Step::Greeting, &error))?;
        }
        talk.log_in(password)?;
        Ok(talk)
    }

    fn log_in(&mut self, password: &Secret) -> Result<(), Failure> {
        if self.account.username.is_empty() {
            return Ok(());
        }
        let known = [Mechanism::Plain, Mechanism::Login];
        let offered = self.connection.server_info().get_auth_mechanism(&known);
        if offered.is_none() {
            return Err(self.refused(Failure::setup("smtp_no_login", "")));
        }
        let credentials =
            Credentials::new(self.account.username.clone(), password.expose().to_owned());
        match self.connection.auth(&known, &credentials) {
            Ok(_) => Ok(()),
            Err(error) => {
                self.alive = error.status().is_some();
                Err(self.refused(failure(Step::Login, &error)))
            }
        }
    }

    fn hand_over(&mut self, message: &Message) -> Result<(), Failure> {
        let envelope = message.envelope();
        let mut parameters = Vec::new();
        if envelope.to().iter().any(is_international) {
            let server = self.connection.server_info();
            if !server.supports_feature(Extension::SmtpUtfEight) {
                return Err(Failure::permanent("bad_address", ""));
            }
            parameters.push(MailParameter::SmtpUtfEight);
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        let mail = Mail::new(envelope.from().cloned(), parameters);
        self.ask(Step::Sender, mail)?;
        for address in envelope.to() {
            self.ask(Step::Recipient, Rcpt::new(address.clone(), Vec::new()))?;
        }
        self.ask(Step::Body, Data)?;
        self.write(&message.formatted())
    }

    fn ask(&mut self, step: Step, command: impl std::fmt::Display) -> Result<(), Failure> {
        let Err(error) = self.connection.command(command) else {
            return Ok(());
        };
        self.alive = error.status().is_some();
        if self.may_not_relay(step, &error) {
            return Err(Failure::setup("smtp_auth", words(&error)));
        }
        Err(failure(step, &error))
    }

    /// Whether the server refuses to pass letters on for this sender, and not this one
    /// recipient: nobody would get one.
    fn may_not_relay(&self, step: Step, error: &Error) -> bool {
        let said = words(error).to_lowercase();
        step == Step::Recipient
            && said.contains("5.7.1")
            && (self.account.username.is_empty() || said.contains("relay"))
    }

    fn write(&mut self, letter: &[u8]) -> Result<(), Failure> {
        // The dot is written once the pieces are out.
        let whole = Cell::new(false);
        let mut pieces = letter.chunks(PIECE);
        let pieces = std::iter::from_fn(|| {
            let piece = pieces.next();
            whole.set(piece.is_none());
            piece
        });
        let answer = self.connection.message_iter(pieces);
        let step = if whole.get() { Step::End } else { Step::Body };
        self.alive = answer
            .as_ref()
            .map_or_else(|error| error.status().is_some(), |_| true);
        let answer = answer.map_err(|error| failure(step, &error))?;
        if answer.code().severity == Severity::PositiveCompletion {
            return Ok(());
        }
        let said: Vec<&str> = answer.message().collect();
        Err(Failure::unsure("smtp_no_answer", said.join(" ")))
    }

    /// Says goodbye after a refusal.
    fn refused(&mut self, failure: Failure) -> Failure {
        self.farewell();
        failure
    }

    fn end(mut self) {
        self.farewell();
    }

    /// Whatever comes of it changes nothing.
    fn farewell(&mut self) {
        if self.alive && self.connection.set_timeout(Some(FAREWELL)).is_ok() {
            let _ = self.connection.command(Quit);
        }
    }
}

/// Who greets the server. A PC may be called "Касса", which is no name for a network: a
/// server that minds would never hear more than that.
fn hello(name: ClientId) -> ClientId {
    let is_name = |name: &str| {
        name.split('.').all(|part| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        })
    };
    match name {
        ClientId::Domain(name) if !is_name(&name) => ClientId::Ipv4(Ipv4Addr::LOCALHOST),
        name => name,
    }
}

fn allow(account: &EmailAccount) -> Result<(), Failure> {
    let errors = account.check();
    if errors.iter().any(|error| error.fault == Fault::Unprotected) {
        return Err(Failure::setup("unprotected", account.host.clone()));
    }
    errors.first().map_or(Ok(()), |error| {
        Err(Failure::setup("settings", error.to_string()))
    })
}

/// A name that cannot be found is no set-up error: a PC that is offline finds none either, and
/// systems do not tell the two apart.
fn resolve(account: &EmailAccount) -> Result<Vec<SocketAddr>, Failure> {
    let found: Vec<SocketAddr> = (account.host.as_str(), account.port)
        .to_socket_addrs()
        .map_err(|error| Failure::unreachable("dns", error.to_string()))?
        .collect();
    if found.is_empty() {
        return Err(Failure::unreachable("dns", account.host.clone()));
    }
    Ok(found)
}

fn tls(account: &EmailAccount, wire: &Wire) -> Result<TlsParameters, Failure> {
    let refuse = |error: Error| Failure::setup("tls", error.to_string());
    let mut builder = TlsParameters::builder(account.host.clone());
    for certificate in &wire.trusted {
        let certificate = Certificate::from_der(certificate.clone()).map_err(refuse)?;
        builder = builder.add_root_certificate(certificate);
    }
    builder.build().map_err(refuse)
}

fn failure(step: Step, error: &Error) -> Failure {
    let said = words(error);
    if let Some(code) = error.status() {
        return refusal(step, code.into(), said);
    }
    if step == Step::End {
        return Failure::unsure("smtp_no_answer", said);
    }
    if step == Step::Greeting && is_tls(error) {
        Failure::setup("tls", said)
    } else if is_timeout(error) {
        Failure::silent(said)
    } else if error.is_response() || step != Step::Greeting {
        Failure::transient("smtp_broken", said)
    } else {
        Failure::unreachable("connect", said)
    }
}

fn is_international(address: &Address) -> bool {
    !AsRef::<str>::as_ref(address).is_ascii()
}

fn words(error: &Error) -> String {
    error
        .source()
        .map_or_else(|| error.to_string(), ToString::to_string)
}

fn io_error(error: &Error) -> Option<&io::Error> {
    error.source()?.downcast_ref()
}

fn is_timeout(error: &Error) -> bool {
    io_error(error).is_some_and(|error| {
        // A read that took too long "would block" on Unix.
        matches!(
            error.kind(),
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock
        )
    })
}

/// The handshake happens at the first reading, hence inside an I/O error.
fn is_tls(error: &Error) -> bool {
    let inner = io_error(error).and_then(io::Error::get_ref);
    error.is_tls() || inner.is_some_and(|inner| inner.is::<rustls::Error>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_greeted_by_a_name_or_an_address_that_it_can_read() {
        for (name, said) in [
            ("till-2.corner.lan", "till-2.corner.lan"),
            ("DESKTOP-4711", "DESKTOP-4711"),
            ("Касса", "[127.0.0.1]"),
            ("pult é", "[127.0.0.1]"),
            ("my pc", "[127.0.0.1]"),
            ("pc.", "[127.0.0.1]"),
            ("", "[127.0.0.1]"),
        ] {
            assert_eq!(hello(ClientId::Domain(name.to_owned())).to_string(), said);
        }
    }
}
