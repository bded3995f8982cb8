"""What recorders of casualties make of the same figures, a recorder a file."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from sayso.compare.tolls.policies.acled import acled
from sayso.compare.tolls.policies.airwars import airwars
from sayso.compare.tolls.policies.base import FigureWithStatus, Verdict
from sayso.compare.tolls.policies.ucdp import ucdp

Policy = Callable[[Sequence[FigureWithStatus]], Verdict]

POLICIES: Mapping[str, Policy] = MappingProxyType(
    {"ucdp": ucdp, "acled": acled, "airwars": airwars}
)
