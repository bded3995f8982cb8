"""Bombs of tables, JSON, JSON Lines, Markdown, subtitles and plain text."""

from pathlib import Path

from bench.bombs.craft import MEGABYTE, Bombs

BOMBS = Bombs()
SAID = b"The governor of Ornsk denied on Monday that 12 people had been killed at the mill. "

BOMBS.repeat("line_200.csv", b"x", 200, b"title,text\n")
BOMBS.repeat("cell_200.csv", b"It was so.\n", 200, b'title,text\nSo,"')
BOMBS.repeat("cell_of_lines.csv", b"x\n", 200, b'title,text\nSo,"')
BOMBS.repeat("short_lines.csv", b"ab\n", 19, b"title;\n")
BOMBS.repeat("columns_1000000.csv", b"a,", 2, b"text,", b"\n" + SAID)
BOMBS.repeat("wide_rows.csv", b"a," * 1_000_000 + b"\n", 100, b"text,title\n")
BOMBS.repeat("short_rows.csv", b"It was so.\n", 1, b"text\n")
BOMBS.repeat("empty_rows.csv", b"\n", 200, b"text\n")
BOMBS.repeat("empty_lines.csv", b"\n", 200)
BOMBS.repeat("quotes.csv", b'"', 200, b"text\n")
BOMBS.repeat("header_quotes.csv", b'"a\n', 200)
BOMBS.repeat("deep_1000000.json", b"[", 1)
BOMBS.repeat("deep_objects.json", b'{"a":', 5, b'{"text": ')
BOMBS.repeat("articles_190.json", b'{"title": "So", "text": "It was denied."},', 190, b"[", b"{}]")
BOMBS.repeat("articles_59.json", b'{"text": "' + SAID * 5 + b'"},', 59, b"[", b"{}]")
BOMBS.repeat("numbers_59.json", b"1," * 500_000 + b"\n", 5, b'{"a": [', b"0]}")
BOMBS.repeat("digits.json", b"9", 50, b'[{"text": ', b"}]")
BOMBS.repeat("escapes.json", b"\\u0041", 59, b'[{"text": "', b'"}]')
BOMBS.repeat("text_55.json", SAID, 55, b'[{"text": "', b'"}]')
BOMBS.repeat("line_200.jsonl", b"x", 200, b'{"text": "')
BOMBS.repeat("line_19.jsonl", SAID, 19, b'{"name": "a", "text": "', b'"}\n')
BOMBS.repeat("line_of_lists.jsonl", b"[],", 19, b'{"name": "a", "text": [', b"0]}\n")
BOMBS.repeat("deep.jsonl", b"[", 19)
BOMBS.repeat("bad_lines.jsonl", b"{\n", 5)
BOMBS.repeat("empty_lines.jsonl", b"\n", 200)
BOMBS.repeat("short_lines.jsonl", b'{"name": "a", "text": "It was so."}\n', 5)
for called, mark in (
    ("stars", b"*"),
    ("brackets", b"["),
    ("pictures", b"!["),
    ("backticks", b"`"),
    ("backticks_apart", b"` `` ``` "),
    ("angle_brackets", b"<"),
    ("underscores", b"_"),
    ("emphasis", b"*a _b "),
    ("strong", b"**a** "),
    ("links", b"[a](b) "),
    ("links_open", b"[a](b"),
    ("entities", b"&amp;"),
    ("comments", b"<!--"),
    ("headings", b"# a\n"),
    ("quotes", b"> " * 40 + b"\n"),
    ("bars", b"|"),
    ("table", b"|a|b|\n|-|-|\n"),
    ("fences", b"```\n"),
    ("labels", b"[a]: b\n"),
    ("matter", b"a: b\n"),
    ("dashes", b"- "),
    ("breaks", b"a\n"),
):
    BOMBS.repeat(f"{called}.md", mark, 19, b"---\n" if called == "matter" else SAID)
CUE = b"00:00:01.000 --> 00:00:02.000\nSo it was.\n\n"
BOMBS.repeat("cues_1000000.vtt", CUE, 43, b"WEBVTT\n\n")
BOMBS.repeat("cues_allowed.vtt", CUE, 4, b"WEBVTT\n\n")
BOMBS.repeat("cues_empty.vtt", b"0:0.0-->0:0.0\n", 19, b"WEBVTT\n\n")
BOMBS.repeat("marks.vtt", b"<c>", 19, b"WEBVTT\n\n" + CUE.strip())
BOMBS.repeat("words.vtt", b"so it was ", 19, b"WEBVTT\n\n" + CUE.strip())
BOMBS.repeat("brackets.vtt", b"[a", 19, b"WEBVTT\n\n" + CUE.strip())
BOMBS.repeat("text_200.txt", SAID, 200)
BOMBS.repeat("text_19.txt", SAID, 19)
BOMBS.repeat("breaks_19.txt", b"\n", 19)
BOMBS.repeat("spaces_19.txt", b" ", 19, SAID)
BOMBS.repeat("digits_19.txt", b"7", 19, SAID)
BOMBS.repeat("emoji_19.txt", "👩‍👩‍👧‍👦".encode(), 19, SAID)
BOMBS.repeat("marks_19.txt", "e\u0301".encode(), 19, SAID)
BOMBS.repeat("windows_19.txt", b"caf\xe9 was closed and it was so ", 19, SAID)
BOMBS.repeat("share_19.txt", b"24 % of this article left to read\n", 19, SAID)
BOMBS.repeat("address.webloc", b"<key>URL</key>", 19)


@BOMBS.add("sidecar.txt")
def large_sidecar(path: Path) -> None:
    """A report with a sidecar of ten megabytes."""
    path.write_bytes(SAID)
    Path(f"{path}.meta.toml").write_bytes(b"title = " + b"[" * 10 * MEGABYTE)


@BOMBS.add("deep_sidecar.txt")
def deep_sidecar(path: Path) -> None:
    """A report with a sidecar of lists in lists."""
    path.write_bytes(SAID)
    Path(f"{path}.meta.toml").write_bytes(b"title = " + b"[" * 8_000)


@BOMBS.add("dotted_sidecar.txt")
def dotted_sidecar(path: Path) -> None:
    """A report with a sidecar of one key with thirty thousand parts."""
    path.write_bytes(SAID)
    Path(f"{path}.meta.toml").write_bytes(b"a" + b".a" * 30_000 + b" = 1")


@BOMBS.add("dotted_allowed.txt")
def dotted_sidecar_allowed(path: Path) -> None:
    """The same with four thousand parts."""
    path.write_bytes(SAID)
    Path(f"{path}.meta.toml").write_bytes(b"a" + b".a" * 4_000 + b" = 1")
