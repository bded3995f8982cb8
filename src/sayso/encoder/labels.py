"""The tags that the network gives to word pieces."""

ROLES = ("source", "cue", "content")
OUTSIDE = 0
LABELS = ("O", *(f"{part}-{role}" for role in ROLES for part in "BI"))


def opening_tag(role: str) -> int:
    """The tag of a span's first piece."""
    return LABELS.index(f"B-{role}")


def may_follow(left: int, right: int) -> bool:
    """Whether the tag `right` may stand after the tag `left`."""
    name = LABELS[right]
    return not name.startswith("I-") or LABELS[left][2:] == name[2:]
