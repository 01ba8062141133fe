"""PDF/UA-1 and PDF/A-2a as far as a machine can check them, and what a screen reader is given."""

import io
import re
from collections import Counter
from collections.abc import Callable

import pikepdf
import pytest

from models.history import History
from models.sharing import Cover
from tests.redaction.lives import LIFE_WITH_STEPS, PLAN_WITH_LINES
from tests.report.papers import (
    SCRIPTS,
    broken_rules,
    build_hostile_history,
    build_long_history,
    full_plan,
    paper,
    read_pdf,
    sample,
)
from timeline.report import render
from timeline.report.report import Paper


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_a_real_life_keeps_every_rule(size: Paper) -> None:
    assert broken_rules(render.render_pdf(paper(sample(), full_plan(sample()), size))) == []


def test_every_script_keeps_every_rule() -> None:
    assert broken_rules(render.render_pdf(paper(SCRIPTS, full_plan(SCRIPTS)))) == []


def test_hostile_text_keeps_every_rule() -> None:
    assert (
        broken_rules(render.render_pdf(paper(build_hostile_history(), full_plan(build_hostile_history()))))
        == []
    )


def test_what_was_written_in_the_steps_keeps_every_rule() -> None:
    assert broken_rules(render.render_pdf(paper(LIFE_WITH_STEPS, PLAN_WITH_LINES))) == []


@pytest.mark.parametrize(
    "build", [lambda: build_long_history(60, 60), lambda: LIFE_WITH_STEPS], ids=["many people", "steps"]
)
def test_every_page_has_its_number(build: Callable[[], History]) -> None:
    history = build()
    chosen = PLAN_WITH_LINES if history is LIFE_WITH_STEPS else full_plan(history)
    text = read_pdf(render.render_pdf(paper(history, chosen))).text
    numbers = [(int(n), int(of)) for n, of in re.findall(r"shown\.\s*(\d+) of (\d+)", text)]
    assert numbers == [(n, len(numbers)) for n in range(1, len(numbers) + 1)]
    assert len(numbers) > 3


def test_forty_pages_keep_every_rule() -> None:
    history = build_long_history()
    made = render.render_pdf(paper(history, full_plan(history)))
    with pikepdf.open(io.BytesIO(made)) as document:
        assert len(document.pages) >= 30
    assert broken_rules(made) == []


def _long_title() -> History:
    return History(cover=Cover(title="What I keep waiting for " * 5, summary="Words."))


def _right_to_left_history() -> History:
    return History(cover=Cover(title="ما الذي أنتظره دائماً", summary="أنا أنتظر منذ زمن طويل. " * 12))


def _nine_hundred_words() -> History:
    return History(
        cover=Cover(
            title="Long", summary=("I have spent a long time asking for too much. " * 11 + "\n\n") * 8
        )
    )


def _one_moment() -> History:
    life = sample()
    fields = {name: getattr(life, name) for name in History.model_fields if name != "schema_"}
    one = {"relationships": life.relationships[:1], "episodes": life.episodes[:1]}
    return History(**fields | one)


def _undated_history() -> History:
    life = SCRIPTS.model_dump(by_alias=True)
    life["person"] = {}
    for moment in life["episodes"]:
        moment["when"] = "I don't know when"
    for bond in life["relationships"]:
        bond["spells"] = ({},)
    return History.model_validate(life)


@pytest.mark.parametrize(
    "shape", [_long_title, _right_to_left_history, _nine_hundred_words, _one_moment, _undated_history]
)
def test_odd_shapes_keep_every_rule(shape) -> None:  # type: ignore[no-untyped-def]
    assert broken_rules(render.render_pdf(paper(shape(), full_plan(shape())))) == []


def test_what_a_screen_reader_is_given() -> None:
    made = render.render_pdf(paper(sample(), full_plan(sample())))
    with pikepdf.open(io.BytesIO(made)) as document:
        root = document.Root
        assert root.Lang == "en"
        assert root.MarkInfo.Marked
        assert root.ViewerPreferences.DisplayDocTitle
        assert "/Outlines" in root
        kinds: Counter[str] = Counter()
        spoken: list[str] = []
        _walk(root.StructTreeRoot.K, kinds, spoken)
        assert kinds["/Table"] == 1
        assert kinds["/TH"] == 7
        assert kinds["/TR"] == 1 + len(sample().relationships)
        assert kinds["/Figure"] == len(spoken) >= 8
        assert all(len(words) > 40 for words in spoken)
        assert kinds["/H1"] >= 4
        whole = str(root)
        assert not any(word in whole for word in ("/JavaScript", "/OpenAction", "/EmbeddedFiles", "/AA"))
        assert set(document.docinfo.keys()) <= {
            "/Title", "/Author", "/Subject", "/Creator", "/CreationDate", "/ModDate",
        }  # fmt: skip
        fonts = [
            thing
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
        streams = [thing for thing in document.objects if isinstance(thing, pikepdf.Stream)]
        assert not any(stream.get("/Subtype") == "/Image" for stream in streams)  # all of it is drawn


def _walk(node: pikepdf.Object, kinds: Counter[str], spoken: list[str]) -> None:
    if isinstance(node, pikepdf.Array):
        for one in node:
            _walk(one, kinds, spoken)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        kinds[str(node.S)] += 1
        if node.S == "/Figure":
            spoken.append(str(node.Alt))
        if "/K" in node:
            _walk(node.K, kinds, spoken)
