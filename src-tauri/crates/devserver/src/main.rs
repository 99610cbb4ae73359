//! The command table over loopback HTTP, so that the UI runs in a browser:
//! for the UI tests and for working on the UI. Never bundled.
//!
//! `POST /api/<command>` answers as the desktop's call does; everything else
//! is the built UI. `/__test/…` plays the parts of the desktop that a browser
//! has not: chosen files, opened papers, the clock.

mod answer;
mod gate;
mod host;
mod options;
mod pages;
mod routes;
mod stage;

use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser as _;
use regulars_api::App;
use tokio::net::TcpListener;

use host::TestHost;
use options::Options;

#[tokio::main]
async fn main() -> ExitCode {
    match serve(Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            eprintln!("regulars-devserver: {what}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(options: Options) -> Result<(), String> {
    let host = Arc::new(TestHost::new(options.now_ms));
    // A shop that cannot be opened is an answer to show, as on the desktop.
    let shop = App::open(options.config(), host.clone()).map_err(answer::in_json);
    let router = routes::router(shop, host, options.dist());

    let listener = TcpListener::bind(("127.0.0.1", options.port))
        .await
        .map_err(|error| format!("port {} cannot be used: {error}", options.port))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    // Tests wait for this line and read the port from it.
    println!("listening on http://{address}");
    axum::serve(listener, router)
        .await
        .map_err(|error| error.to_string())
}
