"""Prose that the extraction left out although it stands where the rest of the text stands -> back in its place."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from .drafts import Part
from .page_heads import words_of
from .page_pieces import is_elsewhere

SHORTEST = 80  # characters of a paragraph that is surely prose
_FEWEST = 3  # paragraphs found in a kind of place before others in such places are trusted
EDGE = 30  # letters at either end by which a paragraph is known again, however its spaces and signs were changed
_WORD = re.compile(r"\w+")
_ENDS = re.compile(r"[.!?…。！？][\"'”’»)]*$")


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph of the page: its words, the kind of element that it stands in (tag and class of it and of the one around), and
    the letters at its ends."""

    text: str
    place: str
    begin: str
    end: str


def find_prose(tree: Any) -> list[Prose]:
    """The page's paragraphs that are prose, in order; to be asked before the tree is taken apart."""
    found = []
    for element in tree.iter("p"):
        text = words_of(element.text_content())
        if len(text) >= SHORTEST and ends_sentence(text) and not is_elsewhere(element):
            outer = [a for a in (element.getparent(), element.getparent().getparent()) if a is not None]
            place = " ".join(f"{a.tag}.{a.get('class', '')}" for a in (element, *outer))
            letters = letters_of(text)
            found.append(Prose(text, place, letters[:EDGE], letters[-EDGE:]))
    return found


def with_missed(body: list[Part], prose: list[Prose]) -> list[Part]:
    """The body with the prose that stands in the same kind of place as most of what was found, each behind what precedes it. What
    comes after all that was found counts only where it is much: an article that was broken off, no note about the publisher."""
    told = "\n".join(letters_of(part.text) for part in body)
    known = [p.begin in told or p.end in told for p in prose]
    places = Counter(p.place for p, here in zip(prose, known, strict=True) if here)
    trusted = {place for place, count in places.items() if count >= _FEWEST and count * 2 >= sum(places.values())}
    last = max((n for n, here in enumerate(known) if here), default=-1)
    missed = [n for n, p in enumerate(prose) if not known[n] and p.place in trusted]
    after = [n for n in missed if n > last]
    wanted = set(missed if len(after) >= _FEWEST else [n for n in missed if n < last])
    if not wanted:
        return body
    whole = list(body)
    at = 0
    for number, p in enumerate(prose):
        if known[number]:
            at = next((n + 1 for n in range(at, len(whole)) if p.end in letters_of(whole[n].text)), at)
        elif number in wanted and at:
            whole.insert(at, Part(p.text, None, "pages.missed"))
            at += 1
    return whole


def ends_sentence(text: str) -> bool:
    return _ENDS.search(text) is not None


def letters_of(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))
