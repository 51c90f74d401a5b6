//! The client's side: so many tasks, each with one call after the other, each call with an id of its own.

use super::support::Stop;
use bizkit_client::customer::{Detail, DetailResponse};
use bizkit_client::{Client, Error, Retry};
use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// The key and the session of the documentation; a sandbox takes them.
const KEY: &str = "PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE";
const SESSION: &str = "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg";

/// What is asked for.
pub(crate) struct Plan {
    pub(crate) concurrency: usize,
    pub(crate) waves: usize,
    pub(crate) timeout: Duration,
}

/// What came of it.
#[derive(Default)]
pub(crate) struct Made {
    /// Calls that got their own response.
    pub(crate) answered: usize,
    /// Calls that got another one's response.
    pub(crate) mixed: usize,
    /// Calls that got none.
    pub(crate) lost: usize,
    /// The first error among them.
    pub(crate) error: Option<String>,
    /// How long each call took, in order.
    pub(crate) latencies: Vec<Duration>,
    pub(crate) elapsed: Duration,
    /// Memory of this process in bytes: after one wave, and after all.
    pub(crate) memory_after_one_wave: Option<u64>,
    pub(crate) memory_after_all: Option<u64>,
}

impl Made {
    /// Whether every call got its own response.
    pub(crate) fn is_clean(&self) -> bool {
        (self.mixed, self.lost) == (0, 0)
    }

    /// Notes what came of one call.
    fn note(&mut self, id: &str, result: Result<DetailResponse, Error>) {
        match result {
            Ok(DetailResponse::Profile(profile))
                if profile.cu_ref_no.as_ref().is_some_and(|own| own.as_str() == id) =>
            {
                self.answered += 1;
            }
            Ok(_) => self.mixed += 1,
            Err(error) => {
                self.lost += 1;
                self.error.get_or_insert_with(|| error.to_string());
            }
        }
    }

    fn add(&mut self, other: Self) {
        self.answered += other.answered;
        self.mixed += other.mixed;
        self.lost += other.lost;
        self.error = self.error.take().or(other.error);
        self.latencies.extend(other.latencies);
    }
}

/// Makes every call of the plan. What has no response when the time is over is lost.
pub(crate) async fn make(plan: &Plan, url: &str) -> Result<Made, Stop> {
    let client = client(plan, url)?;
    let start = Instant::now();
    let ended = Arc::new(AtomicUsize::new(0));
    let after_one_wave = Arc::new(AtomicUsize::new(0));
    let mut tasks = JoinSet::new();
    for task in 0..plan.concurrency {
        let (client, ended, after_one_wave) =
            (client.clone(), Arc::clone(&ended), Arc::clone(&after_one_wave));
        let (waves, concurrency, timeout) = (plan.waves, plan.concurrency, plan.timeout);
        tasks.spawn(async move {
            let mut made = Made::default();
            for wave in 0..waves {
                let id = format!("{:0>16}", wave * concurrency + task);
                let begun = Instant::now();
                let call = client.with_timeout(timeout.saturating_sub(start.elapsed()));
                let result = Detail::new(SESSION, id.as_str()).send(&call).await;
                made.latencies.push(begun.elapsed());
                made.note(&id, result);
                if ended.fetch_add(1, Ordering::Relaxed) + 1 == concurrency {
                    let bytes = memory("VmRSS").and_then(|bytes| usize::try_from(bytes).ok());
                    after_one_wave.store(bytes.unwrap_or(0), Ordering::Relaxed);
                }
            }
            made
        });
    }
    let progress = tokio::spawn(show_progress(Arc::clone(&ended), plan.concurrency * plan.waves));
    let mut all = Made::default();
    while let Some(made) = tasks.join_next().await {
        match made {
            Ok(made) => all.add(made),
            Err(panic) => return Err(Stop::Failed(format!("a task has ended early: {panic}"))),
        }
    }
    progress.abort();
    all.elapsed = start.elapsed();
    all.latencies.sort_unstable();
    all.memory_after_one_wave =
        Some(after_one_wave.load(Ordering::Relaxed) as u64).filter(|bytes| *bytes > 0);
    all.memory_after_all = memory("VmRSS");
    Ok(all)
}

/// A client that sends each call once, and waits as long as the plan allows.
fn client(plan: &Plan, url: &str) -> Result<Client, Stop> {
    let builder = Client::builder().key(KEY).base_url(url);
    let builder = builder.retry(Retry::never()).timeout(plan.timeout).attempt_timeout(plan.timeout);
    Ok(builder.connect_timeout(plan.timeout).read_timeout(plan.timeout).build()?)
}

/// Twice a second, how many calls have ended; only where somebody looks.
async fn show_progress(ended: Arc<AtomicUsize>, total: usize) {
    if !std::io::stderr().is_terminal() {
        return;
    }
    loop {
        tokio::time::sleep(Duration::from_millis(500)).await;
        eprint!("\r{} of {total} calls", ended.load(Ordering::Relaxed));
    }
}

/// A figure about the memory of this process, in bytes; where the system tells.
pub(crate) fn memory(name: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
