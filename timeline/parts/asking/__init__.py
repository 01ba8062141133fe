"""Asking one thing at a time: a walk is a few questions that end in something kept, or in nothing at all."""

from timeline.parts.asking.ask import Ask, Said, new_id
from timeline.parts.asking.drive import Asking
from timeline.parts.asking.walk import Kept, Listed, Question, Step, Walk

__all__ = ["Ask", "Asking", "Kept", "Listed", "Question", "Said", "Step", "Walk", "new_id"]
