"""Words that a page must show and must not obey."""

HOSTILE = (
    "The mayor said that </script><script>alert(1)</script> was =cmd() and \u202eevil\u202c "
    "🚢 <!-- ]]> <img src=x onerror=alert(2)> &amp; {{7*7}} javascript:alert(5) had happened."
    "\n\nNobody asked why."
)
WORDS = (
    "</script><script>alert(1)</script>",
    "=cmd()",
    "🚢",
    "<!-- ]]>",
    "<img src=x onerror=alert(2)>",
    "&amp;",
    "{{7*7}}",
    "javascript:alert(5)",
)
FIELDS = (
    '"><script>alert(3)</script>',
    "' onmouseover='alert(4)",
    "</style><script>alert(6)</script>",
    "</title><script>alert(7)</script>",
    "--><svg onload=alert(8)>",
    "${alert(9)} {% raw %}",
)
# Ends of scripts, comments and lines, and what counts for one character here and for two there.
SEPARATORS = (
    "a\u2028b\u2029c",
    "<!--<script>",
    "]]>&",
    "a\r\nb\rc",
    "🚢e\u0301🚑",
    "\\u003c/script>",
    "&lt;/script&gt;",
)
SPANS = (
    "🚢🚢 The mayor said that 🚑 the e\u0301cluse </script><!-- was shut\u2028 & 🚢 open ]]>.\r\n\r\n"
    "Later 🚢 the mayor denied that \u202ea\u0301ll of it\u202c \\u003c/script> was &lt;b&gt; shut.\r\n"
)
