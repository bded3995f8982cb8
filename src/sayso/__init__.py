"""sayso: on whose say-so is each thing said.

Four verbs, and the values they speak of in `sayso.model`:

    read(path)                     files to documents
    extract(document)              one document to what it says
    compare(facts)                 what several documents say together
    write_dossier(comparison, p)   the page that a person looks at
"""

from importlib import import_module
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


def __getattr__(name: str) -> Any:
    # A verb's room is entered when the verb is first asked for: `sayso --help` needs none.
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
