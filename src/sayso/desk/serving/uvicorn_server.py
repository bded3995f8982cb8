"""The server of the desk: it says nothing of its own, and ends in order, with nobody left waiting."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

SECONDS_TO_END = 2  # for what is being answered; streams are let go at once
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # each system has some of them


class Server(uvicorn.Server):
    """Serves until a signal asks it to end, which is its ordinary end; `on_end` is called then."""

    def __init__(self, app: ASGIApp, on_end: Callable[[], None] = lambda: None) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                log_config=None,
                log_level="critical",  # what goes wrong in the desk is told by the guard
                access_log=False,  # addresses hold tokens and what people search for
                lifespan="off",
                loop="asyncio",
                http="h11",
                ws="none",
                proxy_headers=False,
                server_header=False,
                timeout_graceful_shutdown=SECONDS_TO_END,
            )
        )
        self._on_end = on_end

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals end the server and are not raised again; those that were to be ignored still are."""
        before = {}
        for name in SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, self.handle_exit)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002
        """Begin to end; a second Ctrl-C waits for nothing more."""
        if self.should_exit and sig == signal.SIGINT:
            self.force_exit = True
        elif not self.should_exit:
            self.should_exit = True
            self._on_end()
