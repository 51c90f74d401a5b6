//! What the sandbox's shop sells.

use bizkit_client::Decimal;
use bizkit_shop::{Product, Shop};
use std::io;

/// Codes, names, prices in hundredths, and what they are.
const PRODUCTS: [(&str, &str, i64, &str); 15] = [
    ("espresso", "Espresso beans", 28_900, "<p>Dark, from <b>Brazil</b> and India.</p>"),
    ("filter", "Filter coffee", 31_900, "<p>Light, from Ethiopia.</p>"),
    ("green-tea", "Green tea", 14_950, "<p>Steamed leaves from Shizuoka.</p>"),
    ("black-tea", "Black tea", 11_900, "<p>Strong enough for milk.</p>"),
    ("cocoa", "Cocoa", 16_500, "<p>Nothing but cocoa.</p>"),
    ("honey", "Forest honey", 19_900, "<p>From the hives behind the town.</p>"),
    ("jam", "Apricot jam", 9_900, "<p>More fruit than sugar.</p>"),
    ("bread", "Rye bread", 7_450, "<p>Baked this morning.</p>"),
    ("butter", "Butter", 6_490, "<p>Unsalted.</p>"),
    ("cheese", "Mountain cheese", 24_900, "<p>Ten months old.</p>"),
    ("oil", "Olive oil", 34_900, "<p>First pressing, half a litre.</p>"),
    ("salt", "Sea salt", 5_900, "<p>Coarse.</p>"),
    ("pepper", "Black pepper", 8_900, "<p>Whole.</p>"),
    ("cup", "Cup", 22_000, "<p>Stoneware, made by hand, 2 dl.</p>"),
    ("kettle", "Kettle", 129_000, "<p>With a thermometer.</p>"),
];

/// A shop on this machine that sells them; the kettle is sold out.
///
/// # Errors
/// As [`Shop::selling`].
pub fn shop() -> io::Result<Shop> {
    Shop::selling(PRODUCTS.map(|(code, name, price, description)| {
        let product =
            Product::new(code, name, Decimal::from_minor_units(price, 2)).with_description(description);
        if code == "kettle" { product.sold_out() } else { product }
    }))
}
