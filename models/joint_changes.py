"""What changes together: an entry deleted with what hangs on it, one of one's own tags merged into another.

Each function gives the changes of one step, so that one undo takes all of it back.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from models.base import STORY_MAX
from models.changes import Change
from models.entries import RelationshipTag
from models.findings import replace_tags_in_pattern_id, tags_in_pattern_id
from models.history import COLLECTIONS, History, build_change, entry_text
from models.settings import Settings
from models.sharing import ColumnMap, PatternQuestion, SharePlan, TagGroup, Verdict
from models.steps import NO_PATTERN, Intention


def build_deletion(history: History, kind: str, id_: str) -> tuple[Change, ...]:
    """The changes that delete one entry and whatever cannot be without it.

    With a relationship go its episodes; with an episode the reasons found for it and the kind notes pinned to
    it; with a tag the words on its patterns. What mentions a deleted entry, or carried a deleted tag, stays
    without that; a question that was asked about it stays as it was asked, with its words.

    Args:
        history: as it stands.
        kind: the entry's collection in `history`.
        id_: its id.

    Raises:
        KeyError: there is no such collection or entry.
    """
    if kind not in COLLECTIONS or history.document_text(kind, id_) is None:
        raise KeyError(id_)
    bonds = {id_} if kind == "relationships" else set()
    moments = {id_} if kind == "episodes" else {e.id for e in history.episodes if e.relationship in bonds}
    reasons = [one for one in history.reasons if one.episode in moments]
    notes = [one for one in history.kind_notes if one.episode in moments]
    lines = {(kind, id_), *(("reasons", r.id) for r in reasons), *(("kind_notes", n.id) for n in notes)}
    return (
        *(
            _replace_tag(history, id_, None)
            if kind == "own_tags"
            else _remove_mentions(history, bonds, moments, lines)
        ),
        *_remove_entries("reasons", reasons),
        *_remove_entries("kind_notes", notes),
        *_remove_entries("episodes", (episode for episode in history.episodes if episode.id in moments)),
        *(
            ()
            if kind == "episodes"
            else _remove_entries(kind, (e for e in getattr(history, kind) if e.id == id_))
        ),
    )


def build_tag_merge(history: History, own_tag: str, into: str) -> tuple[Change, ...]:
    """The changes after which every entry that carried an own tag carries another tag instead.

    Its patterns are those of the other tag from then on. Where a relationship carried both as a whole, the
    stronger of the two intensities is kept; where there was a word on the pattern of either, the one on the
    pattern that stays is kept, with both notes.

    Args:
        history: as it stands.
        own_tag: the id of the tag that is given up.
        into: the key of the tag that takes its place, shipped or own.

    Raises:
        KeyError: there is no such own tag, or no such other tag.
    """
    if into not in history.vocabulary or into == own_tag:
        raise KeyError(into)
    if history.document_text("own_tags", own_tag) is None:
        raise KeyError(own_tag)
    return (
        *_replace_tag(history, own_tag, into),
        *_remove_entries("own_tags", (tag for tag in history.own_tags if tag.id == own_tag)),
    )


def _remove_mentions(
    history: History, bonds: Collection[str], moments: Collection[str], lines: Collection[tuple[str, str]]
) -> Iterator[Change]:
    """The edits after which nothing that stays names these relationships, episodes and lines of the steps."""

    def drop_ids(ids: tuple[str, ...], gone: Collection[str]) -> tuple[str, ...]:
        return tuple(id_ for id_ in ids if id_ not in gone)

    def intention_fields(intention: Intention) -> dict[str, Any]:
        return {"relationship": None} if intention.relationship in bonds else {}

    def plan_fields(plan: SharePlan) -> dict[str, Any]:
        return {
            "relationships": drop_ids(plan.relationships, bonds),
            "names_of": tuple(pair for pair in plan.names_of if pair[0] not in bonds),
            "also_called": tuple(pair for pair in plan.also_called if pair[0] not in bonds),
            "episodes": drop_ids(plan.episodes, moments),
            "headlines": drop_ids(plan.headlines, moments),
            "stories": drop_ids(plan.stories, moments),
            "steps": tuple(pair for pair in plan.steps if pair not in lines),
            "not_yet": drop_ids(plan.not_yet, {*bonds, *moments}),
            "contacts": tuple(id_ for id_ in plan.contacts if ("contacts", id_) not in lines),
        }

    def mapping_fields(mapping: ColumnMap) -> dict[str, Any]:
        return {
            "words": tuple(
                word.model_copy(update={"relationship": None}) if word.relationship in bonds else word
                for word in mapping.words
            )
        }

    def settings_fields(settings: Settings) -> dict[str, Any]:
        return {"earliest_bonds": drop_ids(settings.earliest_bonds, bonds)}

    yield from _edit_entries("intentions", history.intentions, intention_fields)
    yield from _edit_entries("share_plans", history.share_plans, plan_fields)
    yield from _edit_entries("settings", (history.settings,), settings_fields)
    yield from _edit_entries("mappings", history.mappings, mapping_fields)


def _replace_tag(history: History, given_up: str, into: str | None) -> Iterator[Change]:
    """The edits after which what carried or named the tag `given_up` has `into` instead; None: nothing."""

    def replace_keys(keys: Iterable[str]) -> tuple[str, ...]:
        instead = () if into is None else (into,)
        return tuple(dict.fromkeys(k for key in keys for k in (instead if key == given_up else (key,))))

    def replace_relationship_tags(tags: tuple[RelationshipTag, ...]) -> tuple[RelationshipTag, ...]:
        strongest: dict[str, int | None] = {}
        for wide in tags:
            for key in replace_keys([wide.tag]):
                strongest[key] = max(strongest.get(key), wide.intensity, key=lambda one: one or 0)
        return tuple(RelationshipTag(tag=key, intensity=strength) for key, strength in strongest.items())

    def replace_in_pattern(of: str) -> str | None:
        if not tags_in_pattern_id(of, (given_up,)):
            return of
        return None if into is None else replace_tags_in_pattern_id(of, {given_up: into})

    def replace_in_patterns(ids: Iterable[str]) -> tuple[str, ...]:
        found = (id_ if id_ in no_patterns else replace_in_pattern(id_) for id_ in ids)
        return tuple(dict.fromkeys(id_ for id_ in found if id_ is not None))

    def plan_fields(plan: SharePlan) -> dict[str, Any]:
        return {
            "threads": replace_keys(plan.threads),
            "patterns": replace_in_patterns(plan.patterns),
            "not_yet": replace_in_patterns(plan.not_yet),
        }

    def question_fields(asked: PatternQuestion) -> dict[str, Any]:
        # Steps that would be one tag twice are no question any more: it stays as it was asked.
        tags = asked.tags if into is None else tuple(into if tag == given_up else tag for tag in asked.tags)
        groups = {"first": replace_in_group(asked.first), "then": replace_in_group(asked.then)}
        return groups | ({"tags": tags} if len(set(tags)) == len(tags) else {})

    def replace_in_group(group: TagGroup | None) -> TagGroup | None:
        if group is None or into is None:
            return group
        return group.model_copy(update={"tags": replace_keys(group.tags)})

    def mapping_fields(mapping: ColumnMap) -> dict[str, Any]:
        return {
            "words": tuple(
                word.model_copy(update={"tags": replace_keys(word.tags)}) for word in mapping.words
            )
        }

    no_patterns = {*history.by_id, *(moment.id for moment in history.episodes)}
    others = (tag for tag in history.own_tags if tag.id != given_up)
    yield from _edit_entries("own_tags", others, lambda tag: {"answered_by": replace_keys(tag.answered_by)})
    yield from _edit_entries("share_plans", history.share_plans, plan_fields)
    yield from _edit_entries("asked", history.asked, question_fields)
    yield from _edit_entries("mappings", history.mappings, mapping_fields)
    yield from _edit_entries(
        "next_moves",
        history.next_moves,
        lambda move: {"pattern": replace_in_pattern(move.pattern) or NO_PATTERN},
    )
    yield from _move_verdicts(history.verdicts, replace_in_pattern)
    yield from _edit_entries(
        "relationships", history.relationships, lambda bond: {"tags": replace_relationship_tags(bond.tags)}
    )
    yield from _edit_entries("episodes", history.episodes, lambda moment: {"tags": replace_keys(moment.tags)})


def _move_verdicts(verdicts: tuple[Verdict, ...], pattern: Callable[[str], str | None]) -> Iterator[Change]:
    """The changes after which each word on a pattern is on the one it has become; with none it goes too.

    Where there is a word on that one already, it stays, and the notes are put together.
    """
    there = {verdict.pattern: verdict for verdict in verdicts}
    ids = {verdict.id for verdict in verdicts}
    for verdict in verdicts:
        new = pattern(verdict.pattern)
        if new == verdict.pattern:
            continue
        yield from _remove_entries("verdicts", [verdict])
        if new is None:
            continue
        was = there.get(new)
        notes = [note for note in (was.note if was else "", verdict.note) if note.strip()]
        note = "\n\n".join(dict.fromkeys(notes))
        if was and len(note) <= STORY_MAX:
            then = was.model_copy(update={"note": note})
        else:  # notes too long for one leave each a word of its own
            was, id_ = None, verdict.id if new in ids else new
            then = verdict.model_copy(update={"id": id_, "pattern": new})
        yield from filter(None, [build_change("verdicts", was, then)])
        there[new] = then
        ids.add(then.id)


def _edit_entries(
    kind: str, entries: Iterable[Any], fields: Callable[[Any], dict[str, Any]]
) -> Iterator[Change]:
    """The changes of those entries that read otherwise with their new fields."""
    for entry in entries:
        change = build_change(kind, entry, entry.model_copy(update=fields(entry)))
        if change:
            yield change


def _remove_entries(kind: str, entries: Iterable[Any]) -> Iterator[Change]:
    for entry in entries:
        yield Change(kind, entry.id, entry_text(entry), None)
