"""Whatever Unicode there is, it is set without failing; and what cannot be drawn is said before."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.history import History
from models.sharing import Cover, SharePlan
from tests.building import build_relationship
from tests.report.papers import paper
from timeline.report import render
from timeline.report.render.printable_text import make_printable


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("plain words", "plain words"),
        ("e\u0301", "é"),
        ("a\x07b\x1b[31m", "ab[31m"),
        ("\u202eevil\u202c", "evil"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("one\n\n\n\ntwo", "one\n\ntwo"),
        ("a    b\tc", "a  b c"),
        ("\ue000\uffff\U000e0041", "□"),
        ("\u0301", "□"),
        (" \n ", ""),
        ("𓀀", "□"),
        ("☎️", "☎"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u200db", "ab"),
        ("", ""),
    ],
)
def test_what_becomes_of_a_text(typed: str, set_: str) -> None:
    assert make_printable(typed) == set_


def test_at_most_four_marks_stand_on_a_letter() -> None:
    marks = [sign for sign in make_printable("b" + "\u0323\u0301" * 2000) if unicodedata.combining(sign)]
    assert len(marks) <= 4


def test_a_very_long_word_may_be_broken() -> None:
    whole = make_printable("x" * 10_000)
    assert whole.replace("\u200b", "") == "x" * 10_000
    assert max(len(piece) for piece in whole.split("\u200b")) <= 10


_anything = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=300)
_blocks = st.integers(0, 0x10FFFF // 64).map(
    lambda block: " ".join(
        chr(code) for code in range(block * 64, block * 64 + 64) if code and not 0xD800 <= code <= 0xDFFF
    )
)
_heaps = st.lists(
    st.sampled_from("ab אبあ한☃👩\u0301\u0323\u200d\u200c\ufe0f\U0001f3fd\u064b\u05b0"), max_size=80
).map("".join)


def _typeset(texts: list[str]) -> None:
    cover = Cover(
        title=texts[0][:140],
        summary=texts[1],
        hope=texts[2],
        questions=(texts[0],),
        helped=texts[2],
        not_yet="x",
    )
    someone = build_relationship("p", "other", name=texts[0][:60] or "x", role=texts[2][:140])
    history = History(cover=cover, relationships=(someone,))
    plan = SharePlan(
        id="p", name="p", sections=("cover", "questions", "people"), relationships=("p",), names="real"
    )
    assert render.render_pdf(paper(history, plan)).startswith(b"%PDF")


@settings(deadline=None, max_examples=100)
@given(st.lists(_anything | _blocks | _heaps, min_size=3, max_size=3))
def test_anything_can_be_set(texts: list[str]) -> None:
    _typeset(texts)


@pytest.mark.torture
@settings(deadline=None, max_examples=1000)
@given(st.lists(_anything | _blocks | _heaps, min_size=3, max_size=3))
def test_anything_can_be_set_a_thousand_times(texts: list[str]) -> None:
    _typeset(texts)
