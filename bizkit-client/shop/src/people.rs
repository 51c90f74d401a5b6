//! Accounts, sessions, and the mails that lead to them.

use crate::blank::Blanks;
use crate::id::new_id;
use bizkit_client::Arg;
use bizkit_client::customer::{
    Account, ConfirmAccount, ConfirmAccountFailure, ConfirmedAccount, Detail, DetailResponse, GetAccountInfo,
    GetAccountInfoResponse, Login, LoginErrorCode, LoginFailure, Logout, MagicAuth, MagicSession,
    PasswordErrorCode, RegisterAccount, RegisterAccountFailure, RegistrationErrorCode, ResetPassword,
    Session, SetNewPassword, SetNewPasswordFailure,
};
use bizkit_client::sandbox::{Answer, Fault, IntoAnswer, PlanError, Sandbox};
use bizkit_client::types::{Acknowledgement, Email, IdentityId};
use bizkit_client::{Endpoint, from_json, to_json};
use std::collections::BTreeMap;

/// Everybody who has an account.
#[derive(Clone)]
pub(crate) struct People {
    /// Keys are normalised e-mail addresses.
    by_email: BTreeMap<String, Person>,
    /// E-mail addresses by session.
    sessions: BTreeMap<String, String>,
    /// E-mail addresses by token that was not used yet.
    tokens: BTreeMap<String, String>,
    /// The last token that was mailed to an address.
    mails: BTreeMap<String, String>,
    /// How many ids were made.
    made: u32,
    blanks: Blanks,
}

#[derive(Clone)]
struct Person {
    account: Account,
    /// The passwords, the present one last.
    passwords: Vec<String>,
    confirmed: bool,
}

impl People {
    /// The shopper of the examples, signed in already.
    pub(crate) fn documented(sandbox: &Sandbox, blanks: &Blanks) -> Result<Self, PlanError> {
        let GetAccountInfoResponse::Account(account) = sandbox.documented::<GetAccountInfo>()? else {
            return Err(PlanError::new("the documentation shows no account"));
        };
        let email = account.email.as_ref().map(key).unwrap_or_default();
        let session = account.identity_id.expose().to_owned();
        let person = Person { account, passwords: vec!["1234".to_owned()], confirmed: true };
        Ok(Self {
            by_email: [(email.clone(), person)].into(),
            sessions: [(session, email)].into(),
            tokens: BTreeMap::new(),
            mails: BTreeMap::new(),
            made: 0,
            blanks: blanks.clone(),
        })
    }

    pub(crate) fn mailed_token(&self, email: &str) -> Option<String> {
        self.mails.get(&normalised(email)).cloned()
    }

    pub(crate) fn login(&mut self, call: &Login) -> Result<Session, LoginFailure> {
        let blank = &self.blanks.login_refused;
        let refused = |error_code, message: &str| {
            let mut refused = blank.clone();
            (refused.error_code, refused.message) = (error_code, message.to_owned());
            Err(LoginFailure::Refused(refused))
        };
        let email = key(&call.email);
        let Some(person) = self.by_email.get(&email) else {
            return refused(LoginErrorCode::UnknownEmail, "Nobody has this e-mail.");
        };
        if person.passwords.last().map(String::as_str) != Some(call.password.expose()) {
            return refused(LoginErrorCode::WrongCredentials, "Wrong e-mail or password.");
        }
        if !person.confirmed {
            return refused(LoginErrorCode::EmailNotVerified, "The e-mail is not verified.");
        }
        let mut session = self.blanks.session.clone();
        session.identity_id = self.open_session(email).into_arg();
        Ok(session)
    }

    /// Ends the session; one that is not known has ended already.
    pub(crate) fn logout(&mut self, call: &Logout) -> Acknowledgement {
        self.sessions.remove(call.identity_id.expose());
        Acknowledgement::Done
    }

    pub(crate) fn magic_auth(&mut self, call: &MagicAuth) -> MagicSession {
        let email = key(&call.email);
        if !self.by_email.contains_key(&email) {
            let mut account = self.new_account(&call.email);
            account.first_name.clone_from(&call.first_name);
            account.last_name.clone_from(&call.last_name);
            let person = Person { account, passwords: Vec::new(), confirmed: true };
            self.by_email.insert(email.clone(), person);
        }
        let mut session = self.blanks.magic_session.clone();
        session.identity_id = self.open_session(email).into_arg();
        session
    }

    pub(crate) fn register(&mut self, call: &RegisterAccount) -> Result<(), RegisterAccountFailure> {
        let email = key(&call.email);
        if self.by_email.contains_key(&email) {
            let mut refused = self.blanks.registration_refused.clone();
            refused.error_code = RegistrationErrorCode::AlreadyRegistered;
            "Already registered.".clone_into(&mut refused.message);
            return Err(RegisterAccountFailure::Refused(refused));
        }
        let mut account = self.new_account(&call.email);
        account.first_name.clone_from(&call.first_name);
        account.last_name.clone_from(&call.last_name);
        account.phone.clone_from(&call.phone);
        account.company_name.clone_from(&call.company_name);
        let passwords = vec![call.password.expose().to_owned()];
        self.by_email.insert(email.clone(), Person { account, passwords, confirmed: false });
        self.mail(email);
        Ok(())
    }

    pub(crate) fn verify(
        &mut self,
        call: &ConfirmAccount,
    ) -> Result<ConfirmedAccount, ConfirmAccountFailure> {
        let email = self.tokens.remove(call.token.expose()).ok_or(ConfirmAccountFailure::Refused)?;
        let person = self.by_email.get_mut(&email).ok_or(ConfirmAccountFailure::Refused)?;
        person.confirmed = true;
        let mut confirmed = self.blanks.confirmed.clone();
        confirmed.email = email.into_arg();
        Ok(confirmed)
    }

    /// Tells nobody whether the address is known.
    pub(crate) fn reset_password(&mut self, call: &ResetPassword) -> Acknowledgement {
        let email = key(&call.email);
        if self.by_email.contains_key(&email) {
            self.mail(email);
        }
        Acknowledgement::Done
    }

    pub(crate) fn set_password(&mut self, call: &SetNewPassword) -> Result<(), SetNewPasswordFailure> {
        let mut refused = self.blanks.password_refused.clone();
        let mut refused = |error_code, message: &str| {
            (refused.error_code, refused.message) = (error_code, message.to_owned());
            Err(SetNewPasswordFailure::Refused(refused.clone()))
        };
        let token = call.token.expose();
        let Some(person) = self.tokens.get(token).and_then(|email| self.by_email.get_mut(email)) else {
            return refused(PasswordErrorCode::UnknownToken, "Nobody asked for this.");
        };
        let password = call.password.expose().to_owned();
        if person.passwords.contains(&password) {
            return refused(PasswordErrorCode::UsedBefore, "The password was used before.");
        }
        person.passwords.push(password);
        // Whoever could read the mail has the address.
        person.confirmed = true;
        self.tokens.remove(token);
        Ok(())
    }

    pub(crate) fn account(&mut self, call: &GetAccountInfo) -> GetAccountInfoResponse {
        self.of_session(call.identity_id.expose()).map_or(GetAccountInfoResponse::LoggedOut, |person| {
            let identity_id = call.identity_id.clone();
            let mut account = person.account.clone();
            account.identity_id = identity_id;
            GetAccountInfoResponse::Account(account)
        })
    }

    /// A shopper may read the own profile alone.
    pub(crate) fn detail(&mut self, call: &Detail) -> Answer {
        let response = match self.of_session(call.identity_id.expose()) {
            None => DetailResponse::LoggedOut,
            Some(person) if person.account.cu_ref_no != call.cu_ref_no => {
                return Fault::code("PUBLIC_CUSTOMER_DETAIL_NOT_PERMITTED").into();
            }
            // A profile is an account without its session.
            Some(person) => match from_json(&to_json(&person.account)) {
                Ok(profile) => DetailResponse::Profile(profile),
                Err(_) => return Fault::Status(500).into(),
            },
        };
        IntoAnswer::<Detail>::into_answer(Ok::<_, <Detail as Endpoint>::Failure>(response))
    }

    /// Whose session this is.
    pub(crate) fn email_of(&self, session: &IdentityId) -> Option<&str> {
        self.sessions.get(session.expose()).map(String::as_str)
    }

    fn of_session(&self, session: &str) -> Option<&Person> {
        self.by_email.get(self.sessions.get(session)?)
    }

    fn open_session(&mut self, email: String) -> String {
        // The shopper of the examples gets the session of the examples.
        if let Some((session, _)) = self.sessions.iter().find(|(_, owner)| **owner == email) {
            return session.clone();
        }
        let session = new_id("session", 32, &mut self.made);
        self.sessions.insert(session.clone(), email);
        session
    }

    fn mail(&mut self, email: String) {
        let token = new_id("token", 32, &mut self.made);
        self.tokens.insert(token.clone(), email.clone());
        self.mails.insert(email, token);
    }

    /// An account with nothing in it but the address.
    fn new_account(&mut self, email: &Email) -> Account {
        let mut account = self.blanks.account.clone();
        account.cu_ref_no = new_id("customer", 16, &mut self.made).into_arg();
        account.email = Some(key(email).into_arg());
        account
    }
}

fn key(email: &Email) -> String {
    normalised(email.as_str())
}

/// The form that people are found by.
pub(crate) fn normalised(email: &str) -> String {
    email.trim().to_lowercase()
}
