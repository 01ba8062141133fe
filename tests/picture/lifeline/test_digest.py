"""The picture of each life in readable lines: what changes here changes what people see."""

from collections import Counter

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.picture.lifeline.lives import TAGS, sheet, study
from timeline.picture.lifeline import Picture, Selection, build_lifeline


def digest(picture: Picture) -> str:
    kinds = Counter(f"{type(mark).__name__.lower()} {mark.subject}" for mark in picture.marks if mark.subject)
    said = [f"{text.subject:9} {text.words}" for text in picture.text_lines if text.subject != "tick"]
    ticks = " ".join(text.words for text in picture.text_lines if text.subject == "tick")
    facts = [
        f"{picture.width:.0f} x {picture.height:.0f}, unit {picture.px_per_level:.1f}",
        *(f"{side} up to {top:.1f}" for side, top in picture.max_levels),
        *(
            f"peak {p.side} {p.t:.1f} {p.height:.1f} {', '.join(p.names)} {'shown' if p.has_label else ''}"
            for p in picture.peaks
        ),
        "gaps " + ", ".join(f"{a:.1f}-{b:.1f}" for a, b in picture.gaps),
        *(f"{title}: {' / '.join(', '.join(row) for row in rows)}" for title, rows in picture.lane_rows),
        *(f"{one.number} {one.relationship} {one.t:.1f}" for one in picture.numbered_episodes),
        "not in " + ", ".join(picture.untouched_relationships),
        f"beads {len([bead for bead in picture.beads if bead.moment])}",
    ]
    return "\n".join([*facts, *sorted(f"{n} {kind}" for kind, n in kinds.items()), *said, ticks])


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("key", [*TAGS])
def test_the_picture_says_and_shows_what_it_did(key: str, width: float, snapshot: SnapshotAssertion) -> None:
    chosen = Selection.from_tags(study(key).tables.vocabulary, TAGS[key])
    assert digest(build_lifeline(study(key), sheet(width), chosen)) == snapshot
