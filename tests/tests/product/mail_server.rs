//! A mail server on this PC that does as it is told.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU8, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// What becomes of letters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    Takes,
    /// Takes a letter and never says so.
    Silent,
    /// Knows nobody at the address.
    NoSuchGuest,
    /// Wants to be asked again later.
    Busy,
    /// Does not know the shop.
    WrongPassword,
}

const MANNERS: [Manner; 5] = [
    Manner::Takes,
    Manner::Silent,
    Manner::NoSuchGuest,
    Manner::Busy,
    Manner::WrongPassword,
];

pub(crate) struct MailServer {
    pub(crate) port: u16,
    manner: Arc<AtomicU8>,
    letters: Arc<Mutex<Vec<String>>>,
}

impl MailServer {
    pub(crate) fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let server = Self {
            port: listener.local_addr().expect("an address").port(),
            manner: Arc::default(),
            letters: Arc::default(),
        };
        server.becomes(manner);
        let (manner, letters) = (Arc::clone(&server.manner), Arc::clone(&server.letters));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (manner, letters) = (Arc::clone(&manner), Arc::clone(&letters));
                // A sender that leaves ends only its own conversation.
                thread::spawn(move || serve(stream, &manner, &letters));
            }
        });
        server
    }

    pub(crate) fn becomes(&self, manner: Manner) {
        let at = MANNERS.iter().position(|known| *known == manner).unwrap();
        self.manner
            .store(u8::try_from(at).unwrap(), Ordering::SeqCst);
    }

    /// The letters that came whole.
    pub(crate) fn letters(&self) -> Vec<String> {
        self.letters.lock().unwrap().clone()
    }

    /// Waits until so many have come.
    pub(crate) fn wait_for(&self, letters: usize) {
        let limit = Instant::now() + Duration::from_secs(60);
        while self.letters().len() < letters {
            assert!(Instant::now() < limit, "no letter came");
            thread::sleep(Duration::from_millis(5));
        }
    }
}

fn serve(
    stream: TcpStream,
    manner: &AtomicU8,
    letters: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    let mut answers = stream.try_clone()?;
    let mut say = |line: &str| answers.write_all(format!("{line}\r\n").as_bytes());
    let mut lines = BufReader::new(stream).lines();
    say("220 test ready")?;
    while let Some(line) = lines.next().transpose()? {
        let manner = MANNERS[usize::from(manner.load(Ordering::SeqCst))];
        let verb = line.split([' ', ':']).next().unwrap_or_default();
        match verb.to_uppercase().as_str() {
            "EHLO" => say("250-test\r\n250 AUTH PLAIN LOGIN")?,
            "AUTH" if manner == Manner::WrongPassword => say("535 5.7.8 Wrong password")?,
            "AUTH" => say("235 2.7.0 Welcome")?,
            "RCPT" if manner == Manner::NoSuchGuest => say("550 5.1.1 No such mailbox")?,
            "RCPT" if manner == Manner::Busy => say("451 4.7.1 Greylisted, try later")?,
            "DATA" => {
                say("354 Go on")?;
                let mut letter = String::new();
                for line in lines.by_ref() {
                    let line = line?;
                    if line == "." {
                        break;
                    }
                    letter.push_str(&line);
                    letter.push('\n');
                }
                letters.lock().unwrap().push(letter);
                if manner == Manner::Silent {
                    thread::sleep(Duration::from_secs(600));
                }
                say("250 2.0.0 Taken")?;
            }
            "QUIT" => return say("221 Bye"),
            _ => say("250 OK")?,
        }
    }
    Ok(())
}
