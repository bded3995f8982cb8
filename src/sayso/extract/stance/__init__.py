"""How a speaker stands to what they say, and how they know it.

`stance.judge_stance` takes a text and the spans of one attribution and returns the stance, the kind
of act and the hedges, with a sentence that says why. `evidence_basis.find_basis` returns whether the
speaker was there, has a document or a picture, or was told. Read `stance.py` first: the cue decides
(`cue_phrases`, `cue_analysis`), then what stands behind it (`complements`, `content_stance`).
"""
