"""A report set in type: the data as one JSON string, the templates of `assets/report/`, our fonts alone."""

import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import typst

from models.errors import TimelineError
from timeline.messages import report as say
from timeline.messages import shell as shell_say
from timeline.report.render.fonts import FONT_FOLDER
from timeline.report.render.password import check_password, encrypt_pdf
from timeline.report.render.printable_text import make_printable
from timeline.report.report import Report, map_texts
from timeline.system.paths import ASSETS

TEMPLATE_FOLDER = ASSETS / "report"
PDF_STANDARDS = ("ua-1", "a-2a")
MIN_PPI = 24
"""Below this a hatched area has no dot left to draw, and the engine panics."""
_COMPILER_LOCK = threading.Lock()
"""One compiler serves every thread of the program."""


class RenderError(TimelineError):
    """The paper could not be set. What the engine says is not kept: it may quote the person's words."""


def render_pdf(report: Report, password: str | None = None) -> bytes:
    """The file, never written anywhere: tagged, archivable, with its fonts.

    Args:
        report: what is printed.
        password: what it opens with; None for a file that is open. Without one, the same report gives the
            same bytes.

    Raises:
        TimelineError: the password is too short or too long.
        RenderError: it could not be set.
    """
    if password is not None:
        check_password(password)
    noon = datetime(report.day.year, report.day.month, report.day.day, 12, tzinfo=UTC)
    made = _typeset(report, format="pdf", pdf_standards=list(PDF_STANDARDS), timestamp=noon)
    whole: bytes = made[0] if isinstance(made, list) else made
    return whole if password is None else encrypt_pdf(whole, password)


def render_pages(report: Report, ppi: float = 96) -> list[bytes]:
    """The same pages as PNG images.

    Args:
        report: what is printed.
        ppi: dots an inch; never fewer than `FEWEST_PPI`.

    Raises:
        RenderError: it could not be set.
    """
    made = _typeset(report, format="png", ppi=max(ppi, MIN_PPI))
    return made if isinstance(made, list) else [made]


def build_payload(report: Report) -> str:
    """Everything the templates get, as one JSON string."""
    whole = {
        "title": report.title,
        "author": report.author,
        "subject": say.SUBJECT,
        "day": [report.day.year, report.day.month, report.day.day],
        "paper": "us-letter" if report.paper == "letter" else "a4",
        "gutter": report.gutter,
        "purpose": shell_say.PURPOSE,
        "shown": say.page_foot(report.day, _read_version(), report.people, report.moments),
        "of": say.OF_WORD,
        "blocks": report.blocks,
    }
    return json.dumps(map_texts(whole, make_printable), ensure_ascii=False)


def _typeset(report: Report, **how: Any) -> Any:
    """What Typst makes of it.

    Its own panics derive from BaseException, and its messages may hold the person's words: neither gets out.
    """
    given = {"payload": build_payload(report)}
    try:
        with _COMPILER_LOCK, _silence_stderr():
            return _build_compiler().compile(sys_inputs=given, **how)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001
        raise RenderError(say.PAPER_FAILED) from None


@contextmanager
def _silence_stderr() -> Iterator[None]:
    """No line on standard error meanwhile: a panic prints its message there, and that may quote a text."""
    try:
        spoken_to = os.dup(2)
    except OSError:  # there is no standard error
        yield
        return
    silence = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(silence, 2)
        yield
    finally:
        os.dup2(spoken_to, 2)
        os.close(spoken_to)
        os.close(silence)


@cache
def _build_compiler() -> Any:
    # A path and not bytes: a compiler made of bytes fails on its second document.
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONT_FOLDER)]
    )
    folder = str(TEMPLATE_FOLDER)
    return typst.Compiler(
        input=str(TEMPLATE_FOLDER / "report.typ"),
        root=folder,
        font_paths=fonts,
        package_path=folder,
        package_cache_path=folder,
    )


def _read_version() -> str:
    try:
        return version("attachment-timeline")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return ""
