"""Handing the launch link to the browser without showing it to anyone else on the machine.

A process's arguments can be read by every user, so the browser is started with the name of a file that
only this user can read, and the file sends it on to the link.
"""

import contextlib
import os
import tempfile
import webbrowser
from html import escape
from pathlib import Path


class Handover:
    """A file only this user can read (0600, in a 0700 folder) that leads a browser to `link`, until `remove`.

    Args:
        link: the whole address.
        folder: where to put it; None for the system's place for passing files.
    """

    def __init__(self, link: str, folder: Path | None = None) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="notes-", dir=folder))
        self.file = self._folder / "open.html"
        address = escape(link, quote=True)
        page = (
            '<!doctype html><meta charset="utf-8"><title>Notes</title>'
            '<meta name="referrer" content="no-referrer">'
            f'<meta http-equiv="refresh" content="0;url={address}"><a href="{address}">Open the notebook</a>'
        )
        handle = os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(page)

    def open(self) -> bool:
        """Whether a browser could be started on the file."""
        try:
            return webbrowser.open(self.file.as_uri())
        except (webbrowser.Error, OSError):
            return False

    def remove(self) -> None:
        """Leave nothing behind; calling it again does nothing."""
        with contextlib.suppress(OSError):
            self.file.unlink(missing_ok=True)
            self._folder.rmdir()
