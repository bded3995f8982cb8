"""The sizes of a pile at which rules of points change.

A small pile was gathered by hand for one question: its claims mostly answer one another, even where
they share no word. In a large pile they may not.
"""

MAX_REPORTS_OF_ONE_QUESTION = 20  # reports; the claims of so few are compared across stories
MAX_CLAIMS_OF_ONE_QUESTION = (
    30  # claims; among so few a denial answers the others without a shared word
)
CLAIMS_OF_A_PAIR = 2  # claims of a point; a "not" in one of two contradicts only with a shared word
