"""Names from archives, as they are shown."""

MAX_LABEL_CHARACTERS = 2_000


def label_of(name: str) -> str:
    """A name from an archive as text to show: without what breaks or hides a line."""
    shown = "".join(one if one.isprintable() else "�" for one in name[:MAX_LABEL_CHARACTERS])
    return shown.strip() or "?"
