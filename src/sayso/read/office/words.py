"""The names of WordprocessingML elements that matter, and a document's styles."""

from dataclasses import dataclass, field
from functools import lru_cache

TRANSITIONAL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
SPACES = {TRANSITIONAL: "w:", STRICT: "w:", COMPATIBILITY: "mc:", MATHS: "m:"}
# With all that they hold: settings as they were before a change, text that stands elsewhere too.
SILENT = frozenset(
    {
        *("w:moveFrom", "w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange"),
        *("w:trPrChange", "w:tcPrChange", "w:numberingChange", "w:sectPr", "w:rt"),
    }
)
TEXTS = frozenset({"w:t", "w:delText", "m:t"})
CHANGES = frozenset({"w:ins", "w:del"})
BREAKS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:ptab": "\t"}
NOTES_WITHOUT_WORDS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
OFF = frozenset({"0", "false", "off"})


@lru_cache(maxsize=1_000)
def short_name(tag: str) -> str:
    """The element's name with the usual prefix; "" for an element of another vocabulary.

    >>> short_name("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p")
    'w:p'
    """
    space, brace, local = tag.rpartition("}")
    prefix = SPACES.get(space + brace)
    return prefix + local if prefix else ""


def attribute(attributes: dict[str, str], local: str) -> str | None:
    """The value of an attribute of WordprocessingML."""
    return attributes.get(TRANSITIONAL + local) or attributes.get(STRICT + local)


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a property that is switched on or off is on."""
    return attribute(attributes, "val") not in OFF


@dataclass(frozen=True, slots=True)
class Style:
    """A style by the name that Word gives it in every language: "heading 1"."""

    name: str = ""
    hidden: bool = False


def style_called(styles: dict[str, Style], called: str) -> Style:
    """The style with this id; one that the document does not explain has its id as its name."""
    return styles.get(called) or Style(called.lower())


@dataclass(slots=True)
class StyleReader:
    """Collects the styles of word/styles.xml."""

    styles: dict[str, Style] = field(default_factory=dict)
    _id: str = ""
    _name: str = ""
    _hidden: bool = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Notes the beginning of an element."""
        name = short_name(tag)
        if name == "w:style":
            self._id, self._name = attribute(attributes, "styleId") or "", ""
            self._hidden = False
        elif name == "w:name":
            self._name = (attribute(attributes, "val") or "").lower()
        elif name == "w:vanish":
            self._hidden = is_on(attributes)

    def end(self, tag: str) -> None:
        """Notes the end of an element."""
        if short_name(tag) == "w:style":
            self.styles[self._id] = Style(self._name, self._hidden)

    def data(self, text: str) -> None:
        """Styles have no text."""
