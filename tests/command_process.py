"""The command, running in a process of its own."""

import http.client
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Self

COMMAND = (sys.executable, "-c", "import sys, app; sys.exit(app.main())")


def run_command(*arguments: object, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end, with this machine's surroundings and those given."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        env=os.environ | surroundings,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


class CommandProcess:
    """`attachment-timeline --no-browser …`, started; leaving ends it in order.

    Attributes:
        link: the launch link it printed.
        stderr_text: once it ended, what it wrote to standard error.
        exit_code: once it ended, its exit code.
    """

    def __init__(
        self,
        *arguments: object,
        program: Sequence[object] = COMMAND,
        cwd: Path | None = None,
        **surroundings: str,
    ) -> None:
        self._program = [*map(str, program), *map(str, arguments), "--no-browser"]
        self._cwd, self._surroundings = cwd, os.environ | surroundings
        self.link, self.stderr_text, self.exit_code = "", "", -1

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            self._program,
            cwd=self._cwd,
            env=self._surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert self.process.stdout
        self.link = self.process.stdout.readline().strip()
        if not self.link:
            self.process.wait(timeout=120)
            raise AssertionError(f"it did not start: {self.process.communicate()[1]}")
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.stderr_text = self.process.communicate(timeout=120)[1]
        self.exit_code = self.process.returncode

    @property
    def port(self) -> int:
        return int(self.link.split(":")[2].partition("/")[0])

    def get(self, path: str, **headers: str) -> http.client.HTTPResponse:
        """The answer to one request, read."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.body = answer.read().decode()  # type: ignore[attr-defined]
        connection.close()
        return answer

    def fetch_page(self) -> tuple[str, str]:
        """The cookie the link gives, and the page it leads to."""
        launched = self.get("/open/" + self.link.partition("/open/")[2])
        assert launched.status == 200
        cookie = str(launched.headers["Set-Cookie"]).partition(";")[0]
        page = self.get("/", Cookie=cookie)
        assert page.status == 200
        return cookie, page.body  # type: ignore[attr-defined]
