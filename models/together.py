"""What changes together: an entry deleted with what hangs on it, one of one's own tags merged into another.

Each function gives the changes of one step, so that one undo takes all of it back.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from models.changes import Change
from models.entries import WideTag
from models.history import COLLECTIONS, History, edited, entry_text
from models.settings import Settings
from models.sharing import SharePlan
from models.steps import Intention


def deleting(history: History, kind: str, id_: str) -> tuple[Change, ...]:
    """The changes that delete one entry and whatever cannot be without it.

    With a relationship go its episodes; with an episode the reasons found for it and the kind notes pinned to
    it. What mentions a deleted entry, or carried a deleted tag, stays without that.

    Args:
        history: as it stands.
        kind: the entry's collection in `history`.
        id_: its id.

    Raises:
        KeyError: there is no such collection or entry.
    """
    if kind not in COLLECTIONS or history.body(kind, id_) is None:
        raise KeyError(id_)
    bonds = {id_} if kind == "relationships" else set()
    moments = {id_} if kind == "episodes" else {e.id for e in history.episodes if e.relationship in bonds}
    reasons = [one for one in history.reasons if one.episode in moments]
    notes = [one for one in history.kind_notes if one.episode in moments]
    lines = {(kind, id_), *(("reasons", r.id) for r in reasons), *(("kind_notes", n.id) for n in notes)}
    return (
        *(
            _retagged(history, id_, ())
            if kind == "own_tags"
            else _unmentioned(history, bonds, moments, lines)
        ),
        *_removed("reasons", reasons),
        *_removed("kind_notes", notes),
        *_removed("episodes", (episode for episode in history.episodes if episode.id in moments)),
        *(() if kind == "episodes" else _removed(kind, (e for e in getattr(history, kind) if e.id == id_))),
    )


def merging(history: History, own_tag: str, into: str) -> tuple[Change, ...]:
    """The changes after which every entry that carried an own tag carries another tag instead.

    Where a relationship carried both as a whole, the stronger of the two intensities is kept.

    Args:
        history: as it stands.
        own_tag: the id of the tag that is given up.
        into: the key of the tag that takes its place, shipped or own.

    Raises:
        KeyError: there is no such own tag, or no such other tag.
    """
    if into not in history.vocabulary or into == own_tag:
        raise KeyError(into)
    if history.body("own_tags", own_tag) is None:
        raise KeyError(own_tag)
    return (
        *_retagged(history, own_tag, (into,)),
        *_removed("own_tags", (tag for tag in history.own_tags if tag.id == own_tag)),
    )


def _unmentioned(
    history: History, bonds: Collection[str], moments: Collection[str], lines: Collection[tuple[str, str]]
) -> Iterator[Change]:
    """The edits after which nothing that stays names these relationships, episodes and lines of the steps."""

    def left(ids: tuple[str, ...], gone: Collection[str]) -> tuple[str, ...]:
        return tuple(id_ for id_ in ids if id_ not in gone)

    def own(intention: Intention) -> dict[str, Any]:
        return {"relationship": None} if intention.relationship in bonds else {}

    def ticked(plan: SharePlan) -> dict[str, Any]:
        return {
            "relationships": left(plan.relationships, bonds),
            "names_of": tuple(pair for pair in plan.names_of if pair[0] not in bonds),
            "also_called": tuple(pair for pair in plan.also_called if pair[0] not in bonds),
            "episodes": left(plan.episodes, moments),
            "headlines": left(plan.headlines, moments),
            "stories": left(plan.stories, moments),
            "steps": tuple(pair for pair in plan.steps if pair not in lines),
            "not_yet": left(plan.not_yet, {*bonds, *moments}),
        }

    def chosen(settings: Settings) -> dict[str, Any]:
        return {"earliest_bonds": left(settings.earliest_bonds, bonds)}

    yield from _edited("intentions", history.intentions, own)
    yield from _edited("share_plans", history.share_plans, ticked)
    yield from _edited("settings", (history.settings,), chosen)


def _retagged(history: History, given_up: str, instead: tuple[str, ...]) -> Iterator[Change]:
    """The edits after which each entry that carried the tag `given_up` carries `instead`."""

    def new(keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(k for key in keys for k in (instead if key == given_up else (key,))))

    def new_wide(tags: tuple[WideTag, ...]) -> tuple[WideTag, ...]:
        strongest: dict[str, int | None] = {}
        for wide in tags:
            for key in new([wide.tag]):
                strongest[key] = max(strongest.get(key), wide.intensity, key=lambda one: one or 0)
        return tuple(WideTag(tag=key, intensity=strength) for key, strength in strongest.items())

    others = (tag for tag in history.own_tags if tag.id != given_up)
    yield from _edited("own_tags", others, lambda tag: {"answered_by": new(tag.answered_by)})
    yield from _edited("share_plans", history.share_plans, lambda plan: {"threads": new(plan.threads)})
    yield from _edited("relationships", history.relationships, lambda bond: {"tags": new_wide(bond.tags)})
    yield from _edited("episodes", history.episodes, lambda moment: {"tags": new(moment.tags)})


def _edited(kind: str, entries: Iterable[Any], fields: Callable[[Any], dict[str, Any]]) -> Iterator[Change]:
    """The changes of those entries that read otherwise with their new fields."""
    for entry in entries:
        change = edited(kind, entry, entry.model_copy(update=fields(entry)))
        if change:
            yield change


def _removed(kind: str, entries: Iterable[Any]) -> Iterator[Change]:
    for entry in entries:
        yield Change(kind, entry.id, entry_text(entry), None)
