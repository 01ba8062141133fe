"""A password opens the file, and nothing else does."""

import io

import pikepdf
import pytest

from models.errors import TimelineError
from tests.redaction.lives import FULL_PLAN, LIFE
from tests.report.papers import broken_rules, paper, sample
from timeline.report import render

WORDS = "eight lamps 灯"


@pytest.fixture(scope="module")
def locked_pdf() -> bytes:
    return render.render_pdf(paper(LIFE, FULL_PLAN), WORDS)


@pytest.mark.parametrize("other", ["", "eight lamps", "EIGHT LAMPS 灯"])
def test_it_does_not_open_without(locked_pdf: bytes, other: str) -> None:
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(locked_pdf), password=other)


def test_it_opens_with_it_and_may_be_read_aloud(locked_pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(locked_pdf), password=WORDS) as document:
        assert document.encryption.R == 6
        assert document.allow.accessibility
        assert document.user_password_matched
        assert not document.owner_password_matched
        opened = io.BytesIO()
        document.save(opened)
    assert [rule for rule in broken_rules(opened.getvalue()) if "UA" in rule.split(":")[0]] == []


def test_the_same_password_typed_in_other_letters_opens_it(locked_pdf: bytes) -> None:
    composed = render.encrypt_pdf(render.render_pdf(paper(LIFE, FULL_PLAN)), "cafe\u0301 eight")
    with pikepdf.open(io.BytesIO(composed), password="café eight"):
        pass


def test_not_even_its_title_can_be_read(locked_pdf: bytes) -> None:
    for word in (b"What T", b"xmpmeta", b"M. K.", b"relationship history"):
        assert word not in locked_pdf


def test_each_locking_has_another_owner(locked_pdf: bytes) -> None:
    assert render.render_pdf(paper(LIFE, FULL_PLAN), WORDS) != locked_pdf


@pytest.mark.parametrize(
    "unfit", ["", "short", "seven77", "x" * 128, "灯" * 43, "eight\0888", "eight88\ud800"]
)
def test_a_password_that_cannot_be_used_is_said(unfit: str) -> None:
    with pytest.raises(TimelineError):
        render.render_pdf(paper(LIFE, FULL_PLAN), unfit)


def test_the_shortest_and_the_longest_are_taken() -> None:
    made = render.render_pdf(paper(sample()))
    for fit in ("x" * 8, "x" * 127):
        with pikepdf.open(io.BytesIO(render.encrypt_pdf(made, fit)), password=fit):
            pass
