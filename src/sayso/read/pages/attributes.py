"""A limit for the attributes of an element, in the source of a page.

The parser compares every attribute of an element with all the others, so an element with very many
would take hours. No attribute is text, and pages have some dozen on an element.
"""

import re

MAX_ATTRIBUTES = 200  # attributes of one element
ATTRIBUTE = (
    r"[\s/]*+[^\s/>][^\s/>=]*+"  # its name
    r"""(?:\s*+=\s*+(?:"[^"]*+"?+|'[^']*+'?+|[^\s>"'][^\s>]*+|))?+"""  # its value
)
# The begin of a comment, or an element's first tag with the attributes beyond the limit.
MARKUP = re.compile(
    rf"<(?:!--|([a-z][^\s/>]*+)(?:{ATTRIBUTE}){{0,{MAX_ATTRIBUTES}}}+((?:{ATTRIBUTE})*+))",
    re.IGNORECASE,
)
END_OF_COMMENT = re.compile(r"--!?>")
# What these hold is text up to their last tag, whatever it looks like.
RAW_TEXT = "script style textarea title xmp iframe noembed noframes"
END_OF_RAW_TEXT = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in RAW_TEXT.split()}


def limited_attributes(source: str) -> tuple[str, int]:
    """The source of a page without the attributes beyond the limit, and how many elements had such.

    >>> limited_attributes("<p a b=1>A <b> c")
    ('<p a b=1>A <b> c', 0)
    """
    parts: list[str] = []
    kept, at = 0, 0
    while found := MARKUP.search(source, at):
        if found[2]:
            parts.append(source[kept : found.start(2)])
            kept = found.end(2)
        at = _end_of_content(source, found)
    return "".join([*parts, source[kept:]]), len(parts)


def _end_of_content(source: str, found: re.Match[str]) -> int:
    """Where the next tag may begin: behind a comment, or behind the text of an element that holds no tags."""
    if found[1] is None:  # <!--> is a whole comment
        ends, begin = END_OF_COMMENT, found.end() - len("--")
    elif found[1].lower() in END_OF_RAW_TEXT:
        ends, begin = END_OF_RAW_TEXT[found[1].lower()], found.end()
    else:
        return found.end()
    end = ends.search(source, begin)
    return end.end() if end else len(source)
