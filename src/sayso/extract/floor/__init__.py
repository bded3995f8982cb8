"""Who has the floor: whose words quotations, turns and posts are, decided in the order of the text.

`giving.settle_floor` takes the attributions of a report, and returns them with its cast. What is
quoted between two paragraphs belongs to whoever spoke before, unless a cue ties it to somebody; where
that is open, nobody says it. Read `giving.py` first: `turns` reads interviews and transcripts,
`sequence` the quotations (`utterances` finds them, `ties` what ties one to its speaker, `subjects` whom
a sentence is about), `posts` what is signed, and `edits` changes the attributions.
"""
