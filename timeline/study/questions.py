"""What can be asked of a history: the finders and what each asks, and questions offered or typed."""

from datetime import date
from typing import NamedTuple

from models.sharing import PatternQuestion
from models.tags import Vocabulary
from timeline.patterns import FINDERS
from timeline.patterns.ask import LIBRARY, parse_question, pick_library_question
from timeline.patterns.ask.question_result import NAME


class FinderQuestion(NamedTuple):
    """One finder.

    Attributes:
        finder: its name, as findings carry it.
        question: what it asks, in the person's words.
    """

    finder: str
    question: str


def list_finder_questions() -> tuple[FinderQuestion, ...]:
    """What every finder asks, in the order in which findings are shown."""
    return tuple(FinderQuestion(finder.NAME, finder.QUESTION) for finder in FINDERS)


def list_offered_questions() -> tuple[str, ...]:
    """The keys of the questions that are offered; their words are `pattern_sentences.QUESTIONS`."""
    return tuple(question.key for question in LIBRARY)


def ask_offered_question(key: str, id_: str, on: date, words: str) -> PatternQuestion:
    """An offered question as asked on a day, in the words it was read in.

    Raises:
        KeyError: none of this key is offered.
    """
    return pick_library_question(key, id_, on, words)


def ask_typed_question(text: str, vocabulary: Vocabulary, on: date) -> PatternQuestion:
    """A question as typed: "neglect -> rejection", "neglect in romantic", "neglect back", "neglect".

    Raises:
        UnknownTag: a word is not known; the sentence names the nearest.
    """
    return parse_question(text, vocabulary, on)


def is_answer_id(pattern: str) -> bool:
    """Whether this is the id of what a question came to."""
    return pattern.startswith(f"{NAME}:")
