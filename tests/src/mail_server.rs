//! A mail server that follows a script.

use std::{
    collections::VecDeque,
    io::{self, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use rustls::ServerConfig;

use crate::tls;

/// Where in the conversation something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// At the greeting.
    Connect,
    /// At the client's greeting.
    Ehlo,
    /// When the login is right.
    Auth,
    /// At the sender's address.
    Mail,
    /// At the guest's address.
    Rcpt,
    /// Before the letter.
    Data,
    /// After the first line of the letter.
    Body,
    /// After the dot, before the answer.
    End,
    /// At the farewell.
    Quit,
}

/// What happens there instead of the usual.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    /// Another answer.
    Say(&'static str),
    /// The connection breaks.
    Drop,
    /// No answer until the client leaves.
    Hang,
    /// No answer until it is to do something else each time.
    Wait,
    /// As a server does that takes every letter.
    Usual,
}

/// How the server behaves.
#[derive(Default)]
pub struct Script {
    /// Used up one by one, over all connections.
    pub acts: VecDeque<(At, Act)>,
    /// What it does each time it comes there.
    pub always: Option<(At, Act)>,
    /// Name and password that are right.
    pub login: Option<(&'static str, &'static str)>,
    /// Whether it knows no other mechanism than LOGIN.
    pub only_login_mechanism: bool,
    /// It can be protected once the talk has begun.
    pub starttls: Option<Arc<ServerConfig>>,
    /// It is protected from the start.
    pub implicit_tls: Option<Arc<ServerConfig>>,
}

impl Script {
    /// Does this each time it comes there.
    #[must_use]
    pub fn always(at: At, act: Act) -> Self {
        Self {
            always: Some((at, act)),
            ..Self::default()
        }
    }
}

/// A mail server on this PC; it takes letters for as long as the test runs.
pub struct MailServer {
    /// Where it listens.
    pub port: u16,
    script: Arc<Mutex<Script>>,
    seen: Arc<Mutex<Seen>>,
}

#[derive(Default)]
struct Seen {
    letters: Vec<Vec<u8>>,
    commands: Vec<String>,
}

impl MailServer {
    /// Starts one.
    #[must_use]
    pub fn start(script: Script) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let server = Self {
            port: listener.local_addr().expect("an address").port(),
            script: Arc::new(Mutex::new(script)),
            seen: Arc::default(),
        };
        let (script, seen) = (Arc::clone(&server.script), Arc::clone(&server.seen));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (script, seen) = (Arc::clone(&script), Arc::clone(&seen));
                // A client that leaves ends only its own conversation.
                thread::spawn(move || Talk::serve(stream, &script, &seen));
            }
        });
        server
    }

    /// One that follows these acts, and takes every letter afterwards.
    #[must_use]
    pub fn with(acts: impl Into<VecDeque<(At, Act)>>) -> Self {
        Self::start(Script {
            acts: acts.into(),
            ..Script::default()
        })
    }

    /// What it does from now on each time it comes there.
    pub fn always(&self, at: At, act: Act) {
        self.script.lock().expect("script").always = Some((at, act));
    }

    /// From now on it takes every letter.
    pub fn takes(&self) {
        self.script.lock().expect("script").always = None;
    }

    /// The letters it has, also those of which it did not say so.
    #[must_use]
    pub fn letters(&self) -> Vec<Vec<u8>> {
        self.seen.lock().expect("seen").letters.clone()
    }

    /// Waits until it has so many letters.
    pub fn wait_for(&self, letters: usize) {
        let limit = Instant::now() + Duration::from_secs(120);
        while self.letters().len() < letters {
            assert!(Instant::now() < limit, "no letter came");
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// What it was told, line by line, but for the letters.
    #[must_use]
    pub fn commands(&self) -> Vec<String> {
        self.seen.lock().expect("seen").commands.clone()
    }
}

trait Stream: Read + Write {}
impl<T: Read + Write> Stream for T {}

struct Talk<'a> {
    stream: Box<dyn Stream>,
    /// The same connection, to become TLS.
    raw: TcpStream,
    secure: bool,
    known: bool,
    script: &'a Mutex<Script>,
    seen: &'a Mutex<Seen>,
}

impl<'a> Talk<'a> {
    fn serve(raw: TcpStream, script: &'a Mutex<Script>, seen: &'a Mutex<Seen>) -> io::Result<()> {
        let implicit = script.lock().expect("script").implicit_tls.clone();
        let stream: Box<dyn Stream> = match &implicit {
            Some(config) => Box::new(tls::wrap(raw.try_clone()?, config)),
            None => Box::new(raw.try_clone()?),
        };
        let mut talk = Talk {
            stream,
            raw,
            secure: implicit.is_some(),
            known: false,
            script,
            seen,
        };
        talk.say(At::Connect, "220 test ready")?;
        loop {
            let line = talk.line()?;
            talk.hear(&line);
            talk.answer(&line)?;
        }
    }

    fn hear(&self, line: &str) {
        let mut seen = self.seen.lock().expect("seen");
        seen.commands.push(line.to_owned());
    }

    fn answer(&mut self, line: &str) -> io::Result<()> {
        let verb = line.split(' ').next().unwrap_or_default().to_uppercase();
        let login = self.script.lock().expect("script").login;
        match verb.as_str() {
            "EHLO" => self.ehlo(login.is_some()),
            "STARTTLS" => self.starttls(),
            "AUTH" => self.auth(line, login),
            "MAIL" if login.is_some() && !self.known => self.write("530 5.7.0 Log in first"),
            "MAIL" => self.say(At::Mail, "250 OK"),
            "RCPT" => self.say(At::Rcpt, "250 OK"),
            "DATA" => self.data(),
            "QUIT" => {
                self.say(At::Quit, "221 Bye")?;
                Err(io::ErrorKind::ConnectionAborted.into())
            }
            _ => self.write("500 What?"),
        }
    }

    fn ehlo(&mut self, login: bool) -> io::Result<()> {
        let (starttls, only_login) = {
            let script = self.script.lock().expect("script");
            (script.starttls.is_some(), script.only_login_mechanism)
        };
        let mut lines = vec!["250-test"];
        if starttls && !self.secure {
            lines.push("250-STARTTLS");
        }
        if login {
            lines.push(if only_login {
                "250-AUTH LOGIN"
            } else {
                "250-AUTH PLAIN LOGIN"
            });
        }
        lines.push("250 8BITMIME");
        self.say(At::Ehlo, &lines.join("\r\n"))
    }

    fn starttls(&mut self) -> io::Result<()> {
        let config = self.script.lock().expect("script").starttls.clone();
        let Some(config) = config.filter(|_| !self.secure) else {
            return self.write("502 No");
        };
        self.write("220 Go ahead")?;
        self.stream = Box::new(tls::wrap(self.raw.try_clone()?, &config));
        self.secure = true;
        Ok(())
    }

    fn auth(&mut self, line: &str, login: Option<(&str, &str)>) -> io::Result<()> {
        let (name, password) = match line.split_once("PLAIN ") {
            Some((_, encoded)) => {
                let text = decoded(encoded);
                let mut parts = text.split('\0').skip(1).map(str::to_owned);
                (
                    parts.next().unwrap_or_default(),
                    parts.next().unwrap_or_default(),
                )
            }
            None => {
                self.write("334 VXNlcm5hbWU6")?;
                let name = decoded(&self.line()?);
                self.write("334 UGFzc3dvcmQ6")?;
                (name, decoded(&self.line()?))
            }
        };
        self.known = login == Some((&name, &password));
        if self.known {
            self.say(At::Auth, "235 Welcome")
        } else {
            // Some servers repeat what they were given.
            self.write(&format!("535 5.7.8 Not you, {name} with {password}"))
        }
    }

    fn data(&mut self) -> io::Result<()> {
        let answer = self.act(At::Data);
        let Act::Usual = answer else {
            return self.perform(answer, "");
        };
        self.write("354 Go ahead")?;
        let mut letter = Vec::new();
        loop {
            let line = self.line()?;
            if line == "." {
                break;
            }
            letter.extend(line.strip_prefix('.').unwrap_or(&line).bytes());
            letter.extend(b"\r\n");
            if let act @ (Act::Drop | Act::Hang) = self.act(At::Body) {
                return self.perform(act, "");
            }
        }
        let act = self.act(At::End);
        if !matches!(act, Act::Say(_)) {
            self.seen.lock().expect("seen").letters.push(letter);
        }
        self.perform(act, "250 Taken")
    }

    fn say(&mut self, at: At, usual: &str) -> io::Result<()> {
        let act = self.act(at);
        self.perform(act, usual)
    }

    fn perform(&mut self, act: Act, usual: &str) -> io::Result<()> {
        match act {
            Act::Usual => self.write(usual),
            Act::Say(words) => self.write(words),
            Act::Drop => Err(io::ErrorKind::ConnectionAborted.into()),
            Act::Wait => {
                let waits = || {
                    matches!(
                        self.script.lock().expect("script").always,
                        Some((_, Act::Wait))
                    )
                };
                while waits() {
                    thread::sleep(Duration::from_millis(5));
                }
                self.write(usual)
            }
            Act::Hang => {
                io::copy(&mut self.stream, &mut io::sink())?;
                Err(io::ErrorKind::ConnectionAborted.into())
            }
        }
    }

    fn act(&self, at: At) -> Act {
        let script = &mut self.script.lock().expect("script");
        let always = match script.always {
            Some((place, act)) if place == at => act,
            _ => Act::Usual,
        };
        match script.acts.front() {
            Some((place, _)) if *place == at => {
                script.acts.pop_front().map_or(always, |(_, act)| act)
            }
            _ => always,
        }
    }

    fn write(&mut self, line: &str) -> io::Result<()> {
        self.stream.write_all(format!("{line}\r\n").as_bytes())?;
        self.stream.flush()
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = Vec::new();
        let mut byte = [0];
        while !line.ends_with(b"\r\n") {
            self.stream.read_exact(&mut byte)?;
            line.extend(byte);
        }
        line.truncate(line.len() - 2);
        Ok(String::from_utf8(line).expect("ASCII"))
    }
}

fn decoded(text: &str) -> String {
    String::from_utf8(BASE64.decode(text).expect("base64")).expect("UTF-8")
}
