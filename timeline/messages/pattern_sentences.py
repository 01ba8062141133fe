"""What a pattern says: counts first, in plain words; no claim the counts do not carry.

A finding carries facts (`models.findings`), and its sentence is made here, from them and from the names and
tags of its history: `describe_finding` for the whole sentence, `describe_subject` and `describe_statement`
for a title and what stands under it.
"""

from models.finding_facts import CountedUnit, TooFew
from models.findings import Finding, Notice
from models.history import History
from timeline.messages.finder_sentences import FINDER_SENTENCES
from timeline.messages.grammar import count_with_noun
from timeline.messages.language import N_, _, ngettext, translate_constants
from timeline.messages.pattern_terms import Sentence
from timeline.messages.question_sentences import question_sentence

NOTHING_YET = N_("Nothing is tagged yet, so there is nothing to count.")
CAUTION_NOTE = N_(
    "Nothing here says that one thing brought about another, and what one remembers is shaped by now. "
    "What was not written down is not counted as not having happened."
)
_UNITS: dict[CountedUnit, str] = {
    "tagged relationships": N_("relationships you tagged"),
    "dated relationships": N_("relationships with a date"),
    "later relationships": N_("relationships later than your earliest bonds"),
    "relationships rated both ways": N_("relationships rated both ways"),
    "relationships rated on one side": N_("relationships with a date and a rating on one side"),
    "relationships with both sides rated": N_(
        "relationships with rated and dated moments of care and of hurt"
    ),
    "relationships with answers": N_("relationships where you wrote what you hoped for and what came"),
}
QUESTIONS = {
    "care-first": N_("Does care come first, and hurt after?"),
    "warm-unsteady-rejected": N_("Does it begin with care, become inconsistent, and end in rejection?"),
    "close-then-left": N_("Am I made welcome first, and left then?"),
    "neglect-from-partners": N_("Is neglect of my earliest bonds back with partners, more than with others?"),
    "criticism-from-partners": N_(
        "Is criticism of my earliest bonds back with partners, more than with others?"
    ),
    "support-from-friends": N_("Is support something I find with friends?"),
    "criticism-quiet": N_("Where I am criticised, do I go quiet?"),
    "rejection-harder": N_("Where I am rejected, do I try harder?"),
    "hurt-then-repair": N_("Is criticism followed by repair?"),
    "i-give-more": N_("Do I give more than comes back?"),
    "after-loss-soon": N_("After a loss, does the next relationship begin sooner?"),
    "hurt-gives-way": N_("Does hurt give way to care over my life?"),
    "left-by-me": N_("In romance, is it I who leaves?"),
    "gave-care-partners": N_("Is care something I give to partners more than to others?"),
    "care-with-control": N_("Do care and control come at one moment?"),
    "neglect-with-criticism": N_("Do neglect and criticism come in the same relationships?"),
}


def describe_finding(finding: Finding, history: History) -> str:
    """All of what a finding says, in one sentence or two.

    Args:
        finding: what was found.
        history: the history it was found in.
    """
    return _make_sentence(finding, history).whole


def describe_subject(finding: Finding, history: History) -> str:
    """What a finding is about, as its sentence begins; "" where it begins otherwise."""
    return _make_sentence(finding, history).subject


def describe_statement(finding: Finding, history: History) -> str:
    """What a finding says under its title."""
    return _make_sentence(finding, history).statement


def _make_sentence(finding: Finding, history: History) -> Sentence:
    if isinstance(finding.facts, TooFew):
        template = _("{question} {why}")
        question = translate_question(finding.facts.question)
        return Sentence("", template.format(question=question, why=too_few_sentence(finding.facts)))
    make = question_sentence if finding.finder == ASKED else FINDER_SENTENCES[finding.finder]
    return make(finding, history)


ASKED = "asked"
"""The finder of what a question came to."""


def too_few_sentence(facts: TooFew) -> str:
    """Why a question is not answered yet."""
    template = _("{has} {unit} so far, and it takes {needs}.")
    return template.format(has=facts.has, unit=_(_UNITS[facts.unit]), needs=facts.needs)


def translate_question(question: str) -> str:
    """The question of a finder; its English stands in its file."""
    return _(question)


def asked_count_sentence(count: int, tested: int) -> str:
    """How many questions were asked, and for how many each p is corrected.

    Args:
        count: how many were asked.
        tested: how many of them could be held against chance.
    """
    asked = _("You asked {questions} so far").format(questions=count_with_noun(count, "question"))
    if not tested:
        return _("{asked}. None of them was held against chance.").format(asked=asked)
    if tested == 1:
        return _("{asked}. One was held against chance, by itself.").format(asked=asked)
    template = _("{asked}. {tested} were held against chance, and each is corrected for these {tested}.")
    return template.format(asked=asked, tested=tested)


def notice_sentence(notice: Notice, history: History) -> str:
    """What edits did to a finding.

    Args:
        notice: what they did.
        history: as it is now.
    """
    says = describe_finding(notice.finding, history)
    if notice.entry_title:
        cause = _("since you changed “{entry}”").format(entry=notice.entry_title)
    elif notice.changed:
        cause = ngettext(
            "since you last looked here ({n} entry changed)",
            "since you last looked here ({n} entries changed)",
            notice.changed,
        )
    else:
        cause = _("since you last looked here")
    template = (
        _("A new pattern {cause}: {says}") if notice.is_new else _("No longer a pattern {cause}: {says}")
    )
    return template.format(cause=cause, says=says)


translate_constants(__name__)
