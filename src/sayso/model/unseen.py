"""Characters that are not seen, or that act: shown as escapes wherever something is printed."""

import json
import re

# C0 but tab and the two line ends; C1; soft hyphen; Arabic letter mark; zero-width and direction
# characters; line and paragraph separators; invisible operators; byte-order mark; interlinear
# annotation; tags; halves of a surrogate pair, which no file can hold.
UNSEEN_CHARACTERS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff"
)
UNSEEN = re.compile(f"[{UNSEEN_CHARACTERS}]")
ENDING_OR_UNSEEN = re.compile(f"[\t\n\r{UNSEEN_CHARACTERS}]")
NAMED_ESCAPES = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}


def with_escapes(text: str) -> str:
    r"""The text on one line, with escapes for the characters that are not seen or that act.

    >>> print(with_escapes("report\x1b[2J\n.txt"))
    report\x1b[2J\n.txt
    """
    return ENDING_OR_UNSEEN.sub(_escape, text)


def with_json_escapes(line: str) -> str:
    r"""JSON on one line with the same value, with escapes for such characters.

    >>> print(with_json_escapes('{"name":"\u202egpj.exe"}'))
    {"name":"\u202egpj.exe"}
    """
    return UNSEEN.sub(_json_escape, line)


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if code > 0xFFFF:
        return f"\\U{code:08x}"
    return NAMED_ESCAPES.get(character) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def _json_escape(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1] if match.group() != "\x7f" else "\\u007f"
