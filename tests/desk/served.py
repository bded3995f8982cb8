"""A desk as people open it: `sayso open`, in a process of its own, asked through its port."""

import http.client
import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

PROGRAM = "from sayso.cli.main import main; main()"
SECONDS = 60  # after which something is wrong


class Served:
    """A desk that runs; `link` is empty if it did not start."""

    def __init__(
        self, case: Path, *options: str, program: str = PROGRAM, **environment: str
    ) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, "open", str(case), "--no-browser", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment},
        )
        assert self.process.stdout is not None
        self.link = self.process.stdout.readline().strip()
        self.cookie = ""

    @property
    def port(self) -> int:
        return int(self.link.split(":")[2].split("/")[0])

    def enter(self) -> "Served":
        """Open the desk with its link."""
        answer = self.ask("GET", self.link.partition(str(self.port))[2])
        self.cookie = (answer.getheader("set-cookie") or "").partition(";")[0]
        assert self.cookie
        return self

    def ask(self, method: str, address: str, body: Any = None) -> http.client.HTTPResponse:
        """The answer, not read yet."""
        return self.send(method, address, body).getresponse()

    def send(self, method: str, address: str, body: Any = None) -> http.client.HTTPConnection:
        """Ask, and wait for no answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        headers = {"cookie": self.cookie}
        if body is not None:
            headers["content-type"] = "application/json"
        sent = None if body is None else json.dumps(body)
        connection.request(method, address, body=sent, headers=headers)
        return connection

    def end(self, number: int) -> tuple[int, str]:
        """Send a signal; the exit status and what was printed on standard error."""
        self.process.send_signal(number)
        return self.wait()

    def wait(self) -> tuple[int, str]:
        """The exit status and what was printed on standard error, when it has ended."""
        errors = self.process.communicate(timeout=SECONDS)[1]
        return self.process.returncode, errors

    def close(self) -> None:
        with suppress(ProcessLookupError):
            self.process.kill()
        self.process.communicate()
