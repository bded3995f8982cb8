"""The desk is opened and ended: one server a case, reached from this computer alone."""

import json
import os
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import httpx2
import uvicorn

from sayso.case.case import Case
from sayso.desk.app import make_app
from sayso.desk.desk import Desk
from sayso.desk.keys import Keys
from sayso.writing import write_whole

HOST = "127.0.0.1"
SECONDS_TO_ASK = 2.0


def serve(
    path: Path,
    author: str | None,
    port: int,
    browser: bool,
    tell: Callable[[str], None],
) -> None:
    """Serve a case until it is interrupted; `tell` is given the link. With `browser`, it is opened.

    If a desk of the case is open already, its link is told, and nothing is served. Port 0 is any that
    is free. Raises NoCase, CaseNotUsable or OSError.
    """
    with Case.open(path, author=author) as case:
        author = case.author
    known = running(path)
    if known is not None:
        _show(known, browser, tell)
        return
    with socket.create_server((HOST, port)) as opened:
        port = opened.getsockname()[1]
        keys = Keys(port)
        desk = Desk(path, author)
        server = _Server(
            uvicorn.Config(
                make_app(desk, keys, port),
                log_level="error",
                access_log=False,
                timeout_graceful_shutdown=3,
            ),
            desk,
        )
        note = note_of(path)
        write_whole(
            note, json.dumps({"pid": os.getpid(), "port": port, "secret": keys.secret}).encode()
        )
        note.chmod(0o600)
        try:
            _show(f"http://{HOST}:{port}/-/open?token={keys.new_link()}", browser, tell)
            desk.worker.go_on()
            server.run(sockets=[opened])
        finally:
            desk.close()
            note.unlink(missing_ok=True)


class _Server(uvicorn.Server):
    """A server that lets its listeners go when it is to end; it would wait for them."""

    def __init__(self, config: uvicorn.Config, desk: Desk) -> None:
        super().__init__(config)
        self._desk = desk

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to end."""
        self._desk.listeners.close()
        super().handle_exit(sig, frame)


def note_of(path: Path) -> Path:
    """The file beside a case that says where its desk is; only its owner may read it."""
    return path.with_name(f"{path.name}.desk")


def running(path: Path) -> str | None:
    """A link to the desk that serves the case already; None if there is none."""
    try:
        known = json.loads(note_of(path).read_text("utf-8"))
        base = f"http://{HOST}:{int(known['port'])}"
        answer = httpx2.get(
            f"{base}/-/link",
            headers={"x-sayso-secret": str(known["secret"])},
            timeout=SECONDS_TO_ASK,
        )
        return (
            f"{base}/-/open?token={answer.json()['token']}" if answer.status_code == 200 else None
        )
    except (OSError, ValueError, KeyError, TypeError, httpx2.HTTPError):
        return None


def _show(link: str, browser: bool, tell: Callable[[str], None]) -> None:
    tell(link)
    if browser:
        webbrowser.open(link)
