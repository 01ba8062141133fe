"""What the paper costs: three pages and forty, beside weasyprint and Chromium printing the same content.

The two get one HTML page with the same texts, tables and drawing. Fresh processes are timed from their start
to their end, each several times, their modules compiled before, as `make run` does it. Shown is the median.
"""

import html
import io
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.report.papers import TODAY, build_long_history, full_plan
from timeline import formats
from timeline.picture.theme import load_measure
from timeline.report import render
from timeline.report.report import Report, build_report
from timeline.storage import samples

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "sample_data" / "hc_andersen.json"
ROUNDS = 5
THREE_PAGES = ("cover", "threads", "lifeline", "people", "patterns")
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
PEAK_MEMORY_SCRIPT = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Asked of a small process: a large one's children begin as large as it is."""
COLOURS = {"ink": "#2B2825", "muted": "#5F5951", "rule": "#CFC7BA", "grid": "#ECE7DE", "hurt": "#A93A26"}


def main() -> None:
    history = samples.read(samples.find_sample("andersen"), TODAY)
    plan = full_plan(history, sections=THREE_PAGES, patterns=("recurrence:loss",))
    three = build_report(history, plan, TODAY, measure=load_measure())
    forty = build_long_history()
    long = build_report(forty, full_plan(forty), TODAY, measure=load_measure())

    print("ours                                   time      size   pages")
    made = render.render_pdf(three)
    fresh = median_seconds(
        lambda: render.render_pdf(build_report(history, plan, TODAY, measure=load_measure()))
    )
    print(
        f"three pages, warm, from the history  {fresh:6.2f} s"
        f" {len(made) / 1000:6.0f} kB {count_pages(three):5}"
    )
    whole = render.render_pdf(long)
    print(
        f"400 moments, warm, from the history  {median_seconds(lambda: render_long_paper(forty)):6.2f} s "
        f"{len(whole) / 1000:6.0f} kB {count_pages(long):5}"
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long.json"
        file.write_bytes(formats.write(forty, "json"))
        command = [sys.executable, str(ROOT / "app.py"), "report", str(file), "-o", f"{folder}/long.pdf"]
        most = subprocess.run(
            [sys.executable, "-c", PEAK_MEMORY_SCRIPT, *command], capture_output=True, text=True, check=True
        )
        print(f"400 moments, a fresh process at its most {int(most.stdout) / 1000:3.0f} MB")
        compare_tools(Path(folder), three)


def compare_tools(folder: Path, three: Report) -> None:
    """The three-page table: each tool as a process of its own."""
    page, out = folder / "page.html", folder / "out.pdf"
    page.write_text(as_html(three), encoding="utf-8")
    python = sys.executable
    plan = folder / "plan.json"
    history = samples.read(samples.find_sample("andersen"), TODAY)
    plan.write_text(full_plan(history, sections=THREE_PAGES, patterns=("recurrence:loss",)).model_dump_json())
    weasy = (
        f"import weasyprint; weasyprint.HTML({str(page)!r}).write_pdf({str(out)!r}, pdf_variant='pdf/ua-1')"
    )
    ours = [
        python,
        str(ROOT / "app.py"),
        "report",
        str(SAMPLE),
        "-o",
        str(out),
        "--plan",
        str(plan),
        "--force",
    ]
    commands = {
        "ours (typst)": ours,
        "weasyprint": [python, "-c", weasy],
        "chromium": [CHROMIUM, *FLAGS, f"--user-data-dir={folder}/c", f"--print-to-pdf={out}", page.as_uri()],
    }
    print("\nthree pages, a process from start to end   wall       cpu      size")
    for name, command in commands.items():
        if not Path(command[0]).exists():
            print(f"{name:38}  not run: it is not here")
            continue
        time_process(command)
        walls, cpus = zip(*(time_process(command) for _ in range(ROUNDS)), strict=True)
        size = out.stat().st_size / 1000
        print(f"{name:38} {statistics.median(walls):6.2f} s {min(cpus):7.2f} s {size:6.0f} kB")


def time_process(command: list[str]) -> tuple[float, float]:
    """Seconds on the clock and of the processor that `command` took."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(command, check=True, cwd=ROOT, env=compiled_environment(), **quiet)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, cpu


@cache
def compiled_environment() -> dict[str, str]:
    """Those of a process that finds its modules compiled."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": tempfile.mkdtemp()}


def render_long_paper(history: Any) -> bytes:
    """The long paper, from the history on."""
    return render.render_pdf(build_report(history, full_plan(history), TODAY, measure=load_measure()))


def median_seconds(do: Callable[[], object]) -> float:
    """The median of a few rounds."""
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        do()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def count_pages(made: Report) -> int:
    with pikepdf.open(io.BytesIO(render.render_pdf(made))) as document:
        return len(document.pages)


def as_html(made: Report) -> str:
    """The same texts, tables and drawing as one HTML page."""
    body = "".join(piece for block in made.blocks for piece in _html(block))
    faces = "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};"
        f"src:url('{(ROOT / 'assets' / 'fonts' / file).as_uri()}')}}"
        for family, weight, file in (
            ("Sans", 400, "SourceSans3_400Regular.ttf"),
            ("Sans", 600, "SourceSans3_600SemiBold.ttf"),
            ("Serif", 300, "SourceSerif4_300Light.ttf"),
            ("Serif", 400, "SourceSerif4_400Regular.ttf"),
        )
    )
    style = f"{faces}@page{{size:A4;margin:19mm 22mm}}body{{font:9.6pt Sans}}"
    style += "h1{font:300 22pt Serif;break-before:page}"
    title = html.escape(made.title)
    return f"<!doctype html><html lang=en><title>{title}</title><style>{style}</style><body>{body}"


def _html(block: dict[str, Any]) -> Iterator[str]:
    if block["kind"] == "lifeline":
        yield f"<h1>{html.escape(block['title'])}</h1>{_svg(block)}"
    elif block["kind"] == "people":
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(str(cell))}</td>" for cell in person.values()) + "</tr>"
            for person in block["people"]
        )
        yield f"<table>{rows}</table>"
    else:
        yield from (f"<p>{html.escape(text)}</p>" for text in _texts(block))


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from () if key in ("kind", "spoken", "side", "style") else _texts(value)
    elif isinstance(part, list | tuple):
        for one in part:
            yield from _texts(one)


def _svg(block: dict[str, Any]) -> str:
    drawn = []
    (piece,) = block["pieces"]
    (whole,) = piece["parts"]
    for mark in whole["marks"]:
        colour = COLOURS.get(mark["role"], "#1C6B77" if mark["role"] == "care" else "#FFFFFF")
        if mark["m"] == "text":
            where = f'x="{mark["x"]}" y="{mark["y"]}" font-size="{mark["size"]}" text-anchor="{mark["a"]}"'
            drawn.append(f'<text {where} fill="{colour}">{html.escape(mark["s"])}</text>')
        elif mark["m"] == "bead":
            drawn.append(f'<circle cx="{mark["x"]}" cy="{mark["y"]}" r="{mark["d"] / 2}" fill="{colour}"/>')
        elif mark["m"] in ("line", "area"):
            points = " ".join(f"{x},{y}" for x, y in mark["p"])
            fill, stroke = (colour, "none") if mark["m"] == "area" else ("none", colour)
            paint = f'fill="{fill}" stroke="{stroke}" stroke-width="{mark.get("w", 0)}" opacity="{mark["k"]}"'
            drawn.append(f'<polyline points="{points}" {paint}/>')
    size = f'width="{block["width"]}mm" viewBox="0 0 {block["width"]} {whole["height"]}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(drawn)}</svg>'


if __name__ == "__main__":
    main()
