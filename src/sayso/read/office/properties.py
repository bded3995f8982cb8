"""What the properties of an office file say.

They are of the file, not of the report: its author is often a login, and it was often made long after
the report came out.
"""

from dataclasses import dataclass, field

from sayso.model.particulars import DateKind, StatedDate
from sayso.read.stated_dates import whole_date

PROPERTIES = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}creator": "creator",
    "{http://purl.org/dc/terms/}created": "created",
    "{http://purl.org/dc/terms/}modified": "modified",
}
MAX_PROPERTY_CHARACTERS = 1_000


@dataclass(slots=True)
class PropertyReader:
    """Collects the properties of docProps/core.xml."""

    found: dict[str, str] = field(default_factory=dict)
    _key: str | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        """Notes the beginning of an element."""
        self._key = PROPERTIES.get(tag)

    def end(self, tag: str) -> None:  # noqa: ARG002
        """Notes the end of an element."""
        self._key = None

    def data(self, text: str) -> None:
        """Takes characters."""
        if self._key:
            so_far = self.found.get(self._key, "")
            self.found[self._key] = (so_far + text)[:MAX_PROPERTY_CHARACTERS]


def file_dates(properties: dict[str, str]) -> tuple[StatedDate, ...]:
    """When the file was made and changed: neither is a date of the report."""
    return tuple(
        whole_date(DateKind.MODIFIED, words, f"docProps/core.xml {key}")[1]
        for key in ("created", "modified")
        if (words := properties.get(key, "").strip())
    )
