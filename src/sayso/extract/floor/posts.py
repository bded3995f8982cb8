"""Words that are signed, or that open with the name of an account: posts, letters, captions."""

import re
from collections.abc import Iterator

from sayso.extract.floor.given import GivenTurn
from sayso.model.text import Span
from sayso.text.paragraphs import paragraphs

ACCOUNT = re.compile(r"(?:Posted by )?(?P<name>@\w{2,30}|u/\w{2,30}):\s+(?=\S)")
SIGNED = re.compile(
    r"[—–-]{1,2}[ \t]*(?P<name>[^\W\d_][^()\n“”\"]{1,60}?)[ \t]+\(@\w{2,30}\)[^\n]{0,40}"
)
BEHIND = re.compile(
    r"[ \t]*(?:[—–]|[ \t]-[ \t])[ \t]*(?P<name>[^\W_][^\n.;:!?“”\"‘’()—–]{1,80}?)(?P<end>[.;]?[ \t]*(?:\n|$))"
)
CALLED = re.compile(r"[ \t]*:[ \t]*(?P<name>[^\W_][^\n.;:!?“”\"]{1,50}?)[ \t]*(?:\n|$)")


def posts(text: str) -> Iterator[GivenTurn]:
    """The posts in a text: with an account before a colon, or signed with one."""
    before: tuple[int, int] | None = None
    for start, end in paragraphs(text):
        account = ACCOUNT.match(text, start, end)
        signed = SIGNED.match(text, start, end)
        if account is not None and account.end() < end:
            yield GivenTurn(
                Span(start, end),
                Span(account.end(), end),
                Span(*account.span("name")),
                False,
                Span(account.end("name"), account.end("name") + 1),
            )
        elif signed is not None and before is not None and signed.end() >= end:
            yield GivenTurn(Span(before[0], end), Span(*before), Span(*signed.span("name")))
        before = start, end


def signature(text: str, end: int) -> Span | None:
    """The name behind a dash, or a colon, that ends the line where a quotation ends."""
    for pattern in (BEHIND, CALLED):
        match = pattern.match(text, end)
        if match is not None:
            return Span(*match.span("name"))
    return None
