"""Act -> PLOVER contexts, by the words of its clause (contexts.csv)."""

from __future__ import annotations

from functools import cache

from ..records import Sentence
from ..sentences.trees import subtree
from ..tables.packaged import packaged_rows
from .nominals import Act


@cache
def _words() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for row in packaged_rows(__package__, "contexts.csv"):
        table.setdefault(row["lemma"], []).append(row["context"])
    return {lemma: tuple(found) for lemma, found in table.items()}


def known_contexts() -> tuple[str, ...]:
    """All contexts that words are known of, in order of the alphabet."""
    return tuple(sorted({context for found in _words().values() for context in found}))


def find_contexts(sentence: Sentence, act: Act) -> tuple[str, ...]:
    """Contexts that words of the act's clause speak of, in the order of the text, each once."""
    known = _words()
    inside = sorted({*act.trigger, *subtree(sentence, act.clause, without=("relcl", "advcl", "ccomp"))})
    return tuple(dict.fromkeys(c for i in inside[:80] for c in known.get(sentence.tokens[i].lemma.lower(), ())))
