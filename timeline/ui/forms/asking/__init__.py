"""Asking one thing at a time: a walk is a few questions that end in something kept, or in nothing at all."""

from timeline.ui.forms.asking.ask import Ask, Said, new_id
from timeline.ui.forms.asking.drive import Asking
from timeline.ui.forms.asking.walk import Kept, Listed, Question, Step, Walk

__all__ = ["Ask", "Asking", "Kept", "Listed", "Question", "Said", "Step", "Walk", "new_id"]
