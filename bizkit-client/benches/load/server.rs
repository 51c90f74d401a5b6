//! The server's side: a sandbox in a process of its own, which holds responses back until a wave of calls is complete.

use super::calls::memory;
use super::support::Stop;
use bizkit_client::Endpoint;
use bizkit_client::customer::{Detail, DetailResponse};
use bizkit_client::sandbox::{Fault, Gate, IntoAnswer, Sandbox, Stage};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

/// A server that was started; it ends with this value.
pub(crate) struct Server {
    process: Child,
    lines: BufReader<ChildStdout>,
    url: String,
}

impl Server {
    /// Starts this program again, as a server.
    pub(crate) fn start(wave: usize) -> Result<Self, Stop> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["serve", &wave.to_string()]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn()?;
        let lines =
            process.stdout.take().ok_or_else(|| Stop::Failed("the server says nothing".to_owned()))?;
        let mut server = Self { process, lines: BufReader::new(lines), url: String::new() };
        server.url = server.line()?;
        Ok(server)
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Ends the server, and gives what it has counted.
    pub(crate) fn stop(mut self) -> Result<Value, Stop> {
        // The end of its input is the sign.
        drop(self.process.stdin.take());
        let line = self.line()?;
        serde_json::from_str(&line).map_err(|error| Stop::Failed(format!("the server's figures: {error}")))
    }

    fn line(&mut self) -> Result<String, Stop> {
        let mut line = String::new();
        self.lines.read_line(&mut line)?;
        match line.trim() {
            "" => Err(Stop::Failed("the server has ended early".to_owned())),
            line => Ok(line.to_owned()),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

/// The calls of a wave that have arrived, and the gate that their responses wait behind.
#[derive(Default)]
struct Wave {
    gate: Gate,
    arrived: usize,
    complete: usize,
    most: usize,
}

/// Plays the server until the input ends: its URL on the first line, what it has counted on the last.
pub(crate) fn serve(size: usize) -> Result<(), Stop> {
    let sandbox = Sandbox::start()?;
    let wave = Arc::new(Mutex::new(Wave::default()));
    let documented = sandbox.documented::<Detail>()?;
    let now = Arc::clone(&wave);
    sandbox.on_call::<Detail>().answer(move |call| {
        let mut response = documented.clone();
        if let DetailResponse::Profile(profile) = &mut response {
            profile.cu_ref_no = Some(call.cu_ref_no);
        }
        let response: Result<_, <Detail as Endpoint>::Failure> = Ok(response);
        let gate = arrive(&mut now.lock().unwrap_or_else(PoisonError::into_inner), size);
        IntoAnswer::<Detail>::into_answer(response).troubled(Fault::Hold(Stage::BeforeHeaders, gate))
    })?;
    let mut out = std::io::stdout();
    writeln!(out, "{}", sandbox.url())?;
    std::io::copy(&mut std::io::stdin().lock(), &mut std::io::sink())?;
    let wave = wave.lock().unwrap_or_else(PoisonError::into_inner);
    let counted = json!({
        "held": wave.most,
        "waves": wave.complete,
        "connections": sandbox.connections(),
        "memory": memory("VmHWM"),
    });
    writeln!(out, "{counted}")?;
    Ok(())
}

/// Counts a call, and gives the gate of its wave, which opens for the last one.
fn arrive(wave: &mut Wave, size: usize) -> Gate {
    let gate = wave.gate.clone();
    wave.arrived += 1;
    wave.most = wave.most.max(wave.arrived);
    if wave.arrived == size {
        gate.open();
        (wave.gate, wave.arrived, wave.complete) = (Gate::new(), 0, wave.complete + 1);
    }
    gate
}
