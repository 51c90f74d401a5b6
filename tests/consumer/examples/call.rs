//! Makes calls of the sandbox and prints what came.

use bizkit_client::blocking::Client;
use bizkit_client::sandbox::Sandbox;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sandbox = Sandbox::start()?;
    let names = consumer::names(&Client::new(sandbox.client()?)?)?;
    println!("{} of {} calls: {}", names.len(), sandbox.requests().len(), names.join(", "));
    Ok(())
}
