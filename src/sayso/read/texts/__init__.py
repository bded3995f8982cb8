"""Texts with marks in them: Markdown, subtitles. Begin with `markdown` and `subtitles`."""
