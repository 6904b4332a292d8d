"""Readings -> the names of persons as the texts write them: their hyphens, accents and small articles ("Osman al-Tijani")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..records import Mention, MentionKind, Reading
from ..tables import Tables


def spelt(tables: Tables, readings: Sequence[Reading]) -> Tables:
    """The tables, with the commonest spelling of each person whom they do not hold; in capitals only where there is no other."""
    found: dict[str, Counter[str]] = {}
    for reading in readings:
        for mention in reading.mentions:
            if mention.kind is MentionKind.NAME and len(mention.actors) == 1 and _is_new(mention.actors[0], tables):
                name = _as_written(mention, reading.document.text)
                if _letters(name) >= _letters(mention.actors[0].partition(":")[2]):  # "Tijani" stands for him, and is not his name
                    found.setdefault(mention.actors[0], Counter())[name] += 1
    return tables.spelt({actor: min(names, key=lambda n: (n.isupper(), -names[n], n)) for actor, names in found.items()})


def _is_new(actor: str, tables: Tables) -> bool:
    return actor.startswith("person:") and actor not in tables.actors


def _letters(name: str) -> int:
    return sum(c.isalpha() for c in name)


def _as_written(mention: Mention, text: str) -> str:
    """The name within the mention's words, with the blanks and hyphens that stand there."""
    words = r"\s*".join(re.escape(word) for word in mention.name.split())
    found = re.search(words, mention.span.of(text))
    return " ".join(found.group().split()) if words and found is not None else ""
