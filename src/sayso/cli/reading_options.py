"""Options of every command that reads reports: what the user knows of them, and what is printed."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.read.heads import HeadData

Outlet = Annotated[
    str | None,
    typer.Option("--outlet", help="The outlet of the reports, where a file does not say it."),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", help="Their date: 2026-03-02, or with a time and offset."
    ),
]
Url = Annotated[str | None, typer.Option("--url", help="The address of the one report.")]
Summary = Annotated[
    bool, typer.Option("--summary", help="Print a table of what was read, and how.")
]

Keep = Annotated[
    Path | None,
    typer.Option(
        help="Keep what is fetched from addresses, byte for byte, in this new .warc.gz file.",
        dir_okay=False,
    ),
]
PATHS_HELP = "Files, folders, web addresses, or - for JSON Lines on stdin."


def head_given(outlet: str | None, published: str | None, url: str | None) -> HeadData:
    """What the options say of the reports. Raises BadParameter for what is no date or address."""
    from sayso.read.dates import published_as

    day = published_as(published) if published else None
    if published and not day:
        raise typer.BadParameter(f"{published!r} is no date that can be read; write 2026-03-02")
    if url and not url.lower().startswith(("http://", "https://")):
        raise typer.BadParameter(f"{url!r} is no address; write https://…")
    return HeadData(outlet=outlet or None, published=day, url=url or None)
