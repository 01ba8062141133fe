"""How often chance does as much, in words: the page's number first, and the line's own never without it."""

from models.findings import Caveat, Finding
from models.frequencies import Frequency, one_in
from timeline.messages.language import N_, _, ngettext, translate_constants

CLEAR = N_("clear")
COUNT_ONLY = N_("a count, held against no chance")
CLEAR_NOTE = N_(
    "Of lives in which nothing but chance was at work, fewer than 1 in 50 ever sees the word clear here, "
    "however often it looks."
)
CAVEATS: dict[Caveat, str] = {
    "vague dates": N_("Your dates are too vague to be sure."),
    "open order": N_("Too few of your dates settle the order."),
    "goes with kind": N_("But this goes with the kind of bond."),
    "goes with half of life": N_("But this goes with the time of life."),
}


def page_sentence(finding: Finding) -> str:
    """The number that is said first of a tested line: how often the page shows as much by chance."""
    often = _find_frequency(finding.p_page, finding.draws)
    if finding.finder == "asked":
        more, fewer, about = (
            _("Chance alone answers so in more than half of lives, counting every question asked."),
            _("Chance alone answers so in fewer than 1 of {n} lives, counting every question asked."),
            _("Chance alone answers so in about 1 of {n} lives, counting every question asked."),
        )
    else:
        more, fewer, about = (
            _("Somewhere on this page, chance alone shows something as rare in more than half of lives."),
            _("Somewhere on this page, chance alone shows something as rare in fewer than 1 of {n} lives."),
            _("Somewhere on this page, chance alone shows something as rare in about 1 of {n} lives."),
        )
    template = more if often.one_in == 1 else fewer if often.is_fewer else about
    return template.format(n=f"{often.one_in:,}")


def line_sentence(finding: Finding) -> str:
    """The two other numbers of a line that was tested; they stand under the page's."""
    alone = _format_share(_find_frequency(finding.p, finding.draws))
    if finding.finder == "asked":
        return _("This question alone: {alone}.").format(alone=alone)
    inside = _format_share(_find_frequency(finding.p_family, finding.draws))
    template = _("Among all this question looked at: {inside}. This line alone: {alone}.")
    return template.format(inside=inside, alone=alone)


def caveat_sentence(finding: Finding) -> str:
    """Why a rare line is not called clear; "" where there is no reason."""
    order = finding.order
    if finding.caveat == "open order" and (order is None or not order.open):
        return ""
    if finding.caveat == "open order" and order and order.open == order.of:
        return ngettext(
            "The dates leave the order open in the only one.",
            "The dates leave the order open in all {n}.",
            order.open,
        )
    return _(CAVEATS[finding.caveat]) if finding.caveat else ""


def chance_sentences(finding: Finding) -> str:
    """All that is said of chance about a line that was tested, the page's number first."""
    said = (page_sentence(finding), line_sentence(finding), caveat_sentence(finding))
    return " ".join(one for one in said if one)


def format_page_frequency(finding: Finding) -> str:
    """The page's number in short: "1 in 130"."""
    return _format_share(_find_frequency(finding.p_page, finding.draws))


def _find_frequency(p: float | None, draws: int) -> Frequency:
    return one_in(1.0 if p is None else p, draws)


def _format_share(often: Frequency) -> str:
    if often.one_in == 1:
        return _("more than half")
    if often.is_fewer:
        return _("fewer than 1 in {n}").format(n=f"{often.one_in:,}")
    return _("1 in {n}").format(n=f"{often.one_in:,}")


translate_constants(__name__)
