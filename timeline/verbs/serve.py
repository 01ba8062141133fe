"""Without a verb: open a notebook in the browser, and serve it until Ctrl+C."""

import argparse
from pathlib import Path

NAME = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell `parser` what opening a notebook takes."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--sample", metavar="NAME")
    which.add_argument("--vault", metavar="PATH", type=Path)
    parser.add_argument("--data-dir", metavar="FOLDER", type=Path)
    parser.add_argument("--port", metavar="NUMBER", type=_port, default=0)
    parser.add_argument("--no-browser", action="store_true")


def run(options: argparse.Namespace) -> int:
    """0 once the notebook was closed, or handed to the program that has it open already.

    Raises:
        TimelineError: there is no such sample or notebook, it cannot be opened, or the port is taken.
    """
    from timeline.web.launch import LaunchOptions, open_and_serve

    open_and_serve(
        LaunchOptions(
            sample=options.sample,
            vault=options.vault,
            data_dir=options.data_dir,
            port=options.port,
            browser=not options.no_browser,
        )
    )
    return 0


def _port(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and 1 <= int(typed[:6]) <= 65535):
        from timeline.messages.command import not_a_port

        raise argparse.ArgumentTypeError(not_a_port(typed))
    return int(typed)
