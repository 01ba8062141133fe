"""Small lives in few words: people, moments, and a notebook open over them.

build_history(
    build_relationship("mum", "family", "1985", caregiver=True),
    build_episode("e1", "mum", "1994", "Alone after school", "neglect"),
)
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from models.dates import When
from models.history import Episode, History, Relationship, RelationshipTag
from timeline.storage import samples
from timeline.storage.desk import Desk
from timeline.storage.vault import Vault

if TYPE_CHECKING:  # a test that kills a process starts it often, and needs no tables in it
    from timeline.study.study import Study
    from timeline.ui.session import Session

TODAY = date(2026, 1, 1)


def build_relationship(
    id_: str,
    kind: str = "family",
    start: str | When | None = None,
    end: str | When | None = None,
    *,
    tags: Iterable[str | RelationshipTag] = (),
    **more: Any,
) -> Relationship:
    """Someone, called by their id unless a name is given.

    Args:
        id_: their id.
        kind: of the bond.
        start: when it began; None: not known.
        end: when it ended; None: not said. How it ended goes into `ended`.
        tags: on the relationship as a whole; by key, or with how strong each was.
        more: any other field, by its name.
    """
    spell = {"start": start, "end": end, "ended": more.pop("ended", None)}
    told: dict[str, Any] = {"id": id_, "name": id_.title(), "kind": kind}
    if any(spell.values()):
        told["spells"] = ({field: value for field, value in spell.items() if value is not None},)
    told["tags"] = tuple({"tag": tag} if isinstance(tag, str) else tag for tag in tags)
    return Relationship(**told | more)


def build_episode(
    id_: str,
    whose: str,
    when: str | When | None = None,
    headline: str = "A moment",
    *tags: str,
    **more: Any,
) -> Episode:
    """A moment.

    Args:
        id_: its id.
        whose: the id of the relationship.
        when: when it was; None: not known.
        headline: what happened.
        tags: on it.
        more: any other field, by its name.
    """
    told: dict[str, Any] = {"id": id_, "relationship": whose, "headline": headline, "tags": tags}
    return Episode(**told | ({} if when is None else {"when": when}) | more)


def build_history(*entries: Relationship | Episode, **more: Any) -> History:
    """A history of these people and moments, in this order.

    Args:
        entries: people and moments.
        more: any other field, by its name.
    """
    people = tuple(entry for entry in entries if isinstance(entry, Relationship))
    moments = tuple(entry for entry in entries if isinstance(entry, Episode))
    return History(**{"relationships": people, "episodes": moments} | more)


@cache
def read_sample(key: str = "andersen", today: date = TODAY) -> History:
    """A shipped sample, read once."""
    return samples.read(samples.find_sample(key), today)


def read_study(history: History, today: date = TODAY) -> "Study":
    """A history, read on one day."""
    from timeline.study.study import Study

    return Study(history, today)


def open_session(history: History | None = None, today: date = TODAY) -> "Session":
    """A notebook kept in memory, as pages read it; nobody's sample.

    Args:
        history: what is in it; None: nothing.
        today: the day, each time it is asked for.
    """
    from timeline.ui.session import Session

    told = history or History()
    return Session(Desk(Vault.in_memory(told.documents()), told, sample=False), lambda: today)
