"""N endpoints of the shape of customer/detail, each with types of its own: as specs for our macro, and as an
OpenAPI document with the same names, members, rules and descriptions for `generate_api!`.

In: a number. Out: files. Both contenders are written from the one list below, so neither describes more.
"""

import json
from pathlib import Path

SUMMARY = "Read the profile of one customer"
DETAILS = (
    "Looks a customer up by reference number on behalf of a shopper who has signed in. "
    "A session that is unknown or has ended is no error: the response says that nobody is signed in."
)

# name, description, rules as JSON Schema says them
TEXTS = [
    ("IdentityId", "The session of a shopper who has signed in.",
     {"minLength": 32, "maxLength": 32, "pattern": "^[A-Za-z0-9]+$"}),
    ("CuRefNo", "The reference number of a customer.", {"minLength": 16, "maxLength": 16}),
    ("ClientIp", "The address that the shopper's own device calls from, as IPv4 or IPv6.", {"format": "ip"}),
]

# wire name, type, required
PARAMETERS = [
    ("identityId", "IdentityId", True, "The session of the shopper who asks."),
    ("cuRefNo", "CuRefNo", True, "The reference number of the customer to read."),
    ("customerRealIp", "ClientIp", False, "The shopper's own IP address."),
]

# record, description, members: wire name, type, description
RECORDS = [
    ("Group", "A group of customers.", [
        ("name", "string", "The name that people read."),
        ("slug", "string", "The name in addresses and code."),
    ]),
    ("Referral", "The customer who brought another one in.", [
        ("code", "CuRefNo", "The reference number of the customer who referred."),
        ("email", "string", "The e-mail address of the customer who referred."),
        ("firstName", "string", "First name of the customer who referred."),
        ("lastName", "string", "Last name of the customer who referred."),
    ]),
    ("Subscription", "A subscription that is running.", [
        ("externalId", "string", "The subscription's public id."),
        ("productSlug", "string", "The product's name in addresses."),
        ("productCode", "string", "The product's code."),
        ("orderNumber", "string", "The number of the order that it was bought with."),
        ("orderHash", "string", "The hash of that order."),
        ("autoRenew", "boolean", "Whether it renews itself."),
    ]),
    ("Profile", "The session is valid; this is the customer's profile.", [
        ("cuRefNo", "CuRefNo", "The customer's reference number."),
        ("creditBalance", "number", "Credits that the customer has left."),
        ("email", "string", "The customer's e-mail address."),
        ("phone", "string", "The customer's telephone number."),
        ("firstName", "string", "First name."),
        ("lastName", "string", "Last name."),
        ("companyName", "string", "The company that the customer stands for."),
        ("premium", "boolean", "Whether this is a premium customer."),
        ("ban", "boolean", "Whether the customer is banned."),
        ("groups", "[Group]", "The groups that the customer belongs to."),
        ("meta", "{}", "Data of your own that was stored with the customer, by key."),
        ("referral", "Referral", "The customer who brought this one in."),
        ("runningSubscriptionList", "[Subscription]", "The subscriptions that are running now."),
    ]),
]
LOGGED_OUT = "The session is missing, unknown or has ended, so there is no profile to show."
SCALARS = {"string", "boolean", "number"}


def write_specs(folder: Path, count: int) -> None:
    """Our contender: `api.yaml`, and `m<i>/detail.yaml` for each endpoint."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "api.yaml").write_text("title: Scale\nbaseUrl: https://api.example.com\n")
    for index in range(count):
        path = folder / f"m{index}" / "detail.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(spec(index))


def spec(index: int) -> str:
    """One endpoint in the spec language."""
    def ty(name: str) -> str:
        if name.startswith("["):
            return f"type: array, items: {{ type: {name[1:-1]} }}"
        return "additionalProperties: { type: json }" if name == "{}" else f"type: {name}"

    def quoted(value: object) -> str:
        return json.dumps(value)

    lines = [
        f"summary: {SUMMARY}", f"description: {quoted(DETAILS)}", "method: GET", f"path: /m{index}/detail", "parameters:",
    ]
    for wire, name, required, text in PARAMETERS:
        needed = "required: true, " if required else ""
        lines.append(f"  {wire}: {{ type: {name}, {needed}description: {quoted(text)} }}")
    lines += [
        "responses:", "  200:", "    observed: true", "    discriminator: loggedIn", "    oneOf:",
        "      Profile: { when: true, type: Profile }",
        f"      LoggedOut: {{ when: false, description: {quoted(LOGGED_OUT)} }}",
        "types:",
    ]
    for name, text, rules in TEXTS:
        said = "".join(f", {key}: {quoted(value)}" for key, value in rules.items())
        lines.append(f"  {name}: {{ type: string, description: {quoted(text)}{said} }}")
    for name, text, members in RECORDS:
        lines += [f"  {name}:", f"    description: {quoted(text)}", "    observed: true", "    properties:"]
        lines += [f"      {wire}: {{ {ty(kind)}, description: {quoted(about)} }}" for wire, kind, about in members]
    return "\n".join(lines) + "\n"


def write_openapi(path: Path, count: int) -> None:
    """The other contender: one document, with the index in the names of the types."""
    paths: dict[str, object] = {}
    schemas: dict[str, object] = {}
    for index in range(count):
        operation, types = openapi(index)
        paths[f"/m{index}/detail"] = {"get": operation}
        schemas |= types
    path.write_text(json.dumps({
        "openapi": "3.0.3",
        "info": {"title": "Scale", "version": "1.0.0"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": paths,
        "components": {"schemas": schemas},
    }, indent=1))


def openapi(index: int) -> tuple[dict, dict]:
    """One operation, and its schemas by name."""
    def ref(name: str) -> dict:
        return {"$ref": f"#/components/schemas/{name}{index}"}

    def ty(name: str) -> dict:
        if name.startswith("["):
            return {"type": "array", "items": ref(name[1:-1])}
        if name == "{}":
            return {"type": "object", "additionalProperties": {}}
        return {"type": name} if name in SCALARS else ref(name)

    def member(name: str, about: str) -> dict:
        schema = ty(name)
        return {"allOf": [schema], "description": about} if "$ref" in schema else schema | {"description": about}

    schemas: dict[str, object] = {
        f"{name}{index}": {"type": "string", "description": text} | rules for name, text, rules in TEXTS
    }
    for name, text, members in RECORDS:
        properties = {wire: member(kind, about) for wire, kind, about in members}
        schemas[f"{name}{index}"] = {"type": "object", "description": text, "properties": properties}
    logged_in = {"loggedIn": {"type": "boolean"}}
    schemas[f"Profile{index}"]["properties"] |= logged_in
    schemas[f"Profile{index}"]["required"] = ["loggedIn"]
    schemas[f"LoggedOut{index}"] = {
        "type": "object", "description": LOGGED_OUT, "properties": logged_in, "required": ["loggedIn"],
    }
    schemas[f"Detail{index}"] = {"oneOf": [ref("Profile"), ref("LoggedOut")]}
    response = {"description": "The profile.", "content": {"application/json": {"schema": ref("Detail")}}}
    operation = {
        "operationId": f"m{index}_detail",
        "summary": SUMMARY,
        "description": DETAILS,
        "parameters": [
            {"name": wire, "in": "query", "required": required, "description": text, "schema": ref(name)}
            for wire, name, required, text in PARAMETERS
        ],
        "responses": {"200": response},
    }
    return operation, schemas
