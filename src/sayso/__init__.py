"""sayso: on whose say-so is each thing said.

Four verbs, and the values they speak of in `sayso.model`:

    read(path)                     files to documents
    extract(document)              one document to what it says
    compare(facts)                 what several documents say together
    write_dossier(comparison, p)   the page that a person looks at
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.compare.comparison import compare
    from sayso.dossier.html import write_dossier
    from sayso.extract.extracting import extract
    from sayso.read.reports import read

__all__ = ["compare", "extract", "read", "write_dossier"]

_HOMES = {
    "compare": "sayso.compare.comparison",
    "extract": "sayso.extract.extracting",
    "read": "sayso.read.reports",
    "write_dossier": "sayso.dossier.html",
}


class _Verb:
    """A verb of the front door; its room is entered when it is first asked for.

    Three verbs have the name of their room. Python would put the room in the verb's place as soon
    as anything in it is imported; a descriptor that takes no value keeps the verb there.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, door: ModuleType | None, kind: type | None = None) -> Any:
        return getattr(import_module(_HOMES[self._name]), self._name)

    def __set__(self, door: ModuleType, value: Any) -> None:
        pass


sys.modules[__name__].__class__ = type(
    "FrontDoor", (ModuleType,), {name: _Verb(name) for name in _HOMES}
)
