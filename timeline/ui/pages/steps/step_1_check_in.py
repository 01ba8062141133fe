"""Step 1, allow your feelings: a check-in on coming, and again on leaving."""

from typing import Any

from dash.development.base_component import Component

from models.history import History
from models.steps import CheckIn
from timeline.messages import dates
from timeline.messages import steps as words
from timeline.messages.grammar import quote_text
from timeline.messages.help_texts import load_text
from timeline.ui import checkin
from timeline.ui.forms.field_values import get_text
from timeline.ui.forms.walk import Answers, EntryList, Question, Step, Walk, WalkResult, keep_entry
from timeline.ui.forms.walk_buttons import QuestionForm, new_id, walk_button
from timeline.ui.session import Session

PAGE = "steps"
_TEXT = "steps/1-allow"


def _draw_body(ask: QuestionForm) -> list[Component]:
    return [ask.line("body", words.BODY, words.BODY_HINT)]


def _draw_kind_sentence(ask: QuestionForm) -> list[Component]:
    offered = [(sentence, sentence) for sentence in load_text(_TEXT).find_part("check-in.kind").items]
    return [
        ask.radios("kind", words.KIND_LABEL, offered),
        ask.area("kind-own", words.KIND_OWN),
    ]


def _build_check_in(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    was = next((c for c in here.history.check_ins if c.id == of), None)
    if not checkin.build_feelings(said):
        return WalkResult()
    entry = CheckIn(
        id=of or new_id(),
        on=was.on if was else here.today(),
        feelings=checkin.build_feelings(said),
        body=get_text(said, "body"),
        kind_sentence=_read_kind_sentence(said),
        leaving=was.leaving if was else False,
    )
    return keep_entry(entry, words.CHECK_IN, of, before)


def _read_kind_sentence(said: Answers) -> str:
    return get_text(said, "kind-own") or get_text(said, "kind")


def _draw_after_check_in(here: Session, said: Answers) -> list[Component]:
    again = walk_button(PAGE, "open", "leaving", "", words.ASK_AGAIN)
    return [
        *checkin.draw_kind_sentence(_read_kind_sentence(said)),
        *checkin.draw_offer_if_strong(here, said),
        again,
    ]


def _leaving_initial_answers(here: Session) -> dict[str, Any]:
    """The words named on coming, without their numbers."""
    came = checkin.find_coming_check_in(here.history, here.today())
    said = checkin.check_in_answers(came) if came else {}
    return {"words": said.get("words", []), "own": said.get("own", "")}


def _build_leaving(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    if not checkin.build_feelings(said):
        return WalkResult()
    entry = CheckIn(id=new_id(), on=here.today(), feelings=checkin.build_feelings(said), leaving=True)
    return keep_entry(entry, words.CHECK_IN, "", None)


def _draw_after_leaving(here: Session, said: Answers) -> list[Component]:
    came = checkin.find_coming_check_in(here.history, here.today())
    left = checkin.find_leaving_check_in(here.history, came) if came else None
    both = checkin.draw_before_after(came, left) if came and left else []
    return [*both, *checkin.draw_offer_if_strong(here, said)]


def _check_in_answers(_: History, entry: CheckIn) -> dict[str, Any]:
    return checkin.check_in_answers(entry)


def _describe_check_in(_: Session, entry: CheckIn) -> tuple[str, str]:
    said = words.strengths_of([(f.word, f.strength) for f in entry.feelings])
    about = [dates.format_date(entry.on), words.ON_LEAVING if entry.leaving else words.ON_COMING]
    about += [words.body(entry.body)] if entry.body else []
    kind = [quote_text(entry.kind_sentence)] if entry.kind_sentence else []
    return said, " · ".join([", ".join(about), *kind])


CHECK_IN = Walk(
    "check-in",
    _TEXT,
    (
        Question("feelings", checkin.draw_feelings, checkin.check_feelings),
        Question("strength", checkin.draw_strengths, checkin.check_strengths),
        Question("body", _draw_body),
        Question("kind", _draw_kind_sentence),
    ),
    _build_check_in,
    model=CheckIn,
    load_answers=_check_in_answers,
    draw_after=_draw_after_check_in,
)
LEAVING_WALK = Walk(
    "leaving",
    _TEXT,
    (Question("now", checkin.draw_strengths, checkin.check_strengths),),
    _build_leaving,
    load_answers=_check_in_answers,
    draw_after=_draw_after_leaving,
    initial_answers=_leaving_initial_answers,
    can_resume_unasked=False,
    is_offered=lambda here: checkin.find_coming_check_in(here.history, here.today()) is not None,
)
STEP = Step(
    "allow",
    1,
    _TEXT,
    walks=(CHECK_IN, LEAVING_WALK),
    list_entry_lists=lambda: (
        EntryList("check_ins", words.CHECK_INS, "check-in", _describe_check_in, "check-in"),
    ),
)
