"""Where a noun phrase begins and ends, in token indices of its sentence."""

from __future__ import annotations

from ..records import Sentence


def after_dash(sentence: Sentence, start: int, root: int) -> int:
    """Where a phrase begins without leading marks and without a dateline: "WASHINGTON - *US President Joe Biden*"."""
    tokens = sentence.tokens
    for i in range(root - 1, start, -1):
        spaced = tokens[i + 1].span.start > tokens[i].span.end and tokens[i].span.start > tokens[i - 1].span.end
        if tokens[i].text in {"-", "--", "–", "—"} and spaced:
            start = i + 1
            break
    while start < root and tokens[start].pos in {"SYM", "PUNCT"}:
        start += 1
    return start


def short_form(sentence: Sentence, i: int) -> bool:
    """Whether tokens i.. are initials in brackets: "( LNA )"."""
    words = [t.text for t in sentence.tokens[i : i + 3]]
    return len(words) == 3 and words[0] == "(" and words[2] == ")" and len(words[1]) < 10 and sum(c.isupper() for c in words[1]) > 1


def left_edge(sentence: Sentence, i: int, floor: int) -> int:
    """The first token below token `i` to its left, but not before `floor`."""
    edge = i
    stack = [i]
    while stack:
        j = stack.pop()
        edge = min(edge, j)
        stack += [k for k in sentence.tokens[j].children if k < i]
    return max(edge, floor)


def right_edge(sentence: Sentence, i: int) -> int:
    """One past the end of the noun phrase of token `i` with its conjuncts and "of" phrases, relative clauses left out."""
    tokens = sentence.tokens
    ends = {c[2]: c[1] for c in sentence.chunks}
    end, stack = i + 1, [i]
    while stack:
        j = stack.pop()
        end = max(end, ends.get(j, j + 1))
        stack += [k for k in tokens[j].children if k > j and tokens[k].dep == "conj"]
        for k in tokens[j].children:
            if k == end and tokens[k].text.casefold() == "of":
                stack += [m for m in tokens[k].children if tokens[m].dep == "pobj"]
    return end


def of_object(sentence: Sentence, root: int) -> int | None:
    """The noun of an "of" phrase that hangs on token `root`."""
    for preposition in sentence.tokens[root].children:
        if sentence.tokens[preposition].text.casefold() == "of":
            return next((k for k in sentence.tokens[preposition].children if sentence.tokens[k].dep == "pobj"), None)
    return None
