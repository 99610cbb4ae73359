//! A provider's server that gives one answer to everything.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

/// What it does with a request.
#[derive(Clone)]
pub(crate) enum Reply {
    /// Status, further headers and body.
    Answer(u16, &'static str, String),
    /// Reads the request and leaves.
    Drop,
    /// Reads the request and says nothing.
    Hang,
    /// Says what it was asked, with a refusal.
    Echo(u16),
    /// Half an answer.
    Half,
}

/// What it was asked.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) line: String,
    pub(crate) headers: Vec<String>,
    pub(crate) body: String,
}

pub(crate) struct HttpServer {
    pub(crate) url: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl HttpServer {
    pub(crate) fn start(reply: Reply) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let shared = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                // A client that leaves ends only its own request.
                let _ = serve(stream, &reply, &shared);
            }
        });
        Self { url, asked }
    }

    pub(crate) fn json(status: u16, body: &str) -> Self {
        Self::start(Reply::Answer(status, "", body.to_owned()))
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("asked").clone()
    }
}

fn serve(mut stream: TcpStream, reply: &Reply, asked: &Mutex<Vec<Asked>>) -> io::Result<()> {
    let request = read(&mut BufReader::new(stream.try_clone()?))?;
    asked.lock().expect("asked").push(request.clone());
    match reply {
        Reply::Answer(status, headers, body) => write!(
            stream,
            "HTTP/1.1 {status} Said\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        ),
        Reply::Drop => Ok(()),
        Reply::Hang => io::copy(&mut stream, &mut io::sink()).map(|_| ()),
        Reply::Echo(status) => {
            let said = format!("{request:?}");
            write!(
                stream,
                "HTTP/1.1 {status} Said\r\nContent-Length: {}\r\n\r\n{said}",
                said.len()
            )
        }
        Reply::Half => write!(
            stream,
            "HTTP/1.1 200 Said\r\nContent-Length: 100\r\n\r\n{{\"ok\": tr"
        ),
    }
}

fn read(stream: &mut impl BufRead) -> io::Result<Asked> {
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let mut headers = Vec::new();
    let mut length = 0;
    loop {
        let mut header = String::new();
        stream.read_line(&mut header)?;
        let header = header.trim_end().to_owned();
        if header.is_empty() {
            break;
        }
        if let Some(said) = header.to_lowercase().strip_prefix("content-length:") {
            length = said.trim().parse().expect("a length");
        }
        headers.push(header);
    }
    let mut body = Vec::new();
    stream.take(length).read_to_end(&mut body)?;
    Ok(Asked {
        line: line.trim_end().to_owned(),
        headers,
        body: String::from_utf8(body).expect("UTF-8"),
    })
}
