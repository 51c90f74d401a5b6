//! The queue as a pure function of time and responses, and whole calls that wait in it.

use super::*;
use crate::client::Client;
use crate::error::ErrorKind;
use crate::testing::{Act, KEY, Look, Script, TestClock, builder, response, response_with};

const UNIX: u64 = 1_800_000_000;

fn secs(secs: u64) -> Duration {
    Duration::from_secs(secs)
}

/// A response at second `now` with this quota: what is left, and when the window ends, in seconds from the start.
fn quota(now: u64, remaining: u64, reset: u64) -> Feedback {
    let quota = RateLimit { limit: Some(10), remaining: Some(remaining), reset: Some(UNIX + reset) };
    Feedback { quota: Some(quota), pause: None, now: secs(now), unix: secs(UNIX + now) }
}

fn pause(now: u64, pause: u64) -> Feedback {
    Feedback { quota: None, pause: Some(secs(pause)), now: secs(now), unix: secs(UNIX + now) }
}

/// Makes an attempt without a response; gives the time to wait where its turn has not come.
fn wait(queue: &Queue, now: u64) -> Option<Duration> {
    queue.take(secs(now)).map(|turn| turn.settle(None)).err()
}

/// How many attempts may go at this moment, of twenty that try.
fn gone(queue: &Queue, now: u64) -> usize {
    (0..20).filter(|_| wait(queue, now).is_none()).count()
}

/// Makes an attempt with this response.
fn call(queue: &Queue, feedback: Feedback) {
    queue.take(feedback.now).unwrap().settle(Some(feedback));
}

#[test]
fn nobody_waits_before_the_server_has_said_anything() {
    let queue = Queue::new(Throttle::server());
    assert!((0..1000).all(|_| wait(&queue, 0).is_none()));
}

#[test]
fn a_pause_closes_the_line_for_everybody() {
    let queue = Queue::new(Throttle::server());
    let late = queue.take(secs(0)).unwrap();
    call(&queue, pause(0, 7));
    assert_eq!(wait(&queue, 2), Some(secs(5)));
    late.settle(Some(pause(2, 1)));
    assert_eq!(wait(&queue, 2), Some(secs(5)), "a shorter pause does not open it earlier");
    assert_eq!(wait(&queue, 7), None);
}

#[test]
fn a_window_lets_through_what_the_server_has_left() {
    let queue = Queue::new(Throttle::server());
    call(&queue, quota(0, 3, 60));
    let turns: Vec<_> = (0..3).map(|_| queue.take(secs(1)).unwrap()).collect();
    for (turn, left) in turns.into_iter().zip([2, 1, 0]) {
        turn.settle(Some(quota(1, left, 60)));
    }
    assert_eq!(wait(&queue, 1), Some(secs(59)), "the fourth waits for the next window");
    // The window is over: the limit of the last one is the best guess, and is renewed after a moment.
    assert_eq!(gone(&queue, 60), 10);
    assert_eq!(wait(&queue, 60), Some(GUESSED_WINDOW));
    assert_eq!(wait(&queue, 61), None);
}

#[test]
fn calls_on_their_way_are_counted_before_the_server_counts_them() {
    let queue = Queue::new(Throttle::server());
    let mut turns: Vec<_> = (0..5).map(|_| queue.take(secs(0)).unwrap()).collect();
    turns.remove(0).settle(Some(quota(0, 6, 60)));
    for turn in turns {
        turn.settle(None);
    }
    assert_eq!(gone(&queue, 1), 2, "six, of which four are spent");
}

#[test]
fn calls_that_have_ended_are_not_on_their_way() {
    let queue = Queue::new(Throttle::server());
    (0..5).for_each(|_| assert_eq!(wait(&queue, 0), None));
    call(&queue, quota(0, 6, 60));
    assert_eq!(gone(&queue, 1), 6);
}

#[test]
fn a_turn_that_is_not_used_is_given_back() {
    let queue = Queue::new(Throttle::server());
    call(&queue, quota(0, 3, 3600));
    // An outage, and callers who lose patience.
    for _ in 0..100 {
        drop(queue.take(secs(1)).unwrap());
    }
    assert_eq!(gone(&queue, 1), 3);
    // A turn from before the first response: counted as on its way, and then it is not.
    let queue = Queue::new(Throttle::server());
    let (early, lost) = (queue.take(secs(0)).unwrap(), queue.take(secs(0)).unwrap());
    early.settle(Some(quota(0, 3, 3600)));
    drop(lost);
    assert_eq!(gone(&queue, 1), 3);
    // What the server has closed stays closed, whatever is given back.
    let queue = Queue::new(Throttle::server());
    let (early, lost) = (queue.take(secs(0)).unwrap(), queue.take(secs(0)).unwrap());
    early.settle(Some(quota(0, 0, 3600)));
    drop(lost);
    assert_eq!(wait(&queue, 1), Some(secs(3599)));
}

#[test]
fn a_later_response_counts_also_when_more_is_left_than_before() {
    let queue = Queue::new(Throttle::server());
    call(&queue, quota(0, 1, 3600));
    call(&queue, quota(1, 9, 3600));
    assert_eq!(gone(&queue, 2), 9, "the same window, and somebody has raised the quota");
    let queue = Queue::new(Throttle::server());
    call(&queue, quota(0, 2, 3600));
    call(&queue, quota(1, 9, 60));
    assert_eq!(gone(&queue, 2), 9, "the window before was a mistake of the server");
}

#[test]
fn a_later_window_takes_the_place_of_an_earlier_one() {
    let queue = Queue::new(Throttle::server());
    call(&queue, quota(0, 2, 60));
    call(&queue, quota(1, 7, 120));
    assert_eq!(gone(&queue, 2), 7);
    // Two responses that were on their way together: the later window counts, whichever comes first.
    for windows in [[(1, 60), (5, 120)], [(5, 120), (1, 60)]] {
        let queue = Queue::new(Throttle::server());
        let turns = [queue.take(secs(0)).unwrap(), queue.take(secs(0)).unwrap()];
        for (turn, (left, reset)) in turns.into_iter().zip(windows) {
            turn.settle(Some(quota(0, left, reset)));
        }
        let first = if windows[0].1 == 120 { 4 } else { 5 };
        assert_eq!(gone(&queue, 1), first, "{windows:?}");
    }
    // Of one window, the smaller number counts, and what is closed stays closed.
    for (first, second) in [(2, 5), (5, 2)] {
        let queue = Queue::new(Throttle::server());
        let turns = [queue.take(secs(0)).unwrap(), queue.take(secs(0)).unwrap()];
        for (turn, left) in turns.into_iter().zip([first, second]) {
            turn.settle(Some(quota(0, left, 60)));
        }
        assert_eq!(gone(&queue, 1), if first == 2 { 1 } else { 2 }, "{first} and {second}");
    }
    // A window of a whole day is believed, and not of a second more.
    let (day, queue) = (LONGEST.as_secs(), Queue::new(Throttle::server()));
    call(&queue, quota(0, 0, day + 1));
    assert_eq!(wait(&queue, 0), None);
    call(&queue, quota(0, 0, day));
    assert_eq!(wait(&queue, 0), Some(LONGEST));
}

#[test]
fn responses_that_overtake_each_other_do_not_raise_what_is_left() {
    let queue = Queue::new(Throttle::server());
    let mut turns = (0..4).map(|_| queue.take(secs(0)).unwrap()).collect::<Vec<_>>().into_iter();
    let mut response = |feedback| turns.next().unwrap().settle(Some(feedback));
    response(quota(0, 2, 60));
    response(quota(0, 5, 60));
    response(quota(0, 9, 59));
    response(quota(0, 0, 60));
    assert_eq!(wait(&queue, 1), Some(secs(59)), "neither more nor an older window");
    assert_eq!(wait(&queue, 60), None);
}

#[test]
fn where_responses_are_missing_a_call_asks_from_time_to_time() {
    let queue = Queue::new(Throttle::server());
    call(&queue, quota(0, 2, 3600));
    assert_eq!(gone(&queue, 1), 2);
    assert_eq!(wait(&queue, 1), Some(PROBE));
    assert_eq!((gone(&queue, 6), wait(&queue, 6)), (1, Some(PROBE)), "one asks, the others wait");
    // Nobody waits for the one that asks; that does not open the queue.
    drop(queue.take(secs(11)).unwrap());
    assert_eq!(wait(&queue, 11), Some(PROBE));
    call(&queue, quota(16, 8, 3600));
    assert_eq!(gone(&queue, 16), 8, "the answer counts");
    // An answer that nothing is left ends the asking.
    call(&queue, quota(21, 0, 3600));
    assert_eq!(wait(&queue, 100), Some(secs(3500)));
}

#[test]
fn nonsense_of_a_server_does_not_close_the_line() {
    let queue = Queue::new(Throttle::server());
    // Milliseconds in the place of seconds, and a window that is over already.
    call(&queue, quota(0, 0, UNIX * 1000));
    call(&queue, Feedback { unix: secs(UNIX + 100), ..quota(0, 0, 60) });
    assert_eq!(wait(&queue, 0), None);
    call(&queue, pause(0, u64::MAX));
    assert_eq!(wait(&queue, 0), Some(LONGEST), "a pause is believed for a day");
}

#[test]
fn a_rate_of_ones_own_allows_a_burst_and_then_a_steady_pace() {
    let queue = Queue::new(Throttle::rate(10, secs(1)));
    assert_eq!((0..50).filter(|_| wait(&queue, 5).is_none()).count(), 10);
    assert_eq!(wait(&queue, 5), Some(Duration::from_millis(100)));
    let mut gone = 0;
    for tenth in 0..100 {
        let now = secs(5) + Duration::from_millis(100) * tenth;
        while let Ok(turn) = queue.take(now) {
            turn.settle(None);
            gone += 1;
        }
    }
    assert_eq!(gone, 99, "ten in each second after the burst");
    let once = Queue::new(Throttle::rate(0, secs(3)));
    assert_eq!((wait(&once, 0), wait(&once, 0)), (None, Some(secs(3))));
}

#[test]
fn a_rate_of_ones_own_does_not_listen_to_the_server_unless_asked() {
    let deaf = Queue::new(Throttle::rate(10, secs(1)));
    call(&deaf, pause(0, 60));
    assert_eq!(wait(&deaf, 0), None);
    let both = Queue::new(Throttle::server().at_most(1, secs(1)));
    call(&both, pause(0, 60));
    assert_eq!((wait(&both, 0), wait(&both, 60), wait(&both, 60)), (Some(secs(60)), None, Some(secs(1))));
}

fn throttled(acts: impl IntoIterator<Item = Act>) -> (Client, Script, TestClock) {
    let (script, clock) = (Script::new(acts), TestClock::default());
    let builder = builder().throttle(Throttle::server()).transport(script.clone()).clock(clock.clone());
    (builder.build().unwrap(), script, clock)
}

const SPENT: [(&str, &str); 3] =
    [("x-ratelimit-limit", "10"), ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1800000030")];

#[tokio::test]
async fn a_call_waits_until_the_window_of_an_earlier_one_is_over() {
    let (client, script, clock) = throttled([response_with(200, &SPENT, "1"), response(200, "2")]);
    assert_eq!(client.send(&Look::new()).await.unwrap(), 1);
    let second = client.clone().send_with_meta(&Look::new()).await.unwrap();
    // The window, and half of the 50 ms that spread those who wait.
    assert_eq!((second.meta.elapsed, second.meta.attempts), (Duration::from_millis(30_025), 1));
    assert_eq!((script.count(), crate::Clock::now(&clock)), (2, Duration::from_millis(30_025)));
}

#[tokio::test]
async fn a_wait_beyond_the_call_is_said_at_once_and_nothing_is_sent() {
    let (client, script, clock) = throttled([response_with(200, &SPENT, "1")]);
    client.send(&Look::new()).await.unwrap();
    let error = client.with_timeout(secs(10)).send(&Look::new()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts(), script.count()), (ErrorKind::NotSent, 0, 1));
    assert!(error.is_rate_limited() && error.is_retryable() && !error.is_connect() && !error.is_timeout());
    assert_eq!((error.retry_after(), crate::Clock::now(&clock)), (Some(secs(30)), Duration::ZERO));
    assert_eq!(
        error.to_string(),
        "not sent: the quota is used up for another 30.0s, longer than the call may take, `timeout` is 10s \
         (GET /v1/thing/look)"
    );
}

#[tokio::test]
async fn one_refusal_holds_all_clones_back() {
    let busy = response_with(429, &[("retry-after", "20")], "");
    let (client, script, _) = throttled([busy, response(200, "1")]);
    let impatient = client.with_retry(crate::Retry::never());
    assert_eq!(impatient.send(&Look::new()).await.unwrap_err().status(), Some(429));
    let elapsed = client.clone().send_with_meta(&Look::new()).await.unwrap().meta.elapsed;
    assert_eq!((elapsed, script.count()), (Duration::from_millis(20_025), 2));
}

#[tokio::test]
async fn another_key_and_another_server_have_lines_of_their_own() {
    let acts = [response_with(200, &SPENT, "1"), response(200, "2"), response(200, "3")];
    let (client, script, clock) = throttled(acts);
    client.send(&Look::new()).await.unwrap();
    let other = client.with_key(KEY.to_lowercase()).unwrap();
    assert_eq!(other.send(&Look::new()).await.unwrap(), 2);
    let proxied = client.with_base_url("https://proxy.example.com").unwrap();
    assert_eq!(proxied.send(&Look::new()).await.unwrap(), 3);
    assert_eq!((script.count(), crate::Clock::now(&clock)), (3, Duration::ZERO));
}

#[tokio::test]
async fn without_a_throttle_nobody_waits() {
    let script = Script::new([response_with(200, &SPENT, "1"), response(200, "2")]);
    let clock = TestClock::default();
    let client = builder().transport(script.clone()).clock(clock.clone()).build().unwrap();
    client.send(&Look::new()).await.unwrap();
    client.send(&Look::new()).await.unwrap();
    assert_eq!((script.count(), crate::Clock::now(&clock)), (2, Duration::ZERO));
}

/// A client whose server says that six calls are left for the next hour, and then has this trouble with six.
async fn during(trouble: fn() -> Act) -> (Client, Script) {
    const SIX: [(&str, &str); 4] = [
        ("date", "Fri, 15 Jan 2027 08:00:00 GMT"),
        ("x-ratelimit-limit", "1000"),
        ("x-ratelimit-remaining", "6"),
        ("x-ratelimit-reset", "1800003600"),
    ];
    let good = || response_with(200, &SIX, "1");
    let acts = std::iter::once(good()).chain((0..6).map(|_| trouble())).chain((0..9).map(|_| good()));
    let script = Script::new(acts);
    // Nobody has the time to wait for anything.
    let builder = builder().throttle(Throttle::server()).retry(crate::Retry::never()).timeout(PROBE / 2);
    let client = builder.transport(script.clone()).build().unwrap();
    client.send(&Look::new()).await.unwrap();
    (client, script)
}

#[tokio::test]
async fn an_outage_costs_nothing_of_the_quota() {
    let refused = || Act::Fail(crate::transport::error::TransportError::not_connected("connection refused"));
    let (client, script) = during(refused).await;
    for _ in 0..6 {
        assert!(client.send(&Look::new()).await.unwrap_err().is_connect());
    }
    for _ in 0..9 {
        client.send(&Look::new()).await.unwrap();
    }
    assert_eq!(script.count(), 16);
}

#[tokio::test]
async fn calls_that_nobody_waits_for_cost_nothing_of_the_quota() {
    let (client, script) = during(|| Act::Hang).await;
    for _ in 0..6 {
        let request = Look::new();
        let mut call = std::pin::pin!(client.send(&request));
        let state = std::future::poll_fn(|context| std::task::Poll::Ready(call.as_mut().poll(context)));
        assert!(state.await.is_pending());
    }
    for _ in 0..9 {
        client.send(&Look::new()).await.unwrap();
    }
    assert_eq!(script.count(), 16);
}

#[tokio::test]
async fn a_window_is_measured_by_the_clock_of_the_server() {
    // The machine's clock is an hour behind.
    let late = [
        ("date", "Fri, 15 Jan 2027 09:00:00 GMT"),
        ("x-ratelimit-limit", "10"),
        ("x-ratelimit-remaining", "0"),
        ("x-ratelimit-reset", "1800003605"),
    ];
    let (client, _, _) = throttled([response_with(200, &late, "1"), response(200, "2")]);
    client.send(&Look::new()).await.unwrap();
    let elapsed = client.send_with_meta(&Look::new()).await.unwrap().meta.elapsed;
    assert_eq!(
        elapsed,
        Duration::from_millis(5025),
        "the window, and half of the 50 ms that spread those who wait"
    );
}

#[test]
fn an_endpoint_with_a_quota_of_its_own_waits_in_a_line_of_its_own() {
    use crate::endpoint::Endpoint;
    use crate::schema::tables::{EndpointInfo, Quota};
    static MAIN: &EndpointInfo = Look::INFO;
    static OWN: EndpointInfo = EndpointInfo {
        id: "own",
        rate_limit: Some(Quota { requests: 2, per: Duration::from_secs(60) }),
        ..*Look::INFO
    };
    let queues = Queues::new(Throttle::server());
    // What the server says of one quota does not hold for the other.
    call(&queues.of(MAIN), pause(0, 7));
    assert_eq!(wait(&queues.of(MAIN), 0), Some(secs(7)));
    assert_eq!((wait(&queues.of(&OWN), 0), wait(&queues.of(&OWN), 0)), (None, None));
    assert_eq!(wait(&queues.of(&OWN), 0), Some(secs(30)), "a third one in a minute");
    assert_eq!(wait(&queues.afresh().of(&OWN), 0), None, "another key has another quota");
}
