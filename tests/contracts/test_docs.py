"""The docs: what they quote is there, their figures are those of the code, every decision has its parts."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.contracts.quoted_figures import (
    adr_files,
    explain_wrong_figure,
    find_untied_figures,
    read_tied_figures,
)
from tests.contracts.quoted_names import Quote, explain_missing, read_quotes
from timeline.system.paths import ROOT

TEXTS = (
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "HAZARDS.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    *adr_files(),
)
OF_ELSEWHERE = {
    "docs/formats.md": "quotes columns, values and fields, which tests/formats/test_documented.py holds",
    "docs/patterns-json.md": "quotes the keys of the JSON, which tests/verbs/test_patterns.py holds",
}
"""Texts whose bare words are no names of the code, and what holds them."""
ANNOUNCED = {"benchmarks/p_spread.py"}
"""Files that a docstring names ahead of the change that brings them; to be empty before a release."""
STATUS = re.compile(
    r"^Status: (accepted|replaced by \[(?P<by>\d+)\]\((?P<file>[\w-]+\.md)\)) · Date: (\d{4}-\d\d-\d\d)$",
    re.MULTILINE,
)
PARTS = ("**Context.**", "**Weighed.**", "**Decision.**", "**Held by**")


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def is_replaced(file: Path) -> bool:
    status = STATUS.search(file.read_text(encoding="utf-8"))
    return bool(status and status["by"])


@pytest.mark.parametrize("file", TEXTS, ids=name_of)
def test_what_is_quoted_is_there(file: Path) -> None:
    if is_replaced(file):
        return  # what was replaced says what stood there then
    quotes = read_quotes(file)
    if name_of(file) in OF_ELSEWHERE:
        quotes = [quote for quote in quotes if "/" in quote.text or "::" in quote.text]
    quotes = [quote for quote in quotes if quote.text not in ANNOUNCED]
    missing = [
        f"line {quote.line}: `{quote.text}`: {why}" for quote in quotes if (why := explain_missing(quote))
    ]
    assert missing == []


@pytest.mark.parametrize("file", TEXTS, ids=name_of)
def test_every_link_leads_somewhere(file: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8"))
    assert [link for link in links if not (file.parent / link).exists()] == []


@pytest.mark.parametrize("file", TEXTS, ids=name_of)
def test_figures_are_those_of_the_code(file: Path) -> None:
    figures = read_tied_figures(file.read_text(encoding="utf-8"))
    assert [why for figure in figures if (why := explain_wrong_figure(figure, name_of(file)))] == []


@pytest.mark.parametrize("file", adr_files(), ids=name_of)
def test_a_decision_has_its_parts(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    title = re.match(r"# (\d+)\. \S", text)
    assert title
    assert int(title[1]) == int(file.name[:4])
    status = STATUS.search(text)
    assert status, "the third line says: Status: accepted · Date: year-month-day"
    if status["by"]:
        newer = (file.parent / status["file"]).read_text(encoding="utf-8")
        assert re.search(rf"Replaces .*\[{title[1]}\]", newer), (
            f"{status['file']} does not say what it replaces"
        )
        return
    places = [text.find(part) for part in PARTS]
    assert -1 not in places, f"it lacks one of {', '.join(PARTS)}"
    assert places == sorted(places)


def test_the_folder_list_is_the_folders() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = re.findall(r"^    ([a-z_]+(?:/|\.py)) ", text.split("```")[1], re.MULTILINE)
    below = [path for path in (ROOT / "timeline").iterdir() if not path.name.startswith("__")]
    assert sorted(rooms) == sorted(path.name + "/" * path.is_dir() for path in below)
    assert len(rooms) <= 16


def test_every_library_says_why_it_is_there() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*settings["project"]["dependencies"], *settings["dependency-groups"]["dev"]]
    text = (ROOT / "docs" / "adr" / "0012-what-it-stands-on.md").read_text(encoding="utf-8")
    rows = [row for row in re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE) if row not in ("library", "---")]
    told = [name for row in rows for name in row.split(", ")]
    assert sorted(told) == sorted({re.split(r"[^\w-]", one)[0] for one in wanted})


def test_no_two_decisions_have_one_number() -> None:
    numbers = [file.name[:4] for file in adr_files()]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("file", adr_files(), ids=name_of)
def test_a_figure_that_was_decided_says_which_constant_it_is(file: Path) -> None:
    if is_replaced(file):
        return
    text = file.read_text(encoding="utf-8")
    decided = text.partition("**Decision.**")[2].partition("**Consequences.**")[0].partition("**Held by**")[0]
    assert find_untied_figures(decided) == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("timeline/levels.py", False),
        ("timeline/thread.py", True),
        ("assets/help/steps/*.md", False),
        ("timeline/levels.py::compute_level", False),
        ("timeline/levels.py::gone", True),
        ("timeline/levels.py::Pulses::select_pulses", False),
        ("levels.compute_level", False),
        ("levels.gone", True),
        ("Pulses.select_pulses", False),
        ("Pulses.gone", True),
        ("redaction.redact(history, plan, today)", False),
        ("test_what_is_quoted_is_there", False),
        ("test_what_is_not_there", True),
        ("make test", False),
        ("make coffee", True),
        ("any words at all", False),
    ],
)
def test_a_quote_that_leads_nowhere_is_caught(text: str, missing: bool) -> None:
    assert bool(explain_missing(Quote("README.md", 1, text))) == missing


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("after 600 ms without a key (`assets/js/dom.js::PAUSE`)", 0),
        ("after 80 ms without a key (`assets/js/dom.js::PAUSE`)", 1),
        ("2,048 draws (`timeline/null_models/draws.py::DRAWS`)", 0),
        ("ten finders (`timeline/patterns/__init__.py::FINDERS`)", 1),
        ("10 minutes (`timeline/levels.py::GONE`)", 1),
        ("in 0.0001 s ([measured](docs/benchmarks.md))", 1),
    ],
)
def test_a_figure_that_does_not_hold_is_caught(text: str, wrong: int) -> None:
    figures = read_tied_figures(text)
    assert len(figures) == 1
    assert len([why for figure in figures if (why := explain_wrong_figure(figure, "README.md"))]) == wrong
