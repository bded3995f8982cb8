"""Hands on a keyboard: they go through a page of the desk, and look, and never touch the mouse."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from playwright.sync_api import Error

PATIENCE = 120_000  # milliseconds; comparing may have to wait for other work of the machine
FOCUSED = "document.activeElement?.closest('.thing[data-name]')"
SHOWN = "[...document.querySelectorAll('.thing[data-name]')].filter((one) => one.getClientRects().length)"
LABEL = (
    "document.activeElement.labels?.[0]?.textContent || document.activeElement.ariaLabel || "
    "document.activeElement.textContent || ''"
)
MOST_TABS = 100


class Hands:
    """Whoever types on one page. What it does is done by keys; what it sees is on the page."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.decisions = 0  # made by `answer` and `decide`
        page.set_default_timeout(PATIENCE)

    def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        """Write over what the field has."""
        self.press("Control+A")
        self.page.keyboard.type(words)

    def look(self, script: str, *given: Any) -> Any:
        """What stands on the page."""
        return self.page.evaluate(script, *given)

    def until(self, script: str) -> None:
        """Wait until something is so on the page. (Its policy forbids Playwright's own waiting.)"""
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end:
            with suppress(Error):  # the page was left meanwhile
                if self.look(script):
                    return
            time.sleep(0.02)
        raise AssertionError(f"{script} is not so on {self.page.url}: {self.said()}")

    def said(self) -> str:
        """What the page says in its dialog, its messages and its state."""
        places = ("#dialog", "#toasts", "#state")
        return " | ".join(self.page.locator(one).inner_text() for one in places)

    def idle(self) -> None:
        """Wait until the page shows the case as it is compared."""
        self.until("document.body.dataset.compared === '1'")

    # Moving

    def go(self, key: str, address: str) -> None:
        """To a view, by "g" and its letter."""
        self.press("g", key)
        self.arrive(address)

    def arrive(self, address: str) -> None:
        """Wait for a page."""
        self.page.wait_for_url(f"**{address}")
        self.until("document.documentElement.classList.contains('desk-ready')")

    def to(self, wanted: str) -> str:
        """To the first thing that a selector finds, by j and k. Its name."""
        at, now = self.look(
            f"([wanted]) => {{ const all = {SHOWN}; return ["
            f"all.findIndex((one) => one.matches(wanted)), all.indexOf({FOCUSED})]; }}",
            [wanted],
        )
        assert at >= 0, f"{wanted} is not on {self.page.url}"
        if now < 0:
            self.press("j")
            now = self.look(f"{SHOWN}.indexOf({FOCUSED})")
        for _ in range(abs(at - now)):
            self.press("j" if at > now else "k")
        name, fits = self.look(
            f"([wanted]) => [{FOCUSED}.dataset.name, {FOCUSED}.matches(wanted)]", [wanted]
        )
        assert fits, f"the focus is on {name}, not on {wanted}"
        return str(name)

    def name(self) -> str:
        """The name of the thing that has the focus."""
        return str(self.look(f"{FOCUSED}?.dataset.name ?? ''"))

    def open(self, address: str) -> None:
        """Open the thing that has the focus."""
        self.press("Enter")
        self.arrive(address)

    # Dialogs

    def dialog(self, key: str) -> None:
        """Open the dialog of a key."""
        self.press(key)
        self.until("document.querySelector('dialog[open] form') !== null")

    def field(self, label: str, element: str = "*") -> None:
        """To a field of the dialog, by Tab; `label` is how its name begins."""
        for _ in range(MOST_TABS):
            if self.look(
                f"([label, element]) => ({LABEL}).trim().startsWith(label) && "
                "document.activeElement.matches(element)",
                [label, element],
            ):
                return
            self.press("Tab")
        raise AssertionError(f"no field {label!r} in {self.said()!r}")

    def fill(self, label: str, words: str) -> None:
        """Write into a field."""
        self.field(label)
        self.type(words)

    def pick(self, label: str, words: str) -> None:
        """Choose in a list of choices, by typing how one begins."""
        self.field(label, "select")
        self.page.keyboard.type(words)

    def tick(self, label: str) -> None:
        """Tick a box."""
        self.field(label, "[type=checkbox]")
        self.press("Space")

    def tick_first(self) -> None:
        """Tick the first box of a list."""
        self.field("", ".several [type=checkbox]")
        self.press("Space")

    def answer(self, key: str, work: Callable[[], None] = lambda: None) -> None:
        """Open the dialog of a key, fill it in, and send it."""
        self.dialog(key)
        work()
        self.send()

    def send(self) -> None:
        """Send the dialog, and wait until the decision is on the page."""
        self.decided(lambda: self.press("Control+Enter"))

    def decided(self, work: Callable[[], None]) -> None:
        """Do something that is a decision, and wait until the page has it."""
        before = int(self.look("document.body.dataset.log"))
        work()
        self.until(
            f"Number(document.body.dataset.log) > {before} && !document.querySelector('dialog[open]')"
        )
        self.decisions += 1

    def decide(self, *keys: str) -> None:
        """Press keys that decide at once."""
        self.decided(lambda: self.press(*keys))

    def hand_on(self, words: str) -> None:
        """Press a button or a link of the page that hands on; it is reached by Tab."""
        self.go("e", "/hand-on")
        for _ in range(MOST_TABS):
            if self.look(f"([label]) => ({LABEL}).trim().startsWith(label)", [words]):
                return self.press("Enter")
            self.press("Tab")
        raise AssertionError(f"{words!r} is not reached on {self.page.url}")
