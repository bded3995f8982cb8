"""Link files: the address is named, and nothing is opened."""

import plistlib
import shlex
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableInput
from sayso.read.pointers import FORMAT
from sayso.read.reports import read
from tests.read.gathering import gather

ADDRESS = "https://gazette.example/1?a=b&c='d"
LIST = f"""<?xml version="1.0"?><plist><dict><key>URL</key>
<string>{ADDRESS.replace("&", "&amp;")}</string></dict></plist>"""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.url", f"[InternetShortcut]\r\nIconIndex=0\r\nURL={ADDRESS}\r\n".encode()),
        ("a.desktop", f"[Desktop Entry]\nType=Link\nURL[$e]={ADDRESS}\n".encode()),
        ("a.webloc", LIST.encode()),
        ("a.webloc", plistlib.dumps({"URL": ADDRESS}, fmt=plistlib.FMT_BINARY)),
        ("nameless", f"[InternetShortcut]\nURL={ADDRESS}\n".encode()),
    ],
)
def test_the_address_is_named_with_what_to_type(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    problems: list[UnreadableInput] = []
    assert not list(read(tmp_path / name, problems.append))
    (problem,) = problems
    assert problem.what == f"it is a link to {ADDRESS}"
    assert problem.remedy == f"Read the page: sayso report {shlex.quote(ADDRESS)}"


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "javascript:alert(1)", "https://a.example/\x1b[31m", "x" * 9, "https://a.example/" + "a" * 3_000],
)  # fmt: skip
def test_what_cannot_be_printed_and_typed_is_not(address: str) -> None:
    (problem,) = gather(
        FORMAT, f"[InternetShortcut]\nURL={address}\n".encode(), suffix=".url"
    ).problems
    assert problem.what == "it is a link, but to no web page"


def test_a_web_archive_of_safari_is_named() -> None:
    data = plistlib.dumps({"WebMainResource": {}}, fmt=plistlib.FMT_BINARY)
    assert "Safari" in gather(FORMAT, data).problems[0].what


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_a_problem(data: bytes) -> None:
    for start in (b"", b"bplist00", b"[InternetShortcut]\nURL="):
        assert len(gather(FORMAT, start + data).problems) == 1
