"""Pairs of namings -> the numbers from which the chance that they are rivals is learnt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from .likeness import Array
from .naming_traits import FLAGS, NOBODY, Traits

FEATURES = (
    "likeness best clauses heads phrases rank most least sum of_head head_apart beside beside_apart unshared shares alike "
    "field field_apart concept same_head elsewhere in_both nested one_actor two_actors one_named both_named one_quoted both_quoted "
    "one_heading both_heading nouns verbs predicates mixed length modifiers counted sayings persons places bodies frequency "
    "one_governor one_slot parties around listed both_listed most_heads most_likeness heads_likeness most_around field_around "
    "verbs_most verbs_heads actor_most heading_most nouns_unshared likeness_squared heads_squared "
    "same_unshared same_likeness same_beside telling least_telling first last phrase_rank reports pairs unsaid unsaid_load "
    "unsaid_both phrases_clauses shortest longer"
).split()
BLOCK = 4_000  # pairs whose words are compared at once


def features(traits: Traits, pairs: Any, likeness: Mapping[tuple[int, int], float]) -> Array:
    """Array (len(pairs), len(FEATURES))."""
    whole = _ranked(traits, pairs, likeness)
    blocks = range(0, len(pairs), BLOCK)
    return np.concatenate([_compared(traits, pairs[k : k + BLOCK], whole[:, k : k + BLOCK], len(pairs)) for k in blocks])


def _ranked(t: Traits, pairs: Any, likeness: Mapping[tuple[int, int], float]) -> Array:
    """Array (8, pairs) of what is seen only among all pairs: likeness of the sentences, that out of the best, cosines of heads and
    phrases and how far they are from the best, how much both sentences together and the less told one are told by others."""
    a, b = pairs[:, 0], pairs[:, 1]
    alike = np.array([likeness[min(i, j), max(i, j)] for i, j in zip(t.unit[a], t.unit[b], strict=True)], dtype=np.float32)
    heads, phrases = _cosines(t.heads, pairs), _cosines(t.phrases, pairs)
    told = _told_by_others(t.teller, likeness)
    one, two = told[t.unit[a]], told[t.unit[b]]
    ranks = _ranks(t.unit, a, b, heads), _ranks(t.unit, a, b, phrases)
    return np.stack([alike, _to_best(t.unit, a, b, alike), heads, phrases, *ranks, one + two, np.minimum(one, two)])


def _cosines(rows: Array, pairs: Any) -> Array:
    blocks = (pairs[k : k + BLOCK] for k in range(0, len(pairs), BLOCK))
    return np.concatenate([_dots(rows, block[:, 0], block[:, 1]) for block in blocks])


def _told_by_others(teller: Any, likeness: Mapping[tuple[int, int], float]) -> Array:
    """Of each unit the mean, over the other reports, of its likeness with the sentence there that is most like it."""
    best = np.zeros((len(teller), teller.max() + 1), dtype=np.float32)
    for (i, j), value in likeness.items():
        if teller[i] != teller[j] and NOBODY not in (teller[i], teller[j]):
            best[i, teller[j]] = max(best[i, teller[j]], value)
            best[j, teller[i]] = max(best[j, teller[i]], value)
    return np.asarray(best.sum(axis=1) / max(1, teller.max()), dtype=np.float32)


def _compared(t: Traits, pairs: Any, whole: Array, many: int) -> Array:
    """The features of some of the `many` pairs."""
    a, b = pairs[:, 0], pairs[:, 1]
    one, two = t.flags[a], t.flags[b]
    alike, best, heads, phrases, head_rank, phrase_rank, telling, least_telling = whole

    def either(name: str) -> Array:
        k = FLAGS.index(name)
        return np.asarray(one[:, k] != two[:, k], dtype=np.float32)

    def both(name: str) -> Array:
        k = FLAGS.index(name)
        return np.asarray(one[:, k] * two[:, k])

    def count(name: str) -> Array:
        k = FLAGS.index(name)
        return np.asarray(one[:, k] + two[:, k])

    logit = np.log(alike / (1 - np.minimum(alike, 0.999)))
    clauses = _dots(t.clauses, a, b)
    load = np.maximum(t.of_head, t.beside)
    most = np.maximum(load[a], load[b])
    own = (t.own[a][:, :, None] == t.own[b][:, None, :]) & (t.own[a] >= 0)[:, :, None]
    ours, theirs = own.any(axis=2), own.any(axis=1)
    unshared = np.maximum((t.rated[a] * ~ours).max(axis=1), (t.rated[b] * ~theirs).max(axis=1))
    shared, sizes = ours.sum(axis=1), (t.own >= 0).sum(axis=1)
    field = np.minimum(_dots(t.fields, a, b), 1)
    around = _dots(t.around, a, b) / (1 + np.minimum(t.around[a].sum(axis=1), t.around[b].sum(axis=1)))
    actor = _dots(t.actors, a, b) > 0
    verbs, nouns = both("V"), both("N")
    length = sizes[a] + sizes[b]
    same = (t.head[a] == t.head[b]).astype(np.float32)
    (unsaid_a, load_a), (unsaid_b, load_b) = _unsaid(t, a, b), _unsaid(t, b, a)
    out = [
        logit,
        best,
        clauses,
        heads,
        phrases,
        head_rank,
        most,
        np.minimum(load[a], load[b]),
        load[a] + load[b],
        np.maximum(t.of_head[a], t.of_head[b]),
        np.abs(t.of_head[a] - t.of_head[b]),
        np.maximum(t.beside[a], t.beside[b]),
        np.abs(t.beside[a] - t.beside[b]),
        unshared,
        shared,
        length - 2 * shared,
        field,
        field * np.abs(t.of_head[a] - t.of_head[b]),
        _dots(t.concepts, a, b) > _dots(t.groups, a, b),
        same,
        t.said[t.report[b], t.head[a]] + t.said[t.report[a], t.head[b]],
        t.told[t.unit[b], t.head[a]] + t.told[t.unit[a], t.head[b]],
        shared == np.minimum(sizes[a], sizes[b]),
        actor,
        (t.actors[a].sum(axis=1) > 0) & (t.actors[b].sum(axis=1) > 0) & ~actor,
        either("named"),
        both("named"),
        either("quoted"),
        both("quoted"),
        either("heading"),
        both("heading"),
        nouns,
        verbs,
        both("A"),
        1 - nouns - verbs - both("A"),
        np.log(length),
        np.minimum(length - 2, 3),
        count("counted") > 0,
        both("cue"),
        count("person"),
        count("place"),
        count("body"),
        np.log1p(t.often[a] + t.often[b]),
        t.governor[a] == t.governor[b],
        t.dep[a] == t.dep[b],
        _dots(t.parties, a, b) > 0,
        around,
        count("listed") > 0,
        both("listed"),
        most * heads,
        most * logit,
        heads * logit,
        most * around,
        field * around,
        verbs * most,
        verbs * heads,
        actor * most,
        either("heading") * most,
        nouns * unshared,
        logit**2,
        heads**2,
        same * unshared,
        same * logit,
        same * np.abs(t.beside[a] - t.beside[b]),
        telling,
        least_telling,
        np.minimum(t.place[t.unit[a]], t.place[t.unit[b]]),
        np.maximum(t.place[t.unit[a]], t.place[t.unit[b]]),
        phrase_rank,
        np.full(len(a), t.teller.max() + 1),
        np.full(len(a), np.log(many)),
        unsaid_a + unsaid_b,
        np.maximum(load_a, load_b),
        np.minimum(load_a, load_b),
        phrases + clauses,
        np.minimum(t.chars[a], t.chars[b]),
        np.abs(t.chars[a] - t.chars[b]),
    ]
    return np.stack([np.asarray(column, dtype=np.float32) for column in out], axis=1)


def _unsaid(t: Traits, own: Any, other: Any) -> tuple[Array, Array]:
    """How many of its words the other's report has nowhere, and how loaded they are."""
    said = t.said[t.report[other][:, None], np.maximum(t.own[own], 0)] > 0
    apart = (t.own[own] >= 0) & ~said
    return apart.sum(axis=1), (t.rated[own] * apart).max(axis=1)


def _dots(rows: Array, a: Any, b: Any) -> Array:
    return np.asarray(np.einsum("ij,ij->i", rows[a], rows[b]))


def _to_best(unit: Any, a: Any, b: Any, alike: Array) -> Array:
    """The likeness of the two sentences, out of the best that either has in the pairs."""
    best = np.zeros(unit.max() + 1, dtype=np.float32)
    np.maximum.at(best, unit[a], alike)
    np.maximum.at(best, unit[b], alike)
    return np.asarray(alike / np.maximum(np.minimum(best[unit[a]], best[unit[b]]), 1e-6))


def _ranks(unit: Any, a: Any, b: Any, heads: Array) -> Array:
    """How far the cosine of the heads is below the best that either has in the other's sentence."""
    many = unit.max() + 1
    out = np.zeros(len(a), dtype=np.float32)
    for one, other in ((a, b), (b, a)):
        key = one * many + unit[other]
        _, place = np.unique(key, return_inverse=True)
        best = np.full(place.max(initial=-1) + 1, -1.0, dtype=np.float32)
        np.maximum.at(best, place, heads)
        out = np.maximum(out, best[place] - heads)
    return out
