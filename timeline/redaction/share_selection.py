"""What of a history a plan chooses, and the ids it leaves with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from models.dates import When
from models.history import Episode, History, OwnTag, Relationship, Spell
from models.sharing import SharePlan, StepKind
from timeline.study.study import Study


@dataclass(frozen=True)
class ShareSelection:
    """The choices of `plan`, read on `today`."""

    full_history: History
    plan: SharePlan
    today: date

    @cached_property
    def relationships(self) -> tuple[Relationship, ...]:
        """Relationships that leave."""
        ticked, kinds = set(self.plan.relationships), self.plan.kinds
        bonds = (
            bond
            for bond in self.full_history.relationships
            if bond.id in ticked and (kinds is None or bond.kind in kinds)
        )
        if self.plan.years is None:
            return tuple(bonds)
        counted = set(self.plan.episodes)
        in_them = {
            m.relationship for m in self.full_history.episodes if m.id in counted and self.is_in_years(m.when)
        }
        return tuple(bond for bond in bonds if bond.id in in_them or any(self.spells(bond)))

    @cached_property
    def episodes(self) -> tuple[Episode, ...]:
        """Moments that are counted, in their true order: once dates are blurred, that is all that is left."""
        counted = set(self.plan.episodes)
        place = {id_: n for n, id_ in enumerate(self._full_study.moments.id.tolist())}
        return tuple(
            sorted(
                (
                    moment
                    for moment in self.full_history.episodes
                    if moment.id in counted
                    and moment.relationship in self.new_relationship_ids
                    and self.is_in_years(moment.when)
                ),
                key=lambda moment: place[moment.id],
            )
        )

    @cached_property
    def relationships_in_order(self) -> tuple[Relationship, ...]:
        """Relationships that leave, in their true order."""
        place = {id_: n for n, id_ in enumerate(self._full_study.relationships.id.tolist())}
        return tuple(sorted(self.relationships, key=lambda bond: place[bond.id]))

    @cached_property
    def _full_study(self) -> Study:
        return Study(self.full_history, self.today)

    @cached_property
    def relationship_of_episode(self) -> dict[str, str]:
        """With whom each moment was, by its id."""
        return {moment.id: moment.relationship for moment in self.episodes}

    @cached_property
    def own_tags(self) -> tuple[OwnTag, ...]:
        """Tags of one's own on what leaves."""
        return tuple(tag for tag in self.full_history.own_tags if tag.id in self.tags_in_share)

    @cached_property
    def tags_in_share(self) -> frozenset[str]:
        """The tags of what leaves."""
        on_bonds = {wide.tag for bond in self.relationships for wide in bond.tags}
        return frozenset(on_bonds | {tag for moment in self.episodes for tag in moment.tags})

    @cached_property
    def withheld_moments(self) -> frozenset[str]:
        """Moments that are counted but not yet to be talked about."""
        not_yet = set(self.plan.not_yet)
        return frozenset(m.id for m in self.episodes if m.id in not_yet or m.relationship in not_yet)

    @cached_property
    def ticked_step_lines(self) -> frozenset[tuple[StepKind, str]]:
        """The lines of the steps that are ticked, where their page is."""
        return frozenset(self.plan.steps if "steps" in self.plan.sections else ())

    @cached_property
    def withheld_patterns(self) -> tuple[str, ...]:
        """Patterns not yet to be talked about: what is put off and is no person and no moment."""
        others = {*self.full_history.by_id, *(moment.id for moment in self.full_history.episodes)}
        return tuple(pattern for pattern in self.plan.not_yet if pattern not in others)

    def is_in_years(self, when: When) -> bool:
        """Whether the middle of the days it can mean lies in the chosen years."""
        if self.plan.years is None:
            return True
        span = self.full_history.span(when, self.today)
        if span is None:
            return False
        first, last = self.plan.years
        return first <= (span.first + (span.last - span.first) / 2).year <= last

    def spells(self, bond: Relationship) -> Iterable[Spell]:
        """The spells of a relationship, cut to the chosen years if there are any."""
        for spell in bond.spells:
            start, end, ended = spell.start, spell.end, spell.ended
            if self.plan.years is not None:
                first, last = self.plan.years
                begins = self.full_history.span(start, self.today)
                ends = self.full_history.span(end, self.today) if end else None
                if begins is None or begins.first.year > last or (ends and ends.last.year < first):
                    continue
                if begins.first.year < first:
                    start = When(str(first))
                if (ends.last if ends else self.full_history.last_day(self.today)).year > last:
                    end, ended = When(str(last)), None
            kinds = self.plan.kinds
            kind = spell.kind if kinds is None or spell.kind in kinds else None
            yield Spell(start=start, end=end, ended=ended, kind=kind)

    @cached_property
    def new_relationship_ids(self) -> dict[str, str]:
        """The new id of each relationship that leaves."""
        return {bond.id: f"r{n}" for n, bond in enumerate(self.relationships, 1)}

    @cached_property
    def new_episode_ids(self) -> dict[str, str]:
        """The new id of each moment."""
        return {moment.id: f"m{n}" for n, moment in enumerate(self.episodes, 1)}

    @cached_property
    def new_tag_ids(self) -> dict[str, str]:
        """The new id of each tag of one's own."""
        return {tag.id: f"own-{n}" for n, tag in enumerate(self.own_tags, 1)}

    @cached_property
    def own_ids(self) -> frozenset[str]:
        """All tags of one's own."""
        return frozenset(tag.id for tag in self.full_history.own_tags)
