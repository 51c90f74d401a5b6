//! Edits with what they must be taken for.

use super::Row;

/// `edits expected`; `back` takes the edited text for the old one.
macro_rules! rows {
    ($($($back:ident)? [$($from:literal => $to:literal),+] $($expected:literal)+;)*) => {
        pub(super) const ROWS: &[Row] = &[$(Row {
            back: stringify!($($back)?).len() > 0,
            edits: &[$(($from, $to)),+],
            expected: &[$($expected),+],
        }),*];
    };
}

rows! {
    ["title: Shop" => "title: Market"] "cosmetic api-text api.title";
    ["baseUrl: https://api" => "baseUrl: https://rest"] "breaking host api.baseUrl";
    ["path: /label" => "path: /label\nbaseUrl: https://pdf.example.com"] "breaking host shop/label.baseUrl";
    ["path: /label" => "path: /label\nbaseUrl: https://api.example.com"] "cosmetic endpoint-text shop/label.baseUrl";
    ["baseUrlEnv: SHOP_URL\n" => ""] "breaking variable-changed api.baseUrlEnv";
    ["env: SHOP_KEY" => "env: OTHER"] "breaking variable-changed api.key.env";
    ["type: ApiKey, name" => "type: OtherKey, name"] "breaking key-type api.key.type";
    ["name: apiKey" => "name: key"] "additive key-name api.key.name" "additive key-name shop/list.key.name";
    ["in: [query, bearer]" => "in: [query, bearer, header]"] "additive key-place-added api.key.in";
    ["in: [query, bearer]" => "in: [query]"] "breaking key-place-removed api.key.in";
    ["in: [query, bearer]" => "in: [bearer, query]"] "additive key-place-usual api.key.in";
    ["DEV_: Developer" => "DEV_: Developer, ROOT: Root"] "additive key-kind-added api.key.kinds.ROOT";
    [", DEV_: Developer" => ""] "breaking key-kind-removed api.key.kinds.DEV_";
    ["DEV_: Developer" => "DEV_: Maker"] "breaking key-kind-removed api.key.kinds.DEV_";
    ["A live key" => "A key that is live"] "cosmetic key-text api.key.kinds.PROD";
    ["SLOW_DOWN:" => "OTHER: { topic: input, summary: Another }\nSLOW_DOWN:"] "additive code-added errors/OTHER";
    ["SLOW_DOWN: { topic: rate, summary: Too many calls }\n" => ""] "breaking code-removed errors/SLOW_DOWN";
    ["topic: rate, " => "topic: rate, name: wait, "] "breaking code-renamed errors/SLOW_DOWN";
    ["topic: rate" => "topic: server"] "breaking code-topic errors/SLOW_DOWN";
    ["status: 404" => "status: 410"] "additive code-status errors/NO_SHOP.status";
    ["Too many calls" => "Far too many calls"] "cosmetic code-text errors/SLOW_DOWN";

    ["#= shop/ping.yaml" => "#= shop/pong.yaml\nsummary: Pong\nmethod: GET\npath: /pong\nresponses: { 200: {} }\n#= shop/ping.yaml"]
        "additive endpoint-added shop/pong";
    ["#= shop/label.yaml\nsummary: Print a label\nmethod: POST\npath: /label\nbody: { contentType: text/html, type: string, format: html }\nresponses: { 200: { contentType: application/pdf, type: binary } }\n" => ""]
        "breaking endpoint-removed shop/label";
    ["method: GET\npath: /ping" => "name: hello\nmethod: GET\npath: /ping"]
        "breaking endpoint-renamed shop/ping" "breaking type-renamed shop/ping.200";
    ["#= shop/label.yaml" => "#= shop/print/label.yaml"]
        "breaking endpoint-id shop/print/label" "breaking endpoint-renamed shop/print/label";
    ["Print a label" => "Print one label"] "cosmetic endpoint-text shop/label";
    ["method: POST\npath: /label" => "method: PUT\nretry: never\npath: /label"] "additive method shop/label.method";
    ["path: /label" => "path: /print"] "additive path shop/label.path";
    ["key: query" => "key: none"] "additive key-dropped shop/list.key";
    ["key: query" => "key: bearer"]
        "additive key-place-added shop/list.key.in" "breaking key-place-removed shop/list.key.in"
        "additive key-place-usual shop/list.key.in";
    ["retry: never" => "retry: safe"] "breaking retry-allowed shop/list.retry";
    ["method: GET\npath: /ping" => "method: GET\nretry: never\npath: /ping"] "additive retry-forbidden shop/ping.retry";
    ["method: GET\npath: /ping" => "method: GET\ntimeout: 2m\npath: /ping"] "additive timeout shop/ping.timeout";
    ["method: GET\npath: /ping" => "method: GET\nrateLimit: { requests: 5, per: 1s }\npath: /ping"] "additive rate-limit shop/ping.rateLimit";
    ["pagination: { page: page, limit: size, items: lines }\n" => ""] "breaking pages-removed shop/list.pagination";
    ["items: lines" => "items: more"] "breaking pages-items shop/list.pagination.items";
    ["items: lines" => "items: lines, total: sum"] "additive pages-changed shop/list.pagination";
    ["errors: [NO_SHOP]" => "errors: [NO_SHOP, SLOW_DOWN]"] "cosmetic endpoint-codes shop/order.errors";
    ["response: one" => "response: two"] "cosmetic call-example shop/ping.examples";

    ["  wish: Wish" => "  wish: Wish\n  vat: { type: decimal, required: true }"] "breaking required-added shop/order.body.vat";
    ["state: State" => "state: State\n    vat: { type: decimal, required: true }"] "additive required-added types/Line.vat";
    ["  wish: Wish" => "  wish: Wish\n  vat: decimal"] "additive optional-added shop/order.body.vat";
    ["sum: integer" => "sum: integer, vat: decimal"] "additive optional-added shop/list.200.vat";
    ["  choice: Choice\n" => ""] "breaking member-removed shop/order.body.choice";
    [", sum: integer" => ""] "breaking member-removed shop/list.200.sum";
    ["  choice: Choice" => "  choice: { type: Choice, name: pick }"] "breaking member-renamed shop/order.body.choice";
    ["  choice: Choice" => "  pick: Choice"]
        "breaking member-renamed shop/order.body.pick" "additive wire-name shop/order.body.pick";
    ["sum: integer" => "total: integer"]
        "breaking member-removed shop/list.200.sum" "additive optional-added shop/list.200.total";
    ["ip: { type: Ip, in: header, name: client_ip }" => "clientIp: { type: Ip, in: header }"]
        "additive wire-name shop/order.header.clientIp";
    ["  wish: Wish" => "  wish: { type: Wish, required: true }"] "breaking became-required shop/order.body.wish";
    ["state: State" => "state: { type: State, required: true }"] "breaking became-required types/Line.state";
    ["code: { type: Code, required: true }" => "code: Code"] "breaking became-optional shop/order.body.code";
    ["price: { type: Price, required: true }" => "price: Price"] "breaking became-optional types/Line.price";
    ["  wish: Wish" => "  wish: { type: Wish, nullable: true }"] "additive null-allowed shop/order.body.wish";
    ["sum: integer" => "sum: { type: integer, nullable: true }"] "breaking null-allowed shop/list.200.sum";
    ["note: { type: string, nullable: true }" => "note: string"] "breaking null-refused types/Person.note";
    ["parts: { type: array, items: string }" => "parts: { type: array, items: { type: string, nullable: true } }"]
        "breaking null-allowed types/Line.parts[]";
    ["  person: { type: Person, required: true, description: Who pays }\n  code: { type: Code, required: true }" =>
     "  code: { type: Code, required: true }\n  person: { type: Person, required: true, description: Who pays }"]
        "breaking argument-order shop/order";
    ["  wish: Wish\n  choice: Choice" => "  choice: Choice\n  wish: Wish"] "cosmetic member-order shop/order";
    ["ip: { type: Ip, in: header" => "ip: { type: Ip, in: query"] "additive place shop/order.query.ip";
    ["contentType: text/html" => "contentType: text/xml"] "additive body-form shop/label.body";
    ["application/pdf" => "image/png"] "additive body-form shop/label.200";
    ["  wish: Wish" => "  wish: State"] "breaking member-type shop/order.body.wish";
    ["count: { type: Count" => "count: { type: Choice"] "breaking member-type shop/order.body.count"
        "breaking narrowed shop/order.body.count.enum" "additive widened shop/order.body.count.maximum" "additive widened shop/order.body.count.minimum";
    ["sum: integer" => "sum: string"] "breaking value-kind shop/list.200.sum";
    ["size: { type: integer, as: string }" => "size: integer"] "additive wire-form shop/list.query.size.as";
    ["maxLength: 100" => "maxLength: 50"] "breaking narrowed types/Email.maxLength";
    ["maxLength: 100" => "maxLength: 200"] "additive widened types/Email.maxLength";
    ["maxLength: 100, " => ""] "additive widened types/Email.maxLength";
    ["multipleOf: 0.01" => "multipleOf: 0.1"] "cosmetic narrowed types/Price.multipleOf";
    ["minimum: 0, multipleOf" => "exclusiveMinimum: 0, multipleOf"] "cosmetic narrowed types/Price.minimum";
    ["maxItems: 5" => "maxItems: 5, uniqueItems: true"] "breaking narrowed types/Person.tags.uniqueItems";
    ["maxProperties: 3" => "maxProperties: 4"] "additive widened types/Person.extra.maxProperties";
    ["enum: [1, 2]" => "enum: [1, 3]"] "breaking narrowed types/Choice.enum" "additive widened types/Choice.enum";
    ["^[A-Z]+$" => "^[A-Z0-9]+$"] "breaking rule-changed types/Code.pattern";
    ["format: email, " => ""] "additive widened types/Email.format";
    ["normalize: [trim]" => "normalize: [trim, uppercase]"] "breaking normalize types/Code.normalize";
    ["Ip: { type: string, format: ip }" => "Ip: { type: string }"] "breaking conversion types/Ip.format" "additive widened types/Ip.format";
    ["Code: { type: string," => "Code: { type: string, sensitive: true,"] "breaking sensitive types/Code";
    ["default: 1" => "default: 2"] "additive default shop/order.body.count.default";
    ["constraints: [{ allOrNoneOf: [from, until] }]\n" => ""] "additive group-removed shop/order.constraints";
    ["allOrNoneOf: [from, until]" => "dependentRequired: { until: [from] }"]
        "breaking group-added shop/order.constraints" "additive group-removed shop/order.constraints";
    ["constraints: [{ atLeastOneOf: [nick, note] }]" => "constraints: [{ exactlyOneOf: [nick, note] }]"]
        "breaking group-added types/Person.constraints" "additive group-removed types/Person.constraints";
    ["  observed: true\n" => ""] "cosmetic observed types/Line.observed" "breaking member-type types/Line.parts";
    ["description: An address" => "description: Her address"] "cosmetic text types/Email";
    ["example: 2026-12-24" => "example: 2026-12-25"] "cosmetic example shop/order.body.until.example";
    ["  wish: Wish" => "  wish: { type: Wish, deprecated: true }"] "additive deprecated shop/order.body.wish";

    ["Unused: {" => "Other: { type: string }\nUnused: {"] "additive type-added types/Other";
    ["Unused: { type: string }\n" => ""] "breaking type-removed types/Unused";
    ["Code: { type: string" => "Word: { type: string", "code: { type: Code, required" => "code: { type: Word, required"]
        "breaking type-renamed types/Word";
    ["state: State" => "state: State\n    who: Person"] "additive optional-added types/Line.who";
    ["  wish: Wish" => "  wish: Wish\n  line: Line"]
        "additive optional-added shop/order.body.line" "additive builder-added types/Line" "breaking member-type types/Line.parts";
    ["Red. }" => "Red., green: Green. }"] "additive value-added types/Wish.enum.green";
    ["It is open. }" => "It is open., lost: It is lost. }"] "additive response-value-added types/State.enum.lost";
    [", red: Red." => ""] "breaking value-removed types/Wish.enum.red";
    ["red: Red." => "red: { name: Crimson, description: Red. }"] "breaking value-renamed types/Wish.enum.red";
    ["Red. } }" => "Red. }, open: true }"] "additive enum-opened types/Wish.open";
    ["It is open. } }" => "It is open. }, open: true }"] "cosmetic enum-opened types/State.open";
    ["type: [string, integer]" => "type: [string, integer, boolean]"] "additive branch-added shop/ping.200(Boolean)";
    ["type: [string, integer]" => "type: [string, boolean]"]
        "additive branch-added shop/ping.200(Boolean)" "breaking branch-removed shop/ping.200(Integer)";
    ["type: [string, integer]" => "type: [string, integer], minimum: 1", "response: one" => "response: 1"]
        "cosmetic narrowed shop/ping.200(Integer).minimum" "cosmetic narrowed shop/ping.200(String)"
        "cosmetic call-example shop/ping.examples";
    ["discriminator: done" => "discriminator: ready"] "additive branch-tag shop/order.200.discriminator";
    ["Refused: { when: false, failure: true" => "Refused: { when: false"] "breaking failure-changed shop/order" "breaking branch-failure shop/order.200(Refused)";
    ["Refused: { when" => "Denied: { when"] "breaking branch-renamed shop/order.200(Denied)" "breaking type-renamed shop/order.200(Denied)";
    ["202: { description: It takes a while, type: Line }" => "202: { description: It takes a while, type: Line }\n  404: {}"]
        "additive response-added shop/order.404";
    ["  202: { description: It takes a while, type: Line }\n" => ""]
        "breaking response-type shop/order" "breaking response-removed shop/order.202";
    ["responses: { 200: { type: [string, integer] } }" => "responses: { 200: { type: [string, integer] }, 404: {} }"]
        "additive failure-added shop/ping" "additive response-added shop/ping.404";

    ["sum: integer }" => "sum: integer }, additionalProperties: integer"]
        "additive optional-added shop/list.200.additionalProperties";

    back ["baseUrlEnv: SHOP_URL\n" => ""] "additive variable-added api.baseUrlEnv";
    back ["key: query" => "key: none"] "breaking key-required shop/list.key";
    back ["pagination: { page: page, limit: size, items: lines }\n" => ""] "additive pages-added shop/list.pagination";
    back ["  wish: Wish" => "  wish: { type: Wish, deprecated: true }"] "cosmetic undeprecated shop/order.body.wish";
    back ["Red. } }" => "Red. }, open: true }"] "breaking enum-closed types/Wish.open";
    back ["  wish: Wish" => "  wish: Wish\n  line: Line"]
        "breaking member-removed shop/order.body.line" "breaking builder-removed types/Line" "breaking member-type types/Line.parts";
    back ["responses: { 200: { type: [string, integer] } }" => "responses: { 200: { type: [string, integer] }, 404: {} }"]
        "breaking failure-changed shop/ping" "breaking response-removed shop/ping.404";
    back ["key: { type: ApiKey, name: apiKey, in: [query, bearer], env: SHOP_KEY, kinds: { PROD: { name: Live, description: A live key }, DEV_: Developer } }\n" => "", "key: query\n" => ""]
        "breaking key-scheme api.key" "breaking key-required shop/list.key";
}
