"""What each recorder of casualties makes of the same figures; one file a recorder.

In: the figures of one toll with their status. Out: a `PolicyResult`. Read `base.py` first.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from sayso.compare.tolls.policies.acled import acled_result
from sayso.compare.tolls.policies.airwars import airwars_result
from sayso.compare.tolls.policies.base import FigureWithStatus, PolicyResult
from sayso.compare.tolls.policies.ucdp import ucdp_result

Policy = Callable[[Sequence[FigureWithStatus]], PolicyResult]

POLICIES: Mapping[str, Policy] = MappingProxyType(
    {"ucdp": ucdp_result, "acled": acled_result, "airwars": airwars_result}
)
