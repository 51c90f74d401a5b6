//! The methods that every generated request has, written once: `request!` adds them to a struct.

/// Makes a request out of a struct:
/// `request!(Detail -> DetailResponse, [groups], { index field "wire" mode rules; .. })`.
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_request {
    ($name:ident -> $response:ty, [$($group:expr),* $(,)?], { $($row:tt)* }) => {
        $crate::__private::members!($name, [$($group),*], { $($row)* });
        $crate::__bizkit_incoming!($name, { $($row)* });

        impl $crate::__private::Sealed for $name {}

        impl $name {
            /// Checks every argument against its rules, and sends nothing. Sending does this first, too.
            ///
            /// # Errors
            /// When a rule is broken; the error lists all broken rules.
            pub fn check(&self) -> ::core::result::Result<(), $crate::__private::InvalidRequestError> {
                $crate::__private::Checker::request(self, <Self as $crate::__private::Endpoint>::INFO)
            }

            /// Makes the call and gives its result. It is awaited inside of a Tokio runtime.
            ///
            /// # Errors
            /// When an argument breaks a rule (then nothing is sent), when the server cannot be reached, refuses
            /// the call or gives an answer that cannot be read. `Error::kind` tells these apart.
            pub fn send(
                &self,
                client: &$crate::__private::Client,
            ) -> impl ::core::future::Future<Output = ::core::result::Result<$response, $crate::__private::Error>> {
                client.send(self)
            }

            /// As `send`, with the status, the headers, the quota and the number of attempts beside the result.
            ///
            /// # Errors
            /// As `send`.
            pub fn send_with_meta(
                &self,
                client: &$crate::__private::Client,
            ) -> impl ::core::future::Future<Output = ::core::result::Result<$crate::__private::Response<$response>, $crate::__private::Error>> {
                client.send_with_meta(self)
            }

            /// Makes the call and gives the answer as the server sent it, unjudged: whatever its status, its content
            /// type and its body are.
            ///
            /// # Errors
            /// When an argument breaks a rule, or no complete answer came.
            pub fn send_raw(
                &self,
                client: &$crate::__private::Client,
            ) -> impl ::core::future::Future<Output = ::core::result::Result<$crate::__private::RawResponse, $crate::__private::Error>> {
                client.send_raw(self)
            }
        }
    };
}

#[cfg(test)]
mod tests;
