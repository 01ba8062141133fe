"""The command speaks the language of the notebook it reads, by the same catalogues as the pages."""

from datetime import date

from models.history import History
from models.reading import FileAnswers, Reading
from timeline import formats
from timeline.messages.language import ENGLISH, load_catalogue, use_catalogue
from timeline.system import paths


def speak_language_of(history: History) -> None:
    """Say everything from here on in the language this history is set to."""
    use_catalogue(load_catalogue(str(paths.CATALOGUES), history.settings.language))


def read_in_own_language(
    name: str,
    content: bytes,
    today: date,
    answers: FileAnswers = FileAnswers(),  # noqa: B008 - a frozen value
) -> Reading:
    """What a file holds, its problems said in its own language, as is all that follows.

    The language stands in the file, so that one in another than English is read twice.

    Args:
        name: as `formats.read`.
        content: as `formats.read`.
        today: as `formats.read`.
        answers: as `formats.read`.

    Raises:
        UnknownFormat: no format recognises it.
    """
    reading = formats.read(name, content, today, answers)
    if reading.history is None or reading.history.settings.language == ENGLISH:
        return reading
    speak_language_of(reading.history)
    return formats.read(name, content, today, answers)
