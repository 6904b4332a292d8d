"""Spans of words that a tagger marked -> the same spans as whole phrases: parts joined, loose ends cut, brackets closed."""

from __future__ import annotations

from collections.abc import Sequence

Marked = tuple[str, int, int]  # label, first word, word after the last

PREPOSITIONS = set("in of by from at on for with to near inside against over about between into within across under".split())
FUNCTION = PREPOSITIONS | set("the a an and or who which that as".split())
LISTED = {"and", "or", ","}
BRACKET = 4  # words within which a bracket closes


def whole_phrases(marked: Sequence[Marked], words: Sequence[str]) -> list[Marked]:
    """ "protesters in" and "southern Nepal" are one, "an envoy who lived in" ends with "lived", "the Front (" goes on to ")"."""
    joined: list[Marked] = []
    for label, first, after in marked:
        if joined and joined[-1][0] == label and _belongs(words, joined[-1][2], first):
            joined[-1] = (label, joined[-1][1], after)
        else:
            joined.append((label, first, after))
    return [(label, first, _closed(words, first, _cut(words, first, after))) for label, first, after in joined]


def _belongs(words: Sequence[str], end: int, start: int) -> bool:
    """Whether what begins at `start` goes on with what ends before `end`: nothing, or a preposition, stands between."""
    last, gap = words[end - 1].lower(), [word.lower() for word in words[end:start]]
    if not gap:
        return last not in LISTED
    if any(word not in FUNCTION for word in gap):
        return False
    return (len(gap) <= 2 and gap[0] in PREPOSITIONS) or (len(gap) == 1 and last in PREPOSITIONS)


def _cut(words: Sequence[str], first: int, after: int) -> int:
    while after - 1 > first and words[after - 1].lower() in FUNCTION:
        after -= 1
    return after


def _closed(words: Sequence[str], first: int, after: int) -> int:
    """The end of a phrase whose bracket is open, or that is followed by one ("the World Health Organization (WHO)")."""
    inside, behind = words[first:after], words[after : after + BRACKET]
    opened = inside.count("(") > inside.count(")") or behind[:1] == ["("]
    return after + behind.index(")") + 1 if opened and ")" in behind else after
