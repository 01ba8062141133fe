"""The kinds of bond: one name for each, in every form a sentence, a list or a heading needs."""

from collections.abc import Callable
from typing import Final, NamedTuple

from models.entries import KINDS
from timeline.messages.language import N_, _, ngettext


class KindForms(NamedTuple):
    """The name of a kind.

    Attributes:
        label: of one relationship, where a kind is chosen, shown or filtered by.
        group: of all relationships of the kind, as a heading.
        lane: of its strands in the picture; two kinds may share one.
        one: with its article, inside a sentence.
        many: its plural, inside a sentence.
        count_them: so many of them.
    """

    label: str
    group: str
    lane: str
    one: str
    many: str
    count_them: Callable[[int], str]


_FORMS: Final[dict[str, KindForms]] = {
    "family": KindForms(
        label=N_("Family"),
        group=N_("Family"),
        lane=N_("FAMILY"),
        one=N_("a family bond"),
        many=N_("family bonds"),
        count_them=lambda n: ngettext("{n} family bond", "{n} family bonds", n),
    ),
    "friendship": KindForms(
        label=N_("Friendship"),
        group=N_("Friends"),
        lane=N_("FRIENDS"),
        one=N_("a friendship"),
        many=N_("friendships"),
        count_them=lambda n: ngettext("{n} friendship", "{n} friendships", n),
    ),
    "romantic": KindForms(
        label=N_("Romantic"),
        group=N_("Romantic"),
        lane=N_("ROMANTIC"),
        one=N_("a romantic relationship"),
        many=N_("romantic relationships"),
        count_them=lambda n: ngettext("{n} romantic relationship", "{n} romantic relationships", n),
    ),
    "mentor": KindForms(
        label=N_("Mentor"),
        group=N_("Mentors"),
        lane=N_("MENTORS AND OTHERS"),
        one=N_("a bond with a mentor"),
        many=N_("bonds with mentors"),
        count_them=lambda n: ngettext("{n} bond with a mentor", "{n} bonds with mentors", n),
    ),
    "other": KindForms(
        label=N_("Other"),
        group=N_("Others"),
        lane=N_("MENTORS AND OTHERS"),
        one=N_("another bond"),
        many=N_("other bonds"),
        count_them=lambda n: ngettext("{n} other bond", "{n} other bonds", n),
    ),
}


def kind_label(kind: str) -> str:
    """What one relationship is: "Friendship"."""
    return _(_FORMS[kind].label)


def kind_labels() -> dict[str, str]:
    """The label of each kind, in the order they are offered."""
    return {kind: kind_label(kind) for kind in KINDS}


def kind_group(kind: str) -> str:
    """The heading over those of a kind: "Friends"."""
    return _(_FORMS[kind].group)


def kind_lane(kind: str) -> str:
    """The heading of a lane of the picture: "FRIENDS"."""
    return _(_FORMS[kind].lane)


def one_of_kind(kind: str) -> str:
    """One with its article: "a friendship"."""
    return _(_FORMS[kind].one)


def many_of_kind(kind: str) -> str:
    """The plural: "friendships"."""
    return _(_FORMS[kind].many)


def count_kind(kind: str, n: int) -> str:
    """So many of a kind: "1 friendship", "5 romantic relationships"."""
    return _FORMS[kind].count_them(n)
