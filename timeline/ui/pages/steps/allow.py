"""Step 1, allow your feelings: a check-in on coming, and again on leaving."""

from typing import Any

from dash.development.base_component import Component

from models.changes import Change
from models.history import History, entry_text
from models.steps import CheckIn
from timeline.messages import steps as words
from timeline.messages.texts import text
from timeline.ui import checkin
from timeline.ui.forms.asking import Ask, Kept, Listed, Question, Said, Step, Walk, new_id
from timeline.ui.forms.asking.ask import move
from timeline.ui.here import Here

PAGE = "steps"
_TEXT = text("steps/1-allow")


def _draw_body(ask: Ask) -> list[Component]:
    return [ask.line("body", words.BODY, words.BODY_HINT)]


def _draw_kind(ask: Ask) -> list[Component]:
    offered = [(sentence, sentence) for sentence in _TEXT.part("check-in.kind").items]
    return [ask.one("kind", words.KIND_LABEL, offered), ask.lines("kind-own", words.KIND_OWN)]


def _keep(here: Here, said: Said, of: str, before: str | None) -> Kept:
    was = next((c for c in here.history.check_ins if c.id == of), None)
    if not checkin.feelings(said):
        return Kept(words.named(words.CHECK_IN), ())
    entry = CheckIn(
        id=of or new_id(),
        on=was.on if was else here.today(),
        feelings=checkin.feelings(said),
        body=str(said.get("body") or ""),
        kind_sentence=_kind(said),
        leaving=was.leaving if was else False,
    )
    what = words.edited(words.CHECK_IN) if of else words.named(words.CHECK_IN)
    return Kept(what, (Change("check_ins", entry.id, before, entry_text(entry)),))


def _kind(said: Said) -> str:
    return str(said.get("kind-own") or said.get("kind") or "")


def _after(here: Here, said: Said) -> list[Component]:
    again = move(PAGE, "open", "leaving", "", words.ASK_AGAIN)
    return [*checkin.kind_word(_kind(said)), *checkin.offers(here, said), again]


def _begins_again(here: Here) -> dict[str, Any]:
    """The words named on coming, without their numbers."""
    came = checkin.coming(here.history, here.today())
    said = checkin.as_said(came) if came else {}
    return {"words": said.get("words", []), "own": said.get("own", "")}


def _keep_leaving(here: Here, said: Said, of: str, before: str | None) -> Kept:
    if not checkin.feelings(said):
        return Kept(words.named(words.CHECK_IN), ())
    entry = CheckIn(id=new_id(), on=here.today(), feelings=checkin.feelings(said), leaving=True)
    return Kept(words.named(words.CHECK_IN), (Change("check_ins", entry.id, None, entry_text(entry)),))


def _after_leaving(here: Here, said: Said) -> list[Component]:
    came = checkin.coming(here.history, here.today())
    left = checkin.leaving_after(here.history, came) if came else None
    both = checkin.before_after(came, left) if came and left else []
    return [*both, *checkin.offers(here, said)]


def _fields(_: History, entry: CheckIn) -> dict[str, Any]:
    return checkin.as_said(entry)


def _line(_: Here, entry: CheckIn) -> tuple[str, str]:
    said = words.strengths_of([(f.word, f.strength) for f in entry.feelings])
    about = [words.on(entry.on), words.ON_LEAVING if entry.leaving else words.ON_COMING]
    about += [words.body(entry.body)] if entry.body else []
    kind = [words.quoted(entry.kind_sentence)] if entry.kind_sentence else []
    return said, " · ".join([", ".join(about), *kind])


CHECK_IN = Walk(
    key="check-in",
    text=_TEXT,
    questions=(
        Question("feelings", checkin.draw_feelings, checkin.wrong_feelings),
        Question("strength", checkin.draw_strengths, checkin.wrong_strengths),
        Question("body", _draw_body),
        Question("kind", _draw_kind),
    ),
    keep=_keep,
    fields=_fields,
    after=_after,
)
LEAVING = Walk(
    key="leaving",
    text=_TEXT,
    questions=(Question("now", checkin.draw_strengths, checkin.wrong_strengths),),
    keep=_keep_leaving,
    fields=_fields,
    after=_after_leaving,
    begins=_begins_again,
    lasts=False,
    offered=lambda here: checkin.coming(here.history, here.today()) is not None,
)
STEP = Step(
    key="allow",
    number=1,
    text=_TEXT,
    walks=(CHECK_IN, LEAVING),
    lists=(Listed("check_ins", words.CHECK_INS, words.CHECK_IN, _line, "check-in"),),
)
