"""Derivation -> origins: groups of reports that hang together; how many there are is the number of independent origins."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Derivation, Relation


def find_origins(documents: Sequence[str], derivations: Sequence[Derivation]) -> tuple[tuple[str, ...], ...]:
    """The documents parted into groups joined by a copy, a rewrite or a shared wire; in the order of `documents`."""
    home = {d: d for d in documents}

    def top(document: str) -> str:
        while home[document] != document:
            document = home[document]
        return document

    place = {d: i for i, d in enumerate(documents)}
    for derivation in derivations:
        if derivation.relation is not Relation.INDEPENDENT:
            first, second = sorted((top(d) for d in derivation.documents), key=place.__getitem__)
            home[second] = first
    groups: dict[str, list[str]] = {}
    for document in documents:
        groups.setdefault(top(document), []).append(document)
    return tuple(tuple(g) for g in groups.values())
