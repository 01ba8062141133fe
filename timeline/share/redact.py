"""The only place where something is left out: a history and a plan in, a smaller history out.

Everything that leaves is built anew, field by field, from what the plan names; nothing is copied and then
deleted. Ids are given anew. Whatever is counted or drawn afterwards is worked out from what is left, so the
result is the same as if what was left out had never been entered, and every mention of it read "someone".
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from models.base import HEADLINE_MAX
from models.dates import When
from models.findings import retagged, tags_in
from models.history import Episode, History, Landmark, OwnTag, Person, Relationship, Spell, WideTag
from models.settings import Settings
from models.sharing import Cover, Question, SharePlan, StepKind, Verdict
from models.steps import NO_PATTERN, Reasons
from timeline.share.dating import coarse, coarse_day, writer
from timeline.share.naming import initials, one_line, scrubber, shown_names
from timeline.share.scrub import Scrub
from timeline.share.written import Rewriting, written
from timeline.study import Study
from timeline.words.report import COUNTED, NOT_YET

_IN_WORDS = frozenset({"patterns", "moments"})
"""The sections that print what a moment was; without one of them no headline leaves."""


def redact(history: History, plan: SharePlan, today: date) -> History:
    """The part of `history` that leaves.

    Args:
        history: everything that was written down.
        plan: what the person ticked.
        today: the day it is read on.
    """
    smaller = _Leaving(history, plan, today).history()
    return _quieted(smaller, smaller.share_plans[0].not_yet, today)


def _quieted(history: History, patterns: Collection[str], today: date) -> History:
    """`history` without the words of every moment one of these patterns rests on."""
    if not patterns:
        return history
    quiet = {e for found in Study(history, today).findings if found.id in patterns for e in found.episodes}
    reasons = tuple(one for one in history.reasons if one.episode not in quiet)
    notes = tuple(note for note in history.kind_notes if note.episode not in quiet)
    told = {("reasons", one.id) for one in reasons} | {("kind_notes", note.id) for note in notes}
    plan = history.share_plans[0]
    steps = tuple(pair for pair in plan.steps if pair[0] not in ("reasons", "kind_notes") or pair in told)
    return history.model_copy(
        update={
            "episodes": tuple(_without_words(m) if m.id in quiet else m for m in history.episodes),
            "reasons": reasons,
            "kind_notes": notes,
            "share_plans": (plan.model_copy(update={"steps": steps}),),
        }
    )


def _without_words(moment: Episode) -> Episode:
    """A moment that is counted and drawn, and not yet to be talked about."""
    words = dict.fromkeys(("hoped_for", "they_responded", "i_responded"), ())
    return moment.model_copy(update={"headline": NOT_YET, "story": "", "memory": None, **words})


@dataclass(frozen=True)
class _Leaving:
    """A history on its way out."""

    everything: History
    plan: SharePlan
    today: date

    def history(self) -> History:
        """What leaves, as a history of its own."""
        printed = frozenset(self.plan.sections)
        return History(
            person=self._person(),
            settings=self._settings(),
            cover=self._cover(),
            own_tags=tuple(self._own_tag(tag) for tag in self._own_tags),
            landmarks=tuple(self._landmarks()) if "landmarks" in printed else (),
            relationships=tuple(self._bond(bond) for bond in self._bonds),
            episodes=tuple(self._moment(moment) for moment in self._moments),
            reasons=tuple(reasons for reasons, _ in self._reasons),
            questions=tuple(self._questions()) if "questions" in printed else (),
            verdicts=tuple(self._verdicts()) if "patterns" in printed else (),
            share_plans=(self._plan(),),
            **self._written,
        )

    # -- what is chosen --------------------------------------------------------------------------------

    @cached_property
    def _bonds(self) -> tuple[Relationship, ...]:
        ticked, kinds = set(self.plan.relationships), self.plan.kinds
        bonds = (
            bond
            for bond in self.everything.relationships
            if bond.id in ticked and (kinds is None or bond.kind in kinds)
        )
        if self.plan.years is None:
            return tuple(bonds)
        counted = set(self.plan.episodes)
        in_them = {
            m.relationship for m in self.everything.episodes if m.id in counted and self._in_years(m.when)
        }
        return tuple(bond for bond in bonds if bond.id in in_them or any(self._spells(bond)))

    @cached_property
    def _moments(self) -> tuple[Episode, ...]:
        counted = set(self.plan.episodes)
        return tuple(
            moment
            for moment in self.everything.episodes
            if moment.id in counted and moment.relationship in self._bond_id and self._in_years(moment.when)
        )

    @cached_property
    def _own_tags(self) -> tuple[OwnTag, ...]:
        return tuple(tag for tag in self.everything.own_tags if tag.id in self._used)

    @cached_property
    def _used(self) -> frozenset[str]:
        """The tags of what leaves."""
        on_bonds = {wide.tag for bond in self._bonds for wide in bond.tags}
        return frozenset(on_bonds | {tag for moment in self._moments for tag in moment.tags})

    @cached_property
    def _silent(self) -> frozenset[str]:
        """Moments that are counted but not yet to be talked about."""
        not_yet = set(self.plan.not_yet)
        return frozenset(m.id for m in self._moments if m.id in not_yet or m.relationship in not_yet)

    @cached_property
    def _ticked(self) -> frozenset[tuple[StepKind, str]]:
        """The lines of the steps that are ticked, where their page is."""
        return frozenset(self.plan.steps if "steps" in self.plan.sections else ())

    @cached_property
    def _quiet(self) -> tuple[str, ...]:
        """Patterns not yet to be talked about: what is put off and is no person and no moment."""
        others = {*self.everything.by_id, *(moment.id for moment in self.everything.episodes)}
        return tuple(pattern for pattern in self.plan.not_yet if pattern not in others)

    def _in_years(self, when: When) -> bool:
        """Whether the middle of the days it can mean lies in the chosen years."""
        if self.plan.years is None:
            return True
        span = self.everything.span(when, self.today)
        if span is None:
            return False
        first, last = self.plan.years
        return first <= (span.first + (span.last - span.first) / 2).year <= last

    def _spells(self, bond: Relationship) -> Iterable[Spell]:
        """The spells of a relationship, cut to the chosen years if there are any."""
        for spell in bond.spells:
            start, end, ended = spell.start, spell.end, spell.ended
            if self.plan.years is not None:
                first, last = self.plan.years
                begins = self.everything.span(start, self.today)
                ends = self.everything.span(end, self.today) if end else None
                if begins is None or begins.first.year > last or (ends and ends.last.year < first):
                    continue
                if begins.first.year < first:
                    start = When(str(first))
                if (ends.last if ends else self.everything.last_day(self.today)).year > last:
                    end, ended = When(str(last)), None
            yield Spell(start=self._when(start), end=self._when(end) if end else None, ended=ended)

    # -- what stands in place of ids, names and dates ----------------------------------------------------

    @cached_property
    def _bond_id(self) -> dict[str, str]:
        return {bond.id: f"r{n}" for n, bond in enumerate(self._bonds, 1)}

    @cached_property
    def _moment_id(self) -> dict[str, str]:
        return {moment.id: f"m{n}" for n, moment in enumerate(self._moments, 1)}

    @cached_property
    def _tag_id(self) -> dict[str, str]:
        return {tag.id: f"own-{n}" for n, tag in enumerate(self._own_tags, 1)}

    @cached_property
    def _own_ids(self) -> frozenset[str]:
        return frozenset(tag.id for tag in self.everything.own_tags)

    @cached_property
    def _shown(self) -> dict[str, str]:
        return shown_names(self.everything, self.plan, self._bond_id.keys())

    @cached_property
    def _write(self) -> Scrub:
        return scrubber(self.everything, self.plan, self._bond_id.keys(), self._shown)

    def _texts(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._write(text) for text in texts)

    def _headline(self, text: str) -> str:
        """A short text on one line, still short when a name in it became longer."""
        return one_line(self._write(text))[:HEADLINE_MAX]

    def _headlines(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._headline(text) for text in texts)

    def _tags(self, tags: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._tag_id.get(tag, tag) for tag in tags)

    def _when(self, when: When) -> When:
        return coarse(when, self.everything, self.plan.dates, self.today)

    # -- what is built anew ------------------------------------------------------------------------------

    def _person(self) -> Person:
        name, style = self.everything.person.name, self.plan.me
        if style != "real":
            name = initials(name) if style == "initials" and name.strip() else ""
        return writer(self.everything, self.plan.dates, self.today).model_copy(update={"name": name})

    def _settings(self) -> Settings:
        settings = self.everything.settings
        return Settings(
            half_life=settings.half_life,
            count_given=settings.count_given,
            axis="age" if self.plan.dates == "age" else settings.axis,
            language=settings.language,
            earliest_bonds=tuple(
                self._bond_id[id_] for id_ in settings.earliest_bonds if id_ in self._bond_id
            ),
        )

    def _cover(self) -> Cover:
        cover, printed = self.everything.cover, self.plan.sections
        own = "cover" in printed
        return Cover(
            title=self._headline(cover.title) if own else "",
            summary=self._write(cover.summary) if own else "",
            hope=self._write(cover.hope) if own else "",
            helped=self._write(cover.helped) if own else "",
            not_yet=self._write(cover.not_yet) if own else "",
            questions=self._texts(cover.questions[: None if "questions" in printed else int(own)]),
        )

    def _own_tag(self, tag: OwnTag) -> OwnTag:
        known = (key for key in tag.answered_by if key in self._tag_id or key not in self._own_ids)
        return OwnTag(
            id=self._tag_id[tag.id],
            label=self._headline(tag.label),
            side=tag.side,
            group=tag.group,
            definition=self._headline(tag.definition),
            answered_by=self._tags(known),
        )

    def _landmarks(self) -> Iterable[Landmark]:
        kept = [mark for mark in self.everything.landmarks if self._in_years(mark.when)]
        for n, mark in enumerate(kept, 1):
            until = self._when(mark.until) if mark.until and self._in_years(mark.until) else None
            yield Landmark(
                id=f"l{n}", label=self._headline(mark.label), when=self._when(mark.when), until=until
            )

    def _bond(self, bond: Relationship) -> Relationship:
        told = bond.id not in self.plan.not_yet
        explained = told and "explanations" in self.plan.sections
        return Relationship(
            id=self._bond_id[bond.id],
            name=self._shown[bond.id],
            kind=bond.kind,
            role=self._headline(bond.role) if told and "people" in self.plan.sections else "",
            spells=tuple(self._spells(bond)) or (Spell(),),
            caregiver=bond.caregiver,
            gave=bond.gave,
            came_back=bond.came_back,
            tags=tuple(WideTag(tag=self._tags([w.tag])[0], intensity=w.intensity) for w in bond.tags),
            other_explanations=self._headlines(bond.other_explanations) if explained else (),
        )

    def _moment(self, moment: Episode) -> Episode:
        told = (
            moment.id in self.plan.headlines
            and moment.id not in self._silent
            and not _IN_WORDS.isdisjoint(self.plan.sections)
        )
        in_full = told and "moments" in self.plan.sections
        headline = NOT_YET if moment.id in self._silent else COUNTED
        return Episode(
            id=self._moment_id[moment.id],
            relationship=self._bond_id[moment.relationship],
            when=self._when(moment.when),
            headline=self._headline(moment.headline) if told else headline,
            tags=self._tags(moment.tags),
            direction=moment.direction,
            intensity=moment.intensity,
            now=moment.now,
            hoped_for=self._headlines(moment.hoped_for) if in_full else (),
            they_responded=self._headlines(moment.they_responded) if in_full else (),
            i_responded=self._headlines(moment.i_responded) if in_full else (),
            story=self._write(moment.story) if in_full and moment.id in self.plan.stories else "",
            memory=moment.memory if in_full else None,
        )

    @cached_property
    def _reasons(self) -> tuple[tuple[Reasons, bool], ...]:
        """Reasons found for what may be talked about, and whether they are ticked as a line of their own.

        As other explanations the reasons alone leave; as a line of step 4, all that was answered there.
        """
        explained = "explanations" in self.plan.sections
        told = [
            (r, ("reasons", r.id) in self._ticked)
            for r in self.everything.reasons
            if r.episode in self._moment_id and r.episode not in self._silent
        ]
        return tuple(
            (
                Reasons(
                    id=f"x{n}",
                    episode=self._moment_id[r.episode],
                    others=self._headlines(r.others),
                    own_share=self._headline(r.own_share) if line else "",
                    about_me_before=r.about_me_before if line else None,
                    about_me_after=r.about_me_after if line else None,
                ),
                line,
            )
            for n, (r, line) in enumerate([pair for pair in told if explained or pair[1]], 1)
        )

    @cached_property
    def _written(self) -> dict[StepKind, tuple[Any, ...]]:
        """The other lines of the steps that leave."""
        years, not_yet = self.plan.years, self.plan.not_yet
        how = Rewriting(
            text=self._write,
            headline=self._headline,
            day=lambda day: coarse_day(day, self.everything, self.plan.dates, self.today),
            leaves=lambda day: years is None or years[0] <= day.year <= years[1],
            leaves_when=self._in_years,
            moments={old: new for old, new in self._moment_id.items() if old not in self._silent},
            people={old: new for old, new in self._bond_id.items() if old not in not_yet},
            pattern=self._worked_on,
        )
        return written(self.everything, self._ticked, how)

    def _worked_on(self, pattern: str) -> str | None:
        """The pattern of a next move: with its new name, none in particular, or None where it stays."""
        tags = tags_in(pattern, self.everything.vocabulary)
        if pattern in self._quiet or not self._used.issuperset(tags):
            return None
        return self._renamed(pattern) if tags else NO_PATTERN

    def _questions(self) -> Iterable[Question]:
        for n, question in enumerate(self.everything.questions, 1):
            yield Question(id=f"q{n}", text=self._write(question.text))

    def _verdicts(self) -> Iterable[Verdict]:
        """The person's word on each pattern that can be told here and may be talked about."""
        told = {v.pattern: v for v in self.everything.verdicts if v.pattern not in self._quiet}
        for n, pattern in enumerate(self._patterns(told), 1):
            verdict = told[pattern]
            yield Verdict(
                id=f"v{n}", pattern=self._renamed(pattern), word=verdict.word, note=self._write(verdict.note)
            )

    def _plan(self) -> SharePlan:
        """What of the plan is needed to print it, in the new ids."""
        plan = self.plan
        return SharePlan(
            id="plan",
            name="",
            sections=plan.sections,
            steps=(
                *((kind, entry.id) for kind, entries in self._written.items() for entry in entries),
                *(("reasons", reasons.id) for reasons, line in self._reasons if line),
            ),
            threads=self._tags(
                tag for tag in plan.threads if tag in self._tag_id or tag not in self._own_ids
            ),
            patterns=tuple(self._renamed(pattern) for pattern in self._patterns(plan.patterns)),
            not_yet=tuple(self._renamed(pattern) for pattern in self._patterns(self._quiet)),
            names=plan.names,
            me=plan.me,
            dates=plan.dates,
        )

    def _patterns(self, patterns: Iterable[str]) -> Iterable[str]:
        """Those that name no tag of one's own which stays behind."""
        staying = self._own_ids - self._tag_id.keys()
        return (p for p in patterns if not tags_in(p, staying))

    def _renamed(self, pattern: str) -> str:
        """A pattern's id in the new ids of one's own tags."""
        return retagged(pattern, self._tag_id)
