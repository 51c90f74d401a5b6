//! A typed client of an API that is not BizKitHub: the macro, pointed at this crate's own folder of specs.
//!
//! The API is made up (a library that lends things), and has what real ones have: a key in a header, in a bearer
//! token or nowhere, several methods on one path, partial updates, unions, money, pages, bytes. Its specs are in
//! `specs/`, the calls of its tests in `tests/calls/`. Take it as the pattern for a crate of your own.
//!
//! # Another API in ten steps
//!
//! **1. A crate.** It needs the macro and the runtime. The runtime may have any name; step 7 repeats it.
//!
//! ```toml
//! [dependencies]
//! bizkit-macros = "0.1"
//! http-runtime = { package = "bizkit-client", version = "0.1", default-features = false, features = ["rustls"] }
//!
//! [dev-dependencies]
//! http-runtime = { package = "bizkit-client", version = "0.1", default-features = false, features = ["sandbox"] }
//! tokio = { version = "1", features = ["macros", "rt"] }
//! ```
//!
//! **2. A build script**, so that a spec which is added or removed is seen. Edited ones are seen without it.
//!
//! ```no_run
#![doc = include_str!("../build.rs")]
//! ```
//!
//! **3. The API**: `specs/api.yaml` says where it is, and what its key is called and where it travels.
//!
//! ```yaml
#![doc = include_str!("../specs/api.yaml")]
//! ```
//!
//! **4. Its error codes**: `specs/errors.yaml` becomes [`ErrorCode`]. An API without codes leaves the file out.
//!
//! ```yaml
#![doc = include_str!("../specs/errors.yaml")]
//! ```
//!
//! **5. Its types**: what several endpoints share goes into files of `specs/types/`, the key among them. The
//! example of the key is what tests send.
//!
//! ```yaml
//! LenderKey:
//!   type: string
//!   description: The key of somebody who lends.
//!   pattern: "^lot_(live|test)_[a-z0-9]{20}$"
//!   sensitive: true
//!   example: lot_test_abcdefghij0123456789
//! ```
//!
//! **6. An endpoint** is one file below the folder of its module. Several methods on one path have it in their
//! names: `thing.get.yaml`, `thing.post.yaml`. Folders in braces are not part of the module.
//! This is `specs/branch/{branchId}/thing/{thingId}.patch.yaml`, and becomes [`branch::thing::ThingPatch`]:
//!
//! ```yaml
#![doc = include_str!("../specs/branch/{branchId}/thing/{thingId}.patch.yaml")]
//! ```
//!
//! **7. The macro call** stands in `lib.rs`, or in a module. `crate` is the runtime's name, and `root` is where users
//! find the generated items: the examples on their pages are then compiled by `cargo test`. A mistake in a spec
//! is a compile error with its file, line and column.
//!
//! ```
//! # mod thing_client {
//! bizkit_macros::api!("specs", crate = ::http_runtime, root = other_api);
//! # }
//! ```
//!
//! **8. A client**. `Client` calls any API that the macro has read, `API` says which; a key never goes to another one.
//!
//! ```no_run
//! use http_runtime::{Client, Error};
//! use other_api::API;
//!
//! # fn client() -> Result<(), Error> {
//! let client = Client::from_env_of(&API)?; // THINGS_API_KEY, THINGS_API_URL
//! let client = Client::for_api(&API).key("lot_test_abcdefghij0123456789").build()?;
//! # Ok(())
//! # }
//! ```
//!
//! **9. A call**. What the endpoint requires is in `new`, what it allows is a setter.
//!
//! ```
//! use http_runtime::{Client, Error};
//! use other_api::branch::thing::ThingPatch;
//!
//! async fn mend(client: &Client) -> Result<(), Error> {
//!     let thing = ThingPatch::new("Praha 1/Old Town", "DR-0042")
//!         .note("the handle is loose") // sets it
//!         .clear_due_on() // sends null; what is not named stays as it is
//!         .send(client)
//!         .await?;
//!     println!("{} costs {}", thing.name, thing.deposit);
//!     Ok(())
//! }
//! ```
//!
//! **10. A test** without a network: the sandbox plays the API out of the same specs, checks every request by their
//! rules, answers with their examples, and fails as it is told to.
//!
//! ```
//! use http_runtime::sandbox::{Fault, Sandbox};
//! use other_api::{API, ErrorCode, branch::ThingGet};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::of(&API, bizkit_macros::sources!("specs"))?;
//! let client = sandbox.client()?;
//!
//! let page = ThingGet::new("Praha 1/Old Town").send(&client).await?;
//! assert_eq!(page.items[0].deposit.get().as_str(), "249.90");
//! assert_eq!(sandbox.requests()[0].path(), "/branch/Praha%201%2FOld%20Town/thing/");
//!
//! sandbox.on("branch/{branchId}/thing.get").fail(Fault::code("branch_closed"))?;
//! let error = ThingGet::new("Brno").send(&client).await.unwrap_err();
//! assert_eq!(ErrorCode::of(&error), Some(ErrorCode::BranchClosed));
//! # Ok(())
//! # }
//! ```
//!
//! `specs/README.md` of the workspace is the reference of the language.

bizkit_macros::api!("specs", crate = ::http_runtime, root = other_api);
