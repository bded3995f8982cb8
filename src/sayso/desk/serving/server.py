"""The desk is opened and ended: one server a case, reached from this computer alone."""

import errno
import json
import os
import socket
import webbrowser
from collections.abc import Callable
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

from sayso.case.case import Case
from sayso.desk.desk import Desk
from sayso.desk.serving.app import make_app
from sayso.desk.serving.keys import Keys
from sayso.desk.serving.note import LOCKS, Note, Whereabouts, read_note, take_note
from sayso.desk.serving.uvicorn_server import Server
from sayso.desk.serving.warming import warm
from sayso.errors import DeskNotOpened, SaysoError

HOST = "127.0.0.1"
SECONDS_TO_ASK = 2.0
SECONDS_TO_START = 10.0  # of another desk of the case, which was opened at the same time
SECONDS_BETWEEN_LOOKS = 0.1
MOST_BYTES = 10_000  # of an answer to `/-/link`


def serve(
    path: Path,
    author: str | None,
    port: int,
    browser: bool,
    tell: Callable[[str], None],
) -> bool:
    """Serve a case until it is asked to stop; `tell` is given the link. With `browser`, it is opened.

    If a desk of the case is open already, its link is told, nothing is served, and the outcome is False.
    Port 0 is any that is free. Raises NoCase, CaseNotUsable or DeskNotOpened.
    """
    with Case.open(path, author=author) as case:
        name = case.author
    note = _note_or_link(path, author)
    if isinstance(note, str):
        _show(note, browser, tell)
        return False
    try:
        with _socket(port, path) as opened:
            port = opened.getsockname()[1]
            keys = Keys(port)
            with closing(Desk(path, name)) as desk:
                server = Server(make_app(desk, keys, port), desk.let_go)
                note.write(Whereabouts(os.getpid(), port, keys.secret, name))
                _show(_link(port, keys.new_link()), browser, tell)
                warm()
                desk.worker.go_on()
                server.run(sockets=[opened])
        _gather(path)
    finally:
        note.remove()
    return True


def _gather(path: Path) -> None:
    """Leave all in the one file, so that a copy of it has the last decisions.

    The desk's work may have been ended in its middle; then the last changes are in a file beside it.
    """
    with suppress(SaysoError), Case.open(path) as case:
        case.query("SELECT 1")


def _note_or_link(path: Path, author: str | None) -> Note | str:
    """The note of the case, to be held; or a link to the desk that holds it. Raises DeskNotOpened."""
    until = monotonic() + SECONDS_TO_START
    while monotonic() < until:
        if not LOCKS and (link := link_of_running(path, author)):
            return link
        note = take_note(path)
        if note is not None:
            return note
        if link := link_of_running(path, author):
            return link
        sleep(SECONDS_BETWEEN_LOOKS)
    known = read_note(path)
    which = f" (process {known.pid})" if known else ""
    raise DeskNotOpened(
        f"{path}: its desk is open already{which}, and does not answer. End that process, and type the "
        "same command again."
    )


def link_of_running(path: Path, author: str | None = None) -> str | None:
    """A link to the desk that serves the case already; None if none answers.

    Raises DeskNotOpened if it is the desk of somebody else than `author`: decisions have one author.
    """
    known = read_note(path)
    token = _new_token(known) if known else None
    if known is None or token is None:
        return None
    if author is not None and author != known.author:
        raise DeskNotOpened(
            f"{path}: its desk is open for {known.author}, and decisions made there are theirs. End it "
            "(Ctrl-C where it was opened), then type the same command again; or leave --author out."
        )
    return _link(known.port, token)


def _new_token(known: Whereabouts) -> str | None:
    """A token of the desk at the place that a note names; straight to it, through no proxy."""
    connection = HTTPConnection(HOST, known.port, timeout=SECONDS_TO_ASK)
    try:
        connection.request("GET", "/-/link", headers={"x-sayso-secret": known.secret})
        answer = connection.getresponse()
        if answer.status != 200:
            return None
        return str(json.loads(answer.read(MOST_BYTES))["token"])
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        return None
    finally:
        connection.close()


def _socket(port: int, path: Path) -> socket.socket:
    try:
        opened = socket.create_server((HOST, port))
    except OSError as error:
        what = {
            errno.EADDRINUSE: f"port {port} is taken by another program",
            errno.EACCES: f"port {port} is kept for the system",
        }.get(error.errno or 0, f"port {port} cannot be used ({error.strerror})")
        raise DeskNotOpened(
            f"{what}. Leave --port out, and a free one is found: sayso open {path}"
        ) from error
    # Each connection has this from here. Without it, an answer in two pieces takes 40 milliseconds.
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return opened


def _link(port: int, token: str) -> str:
    return f"http://{HOST}:{port}/-/open?token={token}"


def _show(link: str, browser: bool, tell: Callable[[str], None]) -> None:
    """Tell the link, and open it. Some browsers keep whoever opens them waiting until they end."""
    tell(link)
    if browser and _has_window():
        opening = Thread(target=webbrowser.open, args=(link,), daemon=True)
        opening.start()
        opening.join(SECONDS_TO_ASK)


def _has_window() -> bool:
    """Whether a browser would open a window; one that runs in the terminal would take it over."""
    if "BROWSER" in os.environ:
        return True
    try:
        return type(webbrowser.get()) is not webbrowser.GenericBrowser
    except webbrowser.Error:
        return False
