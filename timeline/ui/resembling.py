"""Today’s hurt beside earlier moments: the questions that describe it, and what is shown of those found."""

from dash import html
from dash.development.base_component import Component

from models.history import I_RESPONDED, KINDS, Episode, History
from timeline.messages import steps as words
from timeline.messages.texts import text
from timeline.study import similar as resemble
from timeline.ui.forms.asking import Ask, Kept, Question, Said, Walk
from timeline.ui.here import Here

_MOST = 5


def draw_tags(ask: Ask) -> list[Component]:
    """The painful tags of this history, without those the person hides."""
    vocabulary, hidden = ask.here.history.vocabulary, ask.here.history.settings.hidden_tags
    offered = [(tag, vocabulary[tag].label) for tag in vocabulary.side("painful") if tag not in hidden]
    return [ask.some("tags", words.TAGS_LABEL, offered)]


def _wrong_tags(said: Said) -> dict[str, str]:
    return {} if said.get("tags") else {"tags": words.CHOOSE_A_TAG}


def _draw_bond(ask: Ask) -> list[Component]:
    return [ask.one("kind", words.BOND_LABEL, [(kind, words.KIND_NAMES[kind]) for kind in KINDS])]


def _draw_response(ask: Ask) -> list[Component]:
    offered = [(response, response) for response in I_RESPONDED]
    return [ask.one("response", words.RESPONSE_LABEL, offered), ask.line("own-response", words.OWN_RESPONSE)]


def _draw_found(ask: Ask) -> list[Component]:
    return found(ask.here, hurt(ask.here.history, ask.said))


def hurt(history: History, said: Said) -> resemble.Hurt:
    """What was said of today's hurt."""
    tags = said.get("tags")
    known = tuple(tag for tag in tags if tag in history.vocabulary) if isinstance(tags, list) else ()
    response = str(said.get("own-response") or said.get("response") or "").strip()
    return resemble.Hurt(known, str(said.get("kind") or ""), response)


def found(here: Here, hurt: resemble.Hurt) -> list[Component]:
    """The moments that are most alike, who was there around those times, and who gives what this lacks."""
    history, today = here.history, here.today()
    moments = resemble.alike(history, today, hurt)[:_MOST]
    there = resemble.helped(history, today, [one.moment for one in moments])
    shown = [html.Li(_alike(here, one)) for one in moments]
    helpers = [html.Li(_helper(here, one)) for one in there[:_MOST]]
    answers = [html.Li(line) for tag in hurt.tags if (line := answer(history, tag))]
    return [
        html.H3(words.EARLIER),
        html.Ul(shown, className="alike") if shown else html.P(words.NOTHING_LIKE_IT, className="note"),
        html.H3(words.WHO_HELPED),
        html.Ul(helpers, className="alike care")
        if helpers
        else html.P(words.NOBODY_HELPED, className="note"),
        *([html.H3(words.WHO_ANSWERS), html.Ul(answers, className="alike care")] if answers else []),
    ]


def answer(history: History, tag: str) -> str:
    """A painful tag, the tags that answer it, and who gave them; "" where nobody is set down."""
    row = history.vocabulary[tag]
    by = [words.with_times(who.name, n) for who, n in resemble.answered(history, tag)[:_MOST]]
    if not by:
        return ""
    labels = [history.vocabulary[key].label for key in row.answered_by if key in history.vocabulary]
    return f"{words.answered(row.label, labels)}: {', '.join(by)}"


def told(here: Here, moment: Episode) -> str:
    """A moment with whom and at what age."""
    who = here.history.by_id[moment.relationship].name
    return words.moment_with(moment.headline, who, words.at_age(here.history.age(moment.when, here.today())))


def _alike(here: Here, one: resemble.Alike) -> list[Component]:
    labels = [here.history.vocabulary[tag].label for tag in one.tags]
    kind = words.KIND_NAMES[one.relationship.kind] if one.same_kind else ""
    response = ", ".join(one.moment.i_responded[:1]) if one.same_response else ""
    return [
        html.P(told(here, one.moment), className="says"),
        html.P(words.shares(labels, kind, response), className="note"),
    ]


def _helper(here: Here, one: resemble.Helper) -> list[Component]:
    return [
        html.P(words.with_times(one.relationship.name, len(one.moments)), className="says"),
        html.P(told(here, one.moments[-1]), className="note"),
    ]


def _keep_nothing(*_: object) -> Kept:
    return Kept("", ())


QUESTIONS = (
    Question("tags", draw_tags, _wrong_tags),
    Question("bond", _draw_bond),
    Question("response", _draw_response),
    Question("found", _draw_found, follows=True),
)
RESEMBLE = Walk(key="resemble", text=text("steps/2-sort"), questions=QUESTIONS, keep=_keep_nothing)
