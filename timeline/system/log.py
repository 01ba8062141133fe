"""What may be written to a log: the class of an exception and the place it came from, never what it says.

An exception's text, and a traceback's lines, can hold a name or a sentence of the person's own.
"""

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType


def describe_error(error: BaseException) -> str:
    """`error` as the log may show it, its class and innermost place: `ValueError at dates.py:41`."""
    frames = traceback.extract_tb(error.__traceback__, limit=-1)
    where = f" at {Path(frames[0].filename).name}:{frames[0].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"


def log_failure(error: BaseException) -> None:
    """Note in the log that `error` happened."""
    logging.getLogger(__name__).error("failed", exc_info=error)


class PrivateFormatter(logging.Formatter):
    """Writes where a record was made and the class of what went wrong; no message, no traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """One line for `record`."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            return f"{record.levelname.lower()}: {describe_error(error)}"
        return f"{record.levelname.lower()}: {record.name} at {record.filename}:{record.lineno}"


def keep_private() -> None:
    """From now on whatever this process logs or dies of is told as class and place, on standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(PrivateFormatter())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.captureWarnings(True)
    # A page asks for all its files at once; that they wait for each other a moment is no news.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    sys.excepthook = _died
    threading.excepthook = lambda args: _died(args.exc_type, args.exc_value, args.exc_traceback)


def _died(kind: type[BaseException], error: BaseException | None, _: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt | SystemExit):
        print(f"error: {describe_error(error) if error else kind.__name__}", file=sys.stderr)
