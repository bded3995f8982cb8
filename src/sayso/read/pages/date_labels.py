"""Which date of a report the words before it, or the names of its element, say it is."""

from collections.abc import Collection

from sayso.lexicon.pages import page_marks
from sayso.lexicon.stamps import stamp_words
from sayso.model.particulars import DateKind

MAX_LABEL_CHARACTERS = 240  # before a date


def kind_of_marks(marks: Collection[str]) -> DateKind | None:
    """What the names of an element say of a date; "published" where they say both."""
    if set(marks) & page_marks("published"):
        return DateKind.PUBLISHED
    return DateKind.MODIFIED if set(marks) & page_marks("modified") else None


def label_of(words: str) -> DateKind | None:
    """What the words say of the date that follows: the last label in them counts."""
    lexicon = stamp_words()
    given = words.strip().lower()[-MAX_LABEL_CHARACTERS:]
    ends = [
        (hit, kind)
        for kind, labels in (
            (DateKind.PUBLISHED, lexicon.published),
            (DateKind.MODIFIED, lexicon.modified),
        )
        for label in labels
        if (hit := _last_of(given, label))
    ]
    return max(ends)[1] if ends else None


def _last_of(words: str, label: str) -> tuple[int, int] | None:
    """Where a label ends last in the words, and its length."""
    at = words.rfind(label)
    while at >= 0:
        before, after = (
            words[at - 1 : at] if at else "",
            words[at + len(label) : at + len(label) + 1],
        )
        by = words.startswith(" by", at + len(label))
        if not before.isalnum() and not after.isalnum() and not by:
            return at + len(label), len(label)
        at = words.rfind(label, 0, at)
    return None
