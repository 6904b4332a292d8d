"""Verb x Verb -> whether they stand for one act, by the table of contested terms ("free", "release")."""

from __future__ import annotations

from .contested import CONCEPTS

# Verbs that the table of contested terms holds for one act: {"free": {12}, "release": {12}}.
_ACTS: dict[str, set[int]] = {}
for _number, _concept in enumerate(CONCEPTS):
    for _term in (t for group in _concept.groups for t in group if len(t.lemmas) == 1 and t.pos != "NOUN"):
        _ACTS.setdefault(_term.lemmas[0], set()).add(_number)


def one_act(left: str, right: str) -> bool:
    """Whether two lemmas are one verb, or two names of one act."""
    return left == right or bool(_ACTS.get(left, set()) & _ACTS.get(right, set()))
