"""What all requests share: which case is open, for which person, and how a page is made."""

import importlib.metadata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any, cast

from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.case.case import Case
from sayso.desk.marks import Marks
from sayso.desk.templates import render
from sayso.desk.work.handing import Handing
from sayso.desk.work.listeners import Listeners, state_of
from sayso.desk.work.worker import Worker

PER_PAGE = 50  # rows of a long list


@dataclass
class Desk:
    """A case that is served. Every request opens the case for itself, so none waits for another."""

    path: Path
    author: str
    version: str = field(default_factory=lambda: importlib.metadata.version("sayso"))
    listeners: Listeners = field(init=False)
    handing: Handing = field(init=False)
    worker: Worker = field(init=False)  # starts its process when there is something to do

    def __post_init__(self) -> None:
        self.listeners, self.handing = Listeners(self.path), Handing(self.path)
        self.worker = Worker(self.path, self.author, self.listeners.tell)

    def let_go(self) -> None:
        """Let go of whoever waits; also within a signal's handler."""
        self.listeners.close()
        self.handing.close()

    def close(self) -> None:
        """End what the desk started."""
        self.let_go()
        self.worker.close()

    @contextmanager
    def case(self) -> Iterator[Case]:
        """The case, open while a request is answered. Raises NoCase or CaseNotUsable."""
        with Case.open(self.path, author=self.author) as case:
            yield case

    def page(
        self,
        request: Request,
        case: Case,
        template: str,
        title: str,
        code: int = 200,
        **values: Any,
    ) -> HTMLResponse:
        """A page. Every template knows `desk`, `log`, `compared`, `story`, `stories` and `marks` too.

        `stories()` asks the case for them, once, and only where a page shows them. `marks` gives what
        people decided on a thing: `marks.on(row)`, where a row has `id`, and
        `report` if it is a fact of one.
        """
        state = state_of(case)
        known = {
            "desk": self,
            "title": title,
            "path": request.url.path,
            "asked": dict(request.query_params),
            "nonce": request.state.nonce,
            "log": state["log"],
            "compared": state["compared"],
            "stories": cache(partial(stories, case)),
            "story": request.query_params.get("story"),
            "marks": Marks({}),
        }
        return HTMLResponse(render(template, known | values), code)


def desk_of(request: Request) -> Desk:
    """The desk that answers a request."""
    return cast("Desk", request.app.state.desk)


def last_of_log(case: Case) -> int:
    """The number of the last row of the log: what a page was made from."""
    number: int = case.query("SELECT coalesce(max(number), 0) AS number FROM log")[0]["number"]
    return number


def stories(case: Case) -> list[dict[str, Any]]:
    """The largest stories, with the title of a report of each: what the pages can be cut down to.

    It is the report that came first, as an index has that: to read the rows of all takes long.
    """
    return case.query(
        "SELECT story.id, story.reports, (SELECT coalesce(title, name) FROM report WHERE number = ("
        "SELECT min(report.number) FROM story_report JOIN report ON report.id = story_report.report "
        "WHERE story = story.id)) AS title FROM (SELECT * FROM story ORDER BY reports DESC, first, id LIMIT 50) AS story"
    )


def page_number(request: Request) -> int:
    """Which part of a long list is asked for, from 1; what is no number is the first."""
    given = request.query_params.get("page", "1")
    return max(1, int(given)) if given.isascii() and given.isdigit() and len(given) < 7 else 1


def part_of_page(request: Request) -> Mapping[str, int]:
    """`limit` (one more than is shown, to know whether more follows) and `offset` of a query."""
    return {"limit": PER_PAGE + 1, "offset": (page_number(request) - 1) * PER_PAGE}
