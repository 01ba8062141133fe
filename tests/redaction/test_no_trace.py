"""What was left out leaves no trace: the result is the one of a history in which it never was."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.history import History
from tests.histories import TODAY, histories
from tests.redaction.counterfactual_history import build_counterfactual
from tests.redaction.lives import make_relationship, plans, redact_text
from timeline import redaction as share


def _check_no_trace(data: st.DataObject) -> None:
    history = data.draw(histories())
    chosen = data.draw(plans(history))
    smaller = share.redact(history, chosen, TODAY)
    never, fewer = build_counterfactual(history, chosen)
    assert share.redact(never, fewer, TODAY) == smaller
    # The result is a history like any other: it can be stored and read back.
    assert History.model_validate_json(smaller.model_dump_json()) == smaller


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_what_was_left_out_leaves_no_trace(data: st.DataObject) -> None:
    _check_no_trace(data)


@pytest.mark.torture
@settings(deadline=None, max_examples=1500)
@given(st.data())
def test_what_was_left_out_leaves_no_trace_in_many_histories(data: st.DataObject) -> None:
    _check_no_trace(data)


PEOPLE = (
    "Maria Branwell Holt", "Branwell Holt", "Maria Holt (eldest sister)", "Elizabeth Branwell", "Will Young",
    "Anne-Marie Müller", "Jo Smith", "Carl of Weimar", "王小明", "Mum (Ruth)", "Vincent van Gogh",
)  # fmt: skip
MARIA, BRANWELL, SISTER, AUNT = PEOPLE[:4]
MEANS: dict[str, set[str]] = {
    **{name: {name} for name in PEOPLE},
    "Branwell": {MARIA, BRANWELL, AUNT},
    "Maria": {MARIA, SISTER},
    "Maria Branwell": {MARIA},
    "Holt": {MARIA, BRANWELL, SISTER},
    "Elizabeth": {AUNT},
    "Will": {"Will Young"},
    "Annemarie": {"Anne-Marie Müller"},
    "Mueller": {"Anne-Marie Müller"},
    "Jo": {"Jo Smith"},
    "Weimar": {"Carl of Weimar"},
    "小明": {"王小明"},
    "Ruth": {"Mum (Ruth)"},
    "van Gogh": {"Vincent van Gogh"},
}
"""Everyone who may be meant by it."""
SENTENCES = ("{} came.", "So {} told {} off", "Yesterday {}’s hat; {} left", "It was {} (and {})")


@settings(deadline=None, max_examples=50)
@given(st.data())
def test_every_mention_of_who_was_left_out_reads_someone(data: st.DataObject) -> None:
    """Written out by hand: the same texts, in which "someone" stood from the beginning."""
    gone = data.draw(st.sets(st.sampled_from(PEOPLE), min_size=1))
    writer = data.draw(st.sampled_from(["", "Charlotte Holt", "I"]))
    staying = tuple(make_relationship(name) for name in PEOPLE if name not in gone)
    about = data.draw(st.sampled_from([None, *(bond.id for bond in staying)]))
    sentence = data.draw(st.sampled_from(SENTENCES))
    named = [data.draw(st.sampled_from([*MEANS])) for _ in range(sentence.count("{}"))]
    never = [one if about in MEANS[one] or not MEANS[one] & gone else "someone" for one in named]
    left = redact_text(
        sentence.format(*named), *staying, left_out=tuple(sorted(gone)), writer=writer, about=about
    )
    assert left == redact_text(sentence.format(*never), *staying, writer=writer, about=about)
    assert not [one for one in gone if one in left]
