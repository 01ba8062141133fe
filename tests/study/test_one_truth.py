"""One truth: over random histories, page, command, JSON and paper state the same facts.

Facts are compared, not sentences: they are read off the texts that are shown. A fault planted in one surface
turns this red; the last test plants one in each.
"""

import json
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings

from models.errors import TimelineError
from models.history import History
from models.tags import TAGS
from tests.building import build_episode, build_history, build_relationship
from tests.histories import TODAY, histories
from tests.picture.lifeline.lives import MEASURE
from timeline.messages import pattern_sentences
from timeline.messages import picture as picture_messages
from timeline.messages import report as report_messages
from timeline.picture import charts
from timeline.picture.lifeline import Choice
from timeline.redaction import everything_but_stories
from timeline.report.report import build_report
from timeline.report.sections import people
from timeline.study import evidence
from timeline.study.study import Study
from timeline.ui.evidence_list import MAX_PEOPLE, draw_evidence_list
from timeline.ui.thread_list import draw_thread_list
from timeline.verbs import patterns

Counts = dict[str, tuple[int, int]]
"""Of each tag, by its label: in how many relationships it is, of how many that were tagged."""
People = list[tuple[int, int, int]]
"""Of each relationship: caring and painful moments received or shared, and those given."""

LABELS = {tag.label: tag.key for tag in TAGS}


def read_texts(component: Any) -> Iterator[str]:
    """Every text of a component, in order."""
    if isinstance(component, str):
        yield component
    elif isinstance(component, list | tuple):
        for one in component:
            yield from read_texts(one)
    elif component is not None:
        yield from read_texts(getattr(component, "children", None))


def read_counts(text: str) -> tuple[int, int] | None:
    """The counts that a sentence states: some of the relationships, all of them, or the one."""
    if found := re.search(r"\b(?:in|with) (\d+) of (?:the )?(\d+) ", text):
        return int(found[1]), int(found[2])
    if found := re.search(r"\b(?:in|with) all (\d+) ", text):
        return int(found[1]), int(found[1])
    if "not in the one relationship" in text:
        return 0, 1
    return (1, 1) if re.search(r"in the one relationship|with 1 person", text) else None


def read_page_counts(study: Study) -> Counts:
    """As the buttons of the threads show them."""
    texts = [*read_texts(draw_thread_list(study, ()))]
    pairs = ((label, read_counts(says)) for label, says in pairwise(texts))
    return {label: counts for label, counts in pairs if counts and label in LABELS and counts[0]}


def read_page_names(study: Study, tag: str) -> list[str]:
    """As the list below the picture shows them, in its order."""
    listed = draw_evidence_list(study, (tag,))[0].children[1]
    return [next(read_texts(item.children[1].children[0].children[0])) for item in listed.children]


def read_page_people(study: Study) -> People:
    """As the view of one relationship says it aloud, person by person."""
    found = []
    for id_ in study.relationships.id.tolist():
        says = charts.relationship.describe_in_words(study, Choice(relationship=id_))
        came = re.findall(r"(\d+) you tagged as caring and (\d+) you tagged as painful", says)[-1]
        went = re.findall(r"By you to them: (\d+)\.$", says) or ["0"]
        found.append((int(came[0]), int(came[1]), int(went[-1])))
    return found


def read_command_counts(study: Study) -> Counts:
    """As the lines of the text state them."""
    lines = re.findall(r"^  (?:\[[a-z ]+\] )?([a-z ]+): (in .*)$", patterns._format_text(study), re.MULTILINE)
    pairs = ((label, read_counts(says)) for label, says in lines)
    return {label: counts for label, counts in pairs if counts and label in LABELS}


def read_json_findings(study: Study) -> list[dict[str, Any]]:
    """The counts of tags in the JSON."""
    findings: list[dict[str, Any]] = json.loads(patterns._json(study))["findings"]
    return [one for one in findings if one["finder"] == "recurrence" and not any(one["given"])]


def read_paper_blocks(history: History, tags: list[str]) -> list[dict[str, Any]]:
    """The paper with these threads, everything ticked."""
    plan = everything_but_stories(history).model_copy(update={"threads": tuple(tags), "dates": "day"})
    return [*build_report(history, plan, TODAY, measure=MEASURE).blocks]


def read_paper_counts(history: History, labels: list[str]) -> Counts:
    """As the strips of the first page state them, three at a time."""
    found: Counts = {}
    for n in range(0, len(labels), 3):
        blocks = read_paper_blocks(history, [LABELS[label] for label in labels[n : n + 3]])
        for block in blocks:
            if block["kind"] == "threads":
                for thread in block["threads"]:
                    counts = read_counts(thread["count"])
                    assert counts, thread["count"]
                    found[thread["label"]] = counts
    return found


def read_paper_people(history: History) -> People:
    """As the table of people states them."""

    def read_cell(text: str) -> int:
        return int(text) if text.isdecimal() else 0

    [table] = (block for block in read_paper_blocks(history, []) if block["kind"] == "people")
    return [tuple(read_cell(row[cell]) for cell in ("care", "hurt", "given")) for row in table["people"]]  # type: ignore[misc]


def find_differences(history: History) -> list[str]:
    """Every fact on which two surfaces do not agree."""
    study = Study(history, TODAY)
    page = read_page_counts(study)
    told = [one for one in read_json_findings(study) if one["tags"][0] in LABELS.values()]
    label_of = {key: label for label, key in LABELS.items()}
    in_json = {label_of[one["tags"][0]]: (one["k"], one["of"]) for one in told}
    wrong = []
    if page != in_json:
        wrong.append("counts: page and JSON")
    if read_command_counts(study) != in_json:
        wrong.append("counts: command and JSON")
    for one in told:
        names = [history.by_id[id_].name for id_ in one["relationships"]][:MAX_PEOPLE]
        if read_page_names(study, one["tags"][0]) != names:
            wrong.append("names and their order: page and JSON")
    if history.relationships:
        try:
            printed = read_paper_counts(history, [*page][:3])
            if printed != {label: page[label] for label in printed} or len(printed) < min(3, len(page)):
                wrong.append("counts: paper and page")
            if read_paper_people(history) != read_page_people(study):
                wrong.append("people: paper and page")
        except TimelineError as error:
            wrong.append(str(error))
    return wrong


@settings(max_examples=5, deadline=None)
@given(histories(everything=False))
def test_page_command_json_and_paper_state_the_same_facts(history: History) -> None:
    assert find_differences(history) == []


LIFE = build_history(
    build_relationship("mum", name="Mum"),
    build_relationship("jo", "romantic", name="Jo"),
    build_relationship("lou", "friendship", name="Lou"),
    build_episode("a", "mum", "1994", "Not there", "neglect"),
    build_episode("b", "jo", "2010", "Silent", "neglect"),
    build_episode("c", "lou", "2012", "Stayed", "care"),
    build_episode("d", "lou", "2014", "I was cold", "neglect", direction="given"),
)


def count_one_more(says: Callable[..., str]) -> Callable[..., str]:
    """The sentence with every count one too high."""
    return lambda *args, **more: re.sub(r"\d+", lambda n: str(int(n[0]) + 1), says(*args, **more))


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (picture_messages, "describe_tag_counts"),
        (pattern_sentences, "describe_finding"),
        (report_messages, "count_in_tagged"),
        (people, "_format_count"),
    ],
    ids=["page", "command", "paper, threads", "paper, people"],
)
def test_a_wrong_count_in_one_surface_is_seen(
    module: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_differences(LIFE) == []
    monkeypatch.setattr(module, name, count_one_more(getattr(module, name)))
    assert find_differences(LIFE) != []


def test_a_wrong_order_on_the_page_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    right = evidence.find_relationships_with
    monkeypatch.setattr(evidence, "find_relationships_with", lambda *args: right(*args)[::-1])
    assert find_differences(LIFE) == ["names and their order: page and JSON"]


def test_a_wrong_count_in_the_json_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    right = patterns._build_json

    def count_all(study: Study, finding: Any) -> dict[str, Any]:
        return {**right(study, finding), "k": finding.of}

    monkeypatch.setattr(patterns, "_build_json", count_all)
    assert find_differences(LIFE) != []
