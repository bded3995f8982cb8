"""A desk that is served, and a real browser's window at it."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from sayso.case.case import Case
from sayso.desk.desk import Desk
from sayso.desk.serving.app import make_app
from sayso.desk.serving.keys import Keys
from sayso.desk.serving.uvicorn_server import SECONDS_TO_END
from sayso.desk.work.worker import Worker
from sayso.model.decisions import Decision
from tests.desk.client import Still
from tests.desk.hand_child import PROGRAM

PATIENCE = 60  # seconds
READY = "html.desk-ready"


class Window:
    """A window at the desk of a case; `complaints` has what its scripts did wrong."""

    def __init__(self, context: Any, base: str, path: Path) -> None:
        self.context, self.base, self.path = context, base, path
        self.complaints: list[str] = []
        self._sent: set[Any] = set()  # what was not answered yet
        context.on("request", self._asked)
        context.on("requestfinished", self._answered)
        context.on("requestfailed", self._answered)
        self.page = self._new_page()

    def _asked(self, request: Any) -> None:
        if request.method == "POST":
            self._sent.add(request)

    def _answered(self, request: Any) -> None:
        self._sent.discard(request)

    def _new_page(self) -> Any:
        page = self.context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def open(self, address: str) -> Any:
        """The page at an address of the desk, when its script has started."""
        self.page.goto(self.base + address)
        self.page.wait_for_selector(READY)
        return self.page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def focus(self, selector: str) -> str:
        """Put the focus on the first such thing; its name."""
        found = self.page.locator(selector).first
        found.focus()
        return str(found.get_attribute("data-name"))

    def focused(self) -> str:
        """The name of the thing that has the focus."""
        return str(self.page.evaluate("document.activeElement.dataset.name ?? ''"))

    def said(self) -> str:
        """The first message, once there is one, and all others; then they are taken away."""
        self.page.wait_for_selector(".toast")
        words = self.page.locator("#toasts").inner_text()
        self.page.evaluate("document.querySelectorAll('.toast').forEach((one) => one.remove())")
        return str(words)

    def settled(self) -> None:
        """Wait until the page shows all that is in the case."""
        end = time.monotonic() + PATIENCE
        with Case.open(self.path) as case:
            while time.monotonic() < end:
                last = case.query("SELECT max(number) AS number FROM log")[0]["number"]
                if self.page.evaluate("Number(document.body.dataset.log)") >= last:
                    return
                time.sleep(0.02)
        raise TimeoutError(self.page.locator("#state").inner_text())

    def decisions(self) -> list[Decision]:
        """All decisions in the case, when what was sent has been answered."""
        self.page.evaluate("0")  # so that it is known what was sent
        while self._sent:
            self.page.wait_for_timeout(20)
        with Case.open(self.path) as case:
            return list(case.decisions())


@contextmanager
def window(browser: Any, path: Path, works: bool = False, **how: Any) -> Iterator[Window]:
    """A window at a desk of a case, until the end; only if it `works` are decisions compared."""
    shape = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"} | how
    with served(path, works) as (base, link):
        context = browser.new_context(**shape)
        try:
            made = Window(context, base, path)
            made.page.goto(link)
            made.page.wait_for_selector(READY)
            yield made
            assert not made.complaints
        finally:
            context.close()


@contextmanager
def served(path: Path, works: bool) -> Iterator[tuple[str, str]]:
    """The address of a desk of a case, which a thread serves until the end; and a link that opens it."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        keys, desk = Keys(port), Desk(path, "ann")
        work = Worker if works else Still
        desk.worker = work(path, "ann", desk.listeners.tell, PROGRAM)
        server = uvicorn.Server(
            uvicorn.Config(
                make_app(desk, keys, port),
                log_level="critical",
                lifespan="off",
                timeout_graceful_shutdown=SECONDS_TO_END,
            )
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        base = f"http://127.0.0.1:{port}"
        try:
            yield base, f"{base}/-/open?token={keys.new_link()}"
        finally:
            desk.close()
            server.should_exit = True
            thread.join(PATIENCE)
            assert not thread.is_alive()
