"""What stands with the patterns on paper, what it all cannot say, and how each number is worked out."""

from timeline.messages.language import N_, _, translate_constants

# -- patterns ----------------------------------------------------------------------------------------------
PATTERNS = N_("What seems to repeat")
DID_NOT_HAPPEN = N_("Where it did not happen")
NO_ABSENCE = N_("it came up with every one of them")
OTHER_EXPLANATIONS = N_("Other explanations")
VERDICTS = {"fits": N_("fits"), "unsure": N_("unsure"), "does not fit": N_("does not fit")}
NO_VERDICT = N_("My verdict: not given yet")
NUMBERING_NOTE = N_("The first time with each person is numbered.")
NO_PATTERN = N_(
    "No pattern was found in what is shown here. That is a count, and says nothing against what was felt."
)


def tagged_moments_note(label: str) -> str:
    """Which moments a pattern is about."""
    return _("Moments tagged {tag}. The first time with each person is numbered.").format(tag=label)


def notebook(says: str) -> str:
    """What the notebook says to the person; "you" is the person."""
    return _("The notebook says to me: “{sentence}”").format(sentence=says)


WHOLE = N_("the relationship as a whole")


def pattern_title(label: str) -> str:
    """The heading of a pattern: its tag."""
    return f"{label[:1].upper()}{label[1:]}"


def continued_title(label: str) -> str:
    """Over the second half of a pattern, where it begins a page."""
    return _("{pattern}, continued").format(pattern=pattern_title(label))


def format_age_range(first: str, last: str, *, years: bool) -> str:
    """From which age, or year, to which."""
    if first == last:
        return (_("year {year}") if years else _("age {year}")).format(year=first)
    return (_("years {first}–{last}") if years else _("ages {first}–{last}")).format(first=first, last=last)


def verdict(word: str) -> str:
    """The person's own word on a pattern, also for whoever hears it."""
    return _("My verdict: {word}").format(word=word)


# -- limits and methods ------------------------------------------------------------------------------------
CANNOT_SAY = N_("What this cannot say")
CANNOT_SAY_SAYS = N_(
    "How often something happened: what was not entered cannot be counted. Why it happened, or what the "
    "other person felt. Whether one thing led to another: near in time is not a cause. Nothing here is "
    "compared with other people."
)
METHODS = N_("How each number is worked out")
FOR_THE_READER = N_("For the reader")
READER_SAYS = (
    N_(
        "The counts are of what was entered and then chosen for this paper; a relationship or a moment that "
        "is not here may exist. They are counts of relationships first, so fifty moments with one person "
        "weigh as one."
    ),
    N_(
        "Memory is not a recording. What hurts now brings like moments to mind, and early dates are often "
        "estimates. Ratings were made looking back, in one or a few sittings."
    ),
    N_(
        "A count that is high is an invitation to ask, and the person’s own word beside it comes first. "
        "Where it did not happen is as much a part of the pattern as where it did."
    ),
)
PATTERNS_SAY = N_(
    "A tag recurs if it is in three or more relationships, over two or more kinds of bond or periods of "
    "life. Where more is claimed, the same history was shuffled many times and counted again; the claim "
    "stands if chance alone seldom makes as much, even counting everything that was looked at."
)
COUNTS, ORDER = N_("How many"), N_("First, strongest, latest")
ANSWERS, HEIGHT = N_("Care within a year"), N_("Height of the threads")
COUNTS_SAY = N_(
    "In so many relationships: those with at least one entry carrying the tag that was received or mutual, "
    "of those with any tagged entry. What was given by me is drawn as a square and counted apart."
)
FIRST_SAYS = N_(
    "By the middle of the days a date can mean; equal ones in order of entry. All that tie for strongest are "
    "named."
)
ANSWERED_SAYS = N_(
    "Care entered within a year after a painful moment, with anyone, the moment itself left out. Near in "
    "time is not a cause."
)


def level_says(half_life: float | None, given: bool) -> str:
    """How high the threads of pain and care are drawn."""
    fades = (
        _(
            "Its weight fades with a half-life of {years} years down to how it still is now (0 where that "
            "was not rated)."
        ).format(years=f"{half_life:g}")
        if half_life
        else _("Nothing fades.")
    )
    counted_too = (
        _("What was given by me is added too.") if given else _("What was given by me is drawn, not added.")
    )
    return _(
        "Every moment adds its rating (2 where it was not rated) on its date. {fades} A tag set on a whole "
        "relationship holds during its time. An uncertain date is spread over the days it can mean. A moment "
        "counts once a side, whatever its number of tags. Pain and care are never set off against each "
        "other. {counted_too}"
    ).format(fades=fades, counted_too=counted_too)


translate_constants(__name__)
