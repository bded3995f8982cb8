"""sayso: who says what in news reports, and on whose authority.

Four verbs; their values are in `sayso.model`:

    read(path)                     the documents in a file or a folder
    extract(document)              the facts of one document: who says what in it
    compare(facts)                 what several documents say together
    write_dossier(comparison, p)   a page for a reader, written to a file

and a class, `Case`, for a file that keeps reports, readings and decisions.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.case.case import Case
    from sayso.compare.comparison import compare
    from sayso.dossier.html import write_dossier
    from sayso.extract.extracting import extract
    from sayso.read.reports import read

__all__ = ["Case", "compare", "extract", "read", "write_dossier"]

_HOMES = {
    "Case": "sayso.case.case",
    "compare": "sayso.compare.comparison",
    "extract": "sayso.extract.extracting",
    "read": "sayso.read.reports",
    "write_dossier": "sayso.dossier.html",
}


class _Name:
    """A name of `sayso`; its package is imported when the name is first used.

    Three verbs have the name of their package. Python would put the package in the verb's place as
    soon as a module in it is imported; a descriptor that ignores assignment keeps the verb there.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, door: ModuleType | None, kind: type | None = None) -> Any:
        return getattr(import_module(_HOMES[self._name]), self._name)

    def __set__(self, door: ModuleType, value: Any) -> None:
        pass


sys.modules[__name__].__class__ = type(
    "FrontDoor", (ModuleType,), {name: _Name(name) for name in _HOMES}
)
