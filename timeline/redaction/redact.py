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
from timeline.messages.report import COUNTED, NOT_YET
from timeline.redaction.called import is_pronoun
from timeline.redaction.chosen import Chosen
from timeline.redaction.dating import coarse, coarse_day, writer
from timeline.redaction.initials import initials, one_line
from timeline.redaction.naming import Writes, scrubber, shown_names
from timeline.redaction.written import Rewriting, written
from timeline.study.study import Study

_IN_WORDS = frozenset({"patterns", "moments"})
"""The sections that print what a moment was; without one of them no headline leaves."""


def redact(history: History, plan: SharePlan, today: date) -> History:
    """The part of `history` that leaves.

    Args:
        history: everything that was written down.
        plan: what the person ticked.
        today: the day it is read on.
    """
    smaller = _Leaving(Chosen(history, plan, today)).history()
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

    chosen: Chosen

    def history(self) -> History:
        """What leaves, as a history of its own."""
        printed = frozenset(self.plan.sections)
        return History(
            person=self._person(),
            settings=self._settings(),
            cover=self._cover(),
            own_tags=tuple(self._own_tag(tag) for tag in self.chosen.own_tags),
            landmarks=tuple(self._landmarks()) if "landmarks" in printed else (),
            relationships=tuple(self._bond(bond) for bond in self.chosen.bonds),
            episodes=tuple(self._moment(moment) for moment in self.chosen.moments),
            reasons=tuple(reasons for reasons, _ in self._reasons),
            questions=tuple(self._questions()) if "questions" in printed else (),
            verdicts=tuple(self._verdicts()) if "patterns" in printed else (),
            share_plans=(self._plan(),),
            **self._written,
        )

    @property
    def everything(self) -> History:
        """All that was written down."""
        return self.chosen.everything

    @property
    def plan(self) -> SharePlan:
        """What the person ticked."""
        return self.chosen.plan

    # -- what stands in place of names and dates ---------------------------------------------------------

    @cached_property
    def _shown(self) -> dict[str, str]:
        return shown_names(self.everything, self.plan, self.chosen.bond_id.keys())

    @cached_property
    def _writes(self) -> Writes:
        return scrubber(self.everything, self.plan, self.chosen.bond_id.keys(), self._shown)

    def _write(self, text: str, about: str | None = None) -> str:
        """A text without names; `about` is the relationship it belongs to."""
        return self._writes(text, about)

    def _texts(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._write(text) for text in texts)

    def _headline(self, text: str, about: str | None = None) -> str:
        """A short text on one line, still short when a name in it became longer."""
        return one_line(self._write(text, about))[:HEADLINE_MAX]

    def _headlines(self, texts: Iterable[str], about: str) -> tuple[str, ...]:
        return tuple(self._headline(text, about) for text in texts)

    def _tags(self, tags: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.chosen.tag_id.get(tag, tag) for tag in tags)

    def _when(self, when: When) -> When:
        return coarse(when, self.everything, self.plan.dates, self.chosen.today)

    # -- what is built anew ------------------------------------------------------------------------------

    def _person(self) -> Person:
        name, style = self.everything.person.name, self.plan.me
        if style != "real":
            shortened = style == "initials" and name.strip() and not is_pronoun(name)
            name = initials(name) if shortened else ""
        return writer(self.everything, self.plan.dates, self.chosen.today).model_copy(update={"name": name})

    def _settings(self) -> Settings:
        settings = self.everything.settings
        return Settings(
            half_life=settings.half_life,
            count_given=settings.count_given,
            axis="age" if self.plan.dates == "age" else settings.axis,
            language=settings.language,
            earliest_bonds=tuple(
                self.chosen.bond_id[id_] for id_ in settings.earliest_bonds if id_ in self.chosen.bond_id
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
        known = (
            key for key in tag.answered_by if key in self.chosen.tag_id or key not in self.chosen.own_ids
        )
        return OwnTag(
            id=self.chosen.tag_id[tag.id],
            label=self._headline(tag.label),
            side=tag.side,
            group=tag.group,
            definition=self._headline(tag.definition),
            answered_by=self._tags(known),
        )

    def _landmarks(self) -> Iterable[Landmark]:
        kept = [mark for mark in self.everything.landmarks if self.chosen.in_years(mark.when)]
        for n, mark in enumerate(kept, 1):
            until = self._when(mark.until) if mark.until and self.chosen.in_years(mark.until) else None
            yield Landmark(
                id=f"l{n}", label=self._headline(mark.label), when=self._when(mark.when), until=until
            )

    def _bond(self, bond: Relationship) -> Relationship:
        told = bond.id not in self.plan.not_yet
        explained = told and "explanations" in self.plan.sections
        return Relationship(
            id=self.chosen.bond_id[bond.id],
            name=self._shown[bond.id],
            kind=bond.kind,
            role=self._headline(bond.role, bond.id) if told and "people" in self.plan.sections else "",
            spells=tuple(self._spell(spell) for spell in self.chosen.spells(bond)) or (Spell(),),
            caregiver=bond.caregiver,
            gave=bond.gave,
            came_back=bond.came_back,
            tags=tuple(WideTag(tag=self._tags([w.tag])[0], intensity=w.intensity) for w in bond.tags),
            other_explanations=self._headlines(bond.other_explanations, bond.id) if explained else (),
        )

    def _spell(self, spell: Spell) -> Spell:
        end = self._when(spell.end) if spell.end else None
        return Spell(start=self._when(spell.start), end=end, ended=spell.ended)

    def _moment(self, moment: Episode) -> Episode:
        told = (
            moment.id in self.plan.headlines
            and moment.id not in self.chosen.silent
            and not _IN_WORDS.isdisjoint(self.plan.sections)
        )
        in_full = told and "moments" in self.plan.sections
        headline, about = NOT_YET if moment.id in self.chosen.silent else COUNTED, moment.relationship
        return Episode(
            id=self.chosen.moment_id[moment.id],
            relationship=self.chosen.bond_id[moment.relationship],
            when=self._when(moment.when),
            headline=self._headline(moment.headline, about) if told else headline,
            tags=self._tags(moment.tags),
            direction=moment.direction,
            intensity=moment.intensity,
            now=moment.now,
            hoped_for=self._headlines(moment.hoped_for, about) if in_full else (),
            they_responded=self._headlines(moment.they_responded, about) if in_full else (),
            i_responded=self._headlines(moment.i_responded, about) if in_full else (),
            story=self._write(moment.story, about) if in_full and moment.id in self.plan.stories else "",
            memory=moment.memory if in_full else None,
        )

    @cached_property
    def _reasons(self) -> tuple[tuple[Reasons, bool], ...]:
        """Reasons found for what may be talked about, and whether they are ticked as a line of their own.

        As other explanations the reasons alone leave; as a line of step 4, all that was answered there.
        """
        explained = "explanations" in self.plan.sections
        told = [
            (r, ("reasons", r.id) in self.chosen.ticked)
            for r in self.everything.reasons
            if r.episode in self.chosen.moment_id and r.episode not in self.chosen.silent
        ]
        return tuple(
            (
                Reasons(
                    id=f"x{n}",
                    episode=self.chosen.moment_id[r.episode],
                    others=self._headlines(r.others, self.chosen.about[r.episode]),
                    own_share=self._headline(r.own_share, self.chosen.about[r.episode]) if line else "",
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
            day=lambda day: coarse_day(day, self.everything, self.plan.dates, self.chosen.today),
            leaves=lambda day: years is None or years[0] <= day.year <= years[1],
            leaves_when=self.chosen.in_years,
            about=self.chosen.about,
            moments={old: new for old, new in self.chosen.moment_id.items() if old not in self.chosen.silent},
            people={old: new for old, new in self.chosen.bond_id.items() if old not in not_yet},
            pattern=self._worked_on,
        )
        return written(self.everything, self.chosen.ticked, how)

    def _worked_on(self, pattern: str) -> str | None:
        """The pattern of a next move: with its new name, none in particular, or None where it stays."""
        tags = tags_in(pattern, self.everything.vocabulary)
        if pattern in self.chosen.quiet or not self.chosen.used.issuperset(tags):
            return None
        return self._renamed(pattern) if tags else NO_PATTERN

    def _questions(self) -> Iterable[Question]:
        for n, question in enumerate(self.everything.questions, 1):
            yield Question(id=f"q{n}", text=self._write(question.text))

    def _verdicts(self) -> Iterable[Verdict]:
        """The person's word on each pattern that can be told here and may be talked about."""
        told = {v.pattern: v for v in self.everything.verdicts if v.pattern not in self.chosen.quiet}
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
                tag for tag in plan.threads if tag in self.chosen.tag_id or tag not in self.chosen.own_ids
            ),
            patterns=tuple(self._renamed(pattern) for pattern in self._patterns(plan.patterns)),
            not_yet=tuple(self._renamed(pattern) for pattern in self._patterns(self.chosen.quiet)),
            names=plan.names,
            me=plan.me,
            dates=plan.dates,
        )

    def _patterns(self, patterns: Iterable[str]) -> Iterable[str]:
        """Those that name no tag of one's own which stays behind."""
        staying = self.chosen.own_ids - self.chosen.tag_id.keys()
        return (p for p in patterns if not tags_in(p, staying))

    def _renamed(self, pattern: str) -> str:
        """A pattern's id in the new ids of one's own tags."""
        return retagged(pattern, self.chosen.tag_id)
