//! The programs of `bizkit-client/examples`, run as people run them: what they print, and how they end.

use crate::support::built::built;
use std::process::{Command, Output};

/// Runs an example without a key, unless the environment has one: status, output, errors. Every proxy that the
/// environment can name is a port where nobody listens, so a call that left the machine would fail.
pub(crate) fn run(name: &str, arguments: &[&str], environment: &[(&str, &str)]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = Command::new(&built().examples[name])
        .args(arguments)
        .env_remove("BIZKITHUB_API_KEY")
        .env_remove("BIZKITHUB_API_URL")
        .envs(
            ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"].map(|name| (name, "http://127.0.0.1:9")),
        )
        .env_remove("NO_PROXY")
        .envs(environment.iter().copied())
        .output()
        .unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

#[test]
fn a_shopper_walks_from_the_registration_to_the_order() {
    let (status, out, err) = run("storefront", &[], &[]);
    assert_eq!(status, 0, "{out}{err}");
    let steps: Vec<&str> = out.lines().map(|line| line.split_whitespace().nth(1).unwrap()).collect();
    assert_eq!(steps, ["register", "verify", "login", "account", "feed", "order", "detail"]);
    assert!(out.contains("hello Eva") && out.contains("https://") && !out.contains('\x1b'), "{out}");
    // What was ordered is what is shown.
    let [.., feed, order, detail] = out.lines().collect::<Vec<_>>()[..] else { panic!("{out}") };
    assert!(feed.contains("Cheese Burger") && detail.contains("Cheese Burger"), "{out}");
    let number = order.split_whitespace().nth(2).unwrap();
    assert!(number.len() == 8 && detail.contains(number), "{out}");
}

#[test]
fn a_shopper_who_cannot_go_on_is_told_why() {
    let taken = ["--email", "jan@barasek.com"];
    let (status, _, err) = run("storefront", &taken, &[]);
    assert!(status == 1 && err.contains("has an account"), "{err}");
    let (status, out, err) = run("storefront", &["--from", "login", "--password", "wrong"], &[]);
    assert!(status == 1 && err.contains("password is wrong"), "{out}{err}");
    let (status, _, err) = run("storefront", &["--from", "verify"], &[]);
    assert!(status == 2 && err.contains("--token"), "{err}");
}

#[test]
fn a_walk_has_a_beginning_an_end_and_a_form_for_programs() {
    let (status, out, _) =
        run("storefront", &["--from", "account", "--until", "feed", "--format", "json"], &[]);
    assert_eq!(status, 0);
    let steps: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let names: Vec<_> = steps.iter().map(|step| step["step"].as_str().unwrap()).collect();
    assert_eq!(names, ["login", "account", "feed"], "whoever comes in later signs in, too");
    assert_eq!(steps[1]["result"]["credits"], "123");

    for (arguments, reason) in [
        (["--from", "feed", "--until", "login"], "before it begins"),
        (["--from", "buy", "--until", "login"], "register, verify, login"),
        (["--email", "nobody", "--until", "register"], "jan@barasek.com"),
    ] {
        let (status, out, err) = run("storefront", &arguments, &[]);
        assert!(status == 2 && out.is_empty() && err.contains(reason), "{arguments:?}: {out}{err}");
    }
}

#[test]
fn nothing_is_bought_with_a_real_key_by_accident() {
    // Nobody listens there, so a call would be an error of another kind.
    let real = [
        ("BIZKITHUB_API_KEY", "PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE"),
        ("BIZKITHUB_API_URL", "http://127.0.0.1:1"),
    ];
    for (name, step) in [("storefront", "register"), ("checkout", "order")] {
        let (status, out, err) = run(name, &[], &real);
        assert!(status == 2 && out.is_empty() && err.contains("--for-real"), "{name}: {out}{err}");
        assert!(err.contains(step) && !err.contains("PRODPGrF"), "{name}: {err}");
    }
    let login = ["--from", "login", "--until", "account"];
    let (status, _, err) = run("storefront", &login, &real);
    assert!(status == 2 && err.contains("--email"), "nobody is made up for a real shop: {err}");
    let (status, _, err) =
        run("storefront", &[&login[..], &["--email", "a@b.cz", "--password", "x"]].concat(), &real);
    assert!(status == 1 && err.contains("no connection"), "reading is allowed: {err}");
}

#[test]
fn every_end_of_an_order_has_its_status() {
    for (arguments, status, outcome) in [
        (&[][..], 0, "made"),
        (&["--fault", "busy"], 0, "made"),
        (&["--fault", "lost"], 0, "found"),
        (&["--fault", "refused"], 1, "not-made"),
        (&["--error", "PUBLIC_API_KEY_HAS_BEEN_EXPIRED"], 1, "not-made"),
        (&["--fault", "down"], 3, "unknown"),
        (&["--fault", "garbled"], 3, "unknown"),
    ] {
        let arguments = [arguments, &["--format", "json"]].concat();
        let (found, out, err) = run("checkout", &arguments, &[]);
        let told: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!((found, told["outcome"].as_str().unwrap()), (status, outcome), "{arguments:?}: {err}");
    }
    let (_, out, _) = run("checkout", &["--item", "Towel=30.50", "--item", "Soap=9"], &[]);
    assert!(out.contains("is made, by 1 attempt") && out.contains("https://payments"), "{out}");
}

#[test]
fn a_catalogue_is_exported_in_parts() {
    let (status, out, err) = run("catalogue", &[], &[]);
    assert_eq!((status, out.lines().count()), (0, 75), "{err}");
    assert!(err.contains("75 products on 3 pages") && !err.contains("go on"), "{err}");

    let part = ["--limit", "10", "--max-pages", "2", "--format", "json"];
    let (status, out, err) = run("catalogue", &part, &[]);
    let products: Vec<serde_json::Value> =
        out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((status, products.len(), products[19]["slug"].as_str()), (0, 20, Some("socks-20")));
    assert!(err.contains("go on with `--page 3`"), "{err}");

    let (_, out, _) = run("catalogue", &["--limit", "10", "--page", "3", "--max-pages", "1"], &[]);
    assert!(out.starts_with("Socks No. 21 ") && out.lines().count() == 10, "{out}");
}

#[test]
fn every_example_teaches_its_arguments() {
    for name in ["catalogue", "checkout", "customer_detail", "storefront"] {
        let (status, out, err) = run(name, &["--help"], &[]);
        assert!(status == 0 && err.is_empty(), "{name}: {err}");
        let command = format!("cargo run --example {name} -- [OPTIONS]");
        for fact in [command.as_str(), "BIZKITHUB_API_KEY", "--format", "EXIT STATUS"] {
            assert!(out.contains(fact), "{name} does not tell of {fact}");
        }
        for wrong in [&["--nonsense"][..], &["--format", "xml"]] {
            let (status, out, err) = run(name, wrong, &[]);
            assert!(status == 2 && out.is_empty() && err.contains("--help"), "{name} {wrong:?}: {err}");
        }
    }
}
