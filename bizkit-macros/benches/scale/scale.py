#!/usr/bin/env python3
"""What a macro call costs the compiler as the API grows: ours, and progenitor's `generate_api!`, on the same endpoints.

    bizkit-macros/benches/scale/scale.py [--quick] [--sizes 1,10,50] [--runs 5] [--no-write]

Each contender is a crate per size, outside the workspace, in `target/scale` (`--dir` for another folder). The crates
that they depend on are built first and not counted. Then, in turns, for each size:

  touch     `cargo check` after the file with the macro call was touched
  cold      `cargo check` of that crate alone, without its incremental cache
  release   `cargo build --release` of a program that makes every call
  size      that program, stripped
  memory    the largest resident set of a compiler during the cold check
  lines     the crate after expansion
  macro     the share of expansion in a cold check, as rustc's own `-Ztime-passes` has it

Times are the processor's (user + system) of cargo and all that it starts; medians of `--runs`, of three from N = 200 on. A
release build is made once for each size. The first run needs the registry, for progenitor.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import report
import shape

HERE = Path(__file__).resolve().parent
PROGENITOR = "0.15.1"


@dataclass
class Contender:
    """Crates that give one macro the same endpoints."""

    name: str
    edition: str
    dependencies: str
    call: str
    folder: Path = Path()
    sizes: dict[int, dict[str, float]] = field(default_factory=dict)

    def write(self, folder: Path, sizes: list[int]) -> None:
        """A workspace with a crate for each size; what is there and equal stays as it is."""
        self.folder = folder / self.name
        members = ", ".join(f'"{self.crate(size)}"' for size in sizes)
        put(self.folder / "Cargo.toml", f'[workspace]\nresolver = "3"\nmembers = [{members}]\n')
        for size in sizes:
            crate = self.folder / self.crate(size)
            put(crate / "Cargo.toml",
                f'[package]\nname = "{crate.name}"\nversion = "0.0.0"\nedition = "{self.edition}"\n\n'
                f'[dependencies]\ntokio = {{ version = "1", features = ["rt"] }}\n{self.dependencies}')
            put(crate / "src/lib.rs", self.call)
            put(crate / "src/main.rs", self.program(size))
            if self.name == "bizkit":
                shutil.rmtree(crate / "specs", ignore_errors=True)
                shape.write_specs(crate / "specs", size)
            else:
                shape.write_openapi(crate / "api.json", size)

    def crate(self, size: int) -> str:
        """The name of a crate; the contenders share a target folder, so that they share what they depend on."""
        return f"{self.name.replace('-', '_')}{size}"

    def program(self, size: int) -> str:
        """A program that makes every call, so that nothing is left out as unused."""
        if self.name == "bizkit":
            client = "let client = bizkit_client::Client::for_api(&api::API).build().unwrap();"
            calls = [
                f'println!("{{:?}}", api::m{i}::Detail::new("a", "b").customer_real_ip("::1").send(&client).await.is_ok());'
                for i in range(size)
            ]
        else:
            client = 'let client = api::Client::new("http://localhost");'
            def parsed(text: str, name: str, i: int) -> str:
                return f'"{text}".parse::<api::types::{name}{i}>().unwrap()'

            def call(i: int) -> str:
                session, customer, ip = parsed("a" * 32, "IdentityId", i), parsed("b" * 16, "CuRefNo", i), parsed("1.1.1.1", "ClientIp", i)
                if self.name.endswith("builder"):
                    return f"client.m{i}_detail().identity_id({session}).cu_ref_no({customer}).customer_real_ip({ip}).send().await"
                return f"client.m{i}_detail(&{customer}, Some(&{ip}), &{session}).await"
            calls = [f'println!("{{:?}}", {call(i)}.is_ok());' for i in range(size)]
        # A function for each call: one future that holds all of them would be what is measured.
        functions = [f"async fn call{i}(client: &{self.client()}) {{ {line} }}" for i, line in enumerate(calls)]
        awaits = " ".join(f"call{i}(&client).await;" for i in range(size))
        return (f"use {self.crate(size)} as api;\n" + "\n".join(functions)
                + "\nfn main() {\n    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {\n"
                + f"        {client}\n        {awaits}\n    }});\n}}\n")

    def client(self) -> str:
        return "bizkit_client::Client" if self.name == "bizkit" else "api::Client"

    def target(self) -> Path:
        return self.folder.parent / "target"

    # ---- measuring

    def cargo(self, *words: str, expanding: bool = False) -> tuple[float, float, str]:
        """Runs cargo: processor time, largest resident set in MiB, what it said."""
        env = os.environ | {"CARGO_TERM_COLOR": "never", "CARGO_TARGET_DIR": str(self.target())}
        env.pop("CARGO_INCREMENTAL", None)
        env.pop("RUSTFLAGS", None)
        if expanding:
            env["RUSTC_WORKSPACE_WRAPPER"] = str(HERE / "unstable.sh")
        process = subprocess.Popen(["cargo", *words], cwd=self.folder, env=env, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"cargo {' '.join(words)} failed in {self.folder}:\n{said[-4000:]}")
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said

    def touch(self, size: int) -> float:
        os.utime(self.folder / self.crate(size) / "src/lib.rs")
        return self.cargo("check", "--lib", "-p", self.crate(size))[0]

    def forget(self, size: int, profile: str) -> None:
        """Deletes what one profile has built of a crate; the other keeps what it has for the next touch."""
        for part in ("incremental", ".fingerprint", "deps"):
            for path in (self.target() / profile / part).glob(f"*{self.crate(size)}-*"):
                if re.fullmatch(rf"(lib)?{self.crate(size)}-[0-9a-z]+(\..*)?", path.name):
                    shutil.rmtree(path) if path.is_dir() else path.unlink()

    def cold(self, size: int) -> tuple[float, float]:
        self.forget(size, "debug")
        return self.cargo("check", "--lib", "-p", self.crate(size))[:2]

    def release(self, size: int) -> tuple[float, float]:
        self.forget(size, "release")
        seconds = self.cargo("build", "--release", "-p", self.crate(size))[0]
        program = self.target() / "release" / self.crate(size)
        stripped = program.with_suffix(".stripped")
        subprocess.run(["strip", "-o", stripped, program], check=True)
        return seconds, stripped.stat().st_size / 1024 / 1024

    def expansion(self, size: int) -> tuple[int, float]:
        """Lines after expansion, and the share of expansion in a check, without the incremental cache."""
        lines = self.cargo("rustc", "--lib", "--profile", "check", "-p", self.crate(size), "--", "-Zunpretty=expanded",
                           expanding=True)[2].count("\n")
        passes = {}
        os.utime(self.folder / self.crate(size) / "src/lib.rs")
        said = self.cargo("rustc", "--lib", "--profile", "check", "-p", self.crate(size), "--", "-Ztime-passes",
                          expanding=True)[2]
        for seconds, name in re.findall(r"time:\s+([\d.]+);.*\t(\S+)", said):
            passes[name] = float(seconds)
        return lines, passes["macro_expand_crate"] / passes["total"]


def put(path: Path, text: str) -> None:
    """Writes a file, unless it says that already: an untouched file is not built again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def contenders() -> list[Contender]:
    generated = ('bytes = "1"\nchrono = "0.4"\nfutures = "0.3"\nregress = "0.12"\nserde_json = "1"\n'
                 f'progenitor = "={PROGENITOR}"\nprogenitor-client = "={PROGENITOR}"\n'
                 'serde = { version = "1", features = ["derive"] }\n'
                 'reqwest = { version = "0.13", default-features = false, features = ["json", "query", "stream"] }\n')
    ours = (f'bizkit-macros = {{ path = "{report.ROOT}/bizkit-macros" }}\n'
            f'bizkit-client = {{ path = "{report.ROOT}/bizkit-client", default-features = false }}\n')
    return [
        Contender("bizkit", "2024", ours, '//! Scale.\nbizkit_macros::api!("specs");\n'),
        Contender("progenitor-builder", "2021", generated,
                  'progenitor::generate_api!(spec = "api.json", interface = Builder);\n'),
        Contender("progenitor", "2021", generated, 'progenitor::generate_api!("api.json");\n'),
    ]


def measure(all_of: list[Contender], sizes: list[int], runs: int, release: bool) -> None:
    for contender in all_of:
        print(f"{contender.name}: building what it depends on", file=sys.stderr)
        contender.cargo("check", "--lib", "-p", contender.crate(sizes[0]))
        if release:
            contender.cargo("build", "--release", "-p", contender.crate(sizes[0]))
    for size in sizes:
        rounds = min(runs, 3) if size >= 200 else runs
        found: dict[str, dict[str, list[float]]] = {contender.name: {} for contender in all_of}
        for contender in all_of:
            contender.cold(size)
        # In turns, so that whatever else the machine does meets all of them.
        for number in range(rounds):
            for contender in all_of:
                into = found[contender.name]
                into.setdefault("touch", []).append(contender.touch(size))
                seconds, memory = contender.cold(size)
                into.setdefault("cold", []).append(seconds)
                into.setdefault("memory", []).append(memory)
                if release and number == 0:
                    seconds, megabytes = contender.release(size)
                    into.setdefault("release", []).append(seconds)
                    into.setdefault("size", []).append(megabytes)
                print(f"N = {size}, {contender.name}, run {number + 1} of {rounds}: touch {into['touch'][-1]:.2f} s, "
                      f"cold {into['cold'][-1]:.2f} s, {into['memory'][-1]:.0f} MiB", file=sys.stderr)
        for contender in all_of:
            medians = {key: statistics.median(values) for key, values in found[contender.name].items()}
            medians["lines"], medians["macro"] = contender.expansion(size)
            contender.sizes[size] = medians


def page(all_of: list[Contender], sizes: list[int], runs: int) -> str:
    ours = all_of[0]
    parts = [
        f"{report.machine()}; progenitor {PROGENITOR}. Processor seconds of the whole `cargo` command, medians of {runs} "
        "runs (3 from N = 200 on, and one release build for each N); `progenitor-builder` is `interface = Builder`, which like "
        "ours gives each call its own type with a setter for each argument, `progenitor` is its default, a function "
        "with positional arguments.",
    ]
    head = ["N", "", "touch, s", "cold, s", "memory, MiB", "release, s", "program, MiB", "lines", "macro"]
    rows = []
    for size in sizes:
        for contender in all_of:
            row = contender.sizes[size]
            optional = [f"{row['release']:.1f}", f"{row['size']:.2f}"] if "release" in row else ["", ""]
            rows.append([str(size), contender.name, f"{row['touch']:.2f}", f"{row['cold']:.2f}", f"{row['memory']:.0f}",
                         *optional, f"{row['lines']:,.0f}", f"{row['macro']:.0%}"])
    parts.append(report.table(head, rows))
    head = ["ours in parts of", *[f"N = {size}" for size in sizes]]
    rows = []
    for other in all_of[1:]:
        for key in ("touch", "cold", "memory"):
            rows.append([f"{other.name}, {key}",
                         *[f"{ours.sizes[size][key] / other.sizes[size][key]:.2f}" for size in sizes]])
    parts.append(report.table(head, rows))
    parts.append("![cargo check by number of endpoints](bizkit-macros/benches/scale/check.svg)")
    return "\n\n".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--quick", action="store_true", help="N = 1, 10, 50; one run, no release builds, nothing written")
    parser.add_argument("--sizes", default="1,10,50,100,200,400", help="numbers of endpoints, with commas between them")
    parser.add_argument("--runs", type=int, default=5, help="how often each is measured")
    parser.add_argument("--only", help="measure this contender alone, and write nothing")
    parser.add_argument("--no-release", action="store_true", help="leave out the release builds")
    parser.add_argument("--no-write", action="store_true", help="print the section instead of writing it")
    parser.add_argument("--dir", type=Path, default=report.ROOT / "target/scale", help="where the crates are made")
    options = parser.parse_args()
    sizes = [1, 10, 50] if options.quick else [int(size) for size in options.sizes.split(",")]
    runs = 1 if options.quick else options.runs
    all_of = [contender for contender in contenders() if options.only in (None, contender.name)]
    for contender in all_of:
        contender.write(options.dir, sizes)
    measure(all_of, sizes, runs, release=not (options.quick or options.no_release))
    text = page(all_of, sizes, runs)
    print(text)
    if options.quick or options.no_write or options.only:
        return
    lines = {f"{c.name}, {key}": [(float(size), c.sizes[size][key]) for size in sizes]
             for c in all_of for key in ("cold", "touch")}
    report.chart(HERE / "check.svg", "cargo check", "endpoints", "processor seconds", lines)
    report.write_section("scale", text)


if __name__ == "__main__":
    main()
