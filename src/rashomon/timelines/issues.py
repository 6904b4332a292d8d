"""Matters of steps -> issues: the wordings that mean one thing, by words, actors and vectors, named by the commonest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..records import Affair, KeptStep, content_id
from .stances import side
from .tellings import in_order, principals

Encode = Callable[[Sequence[str]], Any]  # texts -> unit vectors, one row a text
ALIKE = 0.72  # cosine from which two wordings are one issue
NEARLY = 0.55  # cosine from which they are if half of their words are the same
MOSTLY = 0.7  # share of the words of the shorter wording, three at least, from which two of one actor are one issue
MOST = 200  # wordings that are compared with one another
WORD = re.compile(r"[^\W\d_]{2,}")
ARTICLE = re.compile(r"^(?:(?:the|a|an|its|their|his|her|any|this|that|to)\s+)+", re.IGNORECASE)
TURN = re.compile(
    r"\bnow\b|\bfor the first time\b|\bno longer\b|\bchange of (?:course|heart|position|tone|mind)\b|\brevers|\bu-turn\b", re.I
)
STOP = set(
    "the a an of in on to for with by from and or not no at as into over under its their his her any this that these those it they "
    "he she will would should must can could may might be is are was were been being has have had do does did more most such other "
    "ongoing new own all both issue matter question action step way about against between during after before "
    "without within".split()
)


@dataclass(frozen=True, slots=True)
class Issue:
    """What steps are about: a name, the wordings that mean it (commonest first), and the ids of the steps."""

    id: str
    name: str
    wordings: tuple[str, ...]
    steps: frozenset[str]


def find_issues(
    kept: Sequence[KeptStep], encode: Encode | None = None, names: Mapping[str, str] | None = None
) -> tuple[Issue, ...]:
    """Issues, those of most steps first. `names`: wordings -> the name that the user gives;
    wordings of one name are one issue. Without `encode`, words alone decide."""
    about = [k for k in kept if k.step.matter]
    names = {plain(words): name for words, name in (names or {}).items()}
    said = Counter(plain(k.step.matter) for k in about)
    wordings = [w for w, _ in said.most_common(MOST)]
    groups = _grouped(wordings, about, encode, names)
    home = {w: n for n, group in enumerate(groups) for w in group}
    found = []
    for n, group in enumerate(groups):
        ordered = sorted(group, key=lambda w: (-said[w], -len(content(w)), len(w), w))
        given = next((names[w] for w in ordered if w in names), None)
        shown = next(k.step.matter for k in about if plain(k.step.matter) == ordered[0])
        steps = frozenset(k.step.id for k in about if home.get(plain(k.step.matter)) == n)
        found.append(Issue(content_id("iss", sorted(group)), given or ARTICLE.sub("", shown), tuple(ordered), steps))
    return tuple(sorted(found, key=lambda i: (-len(i.steps), i.name)))


@lru_cache(maxsize=20_000)
def plain(matter: str) -> str:
    """A wording for comparison: small letters, straight marks, without article."""
    return ARTICLE.sub("", " ".join(matter.replace("’", "'").split())).casefold()


@lru_cache(maxsize=20_000)
def content(words: str) -> frozenset[str]:
    """The words that carry meaning, cut to stems of six letters ("deliver", "delivery")."""
    return frozenset(stem(w) for w in WORD.findall(words.casefold()) if w not in STOP)


def stem(word: str) -> str:
    """The first six letters, without the sign of the plural."""
    return word[:6].removesuffix("s")


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the smaller set's words that the other has."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _grouped(wordings: list[str], about: Sequence[KeptStep], encode: Encode | None, names: Mapping[str, str]) -> list[list[str]]:
    words = [content(w) for w in wordings]
    documents: dict[str, set[str]] = {}
    held: dict[str, set[tuple[str, str, str]]] = {}
    holders: dict[str, set[str]] = {}
    for kept in about:
        wording = plain(kept.step.matter)
        documents.setdefault(wording, set()).add(kept.header.document)
        holders.setdefault(wording, set()).update(principals(kept.step.actors))
        verb = _verb(kept.step.stance)
        pairs = ((a, c) for a in principals(kept.step.actors) for c in principals(kept.step.counterparts))
        held.setdefault(wording, set()).update((a, verb, c) for a, c in pairs)
    cosines = _cosines(wordings, encode)
    likeness = cosines.tolist() if cosines is not None else None
    home = list(range(len(wordings)))

    def top(i: int) -> int:
        while home[i] != i:
            i = home[i]
        return i

    def join(i: int, j: int) -> None:
        first, second = sorted((top(i), top(j)))
        home[second] = first

    for (i, j), common in _pairs(wordings, words, held, names, cosines).items():
        one, other = wordings[i], wordings[j]
        near = bool(documents[one] & documents[other])
        fewest = min(len(words[i]), len(words[j]))
        cosine = likeness[i][j] if likeness is not None else 0.0
        whole = common == fewest and (fewest > 1 or (fewest == 1 and (near or words[i] == words[j])))
        likely = cosine >= ALIKE or (cosine >= NEARLY and fewest > 1 and common >= 0.5 * fewest)
        named = one in names and names.get(other) == names[one]
        mostly = common > 2 and common >= MOSTLY * fewest and bool(holders[one] & holders[other])
        if whole or likely or named or mostly or (not near and held[one] & held[other]):
            join(i, j)
    place = {w: n for n, w in enumerate(wordings)}
    for one, other in _turned(about):
        if one in place and other in place:
            join(place[one], place[other])
    groups: dict[int, list[str]] = {}
    for i, wording in enumerate(wordings):
        groups.setdefault(top(i), []).append(wording)
    return list(groups.values())


def _turned(about: Sequence[KeptStep]) -> Iterator[tuple[str, str]]:
    """Wordings of one actor of which the later sentence says itself that the stance is a new one ("now supports", "for the first
    time"): with the last other side of that actor that has the verb, a counterpart or a word in common."""
    by_actor: dict[str, list[KeptStep]] = {}
    for kept in in_order(k for k in about if k.step.own and k.step.affair is Affair.POSITION and side(k.step.stance) is not None):
        for actor in principals(kept.step.actors):
            earlier = by_actor.setdefault(actor, [])
            if TURN.search(kept.words):
                found = (k for k in reversed(earlier) if _other_side(kept, k))
                if (other := next(found, None)) is not None:
                    yield plain(kept.step.matter), plain(other.step.matter)
            earlier.append(kept)


def _other_side(kept: KeptStep, earlier: KeptStep) -> bool:
    one, other = kept.step, earlier.step
    if side(one.stance) == side(other.stance):
        return False
    if kept.header.document == earlier.header.document and one.sentence == other.sentence:  # "had opposed a ban, now supports"
        return True
    akin = content(one.matter) & content(other.matter) or set(one.counterparts) & set(other.counterparts)
    return bool(akin) or _verb(one.stance) == _verb(other.stance)


def _verb(stance: str) -> str:
    """The last word of a stance, without the sign of the third person: "does not support" and "supports" have one."""
    return stance.split()[-1].rstrip("s")


def _cosines(wordings: list[str], encode: Encode | None) -> Any:
    if encode is None or len(wordings) < 2:
        return None
    vectors = encode(wordings)
    return vectors @ vectors.T


def _pairs(
    wordings: list[str],
    words: list[frozenset[str]],
    held: Mapping[str, set[tuple[str, str, str]]],
    names: Mapping[str, str],
    cosines: Any,
) -> dict[tuple[int, int], int]:
    """Pairs that have a word, a holder with stance and counterpart, a given name, or enough likeness in common, with the number
    of their common words. A single word ("the treaty") joins only within its own report, see `_grouped`."""
    common: Counter[tuple[int, int]] = Counter()
    with_word: dict[str, list[int]] = {}
    with_key: dict[object, list[int]] = {}
    for i, wording in enumerate(wordings):
        for word in words[i]:
            common.update((j, i) for j in with_word.get(word, ()))
            with_word.setdefault(word, []).append(i)
        for key in (*held[wording], *((names[wording],) if wording in names else ())):
            for j in with_key.get(key, ()):
                common[j, i] += 0
            with_key.setdefault(key, []).append(i)
    if cosines is not None:
        for j, i in zip(*(cosines >= ALIKE).nonzero(), strict=True):
            if j < i:
                common[int(j), int(i)] += 0
    return common


def nearest(text: str, issues: Iterable[Issue], most: int = 3) -> list[str]:
    """Names of the issues whose words come nearest to a text."""
    wanted = content(text)
    ranked = sorted(((max(shared(wanted, content(w)) for w in i.wordings), len(i.steps), i.name) for i in issues), reverse=True)
    return [name for score, _, name in ranked if score > 0][:most] or [name for _, _, name in ranked[:most]]


def about(text: str, issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """The issues that a text means: by name, by a wording, or by all its words standing in one wording."""
    wanted, named = content(text), plain(text)
    exact = tuple(i for i in issues if named in (plain(i.name), *i.wordings))
    return exact or tuple(i for i in issues if wanted and any(wanted <= content(w) for w in (i.name, *i.wordings)))
