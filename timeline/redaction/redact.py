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
from models.findings import replace_tags_in_pattern_id, tags_in_pattern_id
from models.history import Episode, History, Landmark, OwnTag, Person, Relationship, RelationshipTag, Spell
from models.settings import Settings
from models.sharing import Cover, SharePlan, StepKind, StopPlanPart, TherapistQuestion, Verdict
from models.steps import NO_PATTERN, Contact, Reasons, StopPlan
from timeline.messages import report as say
from timeline.redaction.date_coarsening import (
    coarse_day,
    coarsen_date,
    coarsen_moment_date,
    coarsen_writer,
)
from timeline.redaction.initials import initials, one_line
from timeline.redaction.name_forms import is_pronoun
from timeline.redaction.share_selection import ShareSelection
from timeline.redaction.shown_names import TextRewriter, build_text_rewriter, choose_shown_names
from timeline.redaction.step_line_redaction import StepLineRules, redact_step_lines
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
    smaller = _Redactor(ShareSelection(history, plan, today)).history()
    return _withhold_words(smaller, smaller.share_plans[0].not_yet, today)


def _withhold_words(history: History, patterns: Collection[str], today: date) -> History:
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
    return moment.model_copy(update={"headline": say.NOT_YET, "story": "", "memory": None, **words})


@dataclass(frozen=True)
class _Redactor:
    """A history on its way out."""

    chosen: ShareSelection

    def history(self) -> History:
        """What leaves, as a history of its own."""
        printed = frozenset(self.plan.sections)
        return History(
            person=self._person(),
            settings=self._settings(),
            cover=self._cover(),
            own_tags=tuple(self._own_tag(tag) for tag in self.chosen.own_tags),
            landmarks=tuple(self._landmarks()) if "landmarks" in printed else (),
            relationships=tuple(map(self._redact_relationship, self.chosen.relationships_in_order)),
            episodes=tuple(map(self._redact_episode, self.chosen.episodes)),
            reasons=tuple(reasons for reasons, _ in self._reasons),
            contacts=tuple(self._contacts()),
            stop_plan=self._stop_plan(),
            questions=tuple(self._questions()) if "questions" in printed else (),
            verdicts=tuple(self._verdicts()) if "patterns" in printed else (),
            share_plans=(self._plan(),),
            **self._redacted_step_lines,
        )

    @property
    def full_history(self) -> History:
        """All that was written down."""
        return self.chosen.full_history

    @property
    def plan(self) -> SharePlan:
        """What the person ticked."""
        return self.chosen.plan

    # -- what stands in place of names and dates ---------------------------------------------------------

    @cached_property
    def _shown_names(self) -> dict[str, str]:
        return choose_shown_names(self.full_history, self.plan, self.chosen.new_relationship_ids.keys())

    @cached_property
    def _text_rewriter(self) -> TextRewriter:
        return build_text_rewriter(
            self.full_history, self.plan, self.chosen.new_relationship_ids.keys(), self._shown_names
        )

    def _rewrite_text(self, text: str, about: str | None = None) -> str:
        """A text without names; `about` is the relationship it belongs to."""
        return self._text_rewriter(text, about)

    def _texts(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._rewrite_text(text) for text in texts)

    def _headline(self, text: str, about: str | None = None) -> str:
        """A short text on one line, still short when a name in it became longer."""
        return one_line(self._rewrite_text(text, about))[:HEADLINE_MAX]

    def _headlines(self, texts: Iterable[str], about: str) -> tuple[str, ...]:
        return tuple(self._headline(text, about) for text in texts)

    def _tags(self, tags: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.chosen.new_tag_ids.get(tag, tag) for tag in tags)

    def _coarsen_date(self, when: When) -> When:
        return coarsen_date(when, self.full_history, self.plan.dates, self.chosen.today)

    # -- what is built anew ------------------------------------------------------------------------------

    def _person(self) -> Person:
        name, style = self.full_history.person.name, self.plan.me
        if style != "real":
            shortened = style == "initials" and name.strip() and not is_pronoun(name)
            name = initials(name) if shortened else ""
        return coarsen_writer(self.full_history, self.plan.dates, self.chosen.today).model_copy(
            update={"name": name}
        )

    def _settings(self) -> Settings:
        settings = self.full_history.settings
        return Settings(
            half_life=settings.half_life,
            count_given=settings.count_given,
            axis="age" if self.plan.dates == "age" else settings.axis,
            language=settings.language,
            earliest_bonds=tuple(
                self.chosen.new_relationship_ids[id_]
                for id_ in settings.earliest_bonds
                if id_ in self.chosen.new_relationship_ids
            ),
        )

    def _cover(self) -> Cover:
        cover, printed = self.full_history.cover, self.plan.sections
        own = "cover" in printed
        return Cover(
            title=self._headline(cover.title) if own else "",
            summary=self._rewrite_text(cover.summary) if own else "",
            hope=self._rewrite_text(cover.hope) if own else "",
            helped=self._rewrite_text(cover.helped) if own else "",
            not_yet=self._rewrite_text(cover.not_yet) if own else "",
            questions=self._texts(cover.questions[: None if "questions" in printed else int(own)]),
            why_now=self._rewrite_text(cover.why_now) if own and self.plan.why_now else "",
        )

    def _contacts(self) -> Iterable[Contact]:
        """Those whom to call that are ticked one by one."""
        ticked = [one for one in self.full_history.contacts if one.id in self.plan.contacts]
        for n, contact in enumerate(ticked, 1):
            yield Contact(
                id=f"c{n}",
                name=self._rewrite_text(contact.name),
                how=self._headline(contact.how),
                role=contact.role,
                first=contact.first,
            )

    def _stop_plan(self) -> StopPlan:
        """The lines of the stop plan that are ticked one by one, as they read now."""
        ticked = set(self.plan.stop_plan)

        def keep_lines(part: StopPlanPart) -> tuple[str, ...]:
            lines = getattr(self.full_history.stop_plan, part)
            return tuple(self._headline(line) for line in lines if (part, line) in ticked)

        return StopPlan(signs=keep_lines("signs"), do=keep_lines("do"), call=keep_lines("call"))

    def _own_tag(self, tag: OwnTag) -> OwnTag:
        known = (
            key for key in tag.answered_by if key in self.chosen.new_tag_ids or key not in self.chosen.own_ids
        )
        return OwnTag(
            id=self.chosen.new_tag_ids[tag.id],
            label=self._headline(tag.label),
            side=tag.side,
            group=tag.group,
            definition=self._headline(tag.definition),
            answered_by=self._tags(known),
        )

    def _landmarks(self) -> Iterable[Landmark]:
        kept = [mark for mark in self.full_history.landmarks if self.chosen.is_in_years(mark.when)]
        for n, mark in enumerate(kept, 1):
            until = (
                self._coarsen_date(mark.until) if mark.until and self.chosen.is_in_years(mark.until) else None
            )
            yield Landmark(
                id=f"l{n}", label=self._headline(mark.label), when=self._coarsen_date(mark.when), until=until
            )

    def _redact_relationship(self, bond: Relationship) -> Relationship:
        told = bond.id not in self.plan.not_yet
        explained = told and "explanations" in self.plan.sections
        return Relationship(
            id=self.chosen.new_relationship_ids[bond.id],
            name=self._shown_names[bond.id],
            kind=bond.kind,
            role=self._headline(bond.role, bond.id) if told and "people" in self.plan.sections else "",
            spells=tuple(self._spell(spell) for spell in self.chosen.spells(bond)) or (Spell(),),
            caregiver=bond.caregiver,
            gave=bond.gave,
            came_back=bond.came_back,
            tags=tuple(RelationshipTag(tag=self._tags([w.tag])[0], intensity=w.intensity) for w in bond.tags),
            other_explanations=self._headlines(bond.other_explanations, bond.id) if explained else (),
            now=self._headline(bond.now, bond.id) if told and "people" in self.plan.sections else "",
            day_entered=self._day_if_new(bond.day_entered),
        )

    def _day_if_new(self, entered: date | None) -> date | None:
        """The day of what is marked as new on this paper; of all else no such day leaves."""
        since = self.plan.since
        return entered if since and entered and entered > since else None

    def _spell(self, spell: Spell) -> Spell:
        end = self._coarsen_date(spell.end) if spell.end else None
        return Spell(start=self._coarsen_date(spell.start), end=end, ended=spell.ended, kind=spell.kind)

    def _redact_episode(self, moment: Episode) -> Episode:
        told = (
            moment.id in self.plan.headlines
            and moment.id not in self.chosen.withheld_moments
            and not _IN_WORDS.isdisjoint(self.plan.sections)
        )
        in_full = told and "moments" in self.plan.sections
        headline, about = (
            say.NOT_YET if moment.id in self.chosen.withheld_moments else say.COUNTED_NOTE,
            moment.relationship,
        )
        return Episode(
            id=self.chosen.new_episode_ids[moment.id],
            relationship=self.chosen.new_relationship_ids[moment.relationship],
            when=coarsen_moment_date(moment.when, self.full_history, self.plan.dates, self.chosen.today),
            headline=self._headline(moment.headline, about) if told else headline,
            tags=self._tags(moment.tags),
            direction=moment.direction,
            intensity=moment.intensity,
            now=moment.now,
            hoped_for=self._headlines(moment.hoped_for, about) if in_full else (),
            they_responded=self._headlines(moment.they_responded, about) if in_full else (),
            i_responded=self._headlines(moment.i_responded, about) if in_full else (),
            story=self._rewrite_text(moment.story, about)
            if in_full and moment.id in self.plan.stories
            else "",
            memory=moment.memory if in_full else None,
            day_entered=self._day_if_new(moment.day_entered),
        )

    @cached_property
    def _reasons(self) -> tuple[tuple[Reasons, bool], ...]:
        """Reasons found for what may be talked about, and whether they are ticked as a line of their own.

        As other explanations the reasons alone leave; as a line of step 4, all that was answered there.
        """
        explained = "explanations" in self.plan.sections
        told = [
            (r, ("reasons", r.id) in self.chosen.ticked_step_lines)
            for r in self.full_history.reasons
            if r.episode in self.chosen.new_episode_ids and r.episode not in self.chosen.withheld_moments
        ]
        return tuple(
            (
                Reasons(
                    id=f"x{n}",
                    episode=self.chosen.new_episode_ids[r.episode],
                    others=self._headlines(r.others, self.chosen.relationship_of_episode[r.episode]),
                    own_share=self._headline(r.own_share, self.chosen.relationship_of_episode[r.episode])
                    if line
                    else "",
                    about_me_before=r.about_me_before if line else None,
                    about_me_after=r.about_me_after if line else None,
                ),
                line,
            )
            for n, (r, line) in enumerate([pair for pair in told if explained or pair[1]], 1)
        )

    @cached_property
    def _redacted_step_lines(self) -> dict[StepKind, tuple[Any, ...]]:
        """The other lines of the steps that leave."""
        years, not_yet = self.plan.years, self.plan.not_yet
        how = StepLineRules(
            text=self._rewrite_text,
            headline=self._headline,
            coarsen_day=lambda day: coarse_day(day, self.full_history, self.plan.dates, self.chosen.today),
            is_day_in_years=lambda day: years is None or years[0] <= day.year <= years[1],
            is_date_in_years=self.chosen.is_in_years,
            relationship_of_episode=self.chosen.relationship_of_episode,
            moments={
                old: new
                for old, new in self.chosen.new_episode_ids.items()
                if old not in self.chosen.withheld_moments
            },
            people={old: new for old, new in self.chosen.new_relationship_ids.items() if old not in not_yet},
            pattern=self._redact_pattern,
        )
        return redact_step_lines(self.full_history, self.chosen.ticked_step_lines, how)

    def _redact_pattern(self, pattern: str) -> str | None:
        """The pattern of a next move: with its new name, none in particular, or None where it stays."""
        tags = tags_in_pattern_id(pattern, self.full_history.vocabulary)
        if pattern in self.chosen.withheld_patterns or not self.chosen.tags_in_share.issuperset(tags):
            return None
        return self._rename_pattern(pattern) if tags else NO_PATTERN

    def _questions(self) -> Iterable[TherapistQuestion]:
        for n, question in enumerate(self.full_history.questions, 1):
            yield TherapistQuestion(id=f"q{n}", text=self._rewrite_text(question.text))

    def _verdicts(self) -> Iterable[Verdict]:
        """The person's word on each pattern that can be told here and may be talked about."""
        told = {
            v.pattern: v for v in self.full_history.verdicts if v.pattern not in self.chosen.withheld_patterns
        }
        for n, pattern in enumerate(self._keep_shareable_patterns(told), 1):
            verdict = told[pattern]
            yield Verdict(
                id=f"v{n}",
                pattern=self._rename_pattern(pattern),
                word=verdict.word,
                note=self._rewrite_text(verdict.note),
            )

    def _plan(self) -> SharePlan:
        """What of the plan is needed to print it, in the new ids."""
        plan = self.plan
        return SharePlan(
            id="plan",
            name="",
            sections=plan.sections,
            steps=(
                *(
                    (kind, entry.id)
                    for kind, entries in self._redacted_step_lines.items()
                    for entry in entries
                ),
                *(("reasons", reasons.id) for reasons, line in self._reasons if line),
            ),
            threads=self._tags(
                tag
                for tag in plan.threads
                if tag in self.chosen.new_tag_ids or tag not in self.chosen.own_ids
            ),
            patterns=tuple(
                self._rename_pattern(pattern) for pattern in self._keep_shareable_patterns(plan.patterns)
            ),
            not_yet=tuple(
                self._rename_pattern(pattern)
                for pattern in self._keep_shareable_patterns(self.chosen.withheld_patterns)
            ),
            names=plan.names,
            me=plan.me,
            dates=plan.dates,
            since=plan.since,
        )

    def _keep_shareable_patterns(self, patterns: Iterable[str]) -> Iterable[str]:
        """Those that name no tag of one's own which stays behind."""
        staying = self.chosen.own_ids - self.chosen.new_tag_ids.keys()
        return (p for p in patterns if not tags_in_pattern_id(p, staying))

    def _rename_pattern(self, pattern: str) -> str:
        """A pattern's id in the new ids of one's own tags."""
        return replace_tags_in_pattern_id(pattern, self.chosen.new_tag_ids)
