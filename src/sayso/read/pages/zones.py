"""Elements that a page marks as no part of its article, or as the article itself.

The mark is the tag, the role, or a word of the class or the id.
"""

import re
from functools import cache

from lxml.html import HtmlElement

from sayso.lexicon.furniture import furniture

BODY, ARTICLE, POST = "body", "article", "post"  # kinds of zone that are no furniture
KINDS_OF_TAGS = {
    "figcaption": "caption",
    "caption": "caption_of_table",
    "nav": "box",
    "footer": "footer",
    "header": "head",
    "form": "box",
    "dialog": "consent",
    "menu": "box",
    "aside": "aside",
    "address": "head",
    "article": ARTICLE,
    "main": "main",
}
KINDS_OF_ROLES = {
    "navigation": "box",
    "banner": "box",
    "contentinfo": "box",
    "search": "box",
    "dialog": "consent",
    "alertdialog": "consent",
    "complementary": "aside",
    "article": ARTICLE,
    "main": "main",
}
KINDS_OF_ARTICLES = frozenset(
    {"comments", "related"}
)  # of furniture: a comment may be an <article>
UNMARKED = frozenset({"html", "body", "main", "h1", "br", "img"})
POSTS = re.compile(
    r"(?:twitter|tiktok|instagram|fb|bluesky|mastodon|threads|text-post)-(?:tweet|embed|media|post)|fb-post|tweet"
)
COMMENTS = re.compile(
    r"\W*(?:(?:view|show|read|see|all|\d[\d,.]*)\W+){0,3}(?:comments?|replies|responses)\W*\d*\W*",
    re.IGNORECASE,
)
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
NO_WORD = re.compile(r"[^a-z0-9]+")
# Words of a class that say that it is the article's own text.
OWN = re.compile(
    r"-(?:article-body|articlebody|article-content|article-text|article-copy|article-main|story-body|"
    r"storybody|story-content|story-text|post-content|post-body|post-text|entry-content|entry-body|"
    r"body-copy|bodytext|body-text|rich-text-story-body|td-post-content|field-name-body|field-body|"
    r"available-content|articlecontent|paragraphs-container|caas-body)(?=-)"
)
# Words of a class that say so of more than that.
BROAD = re.compile(
    r"-(?:main-content|page-content|content-body|body-content|text-content|single-content|"
    r"mw-parser-output|wysiwyg|rich-text)(?=-)"
)
FIGURES = re.compile(r"-(?:table|quote|blockquote|embed|tweet|post|code)(?=-)")
# Names of elements that show pictures one behind another.
SHOWS = frozenset({"gallery", "slideshow", "carousel", "lightbox"})
PICTURES = ("img", "picture", "figure", "video", "amp-img")
MIN_NAMED = 2  # characters that enclose a name
MAX_NAME_CHARACTERS = 500  # of a class and an id together
MAX_WORDS_OF_LABEL = 3  # that says what a box is; a longer one is a title


class ZoneKinds:
    """The kinds of the elements of one page; pages use the same few classes again and again."""

    def __init__(self, root: HtmlElement) -> None:
        self._known: dict[tuple[str | None, ...], tuple[str, str] | None] = {}
        self._threads = _threads_of(root)
        self._around_title = _around_title(root)

    def kind_of(self, element: HtmlElement) -> tuple[str, str] | None:
        """The kind of zone that an element opens, and the mark by which it is one; None if none."""
        if not element.keys():
            return _bare_kind(str(element.tag))
        get = element.get
        key = (
            str(element.tag),
            get("class"),
            get("id"),
            get("role"),
            get("itemprop"),
            get("data-component"),
            _label(get("aria-label")),
        )
        if key not in self._known:
            self._known[key] = _kind(*key)
        if key[2] in self._threads and self._known[key] is None:
            return "comments", "comments"
        known = self._known[key]
        if known and known[1] in furniture().marks.kinds and element in self._around_title:
            return _bare_kind(key[0] or "")  # what has the title in it is no box, whatever its name
        if known and known[1] in SHOWS and next(element.iter(*PICTURES), None) is None:
            return _bare_kind(key[0] or "")  # the introduction to a gallery, named after it
        return known


@cache
def _bare_kind(tag: str) -> tuple[str, str] | None:
    return _kind(tag, None, None, None, None, None, None)


def _label(said: str | None) -> str | None:
    """What is said of a box to those who do not see it, if that is short: "newsletter promotion"."""
    return said if said and len(said.split()) <= MAX_WORDS_OF_LABEL else None


def _around_title(root: HtmlElement) -> frozenset[HtmlElement]:
    """The elements around the only main heading of a page."""
    headings = list(root.iter("h1"))
    return frozenset(headings[0].iterancestors()) if len(headings) == 1 else frozenset()


def _threads_of(root: HtmlElement) -> frozenset[str | None]:
    """The ids that the page's links to its comments lead to: "5 comments" leads to "#c"."""
    return frozenset(
        link.get("href", "")[1:]
        for link in root.iter("a")
        if link.get("href", "").startswith("#") and COMMENTS.fullmatch(link.text_content()[:40])
    ) - {""}


def _kind(
    tag: str | None,
    classes: str | None,
    identity: str | None,
    role: str | None,
    prop: str | None,
    component: str | None,
    label: str | None,
) -> tuple[str, str] | None:
    props = (prop or "").split()
    if "articleBody" in props:
        return BODY, "articleBody"
    if tag in UNMARKED:
        return ("main", "main") if tag == "main" else None
    own = tag if tag and "-" in tag else ""  # <x-factbox>
    named = joined_words(f"{own} {classes or ''} {identity or ''} {component or ''} {label or ''}")
    if POSTS.search(named) and tag == "blockquote":
        return POST, POST
    if found := OWN.search(named) or BROAD.search(named):
        kind = BODY if found.re is OWN else "main"
        return (kind, found[0]) if tag not in ("p", "span", "a") else None
    if tag == "figure":
        return None if FIGURES.search(named) else ("caption", "figure")
    by_tag = KINDS_OF_TAGS.get(tag or "") or KINDS_OF_ROLES.get((role or "").lower())
    if "author" in props:
        return "head", "author"
    marks = furniture().marks
    found = marks.pattern.search(named) if len(named) > MIN_NAMED else None
    if found and (by_tag != ARTICLE or marks.kinds[found[1]] in KINDS_OF_ARTICLES):
        return marks.kinds[found[1]], found[1]
    return (by_tag, by_tag) if by_tag else None


def joined_words(name: str) -> str:
    """The words of a class, in lower case, joined and enclosed by "-".

    >>> joined_words("ArticleBody_related__x3 lead")
    '-article-body-related-x3-lead-'
    """
    split = CAMEL.sub("-", name[:MAX_NAME_CHARACTERS]).lower()
    return f"-{NO_WORD.sub('-', split).strip('-')}-"
