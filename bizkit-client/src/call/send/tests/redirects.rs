//! Redirects, which end a call.

use crate::error::ErrorKind;
use crate::testing::{Buy, Look, response_with, scripted};

#[tokio::test]
async fn a_redirect_is_refused_with_the_host_that_it_names() {
    let to = [("location", "https://evil.example.com/?apiKey=PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE")];
    let (client, script, _) = scripted([response_with(307, &to, ""), response_with(301, &[], "")]);
    let error = client.send(&Look::new()).await.unwrap_err();
    assert_eq!((error.kind(), error.status(), script.count()), (ErrorKind::Refused, Some(307), 1));
    assert_eq!(
        error.to_string(),
        "the server redirects to https://evil.example.com, which is not followed, since it would get the key \
         (GET /v1/thing/look, status 307)"
    );
    assert!(!error.is_retryable());
    assert_eq!(error.meta().unwrap().headers["location"], "***");
    assert_eq!(client.send(&Buy::new()).await.unwrap_err().kind(), ErrorKind::Refused);
}

#[tokio::test]
async fn a_redirect_within_the_server_is_told_from_one_that_says_nothing() {
    for (location, said) in [
        ("/elsewhere", "the server redirects to another path, which is not followed; check the base URL"),
        ("elsewhere?a=b", "the server redirects to another path, which is not followed; check the base URL"),
        ("", "the server redirects and does not say where to"),
    ] {
        let (client, _, _) = scripted([response_with(302, &[("location", location)], "")]);
        let error = client.send(&Look::new()).await.unwrap_err();
        assert_eq!(error.to_string(), format!("{said} (GET /v1/thing/look, status 302)"), "{location:?}");
    }
}
