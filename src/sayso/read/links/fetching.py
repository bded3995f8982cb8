"""Fetching a report from an address that a person named.

A site is asked first, by its robots.txt, whether sayso may have the page; a "no" is obeyed. Between
two questions to one host is a second at least. Each address to which a page leads on is looked at
like the first one. Nothing else on the page is fetched.
"""

import importlib.metadata
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from http import HTTPStatus
from io import BytesIO
from urllib.parse import urljoin

from sayso.errors import UnreadableInput
from sayso.model.particulars import DateKind, StatedDate
from sayso.read.heads import HeadData
from sayso.read.limits import USUAL_LIMITS, Limits
from sayso.read.links.addresses import SAVE_BY_HAND, Address, address_of
from sayso.read.links.keeping import Keeper
from sayso.read.links.network import TRY_LATER, Exchange, Network, exchange
from sayso.read.links.robots import Rules, rules_for
from sayso.read.reader import BYTES_LOOKED_AT, Material
from sayso.read.served import Answer, answer_of, file_at, unpacked_answer
from sayso.read.table import format_of

AGENT = "sayso"
MAX_REDIRECTIONS = 5
MAX_ROBOTS_BYTES = 5_000_000
SECONDS_BETWEEN = 1.0  # two questions to one host
REDIRECTIONS = frozenset({301, 302, 303, 307, 308})
NAMED_BY_SUFFIX = frozenset({"", "application/octet-stream", "text/plain"})
IN_ARCHIVES = "Look for a copy in a web archive, and name its address or the saved page."
REMEDIES = {
    401: SAVE_BY_HAND,
    402: SAVE_BY_HAND,
    403: SAVE_BY_HAND,
    404: IN_ARCHIVES,
    410: IN_ARCHIVES,
    451: IN_ARCHIVES,
}


@dataclass
class Fetcher:
    """Fetches addresses, one after another. It remembers what robots.txt said, and when it asked.

    `clock` and `sleep` count seconds; `now` says the time in UTC.
    """

    network: Network = field(default_factory=Network)
    keeper: Keeper | None = None
    limits: Limits = USUAL_LIMITS
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    _last: dict[str, float] = field(default_factory=dict)  # when a host was asked
    _rules: dict[str, Rules | UnreadableInput] = field(default_factory=dict)  # of a site

    def material_at(self, given: str) -> Material:
        """What stands at an address, still to be read. Raises UnreadableInput or CannotWrite."""
        address, answer, at = self._followed(address_of(given, given), given, robots=False)
        if answer.status != HTTPStatus.OK:
            raise _refusal(answer, given)
        answer = unpacked_answer(answer, given, self._most_unpacked(answer))
        if not answer.body:
            raise UnreadableInput(given, "the server sends an empty page", TRY_LATER)
        named = answer.media_type in NAMED_BY_SUFFIX
        crawled = at.isoformat(timespec="seconds").replace("+00:00", "Z")
        fetched = StatedDate(DateKind.CRAWLED, crawled, crawled, "time of fetching")
        material = Material(
            given,
            BytesIO(answer.body),
            answer.body[:BYTES_LOOKED_AT],
            file_at(address.target).suffix.lower() if named else "",
            answer.media,
            HeadData(url=str(address), crawled=crawled, dates=(*answer.dates(), fetched)),
        )
        if not named and not answer.media_type.startswith("text/") and not format_of(material):
            what = f"the server sends {answer.media_type:.60}, which is no report"
            raise UnreadableInput(given, what, SAVE_BY_HAND)
        return material

    def _most_unpacked(self, answer: Answer) -> int:
        times = self.limits.packed_times * len(answer.body)
        return min(self.limits.answer_bytes, max(self.limits.report_bytes, times))

    def _followed(
        self, address: Address, name: str, robots: bool
    ) -> tuple[Address, Answer, datetime]:
        """The answer at an address, or where that leads on to; the last address, and when."""
        for _ in range(MAX_REDIRECTIONS + 1):
            if not robots:
                self._check_robots(address, name)
            most = MAX_ROBOTS_BYTES if robots else self.limits.answer_bytes
            answer, at = self._asked(address, name, most)
            location = answer.fields.get("location")
            if answer.status not in REDIRECTIONS or not location:
                return address, answer, at
            address = _led_on(address, location, name)
        what = f"it leads on to other addresses more than {MAX_REDIRECTIONS} times"
        raise UnreadableInput(name, what, SAVE_BY_HAND)

    def _asked(self, address: Address, name: str, most_bytes: int) -> tuple[Answer, datetime]:
        """One question and its answer, and when it was asked. Raises UnreadableInput."""
        self._wait_for(address.host)
        at = self.now()
        fields = [
            ("User-Agent", f"{AGENT}/{_version()} (+reads reports that a person asked for)"),
            ("Accept", "*/*"),
            ("Accept-Encoding", "gzip"),
            ("Connection", "close"),
        ]
        try:
            told, failed = exchange(address, fields, self.network, most_bytes, name, self.clock)
        finally:
            self._last[address.host] = self.clock()
        if self.keeper and told.received:
            self.keeper.keep(told, at)
        answer = _last_answer(told)
        if failed or answer is None:
            what = "the server does not answer as one of the web does"
            raise failed or UnreadableInput(name, what, TRY_LATER)
        return answer, at

    def _wait_for(self, host: str) -> None:
        last = self._last.get(host)
        if last is not None and (left := last + SECONDS_BETWEEN - self.clock()) > 0:
            self.sleep(left)

    def _check_robots(self, address: Address, name: str) -> None:
        """Raises UnreadableInput if the site does not want the page to be fetched."""
        if address.site not in self._rules:
            try:
                self._rules[address.site] = self._rules_of(address, name)
            except UnreadableInput as problem:
                self._rules[address.site] = problem
        rules = self._rules[address.site]
        if isinstance(rules, UnreadableInput):
            raise UnreadableInput(name, rules.what, rules.remedy)
        if not rules.allow(address.target):
            what = f"{address.host} asks programs not to fetch this page (robots.txt)"
            raise UnreadableInput(name, what, SAVE_BY_HAND)

    def _rules_of(self, address: Address, name: str) -> Rules:
        robots = replace(address, target="/robots.txt")
        _, answer, _ = self._followed(robots, name, robots=True)
        if HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
            answer = unpacked_answer(answer, name, MAX_ROBOTS_BYTES)
            return rules_for(AGENT, answer.body)
        is_none = 300 <= answer.status < 500 and answer.status != HTTPStatus.TOO_MANY_REQUESTS
        if is_none:
            return Rules()
        what = (
            f"{address.host} does not say whether programs may fetch its pages (robots.txt: "
            f"{answer.status})"
        )
        raise UnreadableInput(name, what, TRY_LATER)


@cache
def usual_fetcher() -> Fetcher:
    """The fetcher of this process, for callers that have none of their own."""
    return Fetcher()


@cache
def _version() -> str:
    return importlib.metadata.version("sayso")


def _led_on(address: Address, location: str, name: str) -> Address:
    """The address that another one leads on to. Raises UnreadableInput if it may not be fetched."""
    try:
        return address_of(urljoin(str(address), location), name)
    except (UnreadableInput, ValueError) as error:
        why = error.what if isinstance(error, UnreadableInput) else "it is no address"
        what = f"it leads on to {location!r:.200}, which is not fetched: {why}"
        raise UnreadableInput(name, what, SAVE_BY_HAND) from error


def _last_answer(told: Exchange) -> Answer | None:
    """The answer that counts, with its body up to the length that its head states."""
    answer = answer_of(bytes(told.received))
    while answer and answer.status < HTTPStatus.OK:
        answer = answer_of(answer.body)
    if answer is None or "transfer-encoding" in answer.fields:
        return answer
    length = answer.fields.get("content-length", "")
    return replace(answer, body=answer.body[: int(length)]) if length.isdecimal() else answer


def _refusal(answer: Answer, name: str) -> UnreadableInput:
    """What a status means, and what to do about it."""
    try:
        said = HTTPStatus(answer.status).phrase
    except ValueError:
        said = answer.reason[:60] or "no reason"
    what = f"the server does not give the page ({answer.status} {said})"
    return UnreadableInput(name, what, REMEDIES.get(answer.status, TRY_LATER))
