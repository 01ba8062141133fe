"""Asking one thing at a time: a walk is a few questions that end in something kept, or in nothing at all."""

from timeline.ui.forms.asking.question_form import Answers, QuestionForm, new_id
from timeline.ui.forms.asking.walk import EntryList, Question, Step, Walk, WalkResult
from timeline.ui.forms.asking.walk_driver import WalkDriver

__all__ = [
    "Answers",
    "EntryList",
    "Question",
    "QuestionForm",
    "Step",
    "Walk",
    "WalkDriver",
    "WalkResult",
    "new_id",
]
