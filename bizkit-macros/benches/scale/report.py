"""Numbers to a page: tables of Markdown, a chart as SVG, and a section of BENCHMARKS.md between two markers.

In: rows of texts, or points. Out: files in the repository. Used by every script that measures.
"""

import os
import platform
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "BENCHMARKS.md"


def table(head: list[str], rows: list[list[str]]) -> str:
    """A table; the first column is text, the others are numbers."""
    lines = ["| " + " | ".join(head) + " |", "|---" + "|---:" * (len(head) - 1) + "|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


def write_section(name: str, text: str) -> None:
    """Replaces what stands between `<!-- name -->` and `<!-- /name -->`."""
    page = PAGE.read_text()
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    pattern = re.compile(re.escape(start) + ".*?" + re.escape(end), re.S)
    if not pattern.search(page):
        raise SystemExit(f"BENCHMARKS.md has no section `{start}`")
    new = f"{start}\n{text.strip()}\n{end}"
    part = PAGE.with_suffix(".md.part")
    part.write_text(pattern.sub(lambda _: new, page, count=1))
    part.replace(PAGE)
    print(f"wrote the section `{name}` of {PAGE.name}")


def machine() -> str:
    """The machine and the versions, in one line."""
    model = next((line.split(":", 1)[1].strip() for line in read("/proc/cpuinfo").splitlines()
                  if line.startswith("model name")), platform.processor())
    rustc = subprocess.run(["rustc", "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    return f"{os.cpu_count()} cores of {model}, {platform.system()}, rustc {rustc}"


def read(path: str) -> str:
    """A file's text, or nothing where there is no such file."""
    try:
        return Path(path).read_text()
    except OSError:
        return ""


def chart(path: Path, title: str, x_name: str, y_name: str, lines: dict[str, list[tuple[float, float]]]) -> None:
    """A line chart; both axes begin at zero."""
    width, height, left, top, right, bottom = 720, 400, 60, 40, 190, 45
    colours = ["#0b6e4f", "#5fad56", "#b23a48", "#e07a5f", "#3d405b", "#81818f"]
    points = [point for line in lines.values() for point in line]
    x_max, y_max = max(x for x, _ in points), nice(max(y for _, y in points))

    def at(x: float, y: float) -> tuple[float, float]:
        return (left + x / x_max * (width - left - right), height - bottom - y / y_max * (height - top - bottom))

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="{left}" y="22" font-size="15" font-weight="bold">{title}</text>',
    ]
    for step in range(5):
        y = y_max * step / 4
        _, height_of = at(0, y)
        out.append(f'<path d="M{left} {height_of:.1f}H{width - right}" stroke="#dddddd"/>')
        out.append(f'<text x="{left - 8}" y="{height_of + 4:.1f}" text-anchor="end">{y:g}</text>')
    for x in sorted({x for x, _ in points}):
        across, _ = at(x, 0)
        if x >= x_max / 12:
            out.append(f'<text x="{across:.1f}" y="{height - bottom + 18}" text-anchor="middle">{x:g}</text>')
    out.append(f'<text x="{(left + width - right) / 2}" y="{height - 8}" text-anchor="middle">{x_name}</text>')
    out.append(f'<text x="{left - 45}" y="{top - 4}">{y_name}</text>')
    ends = sorted(((at(*line[-1])[1], name) for name, line in lines.items()))
    labels: dict[str, float] = {}
    below = 0.0
    for end, name in ends:
        below = max(end + 4, below + 15)
        labels[name] = below
    for colour, (name, line) in zip(colours, lines.items()):
        path_of = "L".join(f"{x:.1f} {y:.1f}" for x, y in (at(*point) for point in line))
        out.append(f'<path d="M{path_of}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in (at(*point) for point in line)]
        out.append(f'<text x="{width - right + 10}" y="{labels[name]:.1f}" fill="{colour}">{name}</text>')
    out.append("</svg>")
    path.write_text("\n".join(out) + "\n")


def nice(value: float) -> float:
    """A round number that is not below the value."""
    step = 1.0
    while True:
        for factor in (1, 2, 4, 8):
            if step * factor >= value:
                return step * factor
        step *= 10
