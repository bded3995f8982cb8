"""Outcomes of cases, by kind and by half: what several benches print."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar


class HasKind(Protocol):
    """An outcome: its kind, and whether its case is one of those for checking."""

    @property
    def kind(self) -> str:
        """The kind of its case."""

    @property
    def is_check(self) -> bool:
        """Whether its case is for checking."""


Outcome = TypeVar("Outcome", bound=HasKind)
Summary = dict[str, Any]


def by_half_and_kind(
    found: Sequence[Outcome], summary: Callable[[Sequence[Outcome]], Summary]
) -> dict[str, Any]:
    """The summary of all outcomes, of those that are for checking, and of each kind."""
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for one in found:
        kinds[one.kind].append(one)
    return {
        "all": summary(found),
        "check": summary([one for one in found if one.is_check]),
        "kinds": {kind: summary(some) for kind, some in sorted(kinds.items())},
    }
