"""The tags: one row each, both sides. Keys are the words people use; a definition says what happened."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal, NamedTuple

from models.errors import UnknownTag

Side = Literal["painful", "caring", "neither"]
Group = Literal["unseen", "left", "harmed", "held", "glad", "own"]
ThreadSide = Literal["care", "hurt"]
"""The two threads of a life."""
THREAD_SIDES: tuple[ThreadSide, ...] = ("care", "hurt")
TAG_SIDE_OF_THREAD: dict[ThreadSide, Side] = {"care": "caring", "hurt": "painful"}
"""Which tags each thread is made of."""


class Tag(NamedTuple):
    """One word for what happened.

    Attributes:
        key: what is stored, lower case.
        label: what the person reads.
        side: painful, caring, or neither (own tags may be).
        group: the handful it is listed and, under 20 relationships, searched with.
        definition: what happened, in the first person.
        answered_by: keys of the caring tags that give what was missing.
        aliases: other words read as this tag when a file is read.
        headline_only: no details are asked for, and step 4 never offers an own share.
        mine: whether the person added it.
        is_harm: whether it names harm: who did it is never offered as help, and no share of it is asked for.
    """

    key: str
    label: str
    side: Side
    group: Group
    definition: str
    answered_by: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    headline_only: bool = False
    mine: bool = False
    is_harm: bool = False


def _pain(
    key: str,
    group: Group,
    definition: str,
    answers: str = "",
    aliases: str = "",
    label: str = "",
    headline_only: bool = False,
    is_harm: bool = False,
) -> Tag:
    return Tag(
        key,
        label or key,
        "painful",
        group,
        definition,
        tuple(answers.split()),
        tuple(aliases.split()),
        headline_only,
        is_harm=is_harm,
    )


def _care(key: str, group: Group, definition: str, aliases: str = "") -> Tag:
    return Tag(key, key, "caring", group, definition, (), tuple(aliases.split()))


# fmt: off
TAGS: tuple[Tag, ...] = (
    _pain("neglect", "unseen", "Care, attention or protection I needed was missing.", "care", "neglected"),
    _pain("abandonment", "left", "Someone I counted on left or stopped being there.", "reliability",
          "abandoned"),
    _pain("rejection", "left", "I was turned away, or shown I was not wanted.", "welcome", "rejected"),
    _pain("unreciprocated", "unseen", "I gave or felt much more than came back.", "reciprocity",
          "unreciprocated_love unrequited unrequited_love"),
    _pain("dismissal", "unseen", "My feelings or needs were brushed aside or called wrong.",
          "validation understanding", "dismissed invalidation invalidated"),
    _pain("inconsistency", "left", "Warmth came and went and I could not tell when.", "reliability",
          "inconsistent"),
    _pain("criticism", "harmed", "I was put down or made to feel not good enough.",
          "appreciation encouragement", "criticised criticized"),
    _pain("exclusion", "unseen", "I was left out or felt I did not belong.",
              "welcome", "excluded left_out"),
    _pain("control", "harmed", "My choices, time or contacts were ruled by someone else.", "acceptance",
          "controlled", is_harm=True),
    _pain("betrayal", "left", "Trust was broken by a lie, a secret or a broken promise.",
          "repair reliability", "betrayed"),
    _pain("fear", "harmed", "I was often afraid of this person or in this home.", "safety", "afraid",
          is_harm=True),
    _pain("abuse", "harmed", "Someone hurt me in body, in my sexuality, or with words meant to wound.",
          "safety", "abused", headline_only=True, is_harm=True),
    _pain("burden", "harmed", "I had to carry someone else's needs before my own.", "care", "burdened",
          label="carrying too much"),
    _pain("loss", "left", "I lost someone, through death, moving or an ending nobody chose.", "", "lost"),
    _pain("trauma", "harmed", "Something happened that was too much for me then.", "safety",
          "traumatised traumatized", headline_only=True, is_harm=True),
    _care("validation", "held", "My feelings were taken seriously.", "validated"),
    _care("understanding", "held", "Someone really got what it was like for me.", "understood"),
    _care("care", "held", "Someone looked after me when I needed it.", "warmth cared_for"),
    _care("support", "held", "Someone stood by me or helped.", "supported"),
    _care("safety", "held", "I could relax; nothing bad would come from this person.", "safe"),
    _care("reliability", "held", "They did what they said and stayed.", "reliable"),
    _care("appreciation", "glad", "I was thanked or valued for what I did.", "appreciated"),
    _care("encouragement", "glad", "They were glad for my good news and my efforts.", "encouraged"),
    _care("welcome", "glad", "I belonged; they were glad I came.", "welcomed belonging"),
    _care("acceptance", "glad", "I could be myself and choose for myself.", "accepted"),
    _care("reciprocity", "glad", "What I gave came back.", "reciprocated"),
    _care("repair", "held", "After a hurt, they made it right.", "repaired"),
    _care("joy", "glad", "We laughed, played or were at ease.", "play"),
)
# fmt: on

GROUPS: dict[Group, str] = {
    "unseen": "Not seen",
    "left": "Left or let down",
    "harmed": "Harmed",
    "held": "Held",
    "glad": "Glad of me",
    "own": "Your own words",
}


class Vocabulary(dict[str, Tag]):
    """The tags of one history by key, in display order: the rows above, then the person's own."""

    @classmethod
    def from_own_tags(cls, own: Iterable[Tag] = ()) -> "Vocabulary":
        """The shipped tags followed by `own`."""
        return cls((tag.key, tag) for tag in (*TAGS, *own))

    def keys_on_side(self, side: Side) -> tuple[str, ...]:
        """The keys on one side, in display order."""
        return tuple(key for key, tag in self.items() if tag.side == side)

    def sides_of(self, tags: Iterable[str]) -> frozenset[Side]:
        """Which of the two sides these tags stand on ("neither" is left out)."""
        return frozenset(self[key].side for key in tags) - {"neither"}

    def find_tag(self, word: str) -> Tag:
        """The tag a word in a file means, by key, label or alias, whatever its case.

        Raises:
            UnknownTag: naming the nearest known words.
        """
        wanted = " ".join(word.strip().casefold().replace("_", " ").split())
        known = {
            name.casefold().replace("_", " "): tag
            for tag in reversed(self.values())  # of two tags of one name the first is meant
            for name in (*tag.aliases, tag.label, tag.key)
        }
        if wanted in known:
            return known[wanted]
        near = ", ".join(self[key].label for key in self.find_near(word))
        if near:
            raise UnknownTag("“{word}” is not a tag. Nearest: {nearest}.", word=word[:80], nearest=near)
        raise UnknownTag("“{word}” is not a tag.", word=word[:80])

    def find_near(self, word: str) -> tuple[str, ...]:
        """Keys of up to three tags whose names are spelled much like a word, the nearest first."""
        known = {name: tag.key for tag in self.values() for name in (*tag.aliases, tag.label, tag.key)}
        near = get_close_matches(word.strip().casefold().replace("_", " "), [*known], n=3, cutoff=0.6)
        return tuple(dict.fromkeys(known[name] for name in near))
