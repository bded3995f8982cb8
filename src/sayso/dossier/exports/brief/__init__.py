"""The brief: what a case holds as Markdown, to read and to send.

Begin with `markdown`. `escaping` keeps the text of reports from being markup, `notes` makes the
footnotes, `ends` the last sections.
"""
