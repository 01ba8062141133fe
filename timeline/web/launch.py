"""A notebook opened: its desk laid, its server listening, a browser brought to it, and closed in order."""

import contextlib
import contextvars
import gc
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from timeline.formats.own_language import speak_language_of
from timeline.messages import command as say
from timeline.messages import shell as house
from timeline.storage import samples
from timeline.storage.copies import CopyKeeper
from timeline.storage.desk import Desk
from timeline.storage.notebooks import open_notebook
from timeline.storage.vault import notebook_folder as place
from timeline.web.access import Guard, Handover, request_fresh_link
from timeline.web.http_server import HttpServer, bind_socket

_BROWSER_WAIT_SECONDS = 8.0  # seconds a browser gets to arrive before its link is printed as well


class LaunchOptions(NamedTuple):
    """What to open, and how.

    Attributes:
        sample: the name of a sample, or None.
        vault: the file of a notebook, or None; with no sample either, the one used last.
        data_dir: where notebooks are kept, or None for this user's usual place.
        port: to listen on; 0 for a free one.
        browser: start a browser, rather than print the link.
    """

    sample: str | None = None
    vault: Path | None = None
    data_dir: Path | None = None
    port: int = 0
    browser: bool = True


def open_and_serve(wanted: LaunchOptions) -> None:
    """Open what is wanted and serve it until Ctrl+C or the system's word; if it is open already, go there.

    Raises:
        TimelineError: there is no such sample or notebook, it cannot be opened, or the port is taken.
    """
    gc.disable()  # loading makes many objects and no garbage; looking for it costs a tenth of the start
    _keep_to_this_user()
    told = _watch_close_signals()
    with contextlib.suppress(KeyboardInterrupt):
        vault, missing = wanted.vault, None
        if not vault and not wanted.sample:
            where = place.find_notebook_folder(wanted.data_dir)
            vault, missing = place.last_used(where), place.find_missing_notebook(where)
        running = place.read_running_program(vault) if vault else None
        if running and (link := request_fresh_link(running.port, running.secret)):
            _show_again(link, browser=wanted.browser)
            return
        bound = bind_socket(wanted.port)
        with contextlib.closing(bound), contextlib.closing(_desk(wanted, vault)) as desk:
            desk.missing = missing
            speak_language_of(desk.history)
            if missing:
                print(house.missing_notebook(str(missing)), file=sys.stderr)
            _serve(desk, bound, told, browser=wanted.browser)


def _desk(wanted: LaunchOptions, vault: Path | None) -> Desk:
    """The notebook, or a sample in memory, laid open."""
    if vault:
        desk = Desk.open(open_notebook(vault))
        place.remember_last_used(vault.absolute())
        return desk
    sample = samples.find_sample(wanted.sample) if wanted.sample else samples.DEFAULT_SAMPLE
    if sample.ended_by_suicide:
        print(say.ENDED_BY_SUICIDE, file=sys.stderr)
    return Desk.of_sample(samples.read(sample, date.today()), place.find_notebook_folder(wanted.data_dir))


def _serve(desk: Desk, bound: socket.socket, told: threading.Event, *, browser: bool) -> None:
    """Serve what lies on `desk` until told to close.

    The browser is started before the app is ready: it takes as long to come up as the app does, and is
    held at the door meanwhile.
    """
    guard = Guard(bound.getsockname()[1], lambda: desk.epoch)
    with (
        HttpServer(guard, bound) as listening,
        _announce_to_second_start(desk, guard),
        contextlib.closing(CopyKeeper(desk)),
        _show_in_browser(guard, browser=browser),
    ):
        from timeline.web.app import create_app

        # Everything is loaded before the first answer: Dash's JSON looks for pandas by name, and would meet
        # it half loaded if a request were answered meanwhile.
        app = create_app(desk, guard)
        listening.serve_app(app.server, debug=app.server.debug)
        gc.freeze()  # what is loaded by now stays: never look through it again
        gc.enable()
        while not told.wait(1):  # woken each second, or Windows would not notice Ctrl+C
            pass


@contextlib.contextmanager
def _announce_to_second_start(desk: Desk, guard: Guard) -> Iterator[None]:
    """Let a second start find this one, at whichever notebook lies on `desk`.

    A sample is nobody's: each start has its own, and no other start looks for it.
    """
    with contextlib.closing(place.RunningAnnouncement(guard.port, guard.secret)) as findable:
        desk.on_notebook_change(findable.announce_at)
        yield


@contextlib.contextmanager
def _show_in_browser(guard: Guard, *, browser: bool) -> Iterator[None]:
    """Bring a browser to the notebook, or print the link to it; nothing is left lying about afterwards."""
    if not browser:
        _print_link(guard.new_link())
        yield
        return
    arrived = threading.Event()
    link = guard.new_link(arrived.set)
    handover = Handover(link)

    def open_then_clear() -> None:
        if not handover.open() or not arrived.wait(_BROWSER_WAIT_SECONDS):
            _print_link(link)
        arrived.wait()
        handover.remove()

    # The thread says what it prints in the language of this one.
    speaking = contextvars.copy_context()
    threading.Thread(target=speaking.run, args=(open_then_clear,), name="browser", daemon=True).start()
    print(say.OPENS_IN_BROWSER, file=sys.stderr)
    try:
        yield
    finally:
        handover.remove()


def _show_again(link: str, *, browser: bool) -> None:
    """Bring a browser to a notebook that another program serves, or print the link."""
    print(say.OPEN_ALREADY, file=sys.stderr)
    handover = Handover(link) if browser else None
    if handover is None or not handover.open():
        print(link, flush=True)
    else:
        time.sleep(_BROWSER_WAIT_SECONDS)  # nobody tells us when the browser has read the file
    if handover:
        handover.remove()


def _print_link(link: str) -> None:
    """The link alone on standard output, so that it can be passed on; what it is on standard error."""
    print(say.OPEN_THIS_LINK, file=sys.stderr)
    print(link, flush=True)


def _watch_close_signals() -> threading.Event:
    """Set when the system asks this process to end, so that it closes in order. Ctrl+C ends it by itself."""
    told = threading.Event()
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: told.set())
    return told


def _keep_to_this_user() -> None:
    """Whatever this process writes is for its user alone, and a crash leaves no image of its memory."""
    os.umask(0o077)
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
