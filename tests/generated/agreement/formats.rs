//! Holds the formats of the language and those of the runtime to the same words, variant by variant.

use bizkit_client::__private::Format as Runtime;
use bizkit_spec::model::Format;

/// The runtime's variant for one of the language's. A variant that either side gets does not compile before it has a
/// row here.
macro_rules! twins {
    ($($variant:ident)+) => {
        fn runtime(format: Format) -> Runtime {
            match format {
                $(Format::$variant => Runtime::$variant,)+
            }
        }

        fn language(format: Runtime) -> Format {
            match format {
                $(Runtime::$variant => Format::$variant,)+
            }
        }
    };
}

twins! { Date DateTime Duration Uri Email Phone Ip Ipv4 Ipv6 Uuid Html Locale Currency }

#[test]
fn a_format_is_described_in_the_same_words_on_both_sides() {
    for format in Format::ALL {
        let twin = runtime(*format);
        assert_eq!(language(twin), *format);
        assert_eq!(twin.expected(), format.description(), "{format:?}");
        assert!(twin.allows(format.sample()), "{format:?}: {}", format.sample());
    }
}
