"""Today’s hurt beside earlier moments: the questions that describe it, and what is shown of those found."""

from collections.abc import Collection

from dash import html
from dash.development.base_component import Component

from models.history import I_RESPONDED, Episode, History
from timeline.messages import steps as words
from timeline.messages.ages import at_age
from timeline.messages.kinds import kind_labels, one_of_kind
from timeline.messages.phrases import label_text
from timeline.messages.tags import tag_label
from timeline.study import resemblance as resemble
from timeline.study.answers import find_opposite_givers
from timeline.study.help_offers import find_people_to_offer
from timeline.study.study import Study
from timeline.ui.controls import fold
from timeline.ui.forms.field_values import get_choices, get_line
from timeline.ui.forms.walk import Answers, Question, Walk
from timeline.ui.forms.walk_buttons import QuestionForm
from timeline.ui.session import Session

_MAX_SHOWN = 5


def draw_tags(ask: QuestionForm) -> list[Component]:
    """The painful tags of this history, without those the person hides."""
    vocabulary, hidden = ask.session.history.vocabulary, ask.session.history.settings.hidden_tags
    offered = [
        (tag, tag_label(vocabulary[tag])) for tag in vocabulary.keys_on_side("painful") if tag not in hidden
    ]
    return [ask.choices("tags", words.TAGS_LABEL, offered)]


def _check_tags(said: Answers) -> dict[str, str]:
    return {} if said.get("tags") else {"tags": words.CHOOSE_A_TAG}


def _draw_kind(ask: QuestionForm) -> list[Component]:
    return [ask.radios("kind", words.BOND_LABEL, kind_labels().items())]


def _draw_response(ask: QuestionForm) -> list[Component]:
    offered = [(response, response) for response in I_RESPONDED]
    return [
        ask.radios("response", words.RESPONSE_LABEL, offered),
        ask.line("own-response", words.OWN_RESPONSE),
    ]


def _draw_similar(ask: QuestionForm) -> list[Component]:
    return draw_similar_moments(ask.session, read_hurt(ask.session.history, ask.values))


def read_hurt(history: History, said: Answers) -> resemble.Hurt:
    """What was said of today's hurt."""
    known = tuple(tag for tag in get_choices(said, "tags") if tag in history.vocabulary)
    response = get_line(said, "own-response") or get_line(said, "response")
    return resemble.Hurt(known, get_line(said, "kind"), response)


def draw_similar_moments(here: Session, hurt: resemble.Hurt) -> list[Component]:
    """The moments that are most alike, who was there around those times, and who gives what this lacks."""
    study = here.get_study()
    moments = resemble.find_similar_moments(study, hurt)
    found = [one.moment for one in moments]
    there = resemble.find_helpers(study, found)
    shown = [html.Li(_draw_similar_moment(here, one)) for one in moments]
    rest = shown[_MAX_SHOWN:]
    helpers = [html.Li(_draw_helper(here, one)) for one in there[:_MAX_SHOWN]]
    offered = {one.id for one in find_people_to_offer(study, found)}
    answers = [html.Li(line) for tag in hurt.tags if (line := describe_answers(study, tag, offered))]
    return [
        html.H3(words.earlier_moments_heading(len(shown))),
        html.Ul(shown[:_MAX_SHOWN], className="alike")
        if shown
        else html.P(words.NOTHING_LIKE_IT, className="note"),
        *([fold(words.more_moments(len(rest)), html.Ul(rest, className="alike"))] if rest else []),
        html.H3(words.WHO_HELPED),
        html.Ul(helpers, className="alike care")
        if helpers
        else html.P(words.NOBODY_HELPED, className="note"),
        *([html.H3(words.WHO_ANSWERS), html.Ul(answers, className="alike care")] if answers else []),
    ]


def describe_answers(study: Study, tag: str, only: Collection[str] | None = None) -> str:
    """A painful tag, the tags that answer it, and who gave them; "" where nobody is set down.

    Args:
        study: a history, read.
        tag: the key of a painful tag.
        only: ids of those who may be named; None for all: then it is a count, and a death is said.
    """
    history, people = study.history, study.relationships
    givers = sorted(find_opposite_givers(study, [tag]), key=lambda one: -one.times)
    by = [
        words.giver_with_times(str(people.name[one.relationship]), one.times, one.has_died)
        for one in givers
        if only is None or people.id[one.relationship] in only
    ]
    if not by:
        return ""
    row = history.vocabulary[tag]
    labels = [tag_label(history.vocabulary[key]) for key in row.answered_by if key in history.vocabulary]
    return label_text(words.tag_and_answers(tag_label(row), labels), ", ".join(by))


def describe_moment(here: Session, moment: Episode) -> str:
    """A moment with whom and at what age."""
    who = here.history.by_id[moment.relationship].name
    return words.moment_with(moment.headline, who, at_age(here.history.age(moment.when, here.today())))


def _draw_similar_moment(here: Session, one: resemble.SimilarMoment) -> list[Component]:
    labels = [tag_label(here.history.vocabulary[tag]) for tag in one.tags]
    kind = one_of_kind(one.relationship.kind) if one.same_kind else ""
    response = ", ".join(one.moment.i_responded[:1]) if one.same_response else ""
    return [
        html.P(describe_moment(here, one.moment), className="says"),
        html.P(words.shared_features(labels, kind, response), className="note"),
    ]


def _draw_helper(here: Session, one: resemble.Helper) -> list[Component]:
    return [
        html.P(words.with_times(one.relationship.name, len(one.moments)), className="says"),
        html.P(describe_moment(here, one.moments[-1]), className="note"),
    ]


QUESTIONS = (
    Question("tags", draw_tags, _check_tags),
    Question("bond", _draw_kind),
    Question("response", _draw_response),
    Question("found", _draw_similar, is_redrawn_on_change=True),
)
RESEMBLE_WALK = Walk("resemble", "steps/2-sort", QUESTIONS)
