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
