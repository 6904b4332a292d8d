"""CAMEO code of an act and the words of its clause -> the leaf that these words decide (manual 1.1b3 of 2012), else the code."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from ..records import Event, Sentence
from ..sentences.trees import subtree, token_at
from ..tables.packaged import packaged_rows

# Roots whose third digit says what is asked for, promised, demanded or refused; a refusal counts these matters one lower.
MATTERED = {"02", "03", "10", "12"}
REFUSED = {"1": "1", "3": "2", "4": "3", "5": "4", "6": "5", "8": "6", "7": "7"}
REFUSED_LEAVES = {"1211", "1212"}
OTHERS = {"relcl", "advcl", "conj", "parataxis", "nsubj"}
# What else belongs to an act of a root: the subject tells the weapon ("jets bombed"), the purpose what a protest is about.
TELLING = {"18": "nsubj", "19": "nsubj", "14": "advcl"}


def leaf(code: str, event: Event, sentence: Sentence) -> str:
    """The code that the words of the event's clause decide; the code itself, a leaf or a parent, where they decide nothing."""
    verbs, words = _words(event, sentence, code[:2])
    for row in _leaves().get(code, ()):
        if (not row[0] or not row[0].isdisjoint(verbs)) and (not row[1] or any(w <= words for w in row[1])):
            return row[2]
    return _mattered(code, verbs | words) if code[:2] in MATTERED else code


def _mattered(code: str, words: Collection[str]) -> str:
    """020 -> 0232 of a request for arms; 023 -> 0232, but 025 stays where nothing tells more."""
    for tail, patterns in _matters():
        finer = _joined(code[:2], tail)
        stem = code[:2] if code.endswith("0") and len(code) == 3 else code
        if finer and finer.startswith(stem) and len(finer) > len(stem) and any(w <= set(words) for w in patterns):
            return finer
    return code


def _joined(root: str, tail: str) -> str:
    """Root and matter as one code; "" where CAMEO has none."""
    if root != "12":
        return root + tail
    finer = f"12{REFUSED.get(tail[0], '')}{tail[1:]}" if tail[0] in REFUSED else ""
    return finer if len(finer) == 3 or not finer.startswith("121") or finer in REFUSED_LEAVES else "121"


def _words(event: Event, sentence: Sentence, root: str) -> tuple[set[str], set[str]]:
    """Lemmas of the trigger, and of what hangs on it apart from other clauses and the subject, as far as they tell nothing."""
    at = [i for span in event.trigger if (i := token_at(sentence, span.start)) is not None]
    if not at:
        return set(), set()
    tokens = sentence.tokens
    below = {i for k in at for i in subtree(sentence, k, OTHERS - {TELLING.get(root, "")})}
    return {tokens[i].lemma.lower() for i in at}, {tokens[i].lemma.lower() for i in below}


@cache
def _leaves() -> dict[str, list[tuple[frozenset[str], tuple[frozenset[str], ...], str]]]:
    table: dict[str, list[tuple[frozenset[str], tuple[frozenset[str], ...], str]]] = {}
    for row in packaged_rows(__package__, "cameo_leaves.csv"):
        table.setdefault(row["code"], []).append((frozenset(row["verbs"].split()), _patterns(row["words"]), row["leaf"]))
    return table


@cache
def _matters() -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
    return tuple((row["tail"], _patterns(row["words"])) for row in packaged_rows(__package__, "cameo_matters.csv"))


def _patterns(words: str) -> tuple[frozenset[str], ...]:
    """Each word a set of lemmas that must all stand there: "lift+sanction"."""
    return tuple(frozenset(word.split("+")) for word in words.split())
