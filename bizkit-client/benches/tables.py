#!/usr/bin/env python3
"""The tables of BENCHMARKS.md that are not about compile time: runs a measurement, writes its section.

    bizkit-client/benches/tables.py micro            cargo bench -p bizkit-bench --bench micro
    bizkit-client/benches/tables.py round-trip       cargo bench -p bizkit-bench --bench round_trip
    bizkit-client/benches/tables.py footprint        crates, seconds and bytes by feature set, in clean target folders
    bizkit-client/benches/tables.py instructions     cargo bench -p bizkit-bench --bench instructions, under callgrind
        --check                                      compares with instructions.json instead; exit code 1 on more than 3 %
        --bless                                      writes instructions.json
    --no-write                                       prints the section instead of writing it
    --quick                                          a short run, to see that it works; prints
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "bizkit-macros/benches/scale"))
import report  # noqa: E402

RECORDED = HERE / "instructions.json"
TOLERANCE = 0.03
BENCH = ["cargo", "bench", "--quiet", "-p", "bizkit-bench", "--bench"]


def run(words: list[str], **options: object) -> str:
    """The output of a command; what it says besides goes on."""
    result = subprocess.run(words, cwd=report.ROOT, stdout=subprocess.PIPE, text=True, **options)
    if result.returncode != 0:
        sys.exit(f"{' '.join(words)} failed:\n{result.stdout[-3000:]}")
    return result.stdout


# ---- micro

ENGINES = ["bizkit", "regex", "regex_lite", "regress"]


def micro(quick: bool) -> str:
    limits = ["--", "--sample-count", "20", "--max-time", "0.2"] if quick else ["--", "--max-time", "2"]
    found = divan(run([*BENCH, "micro", *limits]))
    parts = [f"{report.machine()}; medians of divan, in nanoseconds."]

    rows = []
    for case in sorted({path[-1] for path in found if path[0] == "values"}):
        times = [found[("values", engine, case)]["median"] for engine in ENGINES]
        rows.append([f"`{case}`", *[f"{time:,.1f}" for time in times], *[f"{time / times[0]:.1f}" for time in times[1:]]])
    parts += ["Is a text valid?", report.table(
        ["", *[engine.replace("_", "-") for engine in ENGINES], "regex / ours", "regex-lite / ours", "regress / ours"], rows)]

    calls = [path[1].removesuffix("_bizkit") for path in found if path[0] == "calls" and path[1].endswith("_bizkit")]
    parts += ["From arguments to a request that can be sent; ours checks every rule on the way, the other none.", contest(
        {name: (found[("calls", f"{name}_bizkit")], found[("calls", f"{name}_hand")]) for name in calls})]
    responses = [path[2] for path in found if path[:2] == ("responses", "bizkit") and len(path) == 3]
    parts += ["From the bytes of a documented response to its type, every example of the specs that has JSON; by hand are derives of "
              "serde over serde_json.", contest(
        {name: (found[("responses", "bizkit", name)], found[("responses", "serde", name)]) for name in responses})]
    return "\n\n".join(parts)


def contest(pairs: dict[str, tuple[dict[str, float], dict[str, float]]]) -> str:
    """Ours beside what is written by hand, and the ratios of all of them."""
    rows = []
    for name, (ours, theirs) in pairs.items():
        rows.append([f"`{name}`", f"{ours['median']:,.0f}", f"{theirs['median']:,.0f}", f"{ours['median'] / theirs['median']:.2f}",
                     f"{ours['alloc']:.0f}", f"{theirs['alloc']:.0f}", f"{ours['bytes']:,.0f}", f"{theirs['bytes']:,.0f}"])
    ratios = [ours["median"] / theirs["median"] for ours, theirs in pairs.values()]
    more = sum(ours["alloc"] > theirs["alloc"] for ours, theirs in pairs.values())
    table = report.table(
        ["", "ours", "by hand", "ratio", "allocations", "by hand", "bytes allocated", "by hand"], rows)
    return (f"{table}\n\nRatios: {min(ratios):.2f} to {max(ratios):.2f}, geometric mean {statistics.geometric_mean(ratios):.2f}. "
            f"More allocations than by hand: {more} of {len(pairs)}.")


def divan(text: str) -> dict[tuple[str, ...], dict[str, float]]:
    """The tree that divan prints: path to median time (ns), allocations and allocated bytes of one iteration."""
    found: dict[tuple[str, ...], dict[str, float]] = {}
    path: list[str] = []
    label = ""
    for line in text.splitlines():
        head = re.match(r"^([│ ]*)(├─|╰─) (\S+)\s*(.*)$", line)
        if head:
            depth = len(head[1]) // 3
            path[depth:] = [head[3]]
            columns = [column.strip() for column in head[4].split("│")]
            if len(columns) >= 3 and columns[2]:
                found[tuple(path)] = {"median": nanoseconds(columns[2]), "alloc": 0.0, "bytes": 0.0}
            label = ""
            continue
        columns = [column.strip() for column in line.strip("│ ").split("│")]
        words = re.match(r"(max alloc|alloc|dealloc|grow|shrink):", columns[0].strip())
        if words:
            label, row = words[1], 0
            columns[0] = columns[0].split(":", 1)[1].strip()
            if not columns[0]:
                continue
        if label == "alloc" and len(columns) >= 3 and tuple(path) in found:
            key = "alloc" if row == 0 else "bytes"
            value = columns[2]
            if row < 2 and re.match(r"[\d.]", value):
                found[tuple(path)][key] = number(value)
            row += 1
    return found


def nanoseconds(text: str) -> float:
    value, unit = text.split()
    return float(value) * {"ps": 1e-3, "ns": 1, "µs": 1e3, "ms": 1e6, "s": 1e9}[unit]


def number(text: str) -> float:
    """`12`, `600 B`, `1.2 KB`"""
    value, *unit = text.split()
    return float(value) * {"": 1, "B": 1, "KB": 1e3, "MB": 1e6, "KiB": 1024, "MiB": 1024**2}[unit[0] if unit else ""]


# ---- round trip

def round_trip(quick: bool) -> str:
    table = run([*BENCH, "round_trip", "--", *(["--quick"] if quick else [])])
    start = table.index("| connections")
    return (f"{report.machine()}; loopback, a hyper server in a process of its own, `customer/detail` with its documented "
            "response, read into its type.\n\n" + table[start:].strip())


# ---- footprint

PROGRAM = """fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let client = bizkit_client::Client::from_env().unwrap();
        let call = bizkit_client::customer::Detail::new("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg", "1cGIHvFoQDGLAbcA");
        println!("{:?}", call.send(&client).await.is_ok());
    });
}
"""
SETS = [
    ("nothing", 'default-features = false'),
    ("`customer`, `rustls`", 'default-features = false, features = ["customer", "rustls"]'),
    ("the default", ''),
    ("the default and `blocking`", 'features = ["blocking"]'),
    ("the default and `sandbox`", 'features = ["sandbox"]'),
    ("the default and `tracing`", 'features = ["tracing"]'),
    ("the default and `serde`", 'features = ["serde"]'),
]


def footprint(quick: bool) -> str:
    folder = report.ROOT / "target/footprint"
    rows = []
    for name, features in SETS[1:3] if quick else SETS:
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "src").mkdir(parents=True)
        comma = ", " if features else ""
        (folder / "Cargo.toml").write_text(
            '[package]\nname = "one-call"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n[dependencies]\n'
            f'bizkit-client = {{ path = "{report.ROOT}/bizkit-client"{comma}{features} }}\n')
        (folder / "src/lib.rs").write_text("")
        crates = run(["cargo", "tree", "--manifest-path", f"{folder}/Cargo.toml", "-e", "normal,build", "--prefix", "none"])
        names = {line.split(" (")[0] for line in crates.splitlines() if line and "one-call" not in line}
        rows.append([name, str(len(names)), f"{seconds(['cargo', 'check'], folder):.0f}"])
    parts = [f"{report.machine()}; crates of `cargo tree -e normal,build`, processor seconds of a clean `cargo check`.",
             report.table(["features", "crates", "seconds"], rows)]

    macro = run(["cargo", "tree", "-p", "bizkit-macros", "-e", "normal,build", "--prefix", "none"])
    names = sorted({line.split(" ")[0] for line in macro.splitlines() if line} - {"bizkit-macros", "bizkit-spec"})
    parts.append(f"The macro brings {len(names)} crates of others: {', '.join(f'`{name}`' for name in names)}.")
    if quick:
        return "\n\n".join(parts)

    manifest = folder / "Cargo.toml"
    manifest.write_text(manifest.read_text().replace(SETS[-1][1], 'default-features = false, features = ["customer", "rustls"]')
                        + 'tokio = { version = "1", features = ["rt"] }\n[profile.release]\nlto = "thin"\nstrip = true\n')
    (folder / "src/main.rs").write_text(PROGRAM)
    seconds(["cargo", "build", "--release"], folder)
    size = (folder / "target/release/one-call").stat().st_size / 1024 / 1024
    parts.append(f"A release program that makes one call, with rustls, thin LTO, stripped: {size:.1f} MiB.")
    return "\n\n".join(parts)


def seconds(words: list[str], folder: Path) -> float:
    """Processor seconds of a command and all that it starts."""
    env = {key: value for key, value in os.environ.items() if key not in ("CARGO_TARGET_DIR", "RUSTFLAGS")}
    process = subprocess.Popen([*words, "--quiet"], cwd=folder, env=env)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(words)} failed in {folder}")
    return usage.ru_utime + usage.ru_stime


# ---- instructions

def place() -> dict[str, str]:
    """What counts depend on besides the code: the compiler, and the processor, for which the C library chooses its loops."""
    cpu = next((line.split(":", 1)[1].strip() for line in report.read("/proc/cpuinfo").splitlines() if line.startswith("flags")), "")
    rustc = run(["rustc", "--version"]).strip()
    return {"rustc": rustc, "vectors": " ".join(sorted(word for word in cpu.split() if word.startswith(("avx", "erms", "sse"))))}


def instructions() -> dict[str, int]:
    """Instructions by the name of the path."""
    if shutil.which("valgrind") is None or shutil.which("gungraun-runner") is None:
        print("skipped: instruction counts need valgrind and gungraun-runner", file=sys.stderr)
        sys.exit(0)
    text = re.sub(r"\x1b\[[0-9;]*m", "", run([*BENCH, "instructions"]))
    found: dict[str, int] = {}
    name = ""
    for line in text.splitlines():
        head = re.match(r"^instructions::counted::hot_paths::(\w+)", line)
        if head:
            name = head[1]
        count = re.match(r"^\s+Instructions:\s*([\d,]+)", line)
        if count and name:
            found[name] = int(count[1].replace(",", ""))
    if not found:
        sys.exit(f"no counts in what the runner said:\n{text[-2000:]}")
    return found


def check() -> None:
    """Compares with what was recorded, where that was recorded by the same compiler on such a processor."""
    if not RECORDED.exists():
        sys.exit(f"nothing is recorded yet: {Path(__file__).name} instructions --bless")
    recorded = json.loads(RECORDED.read_text())
    here = place()
    if recorded["place"] != here:
        print(f"skipped: recorded elsewhere, {recorded['place']}; here it is {here}", file=sys.stderr)
        return
    found, known = instructions(), recorded["counts"]
    wrong = [f"{name} is not among those recorded" for name in found.keys() - known.keys()]
    wrong += [f"{name} was recorded and is gone" for name in known.keys() - found.keys()]
    for name in sorted(found.keys() & known.keys()):
        change = found[name] / known[name] - 1
        print(f"{name}: {found[name]:,} instructions, recorded {known[name]:,} ({change:+.1%})")
        if change > TOLERANCE:
            wrong.append(f"{name} takes {change:.1%} more instructions, {TOLERANCE:.0%} are allowed")
    if wrong:
        sys.exit("\n".join(wrong) + f"\nif that is meant: {Path(__file__).name} instructions --bless")


def main() -> None:
    parser = argparse.ArgumentParser(description="Runs a measurement and writes its section of BENCHMARKS.md.")
    parser.add_argument("what", choices=["micro", "round-trip", "footprint", "instructions"])
    for flag, text in [("check", "compare instruction counts with those recorded"), ("bless", "record instruction counts"),
                       ("no-write", "print the section instead of writing it"), ("quick", "a short run, printed")]:
        parser.add_argument(f"--{flag}", action="store_true", help=text)
    options = parser.parse_args()
    if options.what == "instructions":
        if options.check:
            return check()
        found = instructions()
        if options.bless:
            RECORDED.write_text(json.dumps({"place": place(), "counts": found}, indent=2, sort_keys=True) + "\n")
        text = (f"{report.machine()}; callgrind's count of instructions.\n\n"
                + report.table(["", "instructions"], [[f"`{name}`", f"{count:,}"] for name, count in sorted(found.items())]))
    else:
        text = {"micro": micro, "round-trip": round_trip, "footprint": footprint}[options.what](options.quick)
    print(text)
    if not (options.quick or options.no_write):
        report.write_section(options.what, text)


if __name__ == "__main__":
    main()
